import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alphabetOf, codeWriter, readCodes } from '../../../../../src/engine/index/blocks/alphabet';
import { decodeBlockIndex, encodeBlockIndex } from '../../../../../src/engine/index/blocks/blockIndex';
import { decodeMetaPage } from '../../../../../src/engine/index/blocks/metaPage';
import { decodeRows } from '../../../../../src/engine/index/blocks/rows';
import { decodeTextPage } from '../../../../../src/engine/index/blocks/textPage';
import { isTextCode } from '../../../../../src/engine/index/textCodes';
import { runs } from '../../../../fixtures/runs';
import { segmentOf } from '../../segmentOf';
import { laidOut } from './laidOut';

const { index, pieces } = laidOut([
  segmentOf([
    { paragraphs: ['推动高质量发展，推动乡村全面振兴。', '抓实抓细，抓紧抓好。'] },
    { paragraphs: ['以钉钉子精神抓落实。'] },
  ]),
]);

/** Some bytes of it changed, cut off, or added. */
const spoiled = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
      fc.integer({ min: -6, max: 6 }),
    )
    .map(([changes, longer]) => {
      const other = new Uint8Array(Math.max(0, bytes.length + longer));
      other.set(bytes.subarray(0, other.length));
      for (const [at, byte] of changes) if (at < other.length) other[at] = byte;
      return other;
    });

describe('the bytes of a layout', () => {
  it('keep any code units of a text, frequent or not, and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 }), fc.string(), (codes, text) => {
        const alphabet = alphabetOf(Uint16Array.from(text, character => character.charCodeAt(0)));
        const write = codeWriter(alphabet);
        const bytes = new Uint8Array(3 * codes.length);
        let end = 0;
        for (const code of codes) end = write(bytes, end, code);
        const read = new Uint16Array(codes.length);
        const found = readCodes(alphabet, bytes.subarray(0, end), 0, read, 0, codes.length);
        // The alphabet was looked at when it was read; of all else nothing is let in that no text has.
        const isNone = codes.some(code => code !== 0 && !isTextCode(code) && !alphabet.codes.includes(code));
        assert.equal(found, isNone ? -1 : end);
        if (!isNone) assert.deepEqual([...read], codes);
        const cut = readCodes(alphabet, bytes.subarray(0, end - 1), 0, read, 0, codes.length);
        if (codes.length > 0) assert.equal(cut, -1);
      }),
    );
  });

  it('are refused where they are damaged, or give rows that lead nowhere beyond the text', () => {
    fc.assert(
      fc.property(spoiled(pieces[0]!), bytes => {
        const rows = decodeRows(bytes, index.alphabet, index.length, index.length);
        if (rows) assert.ok(rows.positions.every(position => position < index.length));
      }),
      runs(50),
    );
    for (const cut of [0, 1, 2, 20, pieces[0]!.length - 1])
      assert.equal(decodeRows(pieces[0]!.subarray(0, cut), index.alphabet, index.length, index.length), null);
    assert.equal(decodeTextPage(pieces[1]!.subarray(1), 0, index.length), null);
  });

  it('are no index where that contradicts itself', () => {
    const whole = encodeBlockIndex(index);
    assert.deepEqual(decodeBlockIndex(whole), index);
    fc.assert(
      fc.property(spoiled(whole), bytes => {
        const read = decodeBlockIndex(bytes);
        if (!read) return;
        assert.equal(read.pieceBytes.length, index.pieceBytes.length);
        assert.ok(read.articleStarts.every(start => start <= read.length));
      }),
      runs(50),
    );
  });

  it('are no metadata that name a file outside the library', () => {
    const page = (path: string) =>
      new TextEncoder().encode(JSON.stringify([{ path, entry: 0, title: '讲话', speaker: null, occasion: null }]));
    assert.equal(decodeMetaPage(page('讲话/一.txt'), 1)?.[0]?.path, '讲话/一.txt');
    for (const path of ['../一.txt', '/etc/passwd', 'C:\\一.txt', '讲话//一.txt', ''])
      assert.equal(decodeMetaPage(page(path), 1), null, path);
    assert.equal(decodeMetaPage(page('讲话/一.txt'), 2), null);
  });
});
