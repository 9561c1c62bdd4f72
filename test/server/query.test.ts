import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { speeches, type TemporaryCorpus, temporaryCorpus } from './temporaryCorpus';

interface Source {
  title: string;
  date: string | null;
  speaker: string | null;
  path: string;
  paragraph: number;
}

describe('the command line asks the index', () => {
  let corpus: TemporaryCorpus;
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const ask = <Answer>(command: string, ...args: string[]): Answer => {
    const { status, stdout, stderr } = run(command, '--storage', corpus.storage, '--json', ...args);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Answer;
  };
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    assert.equal(run('index', corpus.folder, '--storage', corpus.storage).status, 0);
  });
  after(() => corpus.remove());

  const newest = {
    title: '在主题党课上的讲话',
    date: '2024-07-01',
    speaker: '周明远',
  };

  it('complete', () => {
    type Item = { text: string; replace: number; articles: number; occurrences: number; source: Source | null };
    const items = ask<Item[]>('complete', '--context', '各级干部要扑下身子', '--limit', '3');
    assert.ok(items.length >= 1 && items.length <= 3);
    const item = items.find(({ text }) => text.includes('抓落实'))!;
    assert.deepEqual(Object.keys(item), ['text', 'replace', 'articles', 'occurrences', 'source']);
    assert.ok(item.articles >= 2 && item.occurrences >= item.articles);
    assert.deepEqual(Object.keys(item.source!), ['title', 'date', 'speaker', 'path', 'paragraph']);
    assert.ok(
      speeches[relative(corpus.folder, item.source!.path) as keyof typeof speeches].includes(item.source!.title),
    );
  });

  it('passages', () => {
    type Found = {
      articles: number;
      occurrences: number;
      passages: (Source & { before: string; match: string; after: string })[];
    };
    const found = ask<Found>('passages', '扑下身子抓落实', '--limit', '2');
    assert.deepEqual([found.articles, found.occurrences, found.passages.length], [3, 3, 2]);
    const { before, match, after, path, paragraph, ...source } = found.passages[0]!;
    assert.deepEqual(
      { before, match, after },
      { before: '守初心、担使命，必须', match: '扑下身子抓落实', after: '。' },
    );
    assert.deepEqual(source, newest);
    assert.ok(path.endsWith('.txt') && paragraph >= 0);
  });

  it('search', () => {
    const [hit] = ask<(Source & { sentence: string; spans: [number, number][] })[]>('search', '钉钉子', '老百姓');
    assert.equal(hit?.title, newest.title);
    assert.deepEqual(
      hit?.spans.map(([start, end]) => hit.sentence.slice(start, end)),
      ['钉钉子', '老百姓'],
    );
  });

  it('for people to read, too', () => {
    for (const args of [
      ['complete', '--context', '扑下身子'],
      ['passages', '抓落实'],
      ['search', '抓落实'],
    ]) {
      const { status, stdout } = run(...args, '--storage', corpus.storage);
      assert.equal(status, 0);
      assert.ok(stdout.includes(newest.title), args[0]);
    }
  });

  it('and says so where there is none', () => {
    const { status, stdout, stderr } = run('passages', '抓落实', '--storage', `${corpus.storage}-none`);
    assert.deepEqual([status, stdout], [1, '']);
    assert.ok(stderr.includes(`${corpus.storage}-none`));
  });
});
