import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { runFanben } from '../../../fixtures/commandLine';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../../../server/temporaryCorpus';

interface Source {
  title: string;
  date: string | null;
  speaker: string | null;
  path: string;
  paragraph: number;
}

describe('the command line asks the index', () => {
  let corpus: TemporaryCorpus;
  const ask = async <Answer>(command: string, ...args: string[]): Promise<Answer> => {
    const { status, stdout, stderr } = await runFanben([command, '--storage', corpus.storage, '--json', ...args]);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Answer;
  };
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    assert.equal((await runFanben(['index', corpus.folder, '--storage', corpus.storage])).status, 0);
  });
  after(() => corpus.remove());

  const newest = {
    title: '在主题党课上的讲话',
    date: '2024-07-01',
    speaker: '周明远',
  };

  it('complete', async () => {
    type Item = { text: string; replace: number; articles: number; occurrences: number; source: Source | null };
    const items = await ask<Item[]>('complete', '--context', '各级干部要扑下身子', '--limit', '3');
    assert.ok(items.length >= 1 && items.length <= 3);
    const item = items.find(({ text }) => text.includes('抓落实'))!;
    assert.deepEqual(Object.keys(item), ['text', 'replace', 'articles', 'occurrences', 'source']);
    assert.ok(item.articles >= 2 && item.occurrences >= item.articles);
    assert.deepEqual(Object.keys(item.source!), ['title', 'date', 'speaker', 'path', 'paragraph']);
    assert.ok(
      speeches[relative(corpus.folder, item.source!.path) as keyof typeof speeches].includes(item.source!.title),
    );
  });

  it('passages', async () => {
    type Found = {
      articles: number;
      occurrences: number;
      passages: (Source & { before: string; match: string; after: string })[];
    };
    const found = await ask<Found>('passages', '扑下身子抓落实', '--limit', '2');
    assert.deepEqual([found.articles, found.occurrences, found.passages.length], [3, 3, 2]);
    const { before, match, after, path, paragraph, ...source } = found.passages[0]!;
    assert.deepEqual(
      { before, match, after },
      { before: '守初心、担使命，必须', match: '扑下身子抓落实', after: '。' },
    );
    assert.deepEqual(source, newest);
    assert.ok(path.endsWith('.txt') && paragraph >= 0);
  });

  it('search', async () => {
    const [hit] = await ask<(Source & { sentence: string; spans: [number, number][] })[]>('search', '钉钉子', '老百姓');
    assert.equal(hit?.title, newest.title);
    assert.deepEqual(
      hit?.spans.map(([start, end]) => hit.sentence.slice(start, end)),
      ['钉钉子', '老百姓'],
    );
  });

  it('search: exact wording, gaps and filters', async () => {
    const sentences = async (...words: string[]) =>
      (await ask<{ sentence: string }[]>('search', ...words)).map(hit => hit.sentence);
    assert.deepEqual(await sentences('“守绿水”'), []);
    assert.deepEqual(await sentences('以*推动'), await sentences('以钉钉子精神推动'));
    assert.equal((await sentences('扑下身子', 'speaker:周明远')).length, 1);
    assert.equal((await sentences('扑下身子', 'year:2019')).length, 1);
  });

  it('concordance', async () => {
    type Lines = { articles: number; groups: { neighbour: string; lines: { after: string }[] }[] };
    const found = await ask<Lines>('concordance', '扑下身子', '--order', 'right');
    assert.equal(found.articles, 3);
    const [first] = found.groups;
    assert.ok(first!.lines.every(({ after }) => after.startsWith(first!.neighbour)));
    assert.deepEqual(
      (await ask<Lines>('concordance', '扑下身子', '--order', 'date')).groups.map(({ neighbour }) => neighbour),
      ['2024', '2023', '2019'],
    );
  });

  it('collocates, variants, history, like', async () => {
    type Word = { word: string; side: string };
    assert.ok(
      (await ask<Word[]>('collocates', '钉钉子')).some(({ word, side }) => word === '精神' && side === 'right'),
    );
    const [other] = await ask<{ text: string }[]>('variants', '必须【沉下心来】抓落实');
    assert.equal(other?.text, '扑下身子');
    type History = { years: { year: number; articles: number }[]; last: { date: string } };
    const { years, last } = await ask<History>('history', '扑下身子抓落实');
    assert.deepEqual(
      years.filter(({ articles }) => articles > 0).map(({ year }) => year),
      [2019, 2023, 2024],
    );
    assert.equal(last.date, newest.date);
    const [likest] = await ask<(Source & { percent: number })[]>('like', '打铁必须自身硬，形象就是作风。');
    assert.equal(likest?.title, newest.title);
    assert.ok(likest!.percent > 50 && likest!.percent < 100);
  });

  it('for people to read, too', async () => {
    for (const args of [
      ['concordance', '抓落实'],
      ['variants', '必须【沉下心来】抓落实'],
      ['like', '打铁必须自身硬，形象就是作风。'],
      ['complete', '--context', '扑下身子'],
      ['passages', '抓落实'],
      ['search', '抓落实'],
    ]) {
      const { status, stdout } = await runFanben([...args, '--storage', corpus.storage]);
      assert.equal(status, 0);
      assert.ok(stdout.includes(newest.title), args[0]);
    }
  });

  it('and says so where there is none', async () => {
    const { status, stdout, stderr } = await runFanben(['passages', '抓落实', '--storage', `${corpus.storage}-none`]);
    assert.deepEqual([status, stdout], [1, '']);
    assert.ok(stderr.includes(`${corpus.storage}-none`));
  });
});
