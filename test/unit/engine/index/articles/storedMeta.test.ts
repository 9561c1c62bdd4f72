import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeMeta, parseMeta } from '../../../../../src/engine/index/articles/storedMeta';
import { decodeCodeUnits } from '../../../../../src/engine/index/columns/memorySegment';
import type { StoredMeta } from '../../../../../src/engine/index/columns/segmentParts';

const textOf = (bytes: Uint8Array) => decodeCodeUnits(new Uint16Array(bytes.buffer));
const stored = (meta: StoredMeta) => parseMeta(textOf(encodeMeta(meta)));

describe('encodeMeta', () => {
  it('takes two bytes a character of a title, and one character more of what follows', () => {
    assert.equal(encodeMeta({ title: '在河湾开渠时讲的话' }).length, 18);
    assert.equal(encodeMeta({ title: '在河湾开渠时讲的话', speaker: '罗青' }).length, 18 + 2 + 4);
    assert.equal(encodeMeta({ title: '开渠', speaker: null, occasion: '开渠会' }).length, 4 + 2 + 2 + 6);
  });

  it('keeps what is no plain text of its own', () => {
    const furniture = { head: ['河湾报讯'], foot: [] };
    for (const meta of [
      { title: '{"title":"开渠"}' },
      { title: '一\u001f二', speaker: '罗青' },
      { title: '开渠', stated: ['title'] },
      { title: '开渠', furniture },
      { title: '\ud83d', occasion: '会' },
      { title: '', speaker: '' },
      { title: '\ufeff开渠' },
    ] satisfies StoredMeta[])
      assert.deepEqual(stored(meta), meta);
  });

  const field = fc.string({ unit: 'binary', maxLength: 12 });
  it('[property] gives back any fields, an empty one as it was and none as none', () => {
    fc.assert(
      fc.property(field, fc.option(field), fc.option(field), (title, speaker, occasion) => {
        const { title: own, speaker: by = null, occasion: at = null } = stored({ title, speaker, occasion })!;
        assert.deepEqual([own, by, at], [title, speaker, occasion]);
      }),
    );
  });
});

describe('parseMeta', () => {
  it('takes nothing for metadata that is none', () => {
    for (const text of ['{', '{"title":5}', '{"title":"开渠","stated":["path"]}', '甲\u001f乙\u001f丙\u001f丁'])
      assert.equal(parseMeta(text), null);
  });
});
