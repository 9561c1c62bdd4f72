import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { EMPTY_MANIFEST, type Manifest } from '../../../../src/corpus/index/manifest';
import { listFiles } from '../../../../src/corpus/listing/listFiles';
import type { Listing } from '../../../../src/corpus/listing/listing';
import { listPlaces, withPlaces } from '../../../../src/corpus/listing/listPlaces';
import { runs } from '../../../fixtures/runs';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

/** An index that has read all of a listing. */
const indexOf = ({ files }: Listing): Manifest => ({
  ...EMPTY_MANIFEST,
  files: files.map(state => ({
    ...state,
    hash: '',
    spans: [],
    articles: 0,
    characters: 0,
    removed: 0,
    problems: [],
    complete: true,
    entries: 0,
  })),
});

const statesOf = ({ files }: Listing) => files.map(({ path, size }) => `${path} ${size}`).sort();

describe('listPlaces', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  const whole = () => listFiles([folder.corpus], { exclude: ['**/*.bak'] });
  /** What a look at these places alone makes of the listing before; null where everything must be looked at. */
  const partial = async (before: Listing, ...places: string[]) => {
    const found = await listPlaces(places, [folder.corpus], new Set(before.folders), { exclude: ['**/*.bak'] });
    return found && withPlaces(indexOf(before), found);
  };

  it('finds what the whole look finds, whatever came, went, grew or moved between files', async () => {
    const name = fc.constantFrom('一.txt', '二.txt', '三.md', '四.bak', '五.png');
    const place = fc.constantFrom('', '甲', '甲/子', '乙');
    const change = fc.record({ place, name, act: fc.constantFrom('write', 'remove', 'move'), to: place });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
        for (const at of ['', '甲', '甲/子', '乙']) folder.write(`${at}/常在.txt`, 'x');
        const before = await whole();
        const places = new Set<string>();
        let grown = 1;
        for (const { place: at, name: file, act, to } of changes) {
          const path = folder.path(`${at}/${file}`);
          places.add(dirname(path));
          if (act === 'write') writeFileSync(path, 'x'.repeat(grown++));
          else if (act === 'remove') rmSync(path, { force: true });
          else {
            writeFileSync(path, 'x'.repeat(grown++));
            renameSync(path, folder.path(`${to}/${file}`));
            places.add(dirname(folder.path(`${to}/${file}`)));
          }
        }
        const found = await partial(before, ...places);
        assert.ok(found);
        assert.deepEqual(statesOf(found), statesOf(await whole()));
      }),
      runs(10),
    );
  });

  it('leaves what it cannot tell to the whole look', async () => {
    folder.write('甲/一.txt', 'x');
    folder.write('甲/子/二.txt', 'x');
    const before = await whole();
    const at = folder.path('甲');
    const tells = async () => (await partial(before, at)) !== null;
    assert.ok(await tells());
    mkdirSync(folder.path('甲/新'));
    assert.ok(!(await tells()), 'a folder that came');
    rmSync(folder.path('甲/新'), { recursive: true });
    renameSync(folder.path('甲/子'), folder.path('别处'));
    assert.ok(!(await tells()), 'a folder that went');
    renameSync(folder.path('别处'), folder.path('甲/子'));
    rmSync(folder.path('甲/子'), { recursive: true });
    rmSync(folder.path('甲/一.txt'));
    assert.ok(!(await tells()), 'an empty folder');
    assert.equal(await partial(before, folder.path('没有')), null);
  });

  it('leaves a folder with a link to the whole look', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('甲/一.txt', 'x');
    const before = await whole();
    symlinkSync(folder.path('甲/一.txt'), folder.path('甲/二.txt'));
    assert.equal(await partial(before, folder.path('甲')), null);
  });

  it('keeps the rows of files that were skipped, and of kinds that are counted', async () => {
    folder.write('甲/一.txt', 'x');
    folder.write('乙/二.txt', 'x');
    const before = await whole();
    const reason = { kind: 'picture', zh: '图片', en: 'pictures' } as const;
    const skipped = [
      { path: folder.path('乙/坏.doc'), size: 3, mtimeMs: 1, reason },
      { path: `${folder.corpus}/*(picture)`, size: -1, mtimeMs: 0, reason, count: 2 },
    ];
    const found = await listPlaces([folder.path('甲')], [folder.corpus], new Set(before.folders));
    const listing = withPlaces({ ...indexOf(before), skipped }, found!);
    assert.ok(listing!.files.some(({ path }) => path === folder.path('乙/坏.doc')));
    assert.deepEqual(
      listing!.unreadable.map(({ count }) => count),
      [2],
    );
  });
});
