import assert from 'node:assert/strict';
import { layoutDraft } from '../../../../src/engine/officialDocument/layoutDraft';
import { partOf } from '../../../../src/engine/officialDocument/partOf';

const DRAFT = ['春耕大会讲话', '', '　　（一）抢农时。一天也不能误。', '　　要快。'];
const paragraphs = layoutDraft(DRAFT);
/** From `line:character` to `line:character`. */
const part = (from: [number, number], to: [number, number]) =>
  partOf(paragraphs, DRAFT, {
    start: { line: from[0], character: from[1] },
    end: { line: to[0], character: to[1] },
  }).map(({ role, text, lead }) => [role, text, lead?.end]);

describe('partOf', () => {
  it('gives back the whole for the whole', () => {
    assert.deepEqual(
      partOf(paragraphs, DRAFT, { start: { line: 0, character: 0 }, end: { line: 3, character: 5 } }),
      paragraphs,
    );
  });

  it('cuts the first and last paragraph, and the heading that one begins with', () => {
    assert.deepEqual(part([2, 5], [3, 3]), [
      ['body', '抢农时。一天也不能误。', 4],
      ['body', '要', undefined],
    ]);
    assert.deepEqual(part([2, 0], [2, 6]), [['body', '（一）抢', 4]]);
    assert.deepEqual(part([2, 10], [2, 12]), [['body', '天也', undefined]]);
    assert.deepEqual(part([0, 2], [0, 4]), [['title', '大会', undefined]]);
    assert.deepEqual(part([1, 0], [2, 2]), []);
  });
});
