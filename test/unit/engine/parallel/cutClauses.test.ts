import assert from 'node:assert/strict';
import { cutClauses, depthOf, sentencesOf } from '../../../../src/engine/parallel/cutClauses';

function cut(source: string, depth: number): string[] {
  return cutClauses({ paragraph: 0, source }, depth).map(({ text }) => text);
}

describe('cutClauses', () => {
  it('cuts at marks of the depth and deeper', () => {
    const text = '守初心、担使命，转作风；抓落实。';
    assert.deepEqual(cut(text, 1), ['守初心', '担使命', '转作风', '抓落实']);
    assert.deepEqual(cut(text, 2), ['守初心、担使命', '转作风', '抓落实']);
    assert.deepEqual(cut(text, 3), ['守初心、担使命，转作风', '抓落实']);
  });

  it('drops the broken half of a quotation, and keeps a whole one', () => {
    assert.deepEqual(cut('坚持“想在前、干在前”的作风', 1), ['想在前', '干在前']);
    assert.deepEqual(cut('坚持“想在前、干在前”的作风', 2), ['坚持“想在前、干在前”的作风']);
  });

  it('gives sentences, with the deepest of several marks', () => {
    const clauses = cutClauses({ paragraph: 0, source: '他说：“好，就这样。”走吧' }, 2);
    assert.deepEqual(clauses.map(depthOf), [3, 2, 4, 4]);
    assert.deepEqual(
      sentencesOf(clauses).map(sentence => sentence.map(({ text }) => text)),
      [['他说'], ['好', '就这样'], ['走吧']],
    );
  });
});
