import assert from 'node:assert/strict';
import { isTypedPhrase, type TextChange } from '../../../../src/client/list/typedPhrase';

const insertion = (text: string, offset = 10): TextChange => ({ offset, replaced: 0, text });

describe('isTypedPhrase', () => {
  it('takes what an input method inserts, and single marks', () => {
    for (const text of ['推动', '高', '，', '“”', '实事求是'])
      assert.equal(isTypedPhrase(insertion(text), undefined), true);
  });

  it('takes the commit of a composition, however long', () => {
    const letters = { offset: 10, replaced: 14, text: "tui'dong'gao'zhi" };
    const commit = { offset: 10, replaced: letters.text.length, text: '推动高质量发展取得成效' };
    assert.equal(isTypedPhrase(commit, letters), true);
  });

  it('waits while letters are composed', () => {
    assert.equal(isTypedPhrase(insertion('t'), undefined), false);
    assert.equal(isTypedPhrase({ offset: 10, replaced: 1, text: 'tu' }, insertion('t')), false);
  });

  it('leaves Latin text, blanks and new lines alone', () => {
    for (const text of ['word', '2025', ' ', '\n', '推动\n'])
      assert.equal(isTypedPhrase(insertion(text), undefined), false);
  });

  it('leaves pasted text alone', () => {
    assert.equal(isTypedPhrase(insertion('坚持以人民为中心的发展思想'), undefined), false);
    const overSelection = { offset: 10, replaced: 4, text: '另起炉灶' };
    assert.equal(isTypedPhrase(overSelection, undefined), false);
    assert.equal(isTypedPhrase(overSelection, insertion('word', 40)), false);
  });

  it('leaves an accepted phrase alone, though it replaces what was typed before it', () => {
    assert.equal(isTypedPhrase({ offset: 10, replaced: 2, text: '推动高质量发展' }, insertion('推动')), false);
  });
});
