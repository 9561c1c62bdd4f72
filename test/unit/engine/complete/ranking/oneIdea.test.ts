import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asOneIdea } from '../../../../../src/engine/complete/ranking/oneIdea';

const row = (text: string, probability: number) => ({ text, probability });
const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text).join(' ');

describe('asOneIdea', () => {
  it('has the longer of two in the place of both where the shorter nearly always goes on so', () => {
    const rows = [row('、敢为人先', 0.4), row('、久久为功', 0.38), row('、敢为人先的锐气', 0.37)];
    assert.equal(texts(asOneIdea(rows)), '、敢为人先的锐气 、久久为功');
  });
  it('leaves rows after which one may stop, that go on in several ways, that are other ideas, or that the writer has taken', () => {
    for (const rows of [
      [row('、敢为人先', 0.4), row('、敢为人先的锐气', 0.2)],
      [row('抓落实', 0.4), row('抓落实，把路修好', 0.2), row('抓落实，把水引来', 0.2)],
      [row('抓落实', 0.4), row('谋发展', 0.4)],
    ])
      assert.equal(texts(asOneIdea(rows)), texts(rows));
    const taken = [row('抓落实', 0.4), row('抓落实，', 0.4)];
    assert.equal(texts(asOneIdea(taken, text => text === '抓落实')), texts(taken));
  });
  it('has of every idea a row that begins as it does, and no two where one nearly always follows', () => {
    const text = fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 4 }).map(parts => parts.join(''));
    const rows = fc.uniqueArray(
      fc.tuple(text, fc.double({ min: 0.01, max: 1, noNaN: true })).map(([text, p]) => row(text, p)),
      { selector: ({ text }) => text, maxLength: 10 },
    );
    fc.assert(
      fc.property(rows, given => {
        const left = asOneIdea(given);
        assert.ok(given.every(one => left.some(other => other.text.startsWith(one.text))));
        const isIn = (a: { text: string; probability: number }, b: { text: string; probability: number }) =>
          a !== b && b.text.startsWith(a.text) && b.probability >= 0.8 * a.probability;
        assert.ok(!left.some(a => left.some(b => isIn(a, b))));
      }),
    );
  });
});
