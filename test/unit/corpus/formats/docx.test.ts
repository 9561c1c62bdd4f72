import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { unzipParts } from '../../../../src/corpus/formats/archive/unzipParts';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { formatNumber } from '../../../../src/corpus/formats/word/listNumbers';
import { makeDocx, readDocx, wordNumbering, wordParagraph } from '../../../fixtures/docx';

const linesOf = (bytes: Uint8Array) => readDocx(bytes, 'a.docx').split('\n');

describe('readDocx', () => {
  it('writes out the numbers Word counts by itself', () => {
    const body = [
      wordParagraph('认清形势', 1),
      wordParagraph('山多地少', 1, 1),
      wordParagraph('水源不足', 1, 1),
      wordParagraph('南坡', 1, 2),
      wordParagraph('一个村子', 1, 3),
      wordParagraph('突出重点', 1),
      wordParagraph('苗木', 1, 1),
      wordParagraph('另起一段', 2),
      wordParagraph(''),
    ].join('');
    assert.deepEqual(linesOf(makeDocx({ body, numbering: wordNumbering })).slice(0, 8), [
      '一、认清形势',
      '（一）山多地少',
      '（二）水源不足',
      '1.南坡',
      '一个村子',
      '二、突出重点',
      '（一）苗木',
      '一、另起一段',
    ]);
  });

  it('takes the list of a style, inherited too, unless the paragraph says list 0', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Heading"/></w:style>`;
    const styled = (text: string, more = '') =>
      `<w:p><w:pPr><w:pStyle w:val="Own"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = styled('甲') + styled('乙', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('丙');
    assert.deepEqual(linesOf(makeDocx({ body, numbering: wordNumbering, styles })), ['一、甲', '乙', '二、丙']);
  });

  it('reads what is read: no deleted, hidden, field or fallback text, line breaks and text boxes', () => {
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>
      <w:r><w:t>山&amp;水</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:br/><w:t>第二行</w:t></w:r>
      <w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice>
      <mc:Fallback><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    assert.deepEqual(linesOf(makeDocx({ body })), ['山&水新', '第二行', '框内']);
  });

  it('says what is wrong with a file that is no document', () => {
    const bytes = makeDocx({ body: wordParagraph('甲') });
    const bad: readonly (readonly [Uint8Array, RegExp])[] = [
      [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4), /损坏.*damaged/],
      [strToU8('这不是压缩包'), /损坏.*damaged/],
      [zipSync({ 'a.txt': strToU8('甲') }), /没有 Word 正文/],
      [bytes.subarray(0, bytes.length >> 1), /损坏/],
    ];
    for (const [file, message] of bad) {
      assert.throws(
        () => readDocx(file, 'a.docx'),
        (error: unknown) =>
          error instanceof UnreadableFileError && error.path === 'a.docx' && message.test(error.message),
      );
    }
  });

  it('refuses a zip bomb while it expands, whatever size it claims', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(1 << 20) }, { level: 9 });
    assert.ok(bomb.length < 1 << 13);
    const claimed = Buffer.from(bomb);
    claimed.writeUInt32LE(10, 22);
    for (const bytes of [bomb, claimed])
      assert.throws(() => unzipParts('a.docx', bytes, () => true, 1 << 18), /压缩炸弹/);
    assert.equal(unzipParts('a.docx', bomb, () => true, 1 << 20).get('word/document.xml')?.length, 1 << 20);
  });
});

describe('formatNumber', () => {
  const cases: readonly (readonly [value: number, format: string, text: string])[] = [
    [1, 'chineseCounting', '一'],
    [10, 'chineseCounting', '十'],
    [12, 'chineseCountingThousand', '十二'],
    [20, 'japaneseCounting', '二十'],
    [101, 'chineseCounting', '一百零一'],
    [110, 'chineseCounting', '一百一十'],
    [3, 'chineseLegalSimplified', '叁'],
    [2, 'ideographTraditional', '乙'],
    [3, 'ideographZodiac', '寅'],
    [4, 'upperRoman', 'IV'],
    [9, 'lowerRoman', 'ix'],
    [28, 'lowerLetter', 'bb'],
    [3, 'decimalEnclosedCircle', '③'],
    [7, 'decimalZero', '07'],
    [7, 'someFutureFormat', '7'],
  ];
  for (const [value, format, text] of cases) {
    it(`${format} ${value}`, () => assert.equal(formatNumber(value, format), text));
  }
});
