import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openIndex } from '../../../src/corpus/index/indexStore';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { findPassages } from '../../../src/engine/passages/findPassages';
import { objectsOf } from '../../../src/library/collections';
import { encodeLibrary } from '../../../src/library/libraryManifest';
import type { LibraryStatus } from '../../../src/library/openedLibrary';
import { openLibrary, replicaFolder } from '../../../src/library/openLibrary';
import { type Publication, publish } from '../../../src/library/publish';
import { replicate } from '../../../src/library/replicate';
import { openStore } from '../../../src/library/store/openStore';
import { type Store, type StoredManifest, StoreError } from '../../../src/library/store/store';
import { fakeClock } from '../../fixtures/fakeClock';
import { type ObjectServer, objectServer } from '../../fixtures/objectServer';
import { until, useTestCorpora } from '../../fixtures/testCorpora';

const KEYS = { accessKeyId: 'reader', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG' };
const signal = new AbortController().signal;

describe('a library', () => {
  const { folder, openIndexed } = useTestCorpora();
  let server: ObjectServer;
  let root: string;
  beforeEach(async () => {
    server = await objectServer(KEYS);
    root = join(folder.corpus, '..');
    mkdirSync(replica());
    folder.write('大会/一.txt', '在作风建设大会上的讲话\n2023年2月6日\n各级干部要扑下身子抓落实，一件接着一件办。');
    folder.write('二.txt', '在座谈会上的讲话\n2024年5月1日\n以钉钉子精神推动高质量发展。');
  });
  afterEach(() => server.close());

  const bucket = () => `s3://county/speeches?endpoint=${server.address}`;
  const kinds: Record<string, () => { target: string; store: () => Promise<Store> }> = {
    folder: () => ({ target: join(root, '资料库'), store: () => openStore(join(root, '资料库')) }),
    bucket: () => ({ target: bucket(), store: () => openStore(bucket(), KEYS) }),
  };
  const publication = (more: Partial<Publication> = {}): Publication => ({
    storage: folder.storage,
    corpus: [folder.corpus],
    name: '县委库',
    ...more,
  });
  const replica = () => join(root, '副本');
  /** How often the replica says a wording, and where. */
  const found = async (wording: string) => {
    const index = await openIndex(replica());
    const { passages } = findPassages(index.view, wording, 5);
    await index.close();
    return passages.map(({ article }) => article);
  };

  for (const [kind, make] of Object.entries(kinds)) {
    describe(`in a ${kind}`, () => {
      it('has for every reader what its publisher has, under names that say nothing of the machine', async () => {
        await openIndexed({ mine: true });
        const store = await make().store();
        const { library, sent } = await publish(store, publication());
        assert.ok(sent > 0);
        assert.deepEqual([library.name, library.collections[0]?.folders], ['县委库', ['讲话']]);
        assert.equal(await replicate(store, { folder: replica(), signal }), 'new');
        const [article] = await found('扑下身子抓落实');
        assert.equal(article?.title, '在作风建设大会上的讲话');
        assert.equal(article.path, join(replica(), 'articles', '讲话', '大会', '一.txt'));
        assert.ok(readdirSync(replica()).some(name => name.endsWith('.frames')));
        assert.equal(await replicate(store, { folder: replica(), signal }), 'same');
      });

      it('sends and fetches only what is new', async () => {
        const corpus = await openIndexed();
        const store = await make().store();
        await publish(store, publication());
        await replicate(store, { folder: replica(), signal });
        assert.equal((await publish(store, publication())).sent, 0);
        folder.write('三.txt', '在现场会上的讲话\n把春耕的每一件事抓实抓细。');
        corpus.refresh(false);
        await corpus.whenIdle();
        await publish(store, publication());
        await replicate(store, { folder: replica(), signal });
        assert.equal((await found('春耕的每一件事')).length, 1);
        assert.equal((await found('扑下身子')).length, 1);
      });

      it('takes two publishers at once: neither loses what the other published', async () => {
        await openIndexed();
        const own = await make().store();
        const others = await make().store();
        // As another machine would: the same articles, but an index and an id of its own.
        const second = join(root, '别处');
        cpSync(folder.storage, second, { recursive: true });
        const [a, b] = await Promise.all([
          publish(own, publication()),
          publish(others, publication({ storage: second, name: undefined, licence: '内部使用' })),
        ]);
        assert.equal(Math.max(a.library.collections.length, b.library.collections.length), 2);
        assert.ok(a.merges + b.merges <= 1);
        await replicate(own, { folder: replica(), signal });
        const articles = await found('扑下身子抓落实');
        // Two collections: what is the same in both stands under numbers of its own.
        assert.equal(new Set(articles.map(({ cluster }) => cluster)).size, articles.length);
      });

      it('leaves readers on the last whole version, wherever a publisher is killed; begun again, it is finished', async () => {
        const corpus = await openIndexed();
        const whole = await make().store();
        await publish(whole, publication());
        await replicate(whole, { folder: replica(), signal });
        folder.write('三.txt', '在现场会上的讲话\n把春耕的每一件事抓实抓细。');
        corpus.refresh(false);
        await corpus.whenIdle();
        for (let steps = 0; ; steps++) {
          const isDone = await publish(dyingAfter(await make().store(), steps), publication()).then(
            () => true,
            error => {
              assert.match((error as Error).message, /killed/);
              return false;
            },
          );
          await replicate(whole, { folder: replica(), signal });
          assert.equal((await found('扑下身子抓落实')).length, 1, `killed after ${steps}`);
          if (isDone) break;
        }
        assert.equal((await found('春耕的每一件事')).length, 1);
      });

      it('refuses an object that is not what its name says, and keeps what it had', async () => {
        const corpus = await openIndexed();
        const { store: open, target } = make();
        const store = await open();
        await publish(store, publication());
        await replicate(store, { folder: replica(), signal });
        folder.write('三.txt', '在现场会上的讲话\n把春耕的每一件事抓实抓细。');
        corpus.refresh(false);
        await corpus.whenIdle();
        const { library } = await publish(store, publication());
        const name = library.collections[0]!.segments.at(-1)!.chunks[0]!;
        const bytes = Buffer.from((await store.readObject(name, 1e9))!);
        bytes[100]! ^= 1;
        await store.writeObject(name, bytes);
        await assert.rejects(replicate(store, { folder: replica(), signal }), (error: StoreError) => {
          assert.ok(error instanceof StoreError);
          assert.ok(error.told.zh.includes(name) && error.told.zh.includes(target.replace(/\?.*/, '')));
          return true;
        });
        assert.equal((await found('扑下身子抓落实')).length, 1);
        await store.writeObject(name, Buffer.alloc(bytes.length + 1));
        await assert.rejects(replicate(store, { folder: replica(), signal }), /larger/);
        await store.removeObject(name);
        await assert.rejects(replicate(store, { folder: replica(), signal }), /missing/);
      });
    });
  }

  it('goes on where fetching broke off, behind the last whole piece', async () => {
    await openIndexed();
    const store = await openStore(bucket(), KEYS);
    await publish(store, publication());
    await replicate(store, { folder: replica(), signal });
    const segment = readdirSync(replica()).find(name => name.endsWith('.segment'))!;
    const path = join(replica(), segment);
    // As if it had been killed in the middle of a piece.
    renameSync(path, `${path}.part`);
    truncateSync(`${path}.part`, 1000);
    rmSync(join(replica(), 'replica.json'));
    await replicate(store, { folder: replica(), signal });
    assert.ok(existsSync(path) && !existsSync(`${path}.part`));
    assert.equal((await found('扑下身子抓落实')).length, 1);
  });

  it('is published to older Ceph, too, which wants versions without quotes', async () => {
    server.isLiteral = true;
    await openIndexed();
    const store = await openStore(bucket(), KEYS);
    await publish(store, publication());
    const { library, merges } = await publish(store, publication({ licence: '内部使用' }));
    assert.deepEqual([library.licence, merges], ['内部使用', 0]);
    assert.equal(await store.replaceManifest(Buffer.from('{}'), '"other"'), null);
  });

  it('is asked for nothing but its manifest while that is the same', async () => {
    await openIndexed();
    const store = await openStore(bucket(), KEYS);
    await publish(store, publication());
    await replicate(store, { folder: replica(), signal });
    server.requests.length = 0;
    assert.equal(await replicate(store, { folder: replica(), signal }), 'same');
    assert.deepEqual(server.requests, ['GET /county/speeches/library.json']);
  });

  it('keeps an object that was out of use for long and is wanted again', async () => {
    await openIndexed();
    const store = await openStore(bucket(), KEYS);
    const { library } = await publish(store, publication());
    // As if its publisher had taken it out long ago.
    const retired = [...objectsOf(library.collections)].map(name => ({ name, since: 0 }));
    const { version } = (await store.readManifest()) as StoredManifest;
    await store.replaceManifest(encodeLibrary({ ...library, collections: [], retired }, INDEX_VERSION), version);
    await publish(store, publication());
    await replicate(store, { folder: replica(), signal });
    assert.equal((await found('扑下身子抓落实')).length, 1);
  });

  it('sees other manifests of a server that tells no versions, also of the same length', async () => {
    await openIndexed();
    const store = await openStore(bucket(), KEYS);
    await publish(store, publication({ name: '甲库' }));
    server.hasVersions = false;
    const { version } = (await store.readManifest()) as StoredManifest;
    assert.equal(await store.readManifest(version), 'same');
    server.hasVersions = true;
    await publish(store, publication({ name: '乙库' }));
    server.hasVersions = false;
    assert.notEqual(await store.readManifest(version), 'same');
  });

  it('is refused without the right keys, and says so', async () => {
    await openIndexed();
    await publish(await openStore(bucket(), KEYS), publication());
    const wrong = await openStore(bucket(), { ...KEYS, secretAccessKey: 'wrong' });
    await assert.rejects(replicate(wrong, { folder: replica(), signal }), /refuses access \(403\)/);
    await assert.rejects(publish(wrong, publication()), /refuses access \(403\)/);
  });

  it('follows no redirect: the address that is configured is the only one', async () => {
    server.before = () => ({ status: 302 });
    await assert.rejects(replicate(await openStore(bucket(), KEYS), { folder: replica(), signal }), StoreError);
    server.before = () => ({ status: 500 });
    await assert.rejects(replicate(await openStore(`${server.address}/lib`), { folder: replica(), signal }), /500/);
  });

  describe('that is open', () => {
    const statuses: LibraryStatus[] = [];
    const open = async (target: string, everyMs = 60_000) => {
      statuses.length = 0;
      const library = await openLibrary(
        { target, keys: KEYS, replicas: join(root, '资料'), number: 1, everyMs },
        status => statuses.push(status),
      );
      await library.refresh();
      return library;
    };

    it('serves what is here while its store is away, and says since when it is', async () => {
      await openIndexed();
      await publish(await openStore(bucket(), KEYS), publication());
      const online = await open(bucket());
      assert.deepEqual([online.status().state, online.status().name, online.status().articles], ['ready', '县委库', 2]);
      await online.dispose();
      server.before = () => ({ status: 503 });
      const offline = await open(bucket());
      assert.equal(offline.status().state, 'offline');
      assert.match(offline.status().message?.zh ?? '', /503/);
      assert.equal(findPassages(offline.view(), '扑下身子抓落实', 1).articles, 1);
      await offline.dispose();
    });

    it('is looked for less and less often while its store is away, and as ever when that is back', async () => {
      const clock = fakeClock(() => 0.999_999);
      const target = join(root, '资料库');
      const replicas = join(root, '资料');
      const library = await openLibrary({ target, replicas, number: 1, everyMs: 60_000, clock }, () => undefined);
      /** Seconds between one look and the next; each is let go when it is due. */
      let taken = 0;
      const waited = async (looks: number) => {
        const seconds: number[] = [];
        while (seconds.length < looks) {
          await until(() => clock.pauses.length > taken, 'the next look waits');
          const ms = clock.pauses[taken++]!;
          seconds.push(Math.round(ms / 1000));
          clock.advance(ms);
        }
        return seconds;
      };
      assert.deepEqual(await waited(6), [5, 10, 20, 40, 60, 60]);
      await openIndexed();
      await publish(await openStore(target), publication());
      await library.refresh();
      assert.equal(library.status().state, 'ready');
      // The one that was waiting already, and those after it.
      assert.deepEqual((await waited(3)).slice(1), [60, 60]);
      renameSync(target, `${target}-off`);
      await library.refresh();
      assert.deepEqual((await waited(3)).slice(1), [10, 20], 'looked at once by hand');
      await library.dispose();
    });

    it('takes over a new version by itself', async () => {
      const corpus = await openIndexed();
      const store = await openStore(bucket(), KEYS);
      await publish(store, publication());
      const library = await open(bucket(), 50);
      folder.write('三.txt', '在现场会上的讲话\n把春耕的每一件事抓实抓细。');
      corpus.refresh(false);
      await corpus.whenIdle();
      await publish(store, publication());
      for (const until = Date.now() + 10_000; library.status().articles < 3; ) {
        assert.ok(Date.now() < until, JSON.stringify(library.status()));
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      assert.equal(findPassages(library.view(), '春耕的每一件事', 1).articles, 1);
      await library.dispose();
    });

    it('mends what was damaged here', async () => {
      await openIndexed();
      await publish(await openStore(bucket(), KEYS), publication());
      await (await open(bucket())).dispose();
      const here = replicaFolder(join(root, '资料'), bucket());
      const segment = join(here, readdirSync(here).find(name => name.endsWith('.segment'))!);
      const bytes = readFileSync(segment);
      writeFileSync(segment, bytes.subarray(0, bytes.length - 10));
      const library = await open(bucket());
      assert.equal(statSync(segment).size, bytes.length);
      assert.equal(findPassages(library.view(), '扑下身子抓落实', 1).articles, 1);
      await library.dispose();
    });

    it('mends what turns out damaged while it serves, once', async () => {
      await openIndexed();
      await publish(await openStore(bucket(), KEYS), publication());
      await (await open(bucket())).dispose();
      const here = replicaFolder(join(root, '资料'), bucket());
      const segment = join(here, readdirSync(here).find(name => name.endsWith('.segment'))!);
      const bytes = readFileSync(segment);
      // In the text, which is compared with its checksum only when there is time.
      bytes[bytes.indexOf(Buffer.from('钉钉子', 'utf16le'))]! ^= 1;
      writeFileSync(segment, bytes);
      const library = await open(bucket());
      const fetched = () =>
        server.requests.filter(request => request.startsWith('GET') && request.includes('/objects/'));
      const before = fetched().length;
      await until(() => fetched().length > before, 'the segment is fetched anew');
      await library.refresh();
      await until(() => library.status().state === 'ready', 'it is there');
      assert.equal(findPassages(library.view(), '扑下身子抓落实', 1).articles, 1);
      const mended = fetched().length;
      await library.refresh();
      assert.equal(fetched().length, mended);
      await library.dispose();
    });

    const { timeout } = AbortSignal;
    afterEach(() => {
      AbortSignal.timeout = timeout;
    });
    it('is closed at once, though a piece is on its way', async () => {
      await openIndexed();
      await publish(await openStore(bucket(), KEYS), publication());
      server.before = ({ url }) => (url?.includes('/objects/') ? 'hang' : undefined);
      // The store never counts as gone: to wait until then would be to wait for ever.
      AbortSignal.timeout = () => new AbortController().signal;
      const options = { target: bucket(), keys: KEYS, replicas: join(root, '资料'), number: 1 };
      const library = await openLibrary(options, () => undefined);
      await until(
        () => server.requests.some(request => request.includes('/objects/') && request.startsWith('GET')),
        'it is asked for',
      );
      await library.dispose();
    });

    it('that has nothing here and cannot be reached says why', async () => {
      const library = await open(join(root, '没有'));
      assert.equal(library.status().state, 'failed');
      assert.match(library.status().message?.zh ?? '', /连不上资料库/);
      await library.dispose();
    });
  });
});

/** A store that its publisher loses after so many changes. */
function dyingAfter(store: Store, changes: number): Store {
  let left = changes;
  const step = () => {
    if (left-- <= 0) throw new Error('killed');
  };
  return {
    ...store,
    writeObject: async (name, bytes) => {
      step();
      await store.writeObject(name, bytes);
    },
    replaceManifest: async (bytes, read) => {
      step();
      return store.replaceManifest(bytes, read);
    },
  };
}
