import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packDate } from '../../../../src/engine/index/articles/packedDate';
import { createArticleDirectory } from '../../../../src/engine/passages/articleDirectory';
import { articlesOfSample, countArticles } from '../../../../src/engine/passages/countArticles';
import { findPassages } from '../../../../src/engine/passages/findPassages';
import { random } from '../../../eval/random';
import { segmentOf, type TestArticle } from '../segmentOf';

/** By hand: the living articles that have the phrase, near-duplicates once, and its places in the newest of each. */
function byHand(corpus: readonly (readonly TestArticle[])[], phrase: string, exceptCluster?: number) {
  const living = corpus.flat().filter(({ dead, cluster }) => !dead && cluster !== exceptCluster);
  const having = living.filter(({ paragraphs }) => paragraphs.some(text => text.includes(phrase)));
  const newestFirst = [...having].sort((a, b) => packDate(b.date ?? null) - packDate(a.date ?? null));
  const newest = new Map([...newestFirst].reverse().map(article => [article.cluster, article]));
  const places = [...newest.values()]
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(text => [...text].filter((_, i) => text.startsWith(phrase, i)));
  return {
    articles: newest.size,
    occurrences: places.length,
    all: new Set(living.map(({ cluster }) => cluster)).size,
  };
}

const article = fc.record({
  paragraphs: fc.array(
    fc.array(fc.constantFrom('发', '展', '，', '好'), { minLength: 1, maxLength: 12 }).map(parts => parts.join('')),
    { minLength: 1, maxLength: 3 },
  ),
  dead: fc.boolean(),
  cluster: fc.integer({ min: 1, max: 5 }),
  date: fc.constantFrom(null, '2024', '2025-01-10'),
});
const corpora = fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
const phrases = fc
  .array(fc.constantFrom('发', '展', '好'), { minLength: 1, maxLength: 3 })
  .map(parts => parts.join(''));
const except = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });

describe('countArticles', () => {
  it('counts as one does by hand, up to its bound', () => {
    fc.assert(
      fc.property(corpora, phrases, except, (corpus, phrase, exceptCluster) => {
        const view = corpus.map(segmentOf);
        const { articles, occurrences, estimated } = countArticles(view, phrase, { exceptCluster });
        const expected = byHand(corpus, phrase, exceptCluster);
        assert.equal(estimated, false);
        assert.deepEqual([articles, occurrences], [expected.articles, expected.occurrences]);
      }),
    );
  });

  it('beyond its bound says that it estimates, and never says more than there are', () => {
    fc.assert(
      fc.property(corpora, phrases, except, fc.integer({ min: 1, max: 6 }), (corpus, phrase, exceptCluster, most) => {
        const view = corpus.map(segmentOf);
        const found = countArticles(view, phrase, { exceptCluster, most });
        const whole = corpus.flat().flatMap(({ paragraphs }) => paragraphs);
        const total = whole.flatMap(text => [...text].filter((_, i) => text.startsWith(phrase, i))).length;
        const { all } = byHand(corpus, phrase, exceptCluster);
        assert.equal(found.estimated, total > most);
        assert.ok(found.articles <= all && found.articles <= found.occurrences && found.occurrences <= total);
        assert.ok(found.articles >= found.newest.length);
        const directory = createArticleDirectory(view);
        assert.deepEqual(countArticles(view, phrase, { exceptCluster, most, directory }), found);
      }),
    );
  });

  it('names a place of the newest article of each kind it met', () => {
    fc.assert(
      fc.property(corpora, phrases, fc.array(fc.constantFrom('2020-01-01', '2021-05', '')), (corpus, phrase, dates) => {
        const dated = corpus.map((articles, i) =>
          articles.map((one, j) => ({ ...one, date: dates[(i + j) % (dates.length || 1)] || null })),
        );
        const view = dated.map(segmentOf);
        const living = dated.flat().filter(({ dead }) => !dead);
        for (const { segment, position, date } of countArticles(view, phrase).newest) {
          const { cluster } = view[segment]!.meta(view[segment]!.articleAt(position));
          const same = living.filter(
            one => one.cluster === cluster && one.paragraphs.some(text => text.includes(phrase)),
          );
          assert.equal(
            date,
            same
              .map(one => packDate(one.date))
              .sort((a, b) => a - b)
              .at(-1),
          );
          assert.equal(view[segment]!.slice(position, position + phrase.length), phrase);
        }
      }),
    );
  });

  it('says 400 of 400 articles that all say a phrase three times, in the list as under the pointer', () => {
    const articles = Array.from({ length: 400 }, (_, i) => ({
      paragraphs: [`第${i}条：推动高质量发展。`, `再说一遍推动高质量发展，共${i}条。`, `记住高质量发展${i}。`],
    }));
    const view = [segmentOf(articles.slice(0, 150)), segmentOf(articles.slice(150))];
    const { articles: counted, occurrences, estimated } = countArticles(view, '高质量发展');
    assert.ok(estimated && occurrences === 1200);
    assert.ok(counted > 300 && counted <= 400, `${counted}`);
    assert.equal(findPassages(view, '高质量发展', 3).articles, counted);
  });
});

describe('createArticleDirectory', () => {
  it('finds the living articles of a file as a plain scan does', () => {
    const filed = fc.record({
      paragraphs: fc.constant(['发展']),
      path: fc.constantFrom('/a', '/b', '/c'),
      entry: fc.nat(2),
      dead: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(filed, { minLength: 1, maxLength: 4 }), { maxLength: 3 }), corpus => {
        const directory = createArticleDirectory(corpus.map(segmentOf));
        for (const path of ['/a', '/b', '/d']) {
          const expected = corpus.flatMap((articles, segment) =>
            articles.flatMap((one, number) => (one.path === path && !one.dead ? [{ segment, article: number }] : [])),
          );
          assert.deepEqual(directory.ofFile(path), expected);
          const second = expected.find(({ segment, article: number }) => corpus[segment]![number]!.entry === 1);
          assert.deepEqual(directory.find(path, 1), second ?? null);
        }
      }),
    );
  });
});

describe('articles of a sample of places', () => {
  const met = fc.array(fc.record({ times: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 50 });

  it('are those that were met where all was looked at, else no fewer, and no more than the places let be', () => {
    fc.assert(
      fc.property(met, fc.integer({ min: 1, max: 50 }), (articles, scale) => {
        const about = articlesOfSample(articles, scale);
        assert.ok(about >= articles.length && about <= Math.ceil(articles.length * scale), `${about}`);
        if (scale === 1) assert.equal(about, articles.length);
      }),
    );
  });

  it('are about as many as there are, of one place in seventeen', () => {
    const next = random(5);
    const places = Array.from({ length: 530 }, (_, article) =>
      new Array<number>(1 + Math.floor(4 * next() * next())).fill(article),
    ).flat();
    const times = new Map<number, number>();
    for (const article of places) if (next() < 1 / 17) times.set(article, (times.get(article) ?? 0) + 1);
    const about = articlesOfSample(
      [...times.values()].map(times => ({ times })),
      17,
    );
    assert.ok(about > 530 / 1.6 && about < 530 * 1.6, `${about}`);
  });
});
