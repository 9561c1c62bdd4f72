import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../../../src/engine/check/codes';
import { readCorpus, readDrafts } from '../../../eval/checks/labelledDraft';
import { runFanben } from '../../../fixtures/commandLine';
import { speechBody } from '../../../fixtures/speech';
import { useTestFolder } from '../../../fixtures/testFolder';

const copied = '栽一棵、活一棵，栽一片、成一片，决不允许只图数字好看';

describe('fanben check', () => {
  const folder = useTestFolder();

  /** Writes a file beside the corpus; returns its path. */
  function write(name: string, content: string): string {
    const path = join(folder.corpus, '..', name);
    writeFileSync(path, content);
    return path;
  }

  const run = (args: readonly string[]) => runFanben(args, 'zh_CN.UTF-8');

  it('prints each problem with its place in the file, its text and its source', async () => {
    folder.write('造林.txt', speechBody);
    assert.equal((await run(['index', folder.corpus, '--storage', folder.storage])).status, 0);
    const text = `在青禾县的讲话\r\n\r\n同志们：\r\n种树要讲三件事：一是快,二是好。\r\n我们说，${copied}，大家照办。\r\n`;
    const draft = write('稿.gao', text);
    const { status, stdout, stderr } = await run(['check', draft, '--storage', folder.storage, '--json']);
    assert.equal(status, 0, stderr);
    const problems = JSON.parse(stdout) as { code: string; start: number; end: number; line: number; text: string }[];
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['figures', 4],
        ['width', 4],
        ['overlap', 5],
      ],
    );
    for (const problem of problems) assert.equal(text.slice(problem.start, problem.end), problem.text);
    const { source, message } = problems[2] as unknown as {
      source: { path: string; paragraph: number };
      message: string;
    };
    assert.equal(problems[2]!.text, copied);
    assert.equal(source.path, join(folder.corpus, '造林.txt'));
    assert.equal(speechBody.split('\n')[source.paragraph]!.includes(copied), true);
    assert.match(message, /字与《/);
  });

  it('tells of every kind of problem', async () => {
    const root = process.env.FANBEN_ROOT ?? '.';
    const articles = readCorpus(root).map(({ paragraphs, ...article }) => ({
      ...article,
      text: paragraphs.join('\n'),
    }));
    folder.write('语料.jsonl', articles.map(article => JSON.stringify(article)).join('\n'));
    // What strikes the ear only a large corpus tells. A segment of more is sorted by a thread, which tests of units have none of.
    for (const seed of [1, 2]) {
      folder.writeSpeech(`会议记录${seed}.txt`, seed, 170_000);
      const { status, stderr } = await run(['index', folder.corpus, '--storage', folder.storage]);
      assert.equal(status, 0, stderr);
    }
    const told = new Set<string>();
    for (const { lines, faults } of readDrafts(root).slice(0, 4)) {
      const draft = write('稿.gao', lines.join('\n'));
      const terms = join(root, 'checks', 'terms.csv');
      const { stdout } = await run(['check', draft, '--storage', folder.storage, '--terms', terms, '--json']);
      const problems = JSON.parse(stdout) as { code: string; line: number; message: string }[];
      const found = problems.map(({ code, line }) => `${code} ${line}`);
      for (const { code, line } of faults) assert.ok(found.includes(`${code} ${line + 1}`), `${code} ${line + 1}`);
      for (const { code, message } of problems) if (message !== '') told.add(code);
    }
    assert.deepEqual([...told].sort(), CHECKS.map(({ code }) => code).sort());
  });

  it('takes lists of wordings, the first of which wins, and says which cannot be used', async () => {
    const draft = write('稿.txt', '截止目前，一切顺利。\n');
    const own = write('本单位.csv', '不用,改用\n截止目前,到现在\n');
    const other = write('别处.csv', '截止目前,到今天\n');
    const { stdout } = await run(['check', draft, '--terms', own, '--terms', other, '--json']);
    assert.match(JSON.parse(stdout)[0].message, /到现在.*本单位/);
    const { status, stderr } = await run(['check', draft, '--terms', join(folder.storage, '没有.csv')]);
    assert.equal(status, 1);
    assert.match(stderr, /没有\.csv.*提法清单/);
  });
});
