import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { speechBody } from '../../fixtures/speech';
import { type TestFolder, testFolder } from '../../fixtures/testFolder';
import { type BuiltBuilder, buildBuilder } from '../builtBuilder';

const copied = '栽一棵、活一棵，栽一片、成一片，决不允许只图数字好看';

describe('fanben check', function () {
  this.timeout(60_000);
  let built: BuiltBuilder;
  let folder: TestFolder;
  before(async () => {
    built = await buildBuilder();
  });
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  /** Writes a file beside the corpus; returns its path. */
  function write(name: string, content: string): string {
    const path = join(folder.corpus, '..', name);
    writeFileSync(path, content);
    return path;
  }

  function run(args: readonly string[]) {
    const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8' };
    return spawnSync(process.execPath, [built.cli, ...args], { encoding: 'utf8', env });
  }

  it('prints each problem with its place in the file, its text and its source', () => {
    folder.write('造林.txt', speechBody);
    assert.equal(run(['index', folder.corpus, '--storage', folder.storage]).status, 0);
    const text = `在青禾县的讲话\r\n\r\n同志们：\r\n种树要讲三件事：一是快,二是好。\r\n我们说，${copied}，大家照办。\r\n`;
    const draft = write('稿.gao', text);
    const { status, stdout, stderr } = run(['check', draft, '--storage', folder.storage, '--json']);
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

  it('takes lists of wordings, the first of which wins, and says which cannot be used', () => {
    const draft = write('稿.txt', '截止目前，一切顺利。\n');
    const own = write('本单位.csv', '不用,改用\n截止目前,到现在\n');
    const other = write('别处.csv', '截止目前,到今天\n');
    const { stdout } = run(['check', draft, '--terms', own, '--terms', other, '--json']);
    assert.match(JSON.parse(stdout)[0].message, /到现在.*本单位/);
    const { status, stderr } = run(['check', draft, '--terms', join(folder.storage, '没有.csv')]);
    assert.equal(status, 1);
    assert.match(stderr, /没有\.csv.*提法清单/);
  });
});
