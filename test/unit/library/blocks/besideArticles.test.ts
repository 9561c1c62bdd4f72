import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openIndex } from '../../../../src/corpus/index/indexStore';
import type { MergedFrames } from '../../../../src/corpus/index/storedFrames';
import { checkDraft } from '../../../../src/engine/check/checkDraft';
import type { CommonIn } from '../../../../src/engine/check/overlap/commonOnDemand';
import type { CorpusView } from '../../../../src/engine/index/segment';
import { type Borrowed, borrowShared, newMemo } from '../../../../src/library/blocks/borrowShared';
import { isInside } from '../../../../src/library/fileTable';
import type { LibraryOptions, OpenLibrary } from '../../../../src/library/openedLibrary';
import { openLibrary } from '../../../../src/library/openLibrary';
import { publish } from '../../../../src/library/publish';
import { openStore } from '../../../../src/library/store/openStore';
import { random } from '../../../eval/random';
import { type ObjectServer, objectServer } from '../../../fixtures/objectServer';
import { useTestCorpora } from '../../../fixtures/testCorpora';

const SAID = '要把山上的每一条路修到老乡的家门口，让笋子当天下山进城。';
const winds = (...list: string[]) => list.map(wind => `要大兴${wind}之风。河水涨了又落。`).join('');

