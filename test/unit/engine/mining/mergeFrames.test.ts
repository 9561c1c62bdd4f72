import assert from 'node:assert/strict';
import { mergeFrames } from '../../../../src/engine/mining/mergeFrames';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import { mineView } from '../../../../src/engine/mining/mineView';
import { rankFrames } from '../../../../src/engine/mining/rankFrames';
import { segmentOf } from '../segmentOf';

const bridges = ['要大兴修桥之风。河水涨了三回。要大兴铺路之风。'];
const ledgers = ['要大兴算账之风。一笔一笔要清。要大兴晒单之风。墙上天天见新。要大兴查库之风。'];
const pair = ['办事既要看人心，又要看家底。'];
const otherPair = ['用人既要看德行，又要看本事。'];

function merge(articles: readonly (readonly string[])[], clusters: readonly number[] = articles.map((_, i) => i)) {
  return mergeFrames(
    articles.map((paragraphs, article) => ({
      article,
      cluster: clusters[article]!,
      frames: mineFrames(paragraphs, { single: true }),
    })),
  );
}

describe('mergeFrames', () => {
  it('makes equal frames of several articles one, with all that fills their slots', () => {
    const [frame, ...others] = merge([bridges, ledgers]);
    assert.deepEqual(others, []);
    assert.equal(frame?.template, '要大兴〔两字〕之风');
    assert.deepEqual(frame?.slots[0]?.examples, ['修桥', '铺路', '算账', '晒单', '查库']);
    assert.deepEqual([frame?.articles, frame?.occurrences, frame?.members], [2, 5, 3]);
    assert.deepEqual(
      frame?.instances.map(({ article }) => article),
      [0, 0, 1, 1, 1],
    );
  });

  it('counts near-duplicates once', () => {
    const [frame] = merge([bridges, bridges, ledgers], [7, 7, 8]);
    assert.deepEqual([frame?.articles, frame?.occurrences], [2, 5]);
  });

  it('keeps a pair that two articles have, and leaves out one of a single place', () => {
    assert.deepEqual(merge([pair]), []);
    assert.deepEqual(
      merge([pair, otherPair]).map(({ level, name, articles }) => [level, name, articles]),
      [['pair', '既要…，又要…', 2]],
    );
  });
});

describe('rankFrames', () => {
  it('puts what more articles have first, and shows one wording once', () => {
    const clause = ['把桥修好，把路铺好，把灯点好。'];
    const ranked = rankFrames(merge([clause, bridges, ledgers, bridges.map(text => text.replaceAll('修桥', '植树'))]));
    assert.deepEqual(
      ranked.map(({ name }) => name),
      ['要大兴…之风', '把…好'],
    );
  });
});

describe('rankFrames, by articles', () => {
  it('puts what one article alone has below what several have, however good it is', () => {
    const good = [
      '守初心担使命，必须保持“走在前”的清醒。',
      '守初心担使命，必须保持“干到底”的韧劲。',
      '守初心担使命，必须保持“过得硬”的本色。',
    ];
    const ranked = rankFrames(merge([good, ['把桥修好，把路铺好，把灯点好。'], ['把茶种好，把鱼养好，把林护好。']]));
    const articles = ranked.map(frame => frame.articles);
    assert.ok(articles.includes(1) && articles.includes(2), articles.join());
    assert.deepEqual(
      articles,
      [...articles].sort((a, b) => b - a),
    );
  });
});

describe('mineView', () => {
  it('mines the living articles of an index, near-duplicates once', () => {
    const segment = segmentOf([
      { paragraphs: bridges, path: '/a.txt' },
      { paragraphs: ledgers, path: '/b.txt', cluster: 5 },
      { paragraphs: ledgers, path: '/copy.txt', cluster: 5 },
      { paragraphs: clauseWithGarble(), path: '/c.txt', cluster: 6 },
      { paragraphs: ledgers, path: '/dead.txt', cluster: 9, dead: true },
    ]);
    const { frames, metaOf } = mineView([segment]);
    const [frame] = frames;
    assert.deepEqual([frame?.name, frame?.articles], ['要大兴…之风', 2]);
    assert.deepEqual(
      frames.map(({ name }) => name),
      ['要大兴…之风'],
    );
    assert.deepEqual([...new Set(frame?.instances.map(({ article }) => metaOf(article).path))], ['/a.txt', '/b.txt']);
  });
});

/** Garbled text stands between what would be parallel. */
function clauseWithGarble(): string[] {
  return ['把桥\ufffd\ufffd好，把路\ufffd好。'];
}
