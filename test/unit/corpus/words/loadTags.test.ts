import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { dictionaryFile } from '../../../../src/corpus/words/dictionaryFile';
import { loadTags } from '../../../../src/corpus/words/loadTags';

describe('tags of words', () => {
  it('are those of the dictionary, and none of what it has not', () => {
    const tagOf = loadTags();
    for (const [word, tag] of [
      ['责任', 'n'],
      ['推动', 'v'],
      ['扎实', 'a'],
      ['一', 'm'],
      ['', undefined],
      ['火星文化局', undefined],
    ] as const)
      assert.equal(tagOf(word), tag, word);
  });

  it('are found wherever a word stands in it', () => {
    const lines = readFileSync(dictionaryFile('jieba.dict.utf8'), 'utf8').trimEnd().split('\n');
    const tagOf = loadTags();
    const isEnglish = /[A-Z#+&]/;
    fc.assert(
      fc.property(fc.nat(lines.length - 1), at => {
        const [word = '', , tag] = lines[at]!.split(' ');
        if (!isEnglish.test(word) && word !== '高富帅') assert.equal(tagOf(word), tag, word);
      }),
    );
    for (const at of [10, lines.length - 1]) {
      const [word = '', , tag] = lines[at]!.split(' ');
      assert.equal(tagOf(word), tag, word);
    }
  });
});
