import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EMPTY_MANIFEST, type FileRecord, type Manifest } from '../../../../src/corpus/index/manifest';
import { devicesToKeep, withAbsentFolders } from '../../../../src/corpus/listing/absentFolders';
import { findChanges, isGone } from '../../../../src/corpus/listing/changes';
import type { Listing } from '../../../../src/corpus/listing/listing';

const ROOT = '/语料';
const DISK = 1;
const SHARE = 7;

const file = (path: string): FileRecord => ({
  path,
  size: 100,
  mtimeMs: 1,
  hash: path,
  spans: [],
  articles: 1,
  characters: 100,
  removed: 0,
  problems: [],
  complete: true,
  entries: 1,
});
const filesIn = (folder: string, count: number) => Array.from({ length: count }, (_, i) => file(`${folder}/${i}.txt`));
const known = (files: readonly FileRecord[], devices: Manifest['devices'] = []): Manifest => ({
  ...EMPTY_MANIFEST,
  files,
  devices,
});
const listing = (more: Partial<Listing> = {}): Listing => ({
  files: [],
  folders: [ROOT],
  unreadable: [],
  rootFiles: [],
  devices: [{ path: ROOT, device: DISK }],
  empty: [],
  ...more,
});
const emptied = { path: ROOT, device: DISK, isRoot: true };
const goneOf = (manifest: Manifest, found: Listing) =>
  findChanges(manifest, withAbsentFolders(manifest, found), null).gone.length;

describe('a corpus folder that is empty', () => {
  it('and had many files is taken to be absent, and marked', () => {
    const manifest = known(filesIn(ROOT, 20));
    const found = withAbsentFolders(manifest, listing({ empty: [emptied] }));
    assert.deepEqual(
      found.unreadable.map(({ path, kept }) => [path, kept]),
      [[ROOT, true]],
    );
    assert.match(found.unreadable[0]!.reason.zh, /20 个文件.*移动硬盘.*重建索引/);
    assert.match(found.unreadable[0]!.reason.en, /20 files.*drive.*Rebuild Index/);
    assert.equal(manifest.files.filter(isGone(found)).length, 0);
  });

  it('and had a few was emptied, on the same disk', () => {
    assert.equal(goneOf(known(filesIn(ROOT, 3), [emptied]), listing({ empty: [emptied] })), 3);
  });

  it('and is on another device than it was is absent, however few it had', () => {
    const manifest = known(filesIn(ROOT, 3), [{ path: ROOT, device: SHARE }]);
    assert.equal(goneOf(manifest, listing({ empty: [emptied] })), 0);
    // Until they return, for the device that they were on is remembered.
    const devices = devicesToKeep(manifest, listing({ empty: [emptied] }));
    assert.deepEqual(devices, [{ path: ROOT, device: SHARE }]);
  });

  it('so is a share in the midst of a corpus folder, but no folder of the same disk', () => {
    const [share, own] = [`${ROOT}/网盘`, `${ROOT}/旧稿`];
    const manifest = known([...filesIn(share, 2), ...filesIn(own, 30)], [{ path: share, device: SHARE }]);
    const empty = [share, own].map(path => ({ path, device: DISK, isRoot: false }));
    const found = withAbsentFolders(manifest, listing({ empty }));
    assert.deepEqual(
      found.unreadable.map(({ path }) => path),
      [share],
    );
  });

  it('and whose files are elsewhere now, was moved', () => {
    const manifest = known(filesIn(ROOT, 40));
    assert.equal(goneOf(manifest, listing({ empty: [emptied], files: filesIn('/新', 40) })), 40);
  });

  it('is told once, and no more when files are there again', () => {
    const manifest = known(filesIn(ROOT, 40));
    const found = withAbsentFolders(manifest, listing({ empty: [emptied] }));
    assert.equal(withAbsentFolders(manifest, found), found);
    assert.deepEqual(withAbsentFolders(manifest, listing({ files: filesIn(ROOT, 1) })).unreadable, []);
  });

  it('never makes a file gone that was not, and only ever speaks of empty folders', () => {
    const folder = fc.constantFrom(ROOT, `${ROOT}/甲`, `${ROOT}/乙`, '/他');
    const place = fc.record({ path: folder, device: fc.constantFrom(DISK, SHARE), isRoot: fc.boolean() });
    const some = fc.array(fc.tuple(folder, fc.nat(30)), { maxLength: 3 });
    fc.assert(
      fc.property(some, some, fc.array(place), fc.array(place), (before, now, empty, devices) => {
        const manifest = known(
          before.flatMap(([path, count]) => filesIn(path, count)),
          devices,
        );
        const plain = listing({ files: now.flatMap(([path, count]) => filesIn(path, count)), empty });
        const found = withAbsentFolders(manifest, plain);
        const told = found.unreadable.map(({ path }) => path);
        assert.ok(told.every(path => empty.some(one => one.path === path)));
        assert.ok(manifest.files.filter(isGone(found)).every(isGone(plain)));
      }),
    );
  });
});
