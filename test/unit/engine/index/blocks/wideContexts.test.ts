import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinOrders, joinTexts } from '../../../../../src/engine/index/blocks/joinedText';
import { SAMPLE_ROWS } from '../../../../../src/engine/index/blocks/rows';
import { sampledRank, WIDE, wideContexts } from '../../../../../src/engine/index/blocks/wideContexts';
import { suffixRange } from '../../../../../src/engine/index/suffixes/suffixRange';
import { segmentOf } from '../../segmentOf';

describe('wideContexts', () => {
  it('are all wordings that stand more often than so, and no others', () => {
    const text = '推动|发展|，|'.repeat(2500) + '推动|高质量|，|'.repeat(2100);
    const segment = segmentOf([{ paragraphs: [text] }]);
    const joined = joinTexts([segment]);
    const found = wideContexts(joined, joinOrders([segment], joined));
    const byText = new Map(found.map(one => [one.text, one]));
    for (const wording of ['推', '推动', '动', '，', '，推动', '发', '高质', '展，推动发展，推动']) {
      const { lo, hi } = suffixRange(segment, wording);
      const wide = hi - lo > WIDE ? { text: wording, lo, width: hi - lo } : undefined;
      assert.deepEqual(byText.get(wording), wide, wording);
    }
    for (const { text: wording, lo, width } of found)
      assert.deepEqual({ lo, hi: lo + width }, suffixRange(segment, wording), wording);
  });

  it('are sampled within their ranges, evenly', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: WIDE + 1, max: 1e8 }), (lo, width) => {
        const ranks = Array.from({ length: SAMPLE_ROWS }, (_, row) => sampledRank({ lo, width }, row));
        assert.ok(ranks[0]! >= lo && ranks.at(-1)! < lo + width);
        for (let row = 1; row < ranks.length; row++)
          assert.ok(Math.abs(ranks[row]! - ranks[row - 1]! - width / SAMPLE_ROWS) <= 1);
      }),
    );
  });
});
