import assert from 'node:assert/strict';
import { Ledger } from '../../../../src/corpus/builder/publishing/ledger';
import { EMPTY_MANIFEST, type FileRecord, type Manifest } from '../../../../src/corpus/index/manifest';
import { withPlaces } from '../../../../src/corpus/listing/listPlaces';
import { respelled } from '../../../../src/corpus/listing/respelled';
import { createPathIdentity, MANNERS } from '../../../../src/paths/pathIdentity';

const [windows, mac, linux] = [MANNERS.win32, MANNERS.darwin, MANNERS.other].map(createPathIdentity);
const state = (path: string, size = 10) => ({ path, size, mtimeMs: 1_000 });
const record = (path: string, segment: string): FileRecord => ({
  ...state(path),
  hash: segment,
  spans: [{ segment, first: 0, count: 1 }],
  articles: 1,
  characters: 10,
  removed: 0,
  problems: [],
  complete: true,
  entries: 1,
});
const indexOf = (...files: FileRecord[]): Manifest => ({ ...EMPTY_MANIFEST, files });
const pathsOf = ({ files }: Manifest) => files.map(({ path, spans }) => `${path} ${spans[0]?.segment}`);

describe('an index whose files are spelled otherwise now', () => {
  it('has them by their new spelling, where the system takes both for one', () => {
    const renamed = indexOf(record('d:\\稿\\A.txt', 's1'), record('d:\\稿\\B.txt', 's2'));
    const found = [state('D:\\稿\\a.txt'), state('D:\\稿\\B.txt')];
    assert.deepEqual(pathsOf(respelled(renamed, found, windows)), ['D:\\稿\\a.txt s1', 'D:\\稿\\B.txt s2']);
    const [composed, apart] = ['/稿/caf\u00e9.txt', '/稿/cafe\u0301.txt'];
    assert.deepEqual(pathsOf(respelled(indexOf(record(composed, 's')), [state(apart)], mac)), [`${apart} s`]);
  });

  it('is as it was where they are two files, and where nothing is found', () => {
    const index = indexOf(record('/稿/A.txt', 's'));
    assert.equal(respelled(index, [state('/稿/a.txt')], linux), index);
    assert.equal(respelled(index, [state('/稿/A.txt'), state('/稿/a.txt')], mac), index);
    assert.equal(respelled(index, [], mac), index);
  });

  it('that has a file twice keeps what was read under the name it has', () => {
    const twice = indexOf(record('/稿/A.txt', 'old'), record('/稿/a.txt', 'new'));
    assert.deepEqual(pathsOf(respelled(twice, [state('/稿/a.txt')], mac)), ['/稿/a.txt new']);
  });

  it('so that what is read of it replaces what was', () => {
    const found = [state('/稿/a.txt', 11)];
    const ledger = new Ledger(respelled(indexOf(record('/稿/A.txt', 'old')), found, mac), null);
    const part = {
      file: found[0]!,
      hash: 'h',
      first: 0,
      count: 1,
      characters: 9,
      removed: 0,
      problems: [],
      entries: 1,
    };
    ledger.enter({ id: 'new', characters: 9, articles: 1, bytes: 9 }, [{ ...part, fresh: true, complete: true }]);
    assert.deepEqual(pathsOf(ledger.manifest(1)), ['/稿/a.txt new']);
  });

  it('lists a folder that was renamed so once, when it alone was looked at', () => {
    const found = { places: ['/稿/b'], files: [state('/稿/b/甲.txt')], unreadable: [] };
    const listing = withPlaces(indexOf(record('/稿/B/甲.txt', 's'), record('/稿/乙.txt', 't')), found, mac);
    assert.deepEqual(listing?.files.map(({ path }) => path).sort(), ['/稿/b/甲.txt', '/稿/乙.txt'].sort());
  });
});
