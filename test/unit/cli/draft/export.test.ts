import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFanben } from '../../../fixtures/commandLine';
import { readDocx } from '../../../fixtures/docx';
import { useTestFolder } from '../../../fixtures/testFolder';

describe('fanben export', () => {
  const folder = useTestFolder();

  const run = (args: readonly string[]) => runFanben(['export', ...args]);
  const out = () => join(folder.storage, '..', 'out.docx');

  it('writes a document, says what is open, and replaces a file only when told', async () => {
    folder.write('稿.md', '# 在〔地名〕大会上的讲话\n\n同志们：\n\n**一、抓落实**\n\n【提示·任务】写三条。\n');
    const draft = join(folder.corpus, '稿.md');
    const { status, stdout, stderr } = await run([draft, '--out', out(), '--json']);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /1 slots.*〔地名〕[\s\S]*1 lines of guidance/);
    assert.deepEqual(JSON.parse(stdout), {
      out: out(),
      title: '在〔地名〕大会上的讲话',
      paragraphs: 3,
      slots: ['〔地名〕'],
      guidance: 1,
    });
    assert.equal(readDocx(readFileSync(out()), 'out.docx'), '在〔地名〕大会上的讲话\n同志们：\n一、抓落实');
    writeFileSync(out(), 'mine');
    assert.deepEqual([(await run([draft, '--out', out()])).status, readFileSync(out(), 'utf8')], [1, 'mine']);
    assert.equal((await run([draft, '--out', out(), '--force'])).status, 0);
    assert.notEqual(readFileSync(out(), 'utf8'), 'mine');
  });

  it('says which file it cannot export, and why, and writes nothing', async () => {
    folder.write('多篇.jsonl', '{"title":"甲","text":"山高水长。"}\n{"title":"乙","text":"水长山高。"}\n');
    folder.write('空.txt', '\n\n');
    for (const [name, why] of [
      ['多篇.jsonl', /several articles/],
      ['空.txt', /no text/],
      ['没有.txt', /没有\.txt/],
    ] as const) {
      const { status, stderr } = await run([join(folder.corpus, name), '--out', out()]);
      assert.equal(status, 1);
      assert.match(stderr, why);
    }
    assert.equal(existsSync(out()), false);
    assert.equal((await run([join(folder.corpus, '空.txt')])).status, 2);
  });
});
