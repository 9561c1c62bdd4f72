import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ClusterTable } from '../../../../../src/engine/index/articles/clusterTable';
import { areApart, packDate } from '../../../../../src/engine/index/articles/packedDate';
import { copyLikeness, sketch } from '../../../../../src/engine/index/articles/sketch';
import { speech } from '../../../../fixtures/sampleText';
import { codeUnits } from '../samples';

const sketchOf = (text: string) => sketch(codeUnits(text), 0, text.length);

/** Replaces every `every`-th character: what two typists make of one speech. */
function withTypos(text: string, every: number): string {
  return [...text].map((character, i) => (i % every === every - 1 ? '误' : character)).join('');
}

describe('ClusterTable', () => {
  it('numbers copies of one text alike: other punctuation, layout, a headline more, some typing errors', () => {
    const original = speech(1, 2000);
    const copies = [
      original.replaceAll('，', '、').replaceAll('。', '；'),
      original.replaceAll('。', '。\n　　'),
      `${speech(900, 60)}${original}`,
      withTypos(original, 250),
    ];
    const table = new ClusterTable(1);
    const cluster = table.clusterOf(sketchOf(original), 0, 0);
    for (const copy of copies) assert.equal(table.clusterOf(sketchOf(copy), 0, 0), cluster);
  });

  it('keeps different texts apart, though they share sentences', () => {
    const table = new ClusterTable(1);
    const shared = speech(5000, 300);
    const clusters = Array.from({ length: 300 }, (_, i) => table.clusterOf(sketchOf(speech(i, 1500) + shared), 0, 0));
    assert.equal(new Set(clusters).size, 300);
  });

  it('knows again what it was told, after growing many times', () => {
    const sketches = Array.from({ length: 2200 }, (_, i) => sketchOf(speech(i, 60)));
    const first = new ClusterTable(1);
    const numbers = sketches.map(one => first.clusterOf(one, 0, 0));
    const second = new ClusterTable(1);
    sketches.forEach((one, i) => {
      second.add(one, 0, numbers[i]!, 0);
    });
    assert.deepEqual(
      sketches.map(one => second.clusterOf(one, 0, 0)),
      numbers,
    );
    assert.equal(second.nextCluster, first.nextCluster);
  });

  it('numbers the same text alike however short, and never two without a letter', () => {
    const table = new ClusterTable(7);
    assert.equal(table.clusterOf(sketchOf('完。'), 0, 0), table.clusterOf(sketchOf('完'), 0, 0));
    assert.notEqual(table.clusterOf(sketchOf('……'), 0, 0), table.clusterOf(sketchOf('……'), 0, 0));
  });
});

describe('ClusterTable, of what is said every year', () => {
  const day = (date: string | null) => packDate(date);
  const lastYear = speech(1, 3000);
  /** A third of its sentences are other ones. */
  const thisYear = `${lastYear.slice(0, 2600)}${speech(700, 400)}`;
  const clusters = (...articles: readonly (readonly [string, string | null])[]) => {
    const table = new ClusterTable(1);
    return articles.map(([text, date]) => table.clusterOf(sketchOf(text), 0, day(date)));
  };

  it('numbers the speeches of two years apart, and their drafts and copies with each', () => {
    const [a, b, draftOfA, copyOfB, laterCopyOfA] = clusters(
      [lastYear, '2024-01-05'],
      [thisYear, '2025-01-06'],
      [withTypos(lastYear, 200), '2023-12-28'],
      [withTypos(thisYear, 900), '2025-01'],
      [lastYear.replaceAll('，', '、'), '2026-03-01'],
    );
    assert.notEqual(a, b);
    assert.deepEqual([draftOfA, copyOfB, laterCopyOfA], [a, b, a]);
    assert.equal(new Set(clusters([lastYear, '2024-01-05'], [thisYear, '2024-03-20'])).size, 1);
  });

  it('never takes what is being written for what it was made from, in whatever order they come', () => {
    const table = () => new ClusterTable(1);
    const [old, draft] = [sketchOf(lastYear), sketchOf(lastYear.replaceAll('，', '、'))];
    const after = table();
    assert.notEqual(after.clusterOf(old, 0, day('2024-01-05')), after.clusterOf(draft, 0, day('2025-01-02'), true));
    const before = table();
    assert.notEqual(before.clusterOf(draft, 0, day('2025-01-02'), true), before.clusterOf(old, 0, day('2024-01-05')));
    const versions = table();
    const first = versions.clusterOf(draft, 0, day('2025-01-02'), true);
    assert.equal(versions.clusterOf(sketchOf(withTypos(lastYear, 200)), 0, day('2025-01-09'), true), first);
  });

  it('gives what says no date to the nearest of them', () => {
    const [a, b, undated] = clusters(
      [lastYear, '2024-01-05'],
      [thisYear, '2025-01-06'],
      [withTypos(thisYear, 900), null],
    );
    assert.deepEqual([undated === a, undated === b], [false, true]);
  });

  it('learns from one with a date when those were given that had none', () => {
    const [a, same, other] = clusters(
      [lastYear, null],
      [thisYear, '2024-01-05'],
      [thisYear + lastYear.slice(2600), '2025'],
    );
    assert.deepEqual([same === a, other === a], [true, false]);
  });
});

describe('areApart', () => {
  it('goes by months; by years, where one is all that is known, with the December before', () => {
    const apart = (a: string | null, b: string | null) => {
      const both = [areApart(packDate(a), packDate(b)), areApart(packDate(b), packDate(a))];
      assert.equal(both[0], both[1]);
      return both[0];
    };
    for (const [a, b] of [
      ['2024-01-05', '2025-01-06'],
      ['2024', '2025'],
      ['2024', '2025-01-10'],
      ['2024-11', '2025-03-01'],
    ] as const)
      assert.equal(apart(a, b), true, `${a} ${b}`);
    for (const [a, b] of [
      ['2024-12-28', '2025-01-06'],
      ['2024-12-28', '2025'],
      ['2025-12', '2025'],
      ['2024', '2024-05'],
      [null, '2024'],
      [null, null],
    ] as const)
      assert.equal(apart(a, b), false, `${a} ${b}`);
  });
});

describe('sketch', () => {
  it('is the same wherever the text stands', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(50), (seed, shift) => {
        const text = speech(seed, 200);
        const moved = codeUnits('甲'.repeat(shift) + text);
        assert.deepEqual(sketch(moved, shift, moved.length), sketchOf(text));
      }),
    );
  });

  it('tells near-duplicates from texts that share half their sentences, both ways round', () => {
    const [common, a, b] = [speech(1, 3000), speech(2, 3000), speech(3, 3000)].map(String);
    const sketches = [common!, withTypos(common!, 300), common! + a!, common! + b!].map(sketchOf);
    const same = (i: number, j: number) => copyLikeness(sketches[i]!, 0, sketches[j]!, 0) > 0;
    assert.deepEqual([same(0, 1), same(1, 0), same(2, 3), same(3, 2), same(0, 2)], [true, true, false, false, false]);
  });
});
