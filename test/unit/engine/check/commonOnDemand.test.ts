import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonOnDemand } from '../../../../src/engine/check/overlap/commonOnDemand';
import { commonPieces } from '../../../../src/engine/check/overlap/commonPieces';
import { ROW_CODES } from '../../../../src/engine/index/blocks/rows';
import { runs } from '../../../fixtures/runs';
import { blockSegmentOf, laidOut } from '../index/blocks/laidOut';
import { segmentOf } from '../segmentOf';

const unit = fc.constantFrom('推', '动', '高', '质', '，');
const paragraph = fc.string({ unit, minLength: 1, maxLength: 30 });
const corpora = fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 12 });
const none = () => assert.fail('all is here');

describe('set phrases of a library on demand', () => {
  it('go as far as in its segments, as long as a row tells', () => {
    fc.assert(
      fc.property(corpora, paragraph, fc.integer({ min: 1, max: 5 }), (texts, text, many) => {
        const view = [segmentOf(texts.map(paragraphs => ({ paragraphs })))];
        const common = commonOnDemand([blockSegmentOf(laidOut(view))], many, none);
        const expected = commonPieces(view, text, many, {});
        for (let at = 0; at < text.length; at++)
          assert.equal(common(text, at), Math.min(ROW_CODES, expected(at)), `${text} ${at}`);
      }),
      runs(60),
    );
  });

  it('are those of all libraries together, of near-duplicates and dead articles each once or not at all', () => {
    const said = '扑下身子抓落实';
    const library = (clusters: readonly number[]) =>
      blockSegmentOf(laidOut([segmentOf(clusters.map(cluster => ({ paragraphs: [`${said}。`], cluster })))]));
    const length = (...libraries: (readonly number[])[]) => commonOnDemand(libraries.map(library), 3, none)(said, 0);
    assert.equal(length([1, 2, 3]), said.length);
    assert.equal(length([1, 1, 2]), 1);
    assert.equal(length([1, 2], [3]), said.length);
  });

  it('that are not here are none, and are told of', () => {
    const layout = laidOut([segmentOf([{ paragraphs: ['扑下身子抓落实。'] }])]);
    const missing: number[] = [];
    const common = commonOnDemand([blockSegmentOf(layout, () => false)], 1, (_, piece) => missing.push(piece));
    assert.equal(common('扑下身子', 0), 1);
    assert.deepEqual(missing, [0]);
  });
});
