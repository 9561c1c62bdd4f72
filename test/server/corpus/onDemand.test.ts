import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { openCorpus } from '../../../src/corpus/corpusIndex';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import type { FolderRow } from '../../../src/server/protocol/corpusTree';
import type { LibraryState } from '../../../src/server/protocol/libraries';
import { startBuilder } from '../../fixtures/builderInProcess';
import { type ObjectServer, objectServer } from '../../fixtures/objectServer';
import { withServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

const DRAFT = '要以钉钉子精神推动|';
const HANGING = 'objects/';
const winds = (...list: string[]) => list.map(wind => `要大兴${wind}之风。河水涨了又落。`).join('');

describe('libraries that are read on demand', () => {
  let own: TemporaryCorpus;
  let others: TemporaryCorpus;
  let folder: string;
  let web: ObjectServer;
  let replicas: string;
  let tests = 0;
  before(async () => {
    own = await temporaryCorpus({ '我的.txt': '在乡镇的讲话\n（2025年3月1日）\n要扑下身子抓落实，把每一件小事办好。' });
    others = await temporaryCorpus({
      ...speeches,
      '作风.txt': `在作风大会上的讲话\n（2022年2月6日）\n${winds('实干', '节俭', '读书')}`,
      '调研.txt': `在调研动员会上的讲话\n（2022年3月6日）\n${winds('调研', '争先', '务实')}`,
    });
    folder = join(others.folder, '..', '资料库');
    const corpus = [others.folder];
    const index = await openCorpus({ corpus, storage: others.storage, watch: false, startBuilder }, () => undefined);
    await index.whenIdle();
    await index.dispose();
    await publish(await openStore(folder), { storage: others.storage, corpus, name: '县委库', blocks: true });
  });
  beforeEach(async () => {
    replicas = join(own.folder, '..', `replicas-${tests++}`);
    web = await objectServer();
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (statSync(path).isFile()) web.objects.set(`/${name.replaceAll('\\', '/')}`, readFileSync(path));
    }
  });
  afterEach(() => web.close());
  after(() => Promise.all([own.remove(), others.remove()]));

  const serve = (target: string, use: (client: LspClient) => Promise<unknown>) => {
    const libraries = [{ target }];
    const options = { corpus: [own.folder], storage: own.storage, replicas, libraries, locale: 'zh-cn' };
    return withServer({ ...options, replicatedCharacters: 0 }, async client => {
      await client.ready();
      assert.equal((await become(client, 'ready')).isOnDemand, true);
      await use(client);
    });
  };
  const become = async (client: LspClient, state: LibraryState['state']): Promise<LibraryState> => {
    for (let asked = 0; ; asked++) {
      const [library] = await client.request('fanben/libraries', null);
      if (library?.state === state) return library;
      assert.ok(asked < 500, JSON.stringify(library));
      await pause(20);
    }
  };
  const offers = async (client: LspClient, draft = DRAFT) => (await client.complete(draft)).map(({ label }) => label);
  const has = (labels: readonly string[]) => labels.some(label => label.includes('高质量发展'));
  /** Asks again and again, as keys do. */
  const offeredSoon = async (client: LspClient) => {
    for (let asked = 0; asked < 100; asked++) {
      if (has(await offers(client))) return;
      await pause(20);
    }
    assert.fail('the library does not answer');
  };

  it('answer lists, hovers, look-ups of a wording and its source, and nothing of them is copied whole', () =>
    serve(folder, async client => {
      await offeredSoon(client);
      const hover = (await client.ask('textDocument/hover', '扑下身|子抓落实')) as Hover;
      assert.match((hover.contents as MarkupContent).value, /本机 1 篇 · 县委库 3 篇/);
      const known = (await client.ask('textDocument/hover', '要以过硬作风守护绿|水青山')) as Hover;
      assert.match((known.contents as MarkupContent).value, /县委库 1 篇[\s\S]*在全镇抓落实大会上的讲话/);
      const [hit] = await client.request('fanben/lookUp', { words: '绿水青山', limit: 3 });
      assert.equal(hit?.title, '在全镇抓落实大会上的讲话');
      assert.ok(hit.sentence.includes('以过硬作风守护绿水青山'));
      const source = await client.request('fanben/source', hit);
      assert.ok(source?.kind === 'article' && source.text.includes('号角已经吹响'), JSON.stringify(source));
      const place = await client.request('fanben/locate', hit);
      assert.ok(place?.kind === 'gone' && place.message.includes('县委库'));
      const names = readdirSync(replicas, { recursive: true, encoding: 'utf8' });
      assert.ok(!names.some(name => name.endsWith('.segment')));
    }));

  it('answer searches of several words, sentences like one, and assistants, with their sources', () =>
    serve(folder, async client => {
      await offeredSoon(client);
      const hits = await client.request('fanben/lookUp', { words: '绿水 作风', limit: 3 });
      assert.equal(hits[0]?.title, '在全镇抓落实大会上的讲话');
      assert.ok(hits[0].sentence.includes('以过硬作风守护绿水青山') && !hits[0].isScattered);
      const found = await client.request('fanben/search', { words: '群众 急难愁盼', order: 'article', limit: 5 });
      assert.equal(found.groups[0]?.name, '在全镇抓落实大会上的讲话');
      assert.ok(found.groups[0].hits[0]!.sentence.includes('急难愁盼'));
      const line = '要以钉钉子精神推动高质量发展，以过硬作风守护碧水蓝天。';
      const uri = await client.open(line);
      const about = { textDocument: { uri }, line: 0, start: 0, end: line.length, limit: 3 };
      const [like] = await client.request('fanben/likeSentences', about);
      assert.ok(like?.sentence.includes('以过硬作风守护绿水青山'), JSON.stringify(like));
      const told = await client.request('fanben/tool', { name: 'fanben_search', input: { query: '绿水 作风' } });
      assert.match(told ?? '', /守护绿水青山/);
      assert.doesNotMatch(told ?? '', /notAsked/);
    }));

  it('give the lines of a wording, its years and what else stands in its place', () =>
    serve(folder, async client => {
      await offeredSoon(client);
      const found = await client.request('fanben/search', { words: '绿水', order: 'right', limit: 3 });
      assert.deepEqual(
        found.groups.flatMap(({ hits }) => hits.map(({ title }) => title)),
        ['在全镇抓落实大会上的讲话'],
      );
      const { groups } = await client.request('fanben/concordance', { words: '守护绿水', order: 'left', limit: 3 });
      assert.equal(groups[0]?.lines[0]?.title, '在全镇抓落实大会上的讲话');
      const history = await client.request('fanben/history', { words: '绿水' });
      assert.deepEqual(
        [
          history.years.filter(({ articles }) => articles > 0).map(({ year, articles }) => [year, articles]),
          history.first?.title,
        ],
        [[[2023, 1]], '在全镇抓落实大会上的讲话'],
      );
      const line = '以过硬作风守护碧海蓝天。';
      const start = line.indexOf('碧海');
      const others = await client.request('fanben/variants', { line, start, end: start + 4, limit: 3 });
      assert.deepEqual(
        others.map(({ text }) => text),
        ['绿水青山'],
      );
      const input = { wording: '碧海蓝天', before: '以过硬作风守护', after: '。' };
      const told = await client.request('fanben/tool', { name: 'fanben_variants', input });
      assert.match(told ?? '', /绿水青山/);
      assert.doesNotMatch(told ?? '', /notAsked/);
      assert.deepEqual(client.shown, []);
    }));

  for (const kind of ['a folder', 'a web server'])
    it(`are checked against, and give their frames, from ${kind}`, () =>
      serve(kind === 'a folder' ? folder : web.address, async client => {
        const { frames } = await client.request('fanben/minedFrames', {});
        const frame = frames?.find(({ template }) => template.startsWith('要大兴'));
        assert.equal(frame?.articles, 2);
        assert.match(frame.source.title, /^在(作风大会上|调研动员会上)的讲话$/);
        const taken = '要把群众的急难愁盼装在心里，把工作的重心放到一线。';
        const uri = await client.open(`在乡镇的讲话\n同志们：\n我先说一句：${taken}说完就散会。`);
        const checked = await client.request('fanben/check', { textDocument: { uri } });
        const [run] = checked?.overlap?.runs ?? [];
        assert.deepEqual([run?.source.title, run?.source.date], ['在全镇抓落实大会上的讲话', '2023-02-06']);
        // As the message says it: without the full stop.
        assert.deepEqual([checked?.overlap?.taken, run?.taken], [taken.length - 1, taken.length - 1]);
        const source = await client.request('fanben/source', run!.source);
        assert.ok(source?.kind === 'article' && source.text.includes(taken));
        const told = await client.request('fanben/tool', { name: 'fanben_check', input: { text: taken } });
        assert.match(told ?? '', /"library":"县委库"/);
        assert.doesNotMatch(told ?? '', /notAsked/);
        assert.deepEqual(client.shown, []);
      }));

  it('that do not answer a check are told of: what was not asked is not taken for absent', () =>
    serve(web.address, async client => {
      web.before = ({ url }) => (url?.includes(HANGING) ? { status: 503 } : undefined);
      const uri = await client.open('要把群众的急难愁盼装在心里，把工作的重心放到一线。');
      for (let time = 0; time < 2; time++) {
        await client.request('fanben/check', { textDocument: { uri } });
        assert.equal(client.shown.filter(message => message.includes('没有全部查到')).length, 1);
      }
    }));

  it('are searched with gaps and filters, and tell what goes with a word, how somebody speaks, and what follows a paragraph', () =>
    serve(folder, async client => {
      await offeredSoon(client);
      const found = await client.request('fanben/search', { words: '绿*山', order: 'right', limit: 3 });
      assert.ok(found.groups[0]?.hits[0]?.sentence.includes('守护绿水青山'), JSON.stringify(found));
      assert.equal(found.occurrences, 1);
      for (const words of ['绿水 speaker:程向南', '绿水 year:2023', '守护*青山 title:抓落实']) {
        const [hit, ...others] = await client.request('fanben/lookUp', { words, limit: 3 });
        assert.deepEqual([hit?.title, others], ['在全镇抓落实大会上的讲话', []], words);
      }
      for (const words of ['绿水 speaker:周明远', '绿水 year:2022', '绿水 title:作风大会'])
        assert.deepEqual(await client.request('fanben/lookUp', { words, limit: 3 }), []);
      const history = await client.request('fanben/history', { words: '绿*山 year:2023' });
      assert.equal(history.first?.title, '在全镇抓落实大会上的讲话');
      const company = await client.request('fanben/collocates', { words: '大兴', limit: 3 });
      assert.deepEqual(
        company.map(({ word, side, articles }) => [word, side, articles]),
        [['之风', 'right', 2]],
      );
      const line = '要把群众的急难愁盼放在心上，把工作的重心放到一线。';
      const uri = await client.open(line);
      const about = { textDocument: { uri }, line: 0, start: 0, end: line.length, limit: 3 };
      const [next] = await client.request('fanben/nextParagraphs', about);
      assert.match(next?.text ?? '', /^二是沉下心来谋发展/);
      const profile = await client.request('fanben/speakerProfile', { speaker: '程向南' });
      assert.ok(profile && profile.articles > 0 && profile.characters > 100, JSON.stringify(profile));
      assert.equal(await client.request('fanben/speakerProfile', { speaker: '无此人' }), null);
      assert.deepEqual(client.shown, []);
    }));

  it('are in the tree by years, each article with what it is, and are read from there', () =>
    serve(folder, async client => {
      const children = async (path: string) =>
        (await client.request('fanben/corpusTree', { parent: { kind: 'folder', path }, from: 0 })).rows;
      const { rows } = await client.request('fanben/corpusTree', { parent: { kind: 'corpus' }, from: 0 });
      const library = rows.find(row => row.kind === 'library')!;
      const years = await children(library.path);
      assert.deepEqual(
        years.map(row => row.kind === 'folder' && [row.name, row.articles, row.isOfLibrary]),
        [
          ['2024', 1, true],
          ['2023', 1, true],
          ['2022', 2, true],
          ['2019', 1, true],
        ],
      );
      const articles = await children((years[2] as FolderRow).path);
      const [article] = articles.filter(row => row.kind === 'article');
      assert.equal(article?.title, '在调研动员会上的讲话');
      const ref = { path: article!.path, entry: article!.entry, paragraph: 0, offset: 0, length: 0, text: '' };
      const source = await client.request('fanben/source', ref);
      assert.ok(source?.kind === 'article' && source.text.includes('要大兴调研之风'), JSON.stringify(source));
      assert.deepEqual(client.shown, []);
    }));

  it('that are filtered by year and speaker answer, by an occasion are left out, and that is said', () =>
    serve(folder, async client => {
      await offeredSoon(client);
      await client.notify('fanben/setLens', { filter: { fromYear: 2023, toYear: 2023 }, folders: [] });
      await offeredSoon(client);
      assert.equal(client.shown.length, 0);
      await client.notify('fanben/setLens', { filter: { toYear: 2018 }, folders: [] });
      assert.ok(!has(await offers(client)));
      await client.notify('fanben/setLens', { filter: { speakers: ['周明远'] }, folders: [] });
      await offeredSoon(client);
      await client.notify('fanben/setLens', { filter: { speakers: ['林致和'] }, folders: [] });
      assert.ok(!has(await offers(client)));
      assert.equal(client.shown.length, 0);
      await client.notify('fanben/setLens', { filter: { occasion: '党课' }, folders: [] });
      assert.ok(!has(await offers(client)));
      assert.equal(client.shown.filter(message => message.includes('县委库') && message.includes('没有查')).length, 1);
    }));

  it('that never answer keep no list waiting', () =>
    serve(web.address, async client => {
      web.before = ({ url }) => (url?.includes(HANGING) ? 'hang' : undefined);
      assert.ok(!has(await offers(client)));
      assert.ok((await offers(client, '要扑下身子|')).some(label => label.includes('抓落实')));
    }));

  it('that are slow are in a later list', () =>
    serve(web.address, async client => {
      web.before = async () => {
        await pause(100);
        return undefined;
      };
      await offers(client);
      await offeredSoon(client);
    }));

  it('that vanish in the middle of a word answer with what is here, and say that they are away', () =>
    serve(web.address, async client => {
      await offeredSoon(client);
      web.before = () => ({ status: 503 });
      assert.ok(has(await offers(client)));
      await client.notify('fanben/refreshLibraries', {});
      await become(client, 'offline');
      assert.ok(has(await offers(client)));
    }));
});
