import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Candidate, chooseSet } from '../../../../../src/engine/complete/ranking/chooseSet';
import { savedByOffering, savedByTaking } from '../../../../../src/engine/complete/ranking/itemValue';

/** Keystrokes a shown set is expected to save, by definition: one candidate chain at a time is what the writer types. */
function expectedSaving(candidates: readonly Candidate[], probability: readonly number[], shown: readonly number[]) {
  let saving = 0;
  for (const item of shown) {
    const longer = shown.filter(other => chainOf(candidates, other).includes(item) && other !== item);
    const direct = longer.filter(
      other => !longer.some(between => between !== other && chainOf(candidates, other).includes(between)),
    );
    const exactly = probability[item]! - direct.reduce((sum, other) => sum + probability[other]!, 0);
    saving += exactly * (candidates[item]!.length - 1);
  }
  return saving;
}

function longestChain(candidates: readonly Candidate[], items: readonly number[]): number {
  return Math.max(...items.map(item => chainOf(candidates, item).filter(at => items.includes(at)).length));
}

function chainOf(candidates: readonly Candidate[], item: number): number[] {
  const chain: number[] = [];
  for (let at = item; at >= 0; at = candidates[at]!.prefix) chain.push(at);
  return chain;
}

describe('chooseSet', () => {
  it('puts a likely short item beside an unlikely long one that extends it', () => {
    const candidates = [
      { length: 2, prefix: -1 },
      { length: 8, prefix: 0 },
    ];
    assert.deepEqual(chooseSet(candidates, Float64Array.of(0.6, 0.2), 5, 0).sort(), [0, 1]);
  });

  it('leaves out a prefix that is never right on its own', () => {
    const candidates = [
      { length: 2, prefix: -1 },
      { length: 5, prefix: 0 },
    ];
    assert.deepEqual(chooseSet(candidates, Float64Array.of(0.5, 0.5), 5, 1e-9), [1]);
  });

  it('is silent where nothing saves enough', () => {
    assert.deepEqual(chooseSet([{ length: 3, prefix: -1 }], Float64Array.of(0.001), 5, 0.01), []);
  });

  it('does not show an item beside its twin of one character more', () => {
    const candidates = [
      { length: 5, prefix: -1 },
      { length: 6, prefix: 0 },
      { length: 9, prefix: 1 },
    ];
    assert.deepEqual(chooseSet(candidates, Float64Array.of(0.5, 0.45, 0.2), 5, 0, { value: savedByTaking }), [1, 2]);
  });

  it('shows of one idea a short item and a long one, not every step between', () => {
    const candidates = [0, 1, 2, 3].map(i => ({ length: 2 + 2 * i, prefix: i - 1 }));
    assert.equal(chooseSet(candidates, Float64Array.of(0.6, 0.45, 0.3, 0.2), 5, 0).length, 2);
  });

  it('offers a likely short item before a less likely long one, and first what ends a clause', () => {
    const candidates = [
      { length: 4, prefix: -1 },
      { length: 9, prefix: -1 },
      { length: 5, prefix: -1, endsWithMark: true },
    ];
    const probability = () => Float64Array.of(0.3, 0.14, 0.28);
    assert.deepEqual(chooseSet(candidates, probability(), 5, 0, { value: savedByOffering }), [2, 0, 1]);
    assert.deepEqual(chooseSet(candidates, probability(), 5, 0, { value: savedByTaking }), [1, 2, 0]);
  });

  it('never holds a candidate more probable than its prefix', () => {
    const candidates = [
      { length: 2, prefix: -1 },
      { length: 4, prefix: 0 },
    ];
    const probability = Float64Array.of(0.1, 0.9);
    chooseSet(candidates, probability, 2, 0);
    assert.ok(probability[1]! <= probability[0]!);
  });

  it('chooses of the admitted as if there were no others, and asks of few', () => {
    const candidate = fc.record({
      extra: fc.integer({ min: 1, max: 3 }),
      up: fc.nat(),
      endsWithMark: fc.boolean(),
      p: fc.double({ min: 0, max: 0.5, noNaN: true }),
      isAdmitted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 14 }), fc.integer({ min: 1, max: 6 }), (specs, limit) => {
        const candidates: Candidate[] = [];
        specs.forEach(({ extra, up, endsWithMark }, i) => {
          const prefix = (up % (i + 1)) - 1;
          candidates.push({ length: (candidates[prefix]?.length ?? 1) + extra, endsWithMark, prefix });
        });
        const kept = specs.flatMap(({ isAdmitted }, i) => (isAdmitted ? [i] : []));
        const nearest = (i: number): number => {
          const above = candidates[i]!.prefix;
          return above < 0 || kept.includes(above) ? kept.indexOf(above) : nearest(above);
        };
        const alone = kept.map(i => ({ ...candidates[i]!, prefix: nearest(i) }));
        const probabilityAlone = Float64Array.from(kept, i => specs[i]!.p);
        const probability = Float64Array.from(specs, ({ p }) => p);
        const asked: number[] = [];
        const isAdmitted = (i: number) => {
          asked.push(i);
          return specs[i]!.isAdmitted;
        };
        const chosen = chooseSet(candidates, probability, limit, 0.01, { isAdmitted });
        const chosenAlone = chooseSet(alone, probabilityAlone, limit, 0.01);
        assert.deepEqual(
          chosen.map(i => [i, probability[i]]),
          chosenAlone.map(i => [kept[i], probabilityAlone[i]]),
        );
        assert.equal(new Set(asked).size, asked.length);
      }),
    );
    let count = 0;
    const many = Array.from({ length: 100 }, () => ({ length: 4, prefix: -1 }));
    const probability = Float64Array.from(many, (_, i) => 0.5 / (i + 1));
    chooseSet(many, probability, 5, 0, { isAdmitted: () => ++count > 0 });
    assert.equal(count, 5);
  });

  it('its first item is the best single one, and each further item adds what its gain says', () => {
    const forest = fc.array(
      fc.record({
        extra: fc.integer({ min: 2, max: 5 }),
        up: fc.nat(),
        share: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
      }),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(forest, specs => {
        const candidates: Candidate[] = [];
        const probability: number[] = [];
        const taken: number[] = [];
        specs.forEach(({ extra, up, share }, i) => {
          const prefix = i === 0 ? -1 : (up % (i + 1)) - 1;
          // Children of one node share its probability.
          const room = prefix < 0 ? 1 - (taken[i] ?? 0) : probability[prefix]! - (taken[prefix] ?? 0);
          const p = prefix < 0 ? share / specs.length : Math.max(0, room * share);
          if (prefix >= 0) taken[prefix] = (taken[prefix] ?? 0) + p;
          candidates.push({ length: (prefix < 0 ? 1 : candidates[prefix]!.length) + extra, prefix });
          probability.push(p);
          taken.push(0);
        });
        const chosen = chooseSet(candidates, Float64Array.from(probability), 4, 0, { value: savedByTaking });
        let last = 0;
        for (let n = 1; n <= chosen.length; n++) {
          const saving = expectedSaving(candidates, probability, chosen.slice(0, n));
          const best = Math.max(
            ...candidates.map((_, i) =>
              chosen.slice(0, n - 1).includes(i) || longestChain(candidates, [...chosen.slice(0, n - 1), i]) > 2
                ? -1
                : expectedSaving(candidates, probability, [...chosen.slice(0, n - 1), i]),
            ),
          );
          assert.ok(saving >= best - 1e-9, `item ${n} is not the best addition`);
          assert.ok(saving >= last - 1e-9);
          last = saving;
        }
      }),
    );
  });
});
