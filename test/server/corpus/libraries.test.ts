import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { openCorpus } from '../../../src/corpus/corpusIndex';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import type { LibraryState } from '../../../src/server/protocol/libraries';
import type { ServerOptions } from '../../../src/server/protocol/options';
import { startBuilder } from '../../fixtures/builderInProcess';
import { until } from '../../fixtures/testCorpora';
import { withServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

describe('libraries', () => {
  let own: TemporaryCorpus;
  let others: TemporaryCorpus;
  let target: string;
  let replicas: string;
  before(async () => {
    own = await temporaryCorpus({ '我的.txt': '在乡镇的讲话\n（2025年3月1日）\n要扑下身子抓落实，把每一件小事办好。' });
    others = await temporaryCorpus(speeches);
    target = join(others.folder, '..', '资料库');
    replicas = join(own.folder, '..', 'replicas');
    const corpus = [others.folder];
    const index = await openCorpus({ corpus, storage: others.storage, watch: false, startBuilder }, () => undefined);
    await index.whenIdle();
    await index.dispose();
    await publish(await openStore(target), { storage: others.storage, corpus, name: '县委库', licence: '内部使用' });
  });
  after(() => Promise.all([own.remove(), others.remove()]));

  const serve = (
    use: (client: LspClient, states: LibraryState[]) => Promise<unknown>,
    libraries: ServerOptions['libraries'] = [{ target }],
  ) =>
    withServer({ corpus: [own.folder], storage: own.storage, replicas, libraries, locale: 'zh-cn' }, async client => {
      await client.ready();
      await use(client, await settled(client));
    });

  it('answer beside the corpus of the writer: lists, hovers, passages, frames', () =>
    serve(async (client, [library]) => {
      assert.deepEqual([library?.state, library?.name, library?.articles], ['ready', '县委库', 3]);
      const rows = await client.complete('要以钉钉子精神推动|');
      assert.ok(rows.some(({ label }) => label.includes('高质量发展')));
      const hover = (await client.ask('textDocument/hover', '扑下身|子抓落实')) as Hover;
      assert.match((hover.contents as MarkupContent).value, /本机 1 篇 · 县委库 3 篇/);
      const hits = await client.request('fanben/lookUp', { words: '绿水青山', limit: 3 });
      const source = await client.request('fanben/source', hits[0]!);
      assert.ok(source?.kind === 'article' && source.text.includes('程向南'));
    }));

  it('have no file here: who asks for one is told where the article is', () =>
    serve(async client => {
      const hits = await client.request('fanben/lookUp', { words: '绿水青山', limit: 3 });
      const [hit] = hits;
      const place = await client.request('fanben/locate', hit!);
      assert.ok(place?.kind === 'gone' && place.message.includes('县委库'));
      const note = { path: hit!.path, entry: hit!.entry, change: { excluded: true } };
      await client.request('fanben/noteArticle', note);
      assert.deepEqual(await client.request('fanben/lookUp', { words: '绿水青山', limit: 3 }), hits);
    }));

  it('stand in the tree with their folders and articles', () =>
    serve(async client => {
      const children = async (path: string) =>
        (await client.request('fanben/corpusTree', { parent: { kind: 'folder', path }, from: 0 }))!.rows;
      const { rows } = (await client.request('fanben/corpusTree', { parent: { kind: 'corpus' }, from: 0 }))!;
      const row = rows.find(row => row.kind === 'library');
      assert.deepEqual([row?.name, row?.articles, row?.licence], ['县委库', 3, '内部使用']);
      const [folder] = await children(row!.path);
      assert.ok(folder?.kind === 'folder' && folder.isOfLibrary && folder.articles === 3);
      const articles = (await children(folder.path)).filter(child => child.kind === 'article');
      assert.equal(articles.length, 2);
      assert.ok(articles.every(({ isOfLibrary }) => isOfLibrary));
    }));

  it('count as much as the writer says', async () => {
    const first = async (weight: number) => {
      let label: string | undefined;
      await serve(
        async client => {
          label = (await client.complete('扑下身子抓落实，|'))[0]?.label;
        },
        [{ target, weight }],
      );
      return label;
    };
    assert.match((await first(0.01)) ?? '', /^把每/);
    assert.match((await first(100)) ?? '', /^一件/);
  });

  it('count as much as their publisher says of a folder, times what the writer says of all', async () => {
    const weighedAt = join(others.folder, '..', '加权库');
    const corpus = [others.folder];
    const store = await openStore(weighedAt);
    await publish(store, { storage: others.storage, corpus, weights: { [others.folder]: 100 } });
    const first = async (weight: number) => {
      let label: string | undefined;
      await serve(
        async client => {
          label = (await client.complete('扑下身子抓落实，|'))[0]?.label;
        },
        [{ target: weighedAt, weight }],
      );
      return label;
    };
    assert.match((await first(1)) ?? '', /^一件/);
    await publish(store, { storage: others.storage, corpus, weights: { [others.folder]: 0.01 } });
    assert.match((await first(1)) ?? '', /^把每/);
  });

  it('that are no longer read leave the machine', async () => {
    await serve(async () => assert.ok(readdirSync(replicas).length > 0));
    await serve(async (_, states) => {
      assert.deepEqual(states, []);
      await until(() => readdirSync(replicas).length === 0, 'the replica is removed');
    }, []);
  });

  it('that cannot be read leave the rest as it is, and say why', () =>
    serve(
      async (client, [library]) => {
        assert.equal(library?.state, 'failed');
        assert.match(library.message ?? '', /连不上资料库/);
        assert.ok((await client.complete('要扑下身子|')).length > 0);
      },
      [{ target: join(others.folder, 'none') }],
    ));
});

/** The libraries, when each is here or cannot be had. */
async function settled(client: LspClient): Promise<LibraryState[]> {
  for (const until = Date.now() + 20_000; ; ) {
    const states = await client.request('fanben/libraries', null);
    if (states.every(({ state }) => state !== 'fetching')) return states;
    assert.ok(Date.now() < until, JSON.stringify(states));
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
