import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listFiles } from '../../../../src/corpus/listing/listFiles';
import { type FolderWatch, type Looking, watchFolders } from '../../../../src/corpus/listing/watchFolders';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

describe('watchFolders', () => {
  let folder: TestFolder;
  let watching: FolderWatch;
  let changes: number;
  let told: readonly string[] | null | undefined;
  beforeEach(() => {
    folder = testFolder();
    changes = 0;
  });
  afterEach(() => {
    watching.close();
    folder.remove();
  });

  const list = async (roots: readonly string[], never: readonly string[]) => {
    const { folders } = await listFiles(roots, { never });
    watching.follow(folders);
  };
  const start = async (roots: readonly string[], never: readonly string[] = [], looking?: Looking) => {
    const events = {
      stirred: () => {},
      changed: (places: readonly string[] | null) => {
        changes++;
        told = places;
        void list(roots, never);
      },
    };
    watching = watchFolders(roots, never, events, looking);
    await list(roots, never);
    await pause(50);
  };
  /** Waits for a change after `act`; how long is the business of the test's own time limit. */
  const changed = async (act: () => void) => {
    const before = changes;
    act();
    while (changes === before) await pause(20);
    await pause(50);
  };

  it('tells of files added, changed and deleted, in folders that come later, too', async () => {
    await start([folder.corpus]);
    await changed(() => folder.write('一.txt', 'x'));
    await changed(() => folder.write('一.txt', 'xy'));
    await changed(() => folder.write('年/二.txt', 'x'));
    await changed(() => folder.write('年/二.txt', 'xy'));
    await changed(() => rmSync(folder.path('一.txt')));
  });

  it('looks again and again on a network drive, where nobody tells of changes; not on a disk', async () => {
    const seen: unknown[] = [];
    const events = { stirred: () => {}, changed: (places: unknown) => void seen.push(places) };
    watching = watchFolders([folder.corpus], [], events, { isRemote: async () => false, everyMs: 1 });
    await pause(50);
    assert.deepEqual(seen, []);
    watching.close();
    watching = watchFolders([folder.corpus], [], events, { isRemote: async () => true, everyMs: 1 });
    while (seen.length < 3) await pause(5);
    assert.deepEqual(seen.slice(0, 3), [null, null, null], 'anywhere');
    watching.close();
    const { length } = seen;
    await pause(20);
    assert.equal(seen.length, length, 'not after it was closed');
  });

  it('tells in which folders, where no folder came or went', async () => {
    folder.write('年/一.txt', 'x');
    folder.write('月/二.txt', 'x');
    await start([folder.corpus]);
    await changed(() => {
      folder.write('年/一.txt', 'xy');
      rmSync(folder.path('月/二.txt'));
    });
    assert.deepEqual([...(told ?? [])].sort(), [folder.path('年'), folder.path('月')].sort());
    await changed(() => renameSync(folder.path('年'), folder.path('日')));
    assert.equal(told, null);
  });

  it('tells of many changes at once', async () => {
    await start([folder.corpus]);
    await changed(() => {
      for (let i = 0; i < 200; i++) folder.write(`${i}.txt`, 'x');
    });
    await pause(600);
    assert.equal(changes, 1);
  });

  it('says nothing of hidden files and of our own folder', async () => {
    mkdirSync(folder.path('索引'), { recursive: true });
    await start([folder.corpus], [folder.path('索引')]);
    folder.write('.一.txt', 'x');
    folder.write('~$一.txt', 'x');
    folder.write('索引/manifest.json', 'x');
    await pause(600);
    assert.equal(changes, 0);
    await changed(() => folder.write('一.txt', 'x'));
  });

  it('notices a root that comes, goes, and comes back under its name, in any order', async () => {
    const root = folder.path('优盘');
    await start([root]);
    await changed(() => mkdirSync(root, { recursive: true }));
    await changed(() => writeFileSync(join(root, '一.txt'), 'x'));
    await changed(() => renameSync(root, folder.path('别处')));
    await changed(() => writeFileSync(root, '一个文件'));
    await changed(() => {
      rmSync(root);
      mkdirSync(root);
    });
    await changed(() => writeFileSync(join(root, '二.txt'), 'x'));
  });

  it('notices a root that came back with the folder it lies in: nobody tells of that', async () => {
    const root = folder.path('外/优盘');
    const write = (to: string) => {
      mkdirSync(to, { recursive: true });
      writeFileSync(join(to, '一.txt'), 'x');
    };
    write(root);
    await start([root], [], { isRemote: async () => false, everyMs: 1e6, rootsMs: 50 });
    await changed(() => renameSync(folder.path('外'), folder.path('别处')));
    await changed(() => write(root));
    await changed(() => writeFileSync(join(root, '二.txt'), 'x'));
  });

  it('notices a single file that is replaced', async () => {
    const path = folder.write('一.txt', 'x');
    await start([path]);
    await changed(() => {
      writeFileSync(`${path}.new`, 'xyz');
      renameSync(`${path}.new`, path);
    });
  });

  describe('where every folder needs a watch of its own', () => {
    const names = ['1', '2', '3', '4'];
    const all = () => [folder.corpus, ...names.map(folder.path)];
    const told: (readonly string[] | null)[] = [];
    const watchAll = (looking: Partial<Looking>) => {
      told.length = 0;
      const events = { stirred: () => {}, changed: (places: readonly string[] | null) => void told.push(places) };
      watching = watchFolders([folder.corpus], [], events, { isRemote: async () => false, everyMs: 1e6, ...looking });
      watching.follow(all());
    };
    before(function () {
      if (process.platform === 'win32' || process.platform === 'darwin') this.skip();
    });
    beforeEach(() => {
      for (const name of names) folder.write(`${name}/一.txt`, 'x');
    });

    it('watches no more than it may, and looks now and then at the others', async () => {
      watchAll({ mostFolders: 3 });
      folder.write('4/一.txt', 'xy');
      folder.write('2/一.txt', 'xy');
      while (told.length === 0) await pause(20);
      assert.deepEqual(told, [[folder.path('2')]]);
      watching.close();
      watchAll({ mostFolders: 3, everyMs: 10 });
      while (told.length === 0) await pause(5);
      assert.equal(told[0], null, 'anywhere');
    });

    it('watches no folder that the last look did not enter', async () => {
      watchAll({});
      watching.follow(all().slice(0, 3));
      folder.write('4/一.txt', 'xy');
      folder.write('2/一.txt', 'xy');
      while (told.length === 0) await pause(20);
      assert.deepEqual(told, [[folder.path('2')]]);
    });
  });

  it('is at rest where links lead back to their parent', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('sub/一.txt', 'x');
    for (let i = 0; i < 8; i++) symlinkSync('..', folder.path(`sub/l${i}`));
    await start([folder.corpus]);
    await changed(() => folder.write('sub/二.txt', 'x'));
    await pause(600);
    assert.equal(changes, 1);
  });
});
