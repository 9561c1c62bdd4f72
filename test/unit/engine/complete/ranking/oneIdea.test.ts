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
  it('is taken in two steps where the longer one adds a word, not a mark', () => {
    assert.deepEqual(asOneIdea([row('、敢为人先', 0.4), row('、敢为人先的锐气', 0.37)]), [
      { ...row('、敢为人先的锐气', 0.37), step: 5 },
    ]);
    assert.deepEqual(asOneIdea([row('抓落实', 0.4), row('抓落实，', 0.39)]), [row('抓落实，', 0.39)]);
  });
  it('is taken at once where the shorter one ends with a character that may belong to what follows', () => {
    assert.deepEqual(asOneIdea([row('遏制重', 0.4), row('遏制重特大火灾', 0.39)]), [row('遏制重特大火灾', 0.39)]);
  });
  it('has of rows that differ in their last mark the two likeliest', () => {
    const rows = [row('春耕，', 0.25), row('备耕', 0.2), row('春耕。', 0.2), row('春耕、', 0.125)];
    assert.equal(texts(asOneIdea(rows)), '春耕， 春耕。 备耕');
    assert.equal(texts(asOneIdea([row('春耕，', 0.3), row('春耕。', 0.05)])), '春耕， 春耕。');
  });
  it('leaves alone what the writer has taken', () => {
    for (const taken of [
      [row('抓落实', 0.4), row('抓落实，把路修好', 0.4)],
      [row('春耕，', 0.25), row('春耕。', 0.2)],
    ]) {
      const own = taken[0]!.text;
      assert.deepEqual(
        asOneIdea(taken, text => text === own),
        taken,
      );
    }
  });
  it('leaves rows after which one may stop, that go on in several ways, or that are other ideas', () => {
    for (const rows of [
      [row('、敢为人先', 0.4), row('、敢为人先的锐气', 0.2)],
      [row('抓落实', 0.4), row('抓落实，把路修好', 0.2), row('抓落实，把水引来', 0.2)],
      [row('抓落实', 0.4), row('谋发展', 0.4)],
    ])
      assert.equal(texts(asOneIdea(rows)), texts(rows));
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
