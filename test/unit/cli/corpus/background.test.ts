import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { openBackground } from '../../../../src/corpus/background/openBackground';
import { runFanben } from '../../../fixtures/commandLine';
import { speech } from '../../../fixtures/sampleText';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

describe('fanben background', () => {
  let folder: TestFolder;
  before(() => {
    folder = testFolder();
  });
  after(() => folder.remove());

  const line = (seed: number, year: number) =>
    JSON.stringify({ title: `第${seed}篇`, date: `${year}-03-04`, text: speech(seed, 600) });
  const write = (name: string, seeds: readonly number[]) =>
    folder.write(name, seeds.map(seed => line(seed, 2020 + (seed % 4))).join('\n'));

  it('builds a table of what recurs, the same every time, and completes with it', async () => {
    const corpus = write('合集.jsonl', [...Array(24).keys()]);
    const first = await runFanben(['background', '--corpus', corpus, '--out', folder.path('甲.bin'), '--json']);
    assert.equal(first.status, 0, first.stderr);
    const report = JSON.parse(first.stdout) as { articles: number; phrases: number; bytes: number };
    assert.deepEqual([report.articles, report.bytes], [24, statSync(folder.path('甲.bin')).size]);
    const tree = await openBackground(folder.path('甲.bin'));
    assert.equal(tree.size, report.phrases + 1);
    assert.ok(tree.countOf('，一件接着一件办') > 8);
    assert.equal(tree.countOf('，把好事办到群众心坎上。全'), 0, 'longer than twelve, and over a full stop');

    assert.equal((await runFanben(['background', '--corpus', corpus, '--out', folder.path('乙.bin')])).status, 0);
    assert.deepEqual(readFileSync(folder.path('乙.bin')), readFileSync(folder.path('甲.bin')));

    folder.write('稿/一.txt', '在座谈会上的讲话\n今年的重点是把路修好，办法总比困难多，我们要一件件来抓。\n');
    assert.equal((await runFanben(['index', folder.path('稿'), '--storage', folder.storage])).status, 0);
    const ask = async (background: string) => {
      const args = [
        'complete',
        '--storage',
        folder.storage,
        '--context',
        '要一件接',
        '--background',
        background,
        '--json',
      ];
      return JSON.parse((await runFanben(args)).stdout) as {
        text: string;
        articles: number;
        common?: boolean;
        source: unknown;
      }[];
    };
    const row = (await ask(folder.path('甲.bin'))).find(({ text }) => text.includes('着一件办'));
    assert.deepEqual([row?.common, row?.articles, row?.source], [true, 0, null]);
    assert.ok(!(await ask('off')).some(({ text }) => text.includes('着一件办')));
  });

  it('counts near-duplicates once, and leaves out what is to be measured on, with its copies', async () => {
    const corpus = write('重复.jsonl', [...Array(16).keys(), ...Array(16).keys()]);
    const without = write('留出.jsonl', [3, 5]);
    const { status, stdout, stderr } = await runFanben([
      'background',
      '--corpus',
      corpus,
      '--without',
      without,
      '--out',
      folder.path('丙.bin'),
      '--json',
    ]);
    assert.equal(status, 0, stderr);
    const { articles, leftOut } = JSON.parse(stdout) as { articles: number; leftOut: number };
    assert.deepEqual([articles, leftOut], [14, 18]);
  });

  it('says what is wrong: no path, no corpus, a file that is no table', async () => {
    const missing = await runFanben(['background', '--corpus', folder.path('没有'), '--out', folder.path('丁.bin')]);
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /No such file or folder: .*没有/);
    assert.equal((await runFanben(['background', '--out', folder.path('丁.bin')])).status, 2);
    folder.write('坏.bin', 'FANBENBG and nothing behind it, but long enough to hold a header of sixty-four');
    const args = ['complete', '--storage', folder.storage, '--context', '要', '--background', folder.path('坏.bin')];
    const damaged = await runFanben(args);
    assert.equal(damaged.status, 1);
    assert.match(damaged.stderr, /坏\.bin/);
  });
});
