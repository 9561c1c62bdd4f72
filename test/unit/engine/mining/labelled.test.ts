import assert from 'node:assert/strict';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import { FRAME_LEVELS } from '../../../../src/engine/parallel/frame';
import { parseLabelled, readLabelledArticles } from '../../../eval/frames/labelledArticle';
import { scoreFrames } from '../../../eval/frames/score';

const articles = readLabelledArticles(process.env.FANBEN_ROOT ?? '.');

describe('frames that a person has marked', () => {
  const { all, mistakes } = scoreFrames(articles, mineFrames);

  it('are found: precision 0.9, recall 0.7', () => {
    assert.ok(all.precision >= 0.9, `precision ${all.precision}\n${mistakes.join('\n')}`);
    assert.ok(all.recall >= 0.7, `recall ${all.recall}\n${mistakes.join('\n')}`);
  });

  it('cover every level, and articles without any', () => {
    const levels = new Set(articles.flatMap(({ frames }) => frames.map(({ level }) => level)));
    assert.deepEqual([...levels].sort(), [...FRAME_LEVELS].sort());
    assert.ok(articles.filter(({ frames }) => frames.length === 0).length >= 5);
    assert.ok(articles.length >= 12);
  });
});

describe('scoreFrames', () => {
  const labelled = parseLabelled(
    'a',
    '⟦1|要大兴实干之风⟧。难处不少。⟦1|要大兴清廉之风⟧。\n===\n1 sentence 要大兴…之风\n',
  );

  it('counts what is right, missed and wrong', () => {
    assert.deepEqual(labelled.paragraphs, ['要大兴实干之风。难处不少。要大兴清廉之风。']);
    const right = scoreFrames([labelled], mineFrames);
    assert.deepEqual([right.all.precision, right.all.recall, right.mistakes], [1, 1, []]);
    const silent = scoreFrames([labelled], () => []);
    assert.deepEqual([silent.all.precision, silent.all.recall], [1, 0]);
    assert.deepEqual(silent.mistakes, ['a: missed sentence 要大兴…之风']);
    const unmarked = { ...labelled, frames: [] };
    assert.equal(scoreFrames([unmarked], mineFrames).all.precision, 0);
  });

  it('refuses labels that name no member', () => {
    assert.throws(() => parseLabelled('b', '没有\n===\n1 sentence 要\n'), /b: .*1/);
    assert.throws(() => parseLabelled('b', '⟦1|要干⟧\n===\n'), /b: .*1/);
  });
});
