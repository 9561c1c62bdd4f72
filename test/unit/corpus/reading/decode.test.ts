import assert from 'node:assert/strict';
import { encode } from 'iconv-lite';
import { decodeText, NotTextError } from '../../../../src/corpus/reading/decode';
import { speechSource } from '../../../fixtures/speech';

const TRADITIONAL = '各位鄉親：\n今天我們在這裡開會，討論水庫和道路的問題。大家有什麼意見，都可以提出來，不要有顧慮。';
const SHORT = '开好会，抓落实。';

describe('decodeText', () => {
  const cases: readonly (readonly [encoding: string, bytes: Uint8Array, text: string])[] = [
    ['utf8', encode(speechSource, 'utf8'), speechSource],
    ['utf8bom', encode(speechSource, 'utf8', { addBOM: true }), speechSource],
    ['utf16le', encode(speechSource, 'utf-16le', { addBOM: true }), speechSource],
    ['utf16be', encode(speechSource, 'utf-16be', { addBOM: true }), speechSource],
    ['utf16le', encode(speechSource, 'utf-16le', { addBOM: false }), speechSource],
    ['utf16be', encode(speechSource, 'utf-16be', { addBOM: false }), speechSource],
    ['gb18030', encode(speechSource, 'gbk'), speechSource],
    ['gb18030', encode(`${speechSource}𬭚`, 'gb18030'), `${speechSource}𬭚`],
    ['gb18030', encode(SHORT, 'gbk'), SHORT],
    ['big5hkscs', encode(TRADITIONAL, 'big5'), TRADITIONAL],
    ['utf16le', encode('Hello', 'utf-16le', { addBOM: false }), 'Hello'],
    ['utf8', encode('plain ASCII', 'utf8'), 'plain ASCII'],
    ['utf8', new Uint8Array(), ''],
  ];
  for (const [i, [encoding, bytes, text]] of cases.entries()) {
    it(`${i + 1}. ${encoding}, ${bytes.length} bytes`, () => assert.deepEqual(decodeText(bytes), { text, encoding }));
  }

  it('reads GBK that a program has put the mark of UTF-8 before, and UTF-8 with a broken byte behind its mark', () => {
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    const marked = decodeText(Buffer.concat([mark, encode(speechSource, 'gbk')]));
    assert.deepEqual(marked, { text: speechSource, encoding: 'gb18030' });
    const broken = decodeText(Buffer.concat([mark, encode(speechSource, 'utf8'), Buffer.from([0xe6])]));
    assert.equal(broken.encoding, 'utf8bom');
    assert.ok(broken.text.startsWith(speechSource));
  });

  it('keeps line breaks as they are', () => {
    assert.equal(decodeText(encode('甲\r\n乙\r丙\n', 'gbk')).text, '甲\r\n乙\r丙\n');
  });

  it('reads UTF-8 that was cut off in the middle of a character', () => {
    const { text, encoding } = decodeText(encode(speechSource, 'utf8').subarray(0, -1));
    assert.equal(encoding, 'utf8');
    assert.ok(text.startsWith(speechSource.slice(0, -1)));
  });

  it('believes UTF-8 bytes more than what a page declares, and the page more than a guess', () => {
    assert.equal(decodeText(encode(speechSource, 'utf8'), 'gb2312').encoding, 'utf8');
    assert.deepEqual(decodeText(encode('讲话', 'gbk'), 'GB2312'), { text: '讲话', encoding: 'gb18030' });
    assert.deepEqual(decodeText(encode('講話', 'big5'), 'big5'), { text: '講話', encoding: 'big5hkscs' });
  });

  it('reads a file that was put together of pieces in two encodings, each line in its own', () => {
    const unicode = '各乡镇要把水渠修到田头。\r\n';
    const other = '谁的渠段谁负责，年底一条一条地验收。\r\n';
    const mixed = Buffer.concat([
      encode(unicode, 'utf8'),
      encode(other, 'gbk'),
      Buffer.from('1.\r\n'),
      encode(unicode, 'utf8'),
    ]);
    assert.equal(decodeText(mixed).text, `${unicode}${other}1.\r\n${unicode}`);
    const broken = Buffer.concat([
      encode(unicode.repeat(9), 'utf8'),
      Buffer.of(0xe5, 0x8e, 0x0a),
      encode(unicode, 'utf8'),
    ]);
    assert.deepEqual([decodeText(broken).encoding, decodeText(broken).text.startsWith(unicode)], ['utf8', true]);
  });

  it('refuses binary data and says so', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256);
    for (const bytes of [
      noise,
      new Uint8Array(500),
      Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2),
      encode('%PDF-1.7 ...', 'utf8'),
    ]) {
      assert.throws(() => decodeText(bytes), NotTextError);
    }
  });
});
