import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bringsBack,
  type Ghost,
  isBeingComposed,
  leftOf,
  nextPart,
  type PlacedGhost,
  restOf,
} from '../../../../src/client/ghost/shownGhost';

/** `紧迫感|，` → a ghost with its words; its clauses end at marks and at its end. */
function ghost(marked: string): Ghost {
  const words = marked.split('|');
  const text = words.join('');
  const wordEnds = words.map((_, i) => words.slice(0, i + 1).join('').length);
  return { text, wordEnds, clauseEnds: wordEnds.filter(end => end === text.length || text[end - 1] === '，') };
}
const placed = (head: string, marked: string, line = 'draft 3'): PlacedGhost => ({ line, head, ghost: ghost(marked) });

describe('a shown ghost', () => {
  it('is taken to its end piece by piece, in words and in clauses', () => {
    const words = fc.array(fc.constantFrom('紧迫感', '，', '抓', '项目', '。'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.array(fc.constantFrom('word' as const, 'clause' as const)), (all, pieces) => {
        let left: Ghost | null = ghost(all.join('|'));
        let taken = '';
        for (let i = 0; left; i++) {
          const piece = nextPart(left, pieces[i] ?? 'word');
          assert.ok(piece.length > 0);
          taken += piece;
          left = restOf(left, piece);
          if (left) assert.equal(left.wordEnds.at(-1), left.text.length);
        }
        assert.equal(taken, all.join(''));
      }),
    );
  });

  it('keeps the rest of what is typed of it, in the middle of a word too', () => {
    assert.deepEqual(restOf(ghost('紧迫感|，|抓|项目'), '紧迫'), {
      text: '感，抓项目',
      wordEnds: [1, 2, 3, 5],
      clauseEnds: [2, 5],
    });
    assert.equal(restOf(ghost('紧迫感'), '紧张'), null);
    assert.equal(restOf(ghost('紧迫感'), '紧迫感'), null);
  });

  it('is left only on its line, behind what stood before it', () => {
    const one = placed('要以', '紧迫感');
    assert.equal(leftOf(one, { line: 'draft 3', head: '要以紧' })?.text, '迫感');
    assert.equal(leftOf(one, { line: 'draft 4', head: '要以紧' }), null);
    assert.equal(leftOf(one, { line: 'draft 3', head: '要有紧' }), null);
    assert.equal(leftOf(one, { line: 'draft 3', head: '要' }), null);
  });

  it('waits while letters are composed in its place', () => {
    const one = placed('要以', '紧迫感');
    assert.ok(isBeingComposed(one, { line: 'draft 3', head: '要以jin' }));
    assert.ok(isBeingComposed(one, { line: 'draft 3', head: "要以紧po'g" }));
    assert.ok(!isBeingComposed(one, { line: 'draft 3', head: '要以紧' }));
    assert.ok(!isBeingComposed(one, { line: 'draft 3', head: '要以实际x' }));
  });

  it('that was dismissed is known again at its place and behind it, and another is not', () => {
    const dismissed = placed('要以', '紧迫感|，|抓|项目');
    assert.ok(bringsBack(dismissed, placed('要以', '紧迫感|，|稳|增长')));
    assert.ok(bringsBack(dismissed, placed('要以紧迫感，', '抓')));
    assert.ok(!bringsBack(dismissed, placed('要以', '实际|行动')));
    assert.ok(!bringsBack(dismissed, placed('要以紧迫感，', '稳|增长')));
    assert.ok(!bringsBack(dismissed, placed('要以', '紧迫感', 'draft 9')));
  });
});
