import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { unzipParts } from '../../../../src/corpus/formats/archive/unzipParts';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { formatNumber } from '../../../../src/corpus/formats/word/listNumbers';

describe('a document that would fill the memory', () => {
  for (const format of ['upperLetter', 'lowerRoman', 'chineseCounting', 'decimalZero', 'ideographZodiac', 'none']) {
    it(`has its numbers in digits where nobody counts so far: ${format}`, () => {
      assert.equal(formatNumber(1_000_000_000, format), '1000000000');
      assert.ok(formatNumber(9_999, format).length < 400);
    });
  }

  it('is refused by what all its parts expand to together', () => {
    const parts = (count: number) => {
      const names = Array.from({ length: count }, (_, i) => `word/header${i}.xml`);
      return zipSync(Object.fromEntries(names.map(name => [name, new Uint8Array(10_000)])));
    };
    const unzipped = (count: number, isWanted: (name: string) => boolean = () => true) =>
      unzipParts('文.docx', parts(count), isWanted, 20_000, 200_000).size;
    assert.equal(unzipped(20), 20);
    assert.throws(() => unzipped(21), UnreadableFileError);
    assert.equal(
      unzipped(60, name => name === 'word/header0.xml'),
      1,
      'what is not wanted is not unpacked',
    );
    assert.equal(unzipParts('小.docx', zipSync({ a: strToU8('甲') }), () => true).size, 1);
  });
});
