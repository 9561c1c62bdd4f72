import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ClusterTable } from '../../../../../src/engine/index/articles/clusterTable';
import { isNearDuplicate, sketch } from '../../../../../src/engine/index/articles/sketch';
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
    const cluster = table.clusterOf(sketchOf(original), 0);
    for (const copy of copies) assert.equal(table.clusterOf(sketchOf(copy), 0), cluster);
  });

  it('keeps different texts apart, though they share sentences', () => {
    const table = new ClusterTable(1);
    const shared = speech(5000, 300);
    const clusters = Array.from({ length: 300 }, (_, i) => table.clusterOf(sketchOf(speech(i, 1500) + shared), 0));
    assert.equal(new Set(clusters).size, 300);
  });

  it('knows again what it was told, after growing many times', () => {
    const sketches = Array.from({ length: 2200 }, (_, i) => sketchOf(speech(i, 60)));
    const first = new ClusterTable(1);
    const numbers = sketches.map(one => first.clusterOf(one, 0));
    const second = new ClusterTable(1);
    sketches.forEach((one, i) => {
      second.add(one, 0, numbers[i]!);
    });
    assert.deepEqual(
      sketches.map(one => second.clusterOf(one, 0)),
      numbers,
    );
    assert.equal(second.nextCluster, first.nextCluster);
  });

  it('numbers the same text alike however short, and never two without a letter', () => {
    const table = new ClusterTable(7);
    assert.equal(table.clusterOf(sketchOf('完。'), 0), table.clusterOf(sketchOf('完'), 0));
    assert.notEqual(table.clusterOf(sketchOf('……'), 0), table.clusterOf(sketchOf('……'), 0));
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
    const same = (i: number, j: number) => isNearDuplicate(sketches[i]!, 0, sketches[j]!, 0);
    assert.deepEqual([same(0, 1), same(1, 0), same(2, 3), same(3, 2), same(0, 2)], [true, true, false, false, false]);
  });
});
