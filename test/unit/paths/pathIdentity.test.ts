import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byPath, createPathIdentity, MANNERS } from '../../../src/paths/pathIdentity';

const [windows, mac, other] = [MANNERS.win32, MANNERS.darwin, MANNERS.other].map(createPathIdentity) as [
  ReturnType<typeof createPathIdentity>,
  ReturnType<typeof createPathIdentity>,
  ReturnType<typeof createPathIdentity>,
];
const [composed, decomposed] = ['/稿/caf\u00e9.txt', '/稿/cafe\u0301.txt'];

describe('path identity', () => {
  it('of Windows: case, drive letters, either separator, one at the end', () => {
    assert.ok(windows.isSame('d:\\稿\\讲话.TXT', 'D:/稿/讲话.txt'));
    assert.ok(windows.isSame('d:\\稿\\', 'D:\\稿'));
    assert.ok(windows.isSame('d:\\', 'D:/'));
    assert.ok(!windows.isSame('d:\\稿', 'd:\\稿件'));
    assert.ok(!windows.isSame(composed, decomposed));
    assert.ok(windows.isWithin('D:\\稿\\甲.txt', 'd:/稿'));
    assert.ok(windows.isWithin('D:\\甲.txt', 'd:\\'));
    assert.ok(windows.isWithin('\\\\NAS\\稿\\甲.txt', '\\\\nas\\稿'));
    assert.ok(!windows.isWithin('D:\\稿件\\甲.txt', 'd:\\稿'));
  });

  it('of macOS: case, and accents in one piece or two', () => {
    assert.ok(mac.isSame(composed, decomposed));
    assert.ok(mac.isSame('/Users/a/稿/A.TXT', '/users/a/稿/a.txt'));
    assert.ok(mac.isWithin(decomposed, '/稿'));
  });

  it('elsewhere: as they are written', () => {
    assert.ok(!other.isSame('/稿/A.txt', '/稿/a.txt'));
    assert.ok(!other.isSame(composed, decomposed));
    assert.ok(other.isSame('/稿/', '/稿'));
    assert.ok(other.isWithin('/a', '/'));
    assert.ok(!other.isWithin('/ab', '/a'));
  });

  it('is one for all of its spellings, and the same after a second look', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map(text => text.replace(/[\\/]/g, '甲'));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(parts => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, fc.constantFrom(windows, mac, other), (text, identity) => {
        assert.equal(identity.keyOf(identity.keyOf(text)), identity.keyOf(text));
        assert.ok(identity.isWithin(text, text) && identity.isWithin(`${text}/甲`, text));
        if (identity === mac) assert.ok(mac.isSame(text.normalize('NFC'), text.normalize('NFD')));
      }),
    );
  });

  it('finds what is written the same before what is the same file', () => {
    const find = byPath(
      new Map([
        ['/稿/a.txt', 1],
        ['/稿/A.txt', 2],
      ]),
      mac,
    );
    assert.deepEqual([find('/稿/a.txt'), find('/稿/A.txt')], [1, 2]);
    assert.ok(find('/稿/A.TXT') !== undefined);
    assert.equal(find('/稿/b.txt'), undefined);
  });
});
