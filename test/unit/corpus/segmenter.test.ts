import assert from 'node:assert/strict';
import { loadSegmenter } from '../../../src/corpus/segmenter';

for (const [name, bytes] of [
  ['for a few files', 0],
  ['for many files', 1e9],
] as const) {
  describe(`segmenter ${name}`, () => {
    it('cuts into words', () => {
      const cut = loadSegmenter(bytes);
      assert.deepEqual(cut('推动高质量发展'), ['推动', '高质量', '发展']);
    });

    it('gives back every character of any text', () => {
      const cut = loadSegmenter(bytes);
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
