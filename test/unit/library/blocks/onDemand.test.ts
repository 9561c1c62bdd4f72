import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openIndex } from '../../../../src/corpus/index/indexStore';
import { wordingNeeds } from '../../../../src/engine/index/blocks/needs';
import { findPassages } from '../../../../src/engine/passages/findPassages';
import type { Library } from '../../../../src/library/library';
import type { LibraryOptions, OpenLibrary } from '../../../../src/library/openedLibrary';
import { openLibrary, replicaFolder } from '../../../../src/library/openLibrary';
import { publish } from '../../../../src/library/publish';
import { openStore } from '../../../../src/library/store/openStore';
import { fakeClock } from '../../../fixtures/fakeClock';
import { type ObjectServer, objectServer } from '../../../fixtures/objectServer';
import { useTestCorpora } from '../../../fixtures/testCorpora';

describe('a library read on demand', () => {
  const { folder, openIndexed } = useTestCorpora();
  let root: string;
  let server: ObjectServer;
  let opened: OpenLibrary[];
  beforeEach(async () => {
    opened = [];
    root = join(folder.corpus, '..');
    server = await objectServer();
    folder.write('大会/一.txt', '在作风建设大会上的讲话\n2023年2月6日\n各级干部要扑下身子抓落实，一件接着一件办。');
    folder.write('二.txt', '在座谈会上的讲话\n2024年5月1日\n以钉钉子精神推动高质量发展。');
  });
  afterEach(async () => {
    for (const library of opened) await library.dispose();
    await server.close();
  });

  const shared = () => join(root, '资料库');
  const replicas = () => join(root, '副本');
  const publishBlocks = async (): Promise<Library> => {
    const publication = { storage: folder.storage, corpus: [folder.corpus], name: '县委库', blocks: true };
    return (await publish(await openStore(shared()), publication)).library;
  };
  /** The published library, on a web server. */
  const serve = () => {
    for (const name of readdirSync(shared(), { recursive: true, encoding: 'utf8' })) {
      const path = join(shared(), name);
      if (statSync(path).isFile()) server.objects.set(`/${name.replaceAll('\\', '/')}`, readFileSync(path));
    }
  };
  const read = async (target = shared(), more: Partial<LibraryOptions> = {}): Promise<OpenLibrary> => {
    const options = { target, replicas: replicas(), number: 1, replicatedCharacters: 0, everyMs: 1e9, ...more };
    const library = await openLibrary(options, () => undefined);
    opened.push(library);
    await library.refresh();
    return library;
  };
  const ask = async (library: OpenLibrary, wording: string) => {
    const { segments, bring, bringNoted } = library.demand()!;
    await bring(segment => wordingNeeds(segment, wording));
    for (let again = 0; again < 3; again++) {
      findPassages(segments, wording, 5);
      await bringNoted();
    }
    return findPassages(segments, wording, 5);
  };
  const piecesIn = (target = shared()) =>
    readdirSync(join(replicaFolder(replicas(), target), 'pieces'), { recursive: true, encoding: 'utf8' })
      .map(name => join(replicaFolder(replicas(), target), 'pieces', name))
      .filter(path => statSync(path).isFile());
  const tablesIn = () => {
    const resident = join(replicaFolder(replicas(), shared()), 'resident');
    return readdirSync(resident)
      .filter(name => name.endsWith('.shelves'))
      .map(name => join(resident, name));
  };

  for (const [name, residentCharacters] of [
    ['', undefined],
    [', with its tables on disk', 0],
  ] as const)
    it(`answers as the index it is of${name}, and has fetched no segment`, () => answersAsItsIndex(residentCharacters));

  const answersAsItsIndex = async (residentCharacters: number | undefined) => {
    await openIndexed();
    await publishBlocks();
    const library = await read(shared(), { residentCharacters });
    assert.deepEqual([library.view(), library.status().isOnDemand, library.status().state], [[], true, 'ready']);
    assert.equal(library.status().articles, 2);
    const index = await openIndex(folder.storage);
    for (const wording of ['抓落实', '推动高质量发展', '以', '没有的话', '各级干部要扑下身子抓落实，一件接着一件办']) {
      const { passages, ...counts } = findPassages(index.view, wording, 5);
      const { passages: found, ...counted } = await ask(library, wording);
      assert.deepEqual(counted, counts, wording);
      const shown = (all: typeof passages) =>
        all.map(({ before, match, after, article: { title, date } }) => ({ before, match, after, title, date }));
      assert.deepEqual(shown(found), shown(passages));
    }
    await index.close();
    const [passage] = (await ask(library, '扑下身子')).passages;
    assert.equal(passage?.article.path, join(library.root, '讲话', '大会', '一.txt'));
    assert.ok(!readdirSync(replicaFolder(replicas(), shared())).some(name => name.endsWith('.segment')));
    const tables = tablesIn();
    assert.equal(tables.length, residentCharacters === 0 ? 1 : 0);
    if (process.platform !== 'win32')
      for (const path of [...piecesIn(), ...tables]) assert.equal(statSync(path).mode & 0o777, 0o600);
  };

  it('is replicated as ever by whoever has room for it', async () => {
    const corpus = await openIndexed();
    await publishBlocks();
    const library = await read(shared(), { replicatedCharacters: undefined });
    assert.equal(library.demand(), undefined);
    assert.equal(findPassages(library.view(), '抓落实', 5).articles, 1);
    // What is here whole stays so until there is something else to fetch.
    await library.dispose();
    const later = await read();
    assert.equal(findPassages(later.view(), '抓落实', 5).articles, 1);
    folder.write('三.txt', '在现场会上的讲话\n把春耕的每一件事抓实抓细。');
    corpus.refresh(false);
    await corpus.whenIdle();
    await publishBlocks();
    await later.refresh();
    assert.deepEqual([later.view().length, (await ask(later, '每一件事')).articles], [0, 1]);
    assert.ok(!readdirSync(later.storage).some(name => name.endsWith('.segment')));
  });

  it('takes over what is published later, and no longer finds what was replaced', async () => {
    const corpus = await openIndexed();
    await publishBlocks();
    const library = await read();
    assert.equal((await ask(library, '钉钉子')).articles, 1);
    folder.write('二.txt', '在座谈会上的讲话\n2024年5月1日\n把春耕的每一件事抓实抓细。');
    corpus.refresh(false);
    await corpus.whenIdle();
    await publishBlocks();
    await library.refresh();
    assert.equal((await ask(library, '钉钉子')).articles, 0);
    assert.equal((await ask(library, '春耕的每一件事')).articles, 1);
  });

  it('has in the end what nobody waited for, and asks for it once', async () => {
    await openIndexed();
    await publishBlocks();
    serve();
    const library = await read(server.address);
    const { segments, bringSlowly } = library.demand()!;
    const all = ({ pieces: { blocks, samples, pages } }: (typeof segments)[number]) =>
      new Set(Array.from({ length: blocks + samples + pages }, (_, piece) => piece));
    await bringSlowly(all);
    assert.ok(segments.every(segment => [...all(segment)].every(piece => segment.local.has(piece))));
    server.requests.length = 0;
    assert.equal(findPassages(segments, '抓落实', 5).occurrences, 1);
    await bringSlowly(all);
    assert.deepEqual(server.requests, []);
  });

  it('asks a web server for a few ranges, and again for none of them', async () => {
    await openIndexed();
    await publishBlocks();
    serve();
    for (const hasRanges of [true, false]) {
      server.hasRanges = hasRanges;
      rmSync(replicas(), { recursive: true, force: true });
      const library = await read(server.address);
      server.requests.length = 0;
      assert.equal((await ask(library, '抓落实')).articles, 1);
      assert.ok(server.requests.length >= 2 && server.requests.length <= 6, `${server.requests}`);
      server.requests.length = 0;
      await library.dispose();
      const again = await read(server.address);
      assert.equal((await ask(again, '抓落实')).articles, 1);
      assert.deepEqual(server.requests, ['GET /library.json']);
      await again.dispose();
    }
  });

  it('asks a server again that is busy for a moment, and tells nobody', async () => {
    await openIndexed();
    await publishBlocks();
    serve();
    const library = await read(server.address);
    const busy = new Map<string, number>();
    server.before = ({ headers: { range = '' } }) => {
      busy.set(range, (busy.get(range) ?? 0) + 1);
      return busy.get(range) === 1 ? { status: 503 } : undefined;
    };
    assert.equal((await ask(library, '抓落实')).articles, 1);
    assert.ok(busy.size > 0);
    assert.equal(library.status().state, 'ready');
  });

  it('asks a store that has failed less and less often, however much is written meanwhile, and all again when it is back', async () => {
    await openIndexed();
    await publishBlocks();
    serve();
    const clock = fakeClock(() => 0.999_999);
    const library = await read(server.address, { clock });
    server.before = () => ({ status: 503 });
    server.requests.length = 0;
    /** Whatever is asked, and an hour in seconds: what waits within a request goes on, too. */
    const write = async (seconds: number) => {
      const wordings = ['抓落实', '推动', '以', '钉钉子', '扑下身子', '座谈会'];
      for (let second = 0; second < seconds; second++) {
        const asked = ask(library, wordings[second % wordings.length]!);
        for (let i = 0, isDone = false; !isDone; i++) {
          clock.advance(i === 0 ? 1_000 : 0);
          isDone = await Promise.race([asked.then(() => true), pause(1, false)]);
          if (!isDone) clock.advance(1_000);
        }
      }
    };
    await write(60);
    const [inFirstMinute, polls] = [server.requests.length, () => server.requests.filter(one => one.includes('.json'))];
    assert.ok(inFirstMinute > 0 && inFirstMinute < 60, `${inFirstMinute} requests in a minute`);
    server.requests.length = 0;
    await write(60);
    assert.ok(
      server.requests.length <= inFirstMinute / 2,
      `${server.requests.length} in the next, ${inFirstMinute} before`,
    );
    assert.equal(library.status().state, 'offline');
    server.before = () => undefined;
    assert.equal((await ask(library, '抓落实')).articles, 0, 'it is not asked yet');
    await library.refresh();
    assert.equal(polls().length, 1);
    assert.equal((await ask(library, '抓落实')).articles, 1);
    assert.equal(library.status().state, 'ready');
  });

  it('serves what is here when the store has gone, in the middle of a word and at the next start', async () => {
    await openIndexed();
    await publishBlocks();
    serve();
    const library = await read(server.address);
    const { passages } = await ask(library, '抓落实');
    server.before = () => 'tear';
    assert.equal((await ask(library, '没有读过的话')).articles, 0);
    assert.equal((await ask(library, '抓落实')).articles, 1);
    await server.close();
    await library.dispose();
    const later = await read(server.address);
    assert.equal(later.status().state, 'offline');
    assert.deepEqual((await ask(later, '抓落实')).passages, passages);
    assert.equal(later.status().state, 'offline');
    server = await objectServer();
  });

  it('refuses a piece that is not what the index says, names its object, and answers from the others', async () => {
    await openIndexed();
    const [layout] = (await publishBlocks()).collections[0]!.blocks!;
    const name = layout!.objects[0]!.name;
    const path = join(shared(), 'objects', name.slice(0, 2), name);
    const whole = readFileSync(path);
    const bytes = Buffer.from(whole);
    bytes[3]! ^= 1; // in the first block
    writeFileSync(path, bytes);
    const library = await read();
    assert.equal((await ask(library, '抓落实')).articles, 0);
    const { message } = library.status();
    assert.ok(message?.zh.includes(name) && message.en.includes(name), JSON.stringify(message));
    // What is damaged on this disk is fetched again.
    writeFileSync(path, whole);
    await library.dispose();
    const again = await read();
    assert.equal((await ask(again, '抓落实')).articles, 1);
    for (const piece of piecesIn()) writeFileSync(piece, 'x'.repeat(statSync(piece).size));
    await again.dispose();
    assert.equal((await ask(await read(), '抓落实')).articles, 1);
  });

  it('refuses an index that contradicts itself, and says so', async () => {
    await openIndexed();
    const [layout] = (await publishBlocks()).collections[0]!.blocks!;
    const name = layout!.index.chunks[0]!;
    writeFileSync(join(shared(), 'objects', name.slice(0, 2), name), 'x'.repeat(layout!.index.bytes));
    const library = await read();
    assert.equal(library.status().state, 'failed');
    assert.ok(library.status().message?.zh.includes(name));
  });

  it('has tables on disk as long as it is so large, and says so where they cannot be read', async () => {
    await openIndexed();
    await publishBlocks();
    const library = await read(shared(), { residentCharacters: 0 });
    for (const path of tablesIn()) rmSync(path);
    assert.equal((await ask(library, '抓落实')).articles, 0);
    assert.equal(library.status().state, 'offline');
    assert.ok(library.status().message?.zh);
    await library.dispose();
    const again = await read(shared(), { residentCharacters: 0 });
    assert.deepEqual([(await ask(again, '抓落实')).articles, tablesIn().length], [1, 1]);
    await again.dispose();
    const small = await read();
    assert.deepEqual([(await ask(small, '抓落实')).articles, tablesIn().length], [1, 0]);
  });

  it('keeps no more on disk than it may', async () => {
    await openIndexed();
    await publishBlocks();
    const library = await read(shared(), { cacheBytes: 900 });
    for (const wording of ['抓落实', '推动', '以', '钉钉子']) await ask(library, wording);
    await pause(50);
    const kept = piecesIn().reduce((sum, path) => sum + statSync(path).size, 0);
    assert.ok(kept <= 900, `${kept} bytes`);
  });

  it('is found again when it comes back', async () => {
    await openIndexed();
    await publishBlocks();
    const library = await read();
    await ask(library, '抓落实');
    renameSync(shared(), `${shared()}-off`);
    await library.refresh();
    assert.equal(library.status().state, 'offline');
    assert.equal((await ask(library, '抓落实')).articles, 1);
    renameSync(`${shared()}-off`, shared());
    await library.refresh();
    assert.equal(library.status().state, 'ready');
  });
});
