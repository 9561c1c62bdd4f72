import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { openIndex } from '../../../src/corpus/index/indexStore';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { findPassages } from '../../../src/engine/passages/findPassages';
import type { Collection, Library } from '../../../src/library/library';
import { encodeLibrary } from '../../../src/library/libraryManifest';
import { libraryLimits } from '../../../src/library/limits';
import { publish } from '../../../src/library/publish';
import { replicate } from '../../../src/library/replicate';
import { openStore } from '../../../src/library/store/openStore';
import { type Store, type StoredManifest, StoreError } from '../../../src/library/store/store';
import { type ObjectServer, objectServer } from '../../fixtures/objectServer';
import { runs } from '../../fixtures/runs';
import { useTestCorpora } from '../../fixtures/testCorpora';

const KEYS = { accessKeyId: 'reader', secretAccessKey: 'a-secret-of-a-test' };
const signal = new AbortController().signal;
const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const MEGABYTE = 1 << 20;
/** A megabyte of the same, packed once and repeated: what is packed may consist of parts. */
const bomb = (fill: string, megabytes: number) =>
  Buffer.concat(Array<Buffer>(megabytes).fill(gzipSync(Buffer.alloc(MEGABYTE, fill))));
/** Tables of files that unpack without end. */
const BOMBS: readonly [string, Uint8Array][] = [
  ['blanks', bomb('\n', 100)],
  ['a line without end', bomb('[', 100)],
  ['bytes without end', bomb(`${' '.repeat(1000)}\n`, libraryLimits.fileTableBytes / MEGABYTE + 1)],
];

