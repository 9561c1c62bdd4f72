import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackedNumbers, PackedStarts } from '../../../../../src/engine/index/blocks/packedNumbers';

/** Mostly like their neighbours, as dates and numbers of near-duplicates are, and now and then anything. */
const numbers = fc
  .array(fc.tuple(fc.constantFrom(0, 1, 1, 1, 2), fc.option(fc.nat(99_999_999), { freq: 20 })), { maxLength: 1_500 })
  .map(steps => {
    let last = 20_230_206;
    return steps.map(([step, other]) => (last = other ?? last + step));
  });

const starts = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900_000 })), { maxLength: 1_500 })
  .map(lengths => {
    let at = 0;
    return Uint32Array.from([0, ...lengths], length => (at += length));
  });

describe('packed numbers', () => {
  it('are what they were, wherever they are looked up', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(0 as const, 1 as const), (all, slope) => {
        const packed = new PackedNumbers(all, slope);
        assert.deepEqual(
          all.map((_, i) => packed.at(i)),
          all,
        );
      }),
    );
  });

  it('take next to nothing where they rise by one, and less than half where some do not', () => {
    const rising = Int32Array.from({ length: 10_000 }, (_, i) => 7 + i);
    assert.ok(new PackedNumbers(rising, 1).byteLength < 0.2 * 10_000);
    const mixed = rising.map((number, i) => (i % 60 === 0 ? Math.floor(i / 3) : number));
    assert.ok(new PackedNumbers(mixed, 1).byteLength < 2 * 10_000);
  });
});

describe('packed starts', () => {
  it('are what they were, and tell which is the last up to any place', () => {
    fc.assert(
      fc.property(starts, fc.array(fc.nat(2_000_000), { maxLength: 40 }), (all, places) => {
        const packed = new PackedStarts(all);
        assert.deepEqual(
          Array.from(all, (_, i) => packed.at(i)),
          [...all],
        );
        const edges = [...all].slice(0, 40).flatMap(start => [start - 1, start, start + 1]);
        for (const place of [...places, ...edges])
          assert.equal(
            packed.lastUpTo(place),
            Math.max(
              0,
              all.findLastIndex(start => start <= place),
            ),
            `${place}`,
          );
      }),
    );
  });

  it('of nothing are nothing, and lead nowhere', () => {
    const none = new PackedStarts(new Uint32Array());
    assert.deepEqual([none.length, none.lastUpTo(5)], [0, 0]);
  });

  it('of articles take a sixth of 32 bits and as much again', () => {
    const all = Uint32Array.from({ length: 10_000 }, (_, i) => 650 * i + ((i * 7919) % 600));
    assert.ok(new PackedStarts(all).byteLength < 1.6 * 10_000);
  });
});
