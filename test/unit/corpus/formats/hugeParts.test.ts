import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { unzipParts } from '../../../../src/corpus/formats/archive/unzipParts';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { formatNumber } from '../../../../src/corpus/formats/word/listNumbers';
import { makeDocx, readDocx, wordParagraph } from '../../../fixtures/docx';

describe('a document that would fill the memory', () => {
  for (const format of ['upperLetter', 'lowerRoman', 'chineseCounting', 'decimalZero', 'ideographZodiac', 'none']) {
    it(`has its numbers in digits where nobody counts so far: ${format}`, () => {
      assert.equal(formatNumber(1_000_000_000, format), '1000000000');
      assert.ok(formatNumber(9_999, format).length < 400);
    });
  }

  it('has its numbers in digits when it is read', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/>
      <w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1. "/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const text = readDocx(makeDocx({ body: wordParagraph('抓落实', 1), numbering }), '文.docx');
    assert.match(text, /^1000000000\. ?抓落实$/);
  });

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
