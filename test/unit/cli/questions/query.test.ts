import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

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

  it('search: exact wording, gaps and filters', () => {
    const sentences = (...words: string[]) => ask<{ sentence: string }[]>('search', ...words).map(hit => hit.sentence);
    assert.deepEqual(sentences('“守绿水”'), []);
    assert.deepEqual(sentences('以*推动'), sentences('以钉钉子精神推动'));
    assert.equal(sentences('扑下身子', 'speaker:周明远').length, 1);
    assert.equal(sentences('扑下身子', 'year:2019').length, 1);
  });

  it('concordance', () => {
    type Lines = { articles: number; groups: { neighbour: string; lines: { after: string }[] }[] };
    const found = ask<Lines>('concordance', '扑下身子', '--order', 'right');
    assert.equal(found.articles, 3);
    const [first] = found.groups;
    assert.ok(first!.lines.every(({ after }) => after.startsWith(first!.neighbour)));
    assert.deepEqual(
      ask<Lines>('concordance', '扑下身子', '--order', 'date').groups.map(({ neighbour }) => neighbour),
      ['2024', '2023', '2019'],
    );
  });

  it('collocates, variants, history, like', () => {
    type Word = { word: string; side: string };
    assert.ok(ask<Word[]>('collocates', '钉钉子').some(({ word, side }) => word === '精神' && side === 'right'));
    const [other] = ask<{ text: string }[]>('variants', '必须【沉下心来】抓落实');
    assert.equal(other?.text, '扑下身子');
    type History = { years: { year: number; articles: number }[]; last: { date: string } };
    const { years, last } = ask<History>('history', '扑下身子抓落实');
    assert.deepEqual(
      years.filter(({ articles }) => articles > 0).map(({ year }) => year),
      [2019, 2023, 2024],
    );
    assert.equal(last.date, newest.date);
    const [likest] = ask<(Source & { percent: number })[]>('like', '打铁必须自身硬，形象就是作风。');
    assert.equal(likest?.title, newest.title);
    assert.ok(likest!.percent > 50 && likest!.percent < 100);
  });

  it('for people to read, too', () => {
    for (const args of [
      ['concordance', '抓落实'],
      ['variants', '必须【沉下心来】抓落实'],
      ['like', '打铁必须自身硬，形象就是作风。'],
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
