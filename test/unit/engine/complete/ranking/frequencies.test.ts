import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packTree } from '../../../../../src/engine/background/packTree';
import { PhraseTree } from '../../../../../src/engine/background/phraseTree';
import type { PooledCandidate } from '../../../../../src/engine/complete/ranking/candidates';
import { columnOf, FEATURE_NAMES } from '../../../../../src/engine/complete/ranking/features';
import { countLikeliest, estimateFor } from '../../../../../src/engine/complete/ranking/frequencies';
import type { Segment } from '../../../../../src/engine/index/segment';
import { runs } from '../../../../fixtures/runs';
import { treeOfTexts } from '../../background/treeOfTexts';

const WIDTH = FEATURE_NAMES.length;
const [LOG_FREQUENCY, LOG_RECENT] = [columnOf('logFrequency'), columnOf('logRecentOverCorpus')];

/** All that an estimate asks of a segment. */
const segment = (length: number, everywhere: number) =>
  ({ length, bucketStart: (code: number) => (code > '的'.charCodeAt(0) ? everywhere : 0) }) as unknown as Segment;

/** Rows whose estimates say `about`; probable is what is rare. */
function ranked(about: readonly number[], exact: readonly number[]) {
  const rows = new Float32Array(about.length * WIDTH);
  about.forEach((frequency, row) => {
    rows[row * WIDTH + LOG_FREQUENCY] = Math.log(frequency + 0.5);
    rows[row * WIDTH + LOG_RECENT] = 1 - Math.log(frequency + 0.5);
  });
  const pool = about.map((_, node) => ({ node, text: `甲${node}`, length: 2, endsWithMark: false, prefix: node - 1 }));
  const ranker = (table: Float32Array, count: number) =>
    Float64Array.from({ length: count }, (_, row) => 1 / (2 + table[row * WIDTH + LOG_FREQUENCY]! ** 2));
  const probability = ranker(rows, about.length);
  const asked: number[] = [];
  const frequency = (row: number, text: string, prefix: number) => {
    assert.equal(text, `甲${row}`);
    assert.ok(prefix < 0 || asked.includes(prefix), 'a beginning that nobody has asked about');
    asked.push(row);
    return exact[row]!;
  };
  countLikeliest(rows, pool as PooledCandidate[], probability, frequency, ranker);
  return { rows, probability, asked, ranker };
}

describe('frequencies of candidates', () => {
  it('are estimated in a large corpus alone, and where there is a background', () => {
    const tree = new PhraseTree(
      packTree(treeOfTexts([...Array<string>(40).fill('的'), ...Array<string>(8).fill('基层')])),
    );
    assert.equal(estimateFor([segment(14_000_000, 80)], tree), undefined);
    assert.equal(estimateFor([segment(20_000_000, 80)], undefined), undefined);
    const estimate = estimateFor([segment(12_000_000, 80), segment(12_000_000, 80)], tree)!;
    const known = estimate({ backgroundCount: 8, contextCount: 3 });
    assert.ok(known > 8 && known < 8 * 4, `${known}: the corpus is four times as large`);
    assert.ok(estimate({ backgroundCount: 0, contextCount: 50 }) > estimate({ backgroundCount: 0, contextCount: 5 }));
    assert.equal(estimate({ backgroundCount: 0, contextCount: 0 }), 0);
  });

  it('are counted where it matters: few candidates are ranked as if all had been', () => {
    const counts = fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(counts, pairs => {
        const exact = pairs.map(([, count]) => count);
        const { rows, probability, ranker } = ranked(
          pairs.map(([about]) => about),
          exact,
        );
        exact.forEach((count, row) => {
          const log = Math.log(count + 0.5);
          assert.ok(Math.abs(rows[row * WIDTH + LOG_FREQUENCY]! - log) < 1e-5);
          assert.ok(Math.abs(rows[row * WIDTH + LOG_RECENT]! - (1 - log)) < 1e-5);
        });
        assert.deepEqual(probability, ranker(rows, exact.length));
      }),
      runs(60),
    );
  });

  it('are counted of those alone that would save most', () => {
    const about = Array.from({ length: 100 }, (_, row) => 1 + ((row * 37) % 100));
    const { asked } = ranked(about, about);
    const rarest = [...about].sort((a, b) => a - b).slice(0, asked.length);
    assert.ok(asked.length < 40);
    assert.deepEqual(
      asked.map(row => about[row]!).sort((a, b) => a - b),
      rarest,
    );
  });
});
