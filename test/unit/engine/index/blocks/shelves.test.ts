import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodeShelf,
  encodeShelves,
  firstRow,
  oneShelf,
  type Shelf,
} from '../../../../../src/engine/index/blocks/shelves';
import { compareString, isBeyond, packStrings } from '../../../../../src/engine/index/blocks/shortStrings';
import { runs } from '../../../../fixtures/runs';
import { segmentOf } from '../../segmentOf';
import { laidOut, shelved } from './laidOut';

const word = fc.string({ unit: fc.constantFrom('推', '动', '高'), minLength: 1, maxLength: 4 });
const tables = fc.array(word, { maxLength: 40 }).map((texts): Shelf => {
  const sorted = texts.sort();
  return { texts: packStrings(sorted), columns: [Uint32Array.from(sorted, (_, row) => row)] };
});

describe('a table on shelves', () => {
  const index = laidOut([segmentOf([{ paragraphs: ['推动高质量发展。'] }])]).index;
  const onShelves = ({ texts, columns }: Shelf, rows: number, isThere?: (shelf: number) => boolean) =>
    shelved({ ...index, wide: texts, wideLo: columns[0]!, wideWidth: columns[0]! }, rows, isThere).wide;

  it('is searched as one in memory is, however many rows a shelf has', () => {
    fc.assert(
      fc.property(tables, word, fc.integer({ min: 1, max: 9 }), (table, text, rows) => {
        const [whole, cut] = [oneShelf(table), onShelves(table, rows)];
        assert.equal(cut.count, whole.count);
        for (const searched of [compareString, isBeyond])
          assert.equal(
            firstRow(cut, (texts, row) => Number(searched(texts, row, text)) > 0),
            firstRow(whole, (texts, row) => Number(searched(texts, row, text)) > 0),
          );
        const numbers = Array.from({ length: Math.ceil(cut.count / rows) }, (_, shelf) => [
          ...cut.read(shelf)!.columns[0]!,
        ]);
        assert.deepEqual(numbers.flat(), [...table.columns[0]!]);
      }),
    );
  });

  it('says nothing where the shelf that would tell cannot be read, and reads one at most', () => {
    fc.assert(
      fc.property(tables, word, fc.integer({ min: 1, max: 9 }), (table, text, rows) => {
        const read: number[] = [];
        const cut = onShelves(table, rows, shelf => {
          read.push(shelf);
          return false;
        });
        const found = firstRow(cut, (texts, row) => compareString(texts, row, text) >= 0);
        assert.equal(found, cut.count === 0 ? 0 : undefined);
        assert.equal(read.length, cut.count === 0 ? 0 : 1);
      }),
    );
  });

  it('is refused where its bytes are damaged, or is one whose texts can be compared', () => {
    const [bytes] = encodeShelves(
      oneShelf({ texts: packStrings(['动', '推动']), columns: [Uint32Array.of(1, 2)] }).read(0)!,
      8,
    );
    const flips = fc.array(fc.tuple(fc.nat(bytes!.length - 1), fc.nat(255)), { maxLength: 3 });
    fc.assert(
      fc.property(flips, fc.integer({ min: -9, max: 0 }), (changes, shorter) => {
        const other = Uint8Array.from(bytes!.subarray(0, bytes!.length + shorter));
        for (const [at, byte] of changes) if (at < other.length) other[at] = byte;
        const read = decodeShelf(other, 1);
        if (!read) return;
        assert.equal(shorter, 0);
        assert.equal(read.columns[0]!.length, read.texts.starts.length - 1);
        compareString(read.texts, read.texts.starts.length - 2, '推动高质量');
      }),
      runs(100),
    );
    assert.equal(decodeShelf(bytes!, 0), null);
    assert.equal(decodeShelf(new Uint8Array(), 1), null);
  });
});
