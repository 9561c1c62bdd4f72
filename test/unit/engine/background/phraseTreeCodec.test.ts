import assert from 'node:assert/strict';
import fc from 'fast-check';
import { crc32 } from '../../../../src/corpus/storage/checksum';
import { packTree } from '../../../../src/engine/background/packTree';
import { type PhraseColumns, PhraseTree } from '../../../../src/engine/background/phraseTree';
import {
  DamagedBackgroundError,
  decodePhraseTree,
  encodePhraseTree,
} from '../../../../src/engine/background/phraseTreeCodec';
import { runs } from '../../../fixtures/runs';
import { textsOf } from './naiveCounts';
import { treeOfTexts } from './treeOfTexts';

const texts = fc.array(
  fc.array(fc.constantFrom('稳', '中', '求', '进', '，'), { minLength: 1, maxLength: 6 }).map(units => units.join('')),
  { minLength: 1, maxLength: 40 },
);
const encode = (columns: PhraseColumns) => encodePhraseTree(columns, crc32);
const decode = (bytes: Uint8Array) => decodePhraseTree(bytes, crc32);

describe('phraseTreeCodec', () => {
  it('reads back what it wrote, wherever the bytes lie', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 3 }), (given, shift) => {
        const nodes = treeOfTexts(given);
        const bytes = encode(packTree(nodes));
        const shifted = new Uint8Array(bytes.length + shift).subarray(shift);
        shifted.set(bytes);
        const tree = new PhraseTree(decode(shifted));
        const written = new PhraseTree(packTree(nodes));
        assert.deepEqual(textsOf(tree), textsOf(written));
        for (const text of textsOf(written)) {
          assert.equal(tree.countOf(text), written.countOf(text));
          assert.equal(tree.endsWord(tree.find(text)), written.endsWord(written.find(text)));
        }
        assert.deepEqual(
          new Set(textsOf(tree)),
          new Set(given.flatMap(text => [...text].map((_, i) => text.slice(0, i + 1)))),
        );
      }),
      runs(10),
    );
  });

  it('refuses bytes of which one is changed, missing or too many', () => {
    const bytes = encode(packTree(treeOfTexts(['稳中求进', '稳步前进', '中心'])));
    assert.ok(decode(bytes));
    for (let at = 0; at < bytes.length; at++) {
      if (at >= 44 && at < 64) continue; // padding of the header
      const changed = bytes.slice();
      changed[at]! ^= 0x10;
      assert.throws(() => decode(changed), DamagedBackgroundError, `byte ${at}`);
    }
    assert.throws(() => decode(bytes.subarray(0, bytes.length - 4)), DamagedBackgroundError);
    assert.throws(() => decode(Uint8Array.from([...bytes, 0, 0, 0, 0])), DamagedBackgroundError);
    assert.throws(() => decode(new Uint8Array()), DamagedBackgroundError);
  });

  it('refuses, with every checksum right, what is no tree: no walk leaves it or turns in a circle', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (given, place, flip) => {
        const columns = packTree(treeOfTexts(given));
        const inner = columns.inner.slice();
        const last = columns.last.slice();
        inner[place % inner.length]! ^= flip;
        last[flip % last.length]! ^= place;
        let tree: PhraseTree;
        try {
          tree = new PhraseTree(decode(encode({ ...columns, inner, last })));
        } catch (error) {
          assert.ok(error instanceof DamagedBackgroundError);
          return;
        }
        assert.equal(textsOf(tree).length, tree.size - 1);
      }),
      runs(30),
    );
  });
});