describe('of a library read on demand, in a folder and behind a web server,', () => {
  const { folder, openIndexed } = useTestCorpora();
  let server: ObjectServer;
  let opened: OpenLibrary[];
  beforeEach(async () => {
    opened = [];
    server = await objectServer();
    folder.write('大会/一.txt', `在修路会上的讲话\n2023年2月6日\n会后就办。${SAID}`);
    folder.write('大会/二.txt', `在作风会上的讲话\n2023年3月6日\n${winds('实干', '节俭', '读书')}`);
    folder.write('调研/三.txt', `在调研时的讲话\n2024年5月1日\n${winds('调研', '争先', '务实')}`);
  });
  afterEach(async () => {
    for (const library of opened) await library.dispose();
    await server.close();
  });

  const shared = () => join(folder.corpus, '..', '资料库');
  const publishAs = async (weights?: Record<string, number>) => {
    const corpus = [join(folder.corpus, '大会'), join(folder.corpus, '调研')];
    const publication = { storage: folder.storage, corpus, name: '县委库', blocks: true, weights };
    await publish(await openStore(shared()), publication);
    for (const name of readdirSync(shared(), { recursive: true, encoding: 'utf8' })) {
      const path = join(shared(), name);
      if (statSync(path).isFile()) server.objects.set(`/${name.replaceAll('\\', '/')}`, readFileSync(path));
    }
  };
  const read = async (target: string, more: Partial<LibraryOptions> = {}) => {
    const replicas = join(folder.corpus, '..', `副本${opened.length}`);
    const options = { target, replicas, number: 1, replicatedCharacters: 0, everyMs: 1e9, ...more };
    const library = await openLibrary(options, () => undefined);
    opened.push(library);
    await library.refresh();
    return library;
  };
  const targets = () => [shared(), server.address];
  const framesOf = async (library: OpenLibrary): Promise<MergedFrames> =>
    (await library.demand()!.frames[0]!.read()) ?? assert.fail('no frames');
  const textsOf = ({ view }: Borrowed) => view.map(segment => segment.slice(0, segment.length)).join();

  it('frames come merged, with their sources, by one object', async () => {
    await openIndexed({ mine: true });
    await publishAs();
    for (const target of targets()) {
      const library = await read(target);
      server.requests.length = 0;
      const merged = await framesOf(library);
      const frame = merged.frames.find(({ template }) => template.startsWith('要大兴'))!;
      assert.deepEqual([frame.articles, frame.wordings], [2, 2]);
      const sources = [...new Set(frame.instances.map(({ article }) => merged.metaOf(article)))];
      assert.deepEqual(new Set(sources.map(({ title }) => title)), new Set(['在作风会上的讲话', '在调研时的讲话']));
      assert.ok(sources.every(({ path, date }) => path.startsWith(library.root) && date));
      if (target === server.address) assert.equal(server.requests.length, 1, `${server.requests}`);
    }
  });

  it('frames of a publisher who lies are refused, and their object is named', async () => {
    await openIndexed({ mine: true });
    await publishAs();
    const library = await read(shared());
    const { blocks } = JSON.parse(readFileSync(join(shared(), 'library.json'), 'utf8')).collections[0];
    const [name] = blocks[0].frames.chunks;
    const path = join(shared(), 'objects', name.slice(0, 2), name);
    writeFileSync(path, Buffer.alloc(statSync(path).size, 7));
    assert.equal(await library.demand()!.frames[0]!.read(), null);
    assert.ok(library.status().message?.zh.includes(name));
  });

  it('who spoke comes by one object a layout, once; of a publisher of before it is not known, of one who lies it is refused', async () => {
    folder.write('大会/四.txt', '在水库上的讲话\n周明远\n2024年5月1日\n闸门要看好。');
    await openIndexed();
    await publishAs();
    const spoken = (library: OpenLibrary) => {
      const [segment] = library.demand()!.segments;
      return Array.from({ length: segment!.articleCount }, (_, article) => segment!.speakerOf(article));
    };
    for (const target of targets()) {
      const library = await read(target);
      assert.deepEqual(new Set(spoken(library)), new Set([undefined]));
      server.requests.length = 0;
      assert.ok(await library.demand()!.bringSpeakers());
      assert.ok(await library.demand()!.bringSpeakers());
      assert.deepEqual(new Set(spoken(library)), new Set([null, '周明远']));
      if (target === server.address) assert.equal(server.requests.length, 1, `${server.requests}`);
    }
    const manifest = join(shared(), 'library.json');
    const published = JSON.parse(readFileSync(manifest, 'utf8'));
    const [layout] = published.collections[0].blocks;
    const object = join(shared(), 'objects', layout.speakers.chunks[0].slice(0, 2), layout.speakers.chunks[0]);
    writeFileSync(object, Buffer.alloc(statSync(object).size, 7));
    const lied = await read(shared());
    assert.equal(await lied.demand()!.bringSpeakers(), false);
    assert.ok(lied.status().message?.zh.includes(layout.speakers.chunks[0]));
    delete layout.speakers;
    writeFileSync(manifest, JSON.stringify(published));
    const before = await read(shared());
    assert.equal(await before.demand()!.bringSpeakers(), false);
    assert.deepEqual(new Set(spoken(before)), new Set([undefined]));
  });

  it('folders count what their publisher says, within what the writer says, and again when that changes', async () => {
    await openIndexed();
    await publishAs({ [join(folder.corpus, '调研')]: 4 });
    for (const target of targets()) {
      const [segment] = (await read(target, { weight: 0.5 })).demand()!.segments;
      const weights = Array.from({ length: segment!.articleCount }, (_, article) => segment!.weight(article));
      assert.deepEqual(weights.sort(), [0.5, 0.5, 2]);
    }
    const library = await read(shared());
    await publishAs({ [join(folder.corpus, '大会')]: 3 });
    await library.refresh();
    const [segment] = library.demand()!.segments;
    const weights = Array.from({ length: segment!.articleCount }, (_, article) => segment!.weight(article));
    assert.deepEqual(weights.sort(), [1, 3, 3]);
  });

  it('what a draft shares with an article is brought, the article whole, and asked for once', async () => {
    await openIndexed();
    await publishAs();
    for (const target of targets()) {
      const library = await read(target);
      const memo = newMemo();
      const lines = ['同志们：', `我再说一遍：${SAID}散会以后就动手。`, '河堤要天天有人走。'];
      const borrowed = await borrowShared([library.demand()!], lines, { memo });
      assert.ok(borrowed.isWhole);
      assert.ok(textsOf(borrowed).includes(`会后就办。${SAID}`));
      assert.ok(
        isInside(
          borrowed.view[0]!.meta(0)
            .path.slice(library.root.length + 1)
            .replaceAll('\\', '/'),
        ),
      );
      server.requests.length = 0;
      const again = await borrowShared([library.demand()!], [...lines].reverse(), { memo });
      assert.equal(again.view, borrowed.view);
      assert.deepEqual(server.requests, []);
      assert.deepEqual(await borrowShared([library.demand()!], ['春耕备耕不等人。']), { view: [], isWhole: true });
    }
  });

  it('set phrases that many of its articles have are no overlap, as in its index: by the articles that were found alone they would be', async () => {
    const [head, tail] = ['要把笋子竹器茶油', '一车一车送下山去'];
    const next = random(7);
    /** No two are alike. */
    const other = () => String.fromCharCode(...Array.from({ length: 80 }, () => 0x4e00 + Math.floor(next() * 3000)));
    for (let i = 0; i < 6; i++) {
      folder.write(`大会/甲${i}.txt`, `在第${i}次会上的讲话\n2022年1月${i + 1}日\n${other()}，${head}。`);
      folder.write(`大会/乙${i}.txt`, `在第${i}回会上的讲话\n2022年2月${i + 1}日\n${other()}，${tail}。`);
    }
    folder.write('大会/丙.txt', `在场院里的讲话\n2022年3月9日\n今年冬天，${head}${tail}，都记着。`);
    await openIndexed();
    await publishAs();
    const lines = [`明年开春，${head}${tail}，也要记着。`, `再说一遍：${SAID}散会。`];
    const index = await openIndex(folder.storage);
    const told = (view: CorpusView, common?: CommonIn) =>
      checkDraft(view, lines, { codes: new Set(['overlap']), common }).map(({ line, start, end }) => [
        line,
        start,
        end,
      ]);
    const own = told(index.view);
    await index.close();
    assert.deepEqual(
      own.map(([line]) => line),
      [1],
    );
    for (const target of targets()) {
      const library = await read(target);
      const { view, common } = await borrowShared([library.demand()!], lines);
      assert.deepEqual(told(view, common), own);
      assert.equal(told(view).length, 2);
    }
  });

  it('what could not be asked is not taken for absent', async () => {
    await openIndexed();
    await publishAs();
    const library = await read(server.address);
    server.before = () => ({ status: 503 });
    assert.deepEqual(await borrowShared([library.demand()!], [SAID]), { view: [], isWhole: false });
    assert.equal((await borrowShared([library.demand()!], [SAID], { patienceMs: -1 })).isWhole, false);
  });
});