/** Whoever keeps the store may be mistaken, broken into, or an enemy: what is not as it should be is refused and named. */
describe('a hostile library', () => {
  const { folder, openIndexed } = useTestCorpora();
  let server: ObjectServer;
  let root: string;
  beforeEach(async () => {
    server = await objectServer(KEYS);
    root = join(folder.corpus, '..');
  });
  afterEach(() => server.close());

  const targets: Record<string, () => string> = {
    folder: () => join(root, '资料库'),
    bucket: () => `s3://county/speeches?endpoint=${server.address}`,
  };
  const replica = () => join(root, '副本');

  /** The reader has the first version, the store the second. */
  const twoVersions = async (store: Store): Promise<Library> => {
    folder.write('一.txt', '在作风建设大会上的讲话\n2023年2月6日\n各级干部要扑下身子抓落实，一件接着一件办。');
    const corpus = await openIndexed();
    const publication = { storage: folder.storage, corpus: [folder.corpus], name: '县委库' };
    await publish(store, publication);
    mkdirSync(replica());
    await replicate(store, { folder: replica(), signal });
    folder.write('二.txt', '在现场会上的讲话\n把春耕的每一件事抓实抓细。');
    corpus.refresh(false);
    await corpus.whenIdle();
    return (await publish(store, publication)).library;
  };
  /** Refused, told by its target and one of these words; the reader has what they had, and nothing came to lie elsewhere. */
  const isRefused = async (store: Store, ...words: (string | RegExp)[]) => {
    const elsewhere = readdirSync(root).sort();
    await assert.rejects(replicate(store, { folder: replica(), signal }), (error: StoreError) => {
      assert.ok(error instanceof StoreError, `${error}`);
      for (const word of words)
        for (const told of Object.values(error.told))
          assert.ok(typeof word === 'string' ? told.includes(word) : word.test(told), `${word}: ${told}`);
      return true;
    });
    assert.deepEqual(readdirSync(root).sort(), elsewhere);
    const index = await openIndex(replica());
    const articles = (wording: string) => findPassages(index.view, wording, 5).articles;
    assert.deepEqual([articles('扑下身子抓落实'), articles('春耕的每一件事'), index.damaged.size], [1, 0, 0]);
    await index.close();
  };
  const replaceManifest = async (store: Store, bytes: Uint8Array) => {
    const { version } = (await store.readManifest()) as StoredManifest;
    assert.ok(await store.replaceManifest(bytes, version));
  };

  for (const [kind, target] of Object.entries(targets)) {
    describe(`in a ${kind}`, () => {
      it('has objects that were changed, shortened, made longer, swapped or taken away', async () => {
        const store = await openStore(target(), KEYS);
        const { collections } = await twoVersions(store);
        const own = collections[0]!;
        const [table, segment] = [own.files.chunks[0]!, own.segments.at(-1)!.chunks[0]!];
        const sound = new Map<string, Uint8Array>();
        for (const name of [table, segment]) sound.set(name, (await store.readObject(name, 1e9))!);
        const wrongs: Record<string, (bytes: Uint8Array, random: number) => Uint8Array | null> = {
          flipped: (bytes, random) => bytes.map((byte, i) => (i === random % bytes.length ? byte ^ 1 : byte)),
          shorter: (bytes, random) => bytes.subarray(0, random % bytes.length),
          longer: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + (random % 100))]),
          swapped: bytes => (bytes === sound.get(table) ? sound.get(segment)! : sound.get(table)!),
          gone: () => null,
        };
        const attack = fc.record({
          name: fc.constantFrom(table, segment),
          how: fc.constantFrom(...Object.keys(wrongs)),
          random: fc.nat(),
        });
        const before = `${replica()}-before`;
        cpSync(replica(), before, { recursive: true });
        await fc.assert(
          fc.asyncProperty(attack, async ({ name, how, random }) => {
            rmSync(replica(), { recursive: true });
            cpSync(before, replica(), { recursive: true });
            const bytes = wrongs[how]!(sound.get(name)!, random);
            if (bytes) await store.writeObject(name, bytes);
            else await store.removeObject(name);
            await isRefused(store, name, store.target);
            await store.writeObject(name, sound.get(name)!);
          }),
          runs(6),
        );
        assert.equal(await replicate(store, { folder: replica(), signal }), 'new');
      });

      it('is mended by its publisher, who sends all anew', async () => {
        const store = await openStore(target(), KEYS);
        const { collections } = await twoVersions(store);
        const [name] = collections[0]!.segments.at(-1)!.chunks;
        const bytes = (await store.readObject(name!, 1e9))!;
        await store.writeObject(
          name!,
          bytes.map(byte => byte ^ 1),
        );
        const publication = { storage: folder.storage, corpus: [folder.corpus] };
        await publish(store, publication);
        await isRefused(store, '--force');
        await publish(store, { ...publication, again: true });
        assert.equal(await replicate(store, { folder: replica(), signal }), 'new');
        // What is shorter than it should be is seen without reading it.
        folder.write('三.txt', '在收官会上的讲话\n善始善终，善作善成。');
        const corpus = await openIndexed();
        const { collections: now } = (await publish(store, publication)).library;
        await corpus.dispose();
        const [table] = now[0]!.files.chunks;
        await store.writeObject(table!, Buffer.alloc(3));
        await publish(store, publication);
        assert.equal(await replicate(store, { folder: replica(), signal }), 'new');
      });

      it('has a manifest that leads elsewhere, promises too much, or contradicts itself', async () => {
        const store = await openStore(target(), KEYS);
        const library = await twoVersions(store);
        const own = library.collections[0]!;
        const changes: ((own: Collection) => object)[] = [
          own => ({ ...own, folders: ['../..'] }),
          own => ({ ...own, folders: ['.. '] }),
          own => ({ ...own, folders: ['/etc'] }),
          own => ({ ...own, folders: ['C:\\Windows'] }),
          own => ({ ...own, folders: ['a\u202etxt.exe'] }),
          own => ({ ...own, id: '../../../../publisher' }),
          own => ({ ...own, segments: [{ ...own.segments[0], id: '../x' }] }),
          own => ({ ...own, files: { ...own.files, chunks: ['../../library.json'] } }),
          own => ({ ...own, files: { ...own.files, chunks: own.files.chunks.map(name => name.toUpperCase()) } }),
          own => ({ ...own, segments: [{ ...own.segments[0], bytes: 2 ** 53 }] }),
          own => ({ ...own, segments: [{ ...own.segments[0], bytes: 0.5 }] }),
          own => ({ ...own, files: { bytes: 1e9, chunks: Array(120).fill(own.files.chunks[0]) } }),
          own => ({ ...own, slot: -1 }),
          // A weight for a folder of the reader's.
          own => ({ ...own, weights: { '../../../../../../home': 0.01 } }),
          own => ({ ...own, segments: [{ ...own.segments[0], characters: 1e14 }] }),
          own => ({ ...own, segments: [{ ...own.segments[0], articles: 1e9 }] }),
          own => ({ ...own, segments: [{ ...own.segments[0], frames: Array(9).fill({ bytes: 0, chunks: [] }) }] }),
          own => ({ ...own, segments: Array(libraryLimits.mostSegments + 1).fill(own.segments[0]) }),
          own => ({ ...own, __proto__: { polluted: true }, segments: null }),
        ];
        for (const change of changes) {
          const written = { ...library, collections: [change(own) as Collection] };
          await replaceManifest(store, encodeLibrary(written, INDEX_VERSION));
          await isRefused(store, 'library.json');
        }
        for (const text of ['', 'null', '[]', '{"format":"fanben-library"}', '<html>', '{'.repeat(100_000)]) {
          await replaceManifest(store, Buffer.from(text));
          await isRefused(store);
        }
      });

      it('promises more than any disk holds', async () => {
        const store = await openStore(target(), KEYS);
        const library = await twoVersions(store);
        const own = library.collections[0]!;
        const chunks = Array<string>(10_000).fill(own.files.chunks[0]!);
        const endless = { ...own.segments[0]!, bytes: chunks.length * libraryLimits.chunkBytes, chunks };
        const segments = Array.from({ length: 8 }, (_, i) => ({ ...endless, id: `s${i}` }));
        const bytes = encodeLibrary({ ...library, collections: [{ ...own, segments }] }, INDEX_VERSION);
        assert.ok(bytes.length < libraryLimits.manifestBytes);
        await replaceManifest(store, bytes);
        await isRefused(store, store.target, /MB/);
      });

      it('has a manifest of more than any may have', async () => {
        const store = await openStore(target(), KEYS);
        await twoVersions(store);
        await replaceManifest(store, Buffer.alloc(libraryLimits.manifestBytes + 1, ' '));
        await isRefused(store, 'library.json', store.target);
      });

      it('has a table of files that unpacks without end, or is none, or leads elsewhere', async () => {
        const store = await openStore(target(), KEYS);
        const library = await twoVersions(store);
        const own = library.collections[0]!;
        const row = { size: 1, mtimeMs: 1, hash: '', articles: 1, characters: 1, spans: [] };
        const at = (path: string) => gzipSync(`[\n${JSON.stringify({ ...row, path })}\n]\n`);
        const tables: [string, Uint8Array][] = [
          // Whence it comes is all the same to who unpacks it.
          ...(kind === 'folder' ? BOMBS : []),
          ['no table', Buffer.from('no table')],
          ['torn', gzipSync('[\n{}\n]').subarray(0, 20)],
          ...['../x', '/x', 'C:/x', '大会/../../x', '大会//x', '大会/.. /x', '大会/x\0', 'a\\..\\x'].map(
            (path): [string, Uint8Array] => [path, at(path)],
          ),
        ];
        for (const [what, packed] of tables) {
          const chunks: string[] = [];
          for (let from = 0; from < packed.length; from += libraryLimits.chunkBytes) {
            const piece = packed.subarray(from, from + libraryLimits.chunkBytes);
            await store.writeObject(nameOf(piece), piece);
            chunks.push(nameOf(piece));
          }
          const files = { bytes: packed.length, chunks };
          await replaceManifest(store, encodeLibrary({ ...library, collections: [{ ...own, files }] }, INDEX_VERSION));
          await isRefused(store, chunks[0]!).catch(error => assert.fail(`${what}: ${error}`));
        }
      });
    });
  }

  it('sends readers to another host: nobody goes there', async () => {
    const store = await openStore(targets.bucket!(), KEYS);
    await twoVersions(store);
    const elsewhere = await objectServer();
    for (const status of [301, 302, 303, 307, 308]) {
      server.before = () => ({ status, headers: { location: `${elsewhere.address}/county/speeches/library.json` } });
      await isRefused(store, store.target);
    }
    assert.deepEqual(elsewhere.requests, []);
    await elsewhere.close();
  });

  it('answers with what unpacks to more than was asked for', async () => {
    const store = await openStore(targets.bucket!(), KEYS);
    const { collections } = await twoVersions(store);
    const body = bomb('\0', 300);
    const [name] = collections[0]!.files.chunks;
    server.before = ({ url }) =>
      url?.includes(name!) ? { status: 200, body, headers: { 'content-encoding': 'gzip' } } : undefined;
    await isRefused(store, name!, store.target);
    server.before = () => ({ status: 200, body, headers: { 'content-encoding': 'gzip' } });
    await isRefused(store, 'library.json', store.target);
  });
});
