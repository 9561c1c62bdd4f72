import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  EMPTY_MANIFEST,
  type Manifest,
  ownersBySegment,
  totals,
  withoutSegments,
} from '../../../../src/corpus/index/manifest';
import { manifestPath, readManifest, writeManifest } from '../../../../src/corpus/index/manifestFile';
import { theWorld } from '../../../../src/corpus/storage/world';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

const state = { size: 10, mtimeMs: 1.5, hash: 'h', removed: 0, problems: [], complete: true, entries: 1 };
const manifest: Manifest = {
  ...EMPTY_MANIFEST,
  segments: [
    { id: 'a', characters: 100, articles: 3, bytes: 1000 },
    { id: 'b', characters: 50, articles: 1, bytes: 500 },
  ],
  files: [
    { ...state, path: '/后.txt', articles: 1, characters: 30, spans: [{ segment: 'a', first: 2, count: 1 }] },
    {
      ...state,
      path: '/合集.jsonl',
      articles: 3,
      characters: 110,
      spans: [
        { segment: 'a', first: 0, count: 2 },
        { segment: 'b', first: 0, count: 1 },
      ],
    },
  ],
};

describe('manifest', () => {
  it('tells who owns what in each segment, in order', () => {
    assert.deepEqual(
      [...ownersBySegment(manifest)],
      [
        [
          'a',
          [
            { path: '/合集.jsonl', first: 0, count: 2 },
            { path: '/后.txt', first: 2, count: 1 },
          ],
        ],
        ['b', [{ path: '/合集.jsonl', first: 0, count: 1 }]],
      ],
    );
    assert.deepEqual(totals(manifest), { articles: 4, characters: 140, indexBytes: 1500 });
  });

  it('forgets the files of a lost segment', () => {
    const left = withoutSegments(manifest, new Set(['b']));
    assert.deepEqual(
      left.files.map(({ path }) => path),
      ['/后.txt'],
    );
    assert.deepEqual(
      left.segments.map(({ id }) => id),
      ['a'],
    );
  });
});

describe('manifestFile', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = testFolder();
    mkdirSync(folder.storage);
  });
  afterEach(() => folder.remove());

  it('gives back what was written, is JSON, and leaves nothing beside', async () => {
    await writeManifest(folder.storage, manifest);
    await writeManifest(folder.storage, manifest);
    assert.deepEqual(await readManifest(folder.storage), manifest);
    assert.deepEqual(JSON.parse(readFileSync(manifestPath(folder.storage), 'utf8')).manifest, manifest);
    assert.deepEqual(readdirSync(folder.storage), ['manifest.json']);
  });

  it('tells missing, foreign and damaged', async () => {
    assert.equal(await readManifest(folder.storage), 'missing');
    const path = manifestPath(folder.storage);
    for (const foreign of ['', '{}', 'not json', '{"format":"fanben-index","version":99,"checksum":1,"manifest":{}}']) {
      writeFileSync(path, foreign);
      assert.equal(await readManifest(folder.storage), 'foreign', foreign);
    }
  });

  it('takes no manifest of another shape, though its checksum is right', async () => {
    const [file] = manifest.files;
    const spans = [{ segment: 'a', first: 2, count: 2 }];
    for (const spoilt of [
      null,
      [],
      { ...manifest, segments: {} },
      { ...manifest, segments: [{ ...manifest.segments[0], id: '../a' }] },
      { ...manifest, files: [null] },
      { ...manifest, files: [{ ...file, spans: [{ segment: 'c', first: 0, count: 1 }] }] },
      { ...manifest, files: [{ ...file, spans }] },
      { ...manifest, files: [{ ...file, problems: ['old'] }] },
      { ...manifest, skipped: [{ path: '/a', size: 1, mtimeMs: 1 }] },
      { ...manifest, nextCluster: '1' },
    ]) {
      await writeManifest(folder.storage, spoilt as unknown as Manifest);
      assert.equal(await readManifest(folder.storage), 'damaged', JSON.stringify(spoilt));
    }
  });

  it('notices any changed byte, and a file that is cut short', async () => {
    await writeManifest(folder.storage, manifest);
    const path = manifestPath(folder.storage);
    const bytes = readFileSync(path);
    // A file a byte would take three milliseconds each.
    const holding = (read: Buffer) => ({ files: { ...theWorld.files, read: async () => read } });
    assert.deepEqual(await readManifest(folder.storage, holding(bytes)), manifest);
    const body = bytes.indexOf('"manifest":') + '"manifest":'.length;
    for (let at = body; at < bytes.length - 2; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 0x01;
      assert.equal(await readManifest(folder.storage, holding(damaged)), 'damaged', `byte ${at}`);
    }
    for (const length of [bytes.length - 3, body + 10, body]) {
      writeFileSync(path, bytes.subarray(0, length));
      assert.equal(await readManifest(folder.storage), 'damaged', `${length} bytes`);
    }
  });
});
