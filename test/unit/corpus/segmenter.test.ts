import assert from 'node:assert/strict';
import { loadSegmenter } from '../../../src/corpus/segmenter';
import type { CutWords } from '../../../src/engine/text/segmentWords';

for (const [name, bytes] of [
  ['for a few files', 0],
  ['for many files', 1e9],
] as const) {
  describe(`segmenter ${name}`, () => {
    let cut: CutWords;
    before(function () {
      this.timeout(30_000);
      cut = loadSegmenter(bytes);
    });

    it('cuts into words', () => {
      assert.deepEqual(cut('推动高质量发展'), ['推动', '高质量', '发展']);
    });

    it('gives back every character of any text', () => {
      for (const text of [
        '',
        '一\n二\u0001',
        'a\u0000b',
        '推动😀𠮷野',
        '\ufffd\ufffd敢于',
        '\ud800推动\udc00',
        '　 \t',
        '１２３abc',
      ]) {
        assert.equal(cut(text).join('').length, text.length, JSON.stringify(text));
      }
    });
  });
}

describe('segmenter without the dictionary of nodejieba', () => {
  it('is the other one: nodejieba would end the process', function () {
    this.timeout(30_000);
    let jieba: { DEFAULT_DICT: string };
    try {
      jieba = require('nodejieba');
    } catch {
      return this.skip(); // could not be built here
    }
    const dictionary = jieba.DEFAULT_DICT;
    jieba.DEFAULT_DICT = `${dictionary}.missing`;
    try {
      assert.deepEqual(loadSegmenter(1e9)('推动高质量发展'), ['推动', '高质量', '发展']);
    } finally {
      jieba.DEFAULT_DICT = dictionary;
    }
  });
});
