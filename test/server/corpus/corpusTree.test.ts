import assert from 'node:assert/strict';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleRow, TreeParent, TreeRow } from '../../../src/server/protocol/corpusTree';
import { withServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

const speech = (place: string, year: number, speaker: string, own: string) =>
  [
    `在${place}春耕现场会上的讲话`,
    speaker,
    `（${year}年3月8日）`,
    '同志们：',
    `今天我们在${place}召开现场会，就是要把春耕的每一件事抓实抓细。${own}`,
    '要以时不我待的紧迫感备足种子化肥，把农机检修好，把水渠清理好，决不误了农时。',
    `${own}各级干部要到田间地头去，和群众一起算细账、想办法，把政策送到每一户。`,
    '同志们，春耕不等人，让我们一起把今年的头一仗打好！',
  ].join('\n');

describe('the corpus as a tree', () => {
  let corpus: TemporaryCorpus;
  beforeEach(async () => {
    corpus = await temporaryCorpus({
      '本县/茶岭镇.txt': speech('茶岭镇', 2021, '程向南', '茶园的冬管要补上。'),
      '本县/终稿/石桥镇.txt': speech('石桥镇', 2023, '周明远', '石桥的水田要先灌。'),
      '汇编/云溪.txt': speech('云溪乡', 2015, '林致和', '云溪的山地要早翻。'),
      '本县/封面.png': 'x',
    });
    await corpus.write('本县/空.txt', '');
  });
  afterEach(() => corpus.remove());

  const serve = (use: (client: LspClient) => Promise<unknown>) =>
    withServer({ corpus: [corpus.folder], storage: corpus.storage, locale: 'zh-cn' }, async client => {
      await client.ready();
      await use(client);
    });
  const children = async (client: LspClient, parent: TreeParent) =>
    (await client.request('fanben/corpusTree', { parent, from: 0 }))!.rows;
  const folder = (...names: string[]): TreeParent => ({ kind: 'folder', path: join(corpus.folder, ...names) });
  const only = (rows: readonly TreeRow[]) => {
    const articles = rows.filter((row): row is ArticleRow => row.kind === 'article');
    assert.equal(articles.length, 1, JSON.stringify(rows));
    return articles[0]!;
  };

  it('has folders, then articles with day, name and length, and what was skipped with its reason', () =>
    serve(async client => {
      const [top, skipped] = await children(client, { kind: 'corpus' });
      assert.deepEqual([top?.kind, top?.kind === 'folder' && top.articles, skipped?.kind], ['folder', 3, 'skipped']);
      assert.deepEqual(
        (await children(client, folder())).map(row => row.kind === 'folder' && row.name),
        ['本县', '汇编'],
      );
      const rows = await children(client, folder('本县'));
      assert.equal(rows[0]?.kind, 'folder');
      const article = only(rows);
      assert.deepEqual([article.date, article.speaker], ['2021-03-08', '程向南']);
      assert.ok(article.characters > 100);
      const reasons = await children(client, { kind: 'skipped' });
      assert.equal(reasons.length, 2);
      for (const row of reasons) assert.ok(row.kind === 'skippedFile' && row.reason !== '');
      assert.deepEqual(
        reasons.map(row => row.kind === 'skippedFile' && row.isKind),
        [false, true],
      );
    }));

  it('shows versions of a speech under the newest, with the text of each', async () => {
    const draft = speech('茶岭镇', 2021, '程向南', '茶园的冬管要补上。')
      .replace('头一仗', '第一仗')
      .replace('3月8日', '3月5日');
    await corpus.write('本县/初稿/茶岭镇 初稿.txt', draft);
    await serve(async client => {
      const newest = only(await children(client, folder('本县')));
      assert.equal(newest.versions, 2);
      assert.deepEqual(await children(client, folder('本县', '初稿')), []);
      const older = only(await children(client, newest));
      assert.equal(older.date, '2021-03-05');
      const text = await client.request('fanben/articleText', { path: older.path, entry: older.entry });
      assert.match(text!.text, /第一仗/);
    });
  });

  it('keeps what is put right, in the tree and wherever the article is told of; also when the file moves', async () => {
    const path = corpus.path('本县/茶岭镇.txt');
    await serve(async client => {
      const change = { title: '在茶乡春耕会上的讲话', date: '2022-03-08', speaker: '程向东' };
      assert.deepEqual(await client.request('fanben/noteArticle', { path, entry: 0, change }), { stated: [] });
      const article = only(await children(client, folder('本县')));
      assert.deepEqual([article.title, article.date, article.speaker], [change.title, change.date, change.speaker]);
      const [hit] = (await client.request('fanben/lookUp', { words: '茶园的冬管', limit: 5 }))!;
      assert.deepEqual([hit?.title, hit?.date, hit?.speaker], [change.title, change.date, change.speaker]);
      await client.request('fanben/noteArticle', { path, entry: 0, change: { date: null } });
      assert.equal(only(await children(client, folder('本县'))).date, '2021-03-08');
    });
    await rename(path, corpus.path('汇编/茶岭镇.txt'));
    await serve(async client => {
      const titles = (await children(client, folder('汇编'))).map(row => row.kind === 'article' && row.title);
      assert.ok(titles.includes('在茶乡春耕会上的讲话'), titles.join());
      const heard = client.statuses.length;
      await client.notify('fanben/reindex', { fromScratch: true });
      await client.status(({ state }) => state === 'indexing', heard);
      await client.ready(client.statuses.length);
      const after = (await children(client, folder('汇编'))).map(row => row.kind === 'article' && row.title);
      assert.ok(after.includes('在茶乡春耕会上的讲话'), after.join());
    });
  });

  it('lets front matter have the last word', async () => {
    const path = await corpus.write(
      '本县/记.md',
      `---\ntitle: 写明的题目\n---\n${speech('柳河镇', 2020, '何志', '柳河的堤要加固。')}`,
    );
    await serve(async client => {
      const change = { title: '别的题目', occasion: '柳河现场会' };
      assert.deepEqual(await client.request('fanben/noteArticle', { path, entry: 0, change }), { stated: ['title'] });
      const row = (await children(client, folder('本县'))).find(row => row.kind === 'article' && row.path === path);
      assert.ok(row?.kind === 'article' && row.title === '写明的题目' && row.occasion === '柳河现场会');
    });
  });

  it('asks no article that is excluded, filtered, switched off or of other years', () =>
    serve(async client => {
      const hits = async () => (await client.request('fanben/lookUp', { words: '时不我待的紧迫感', limit: 9 }))!.length;
      const lens = (filter: object, folders: { path: string }[] = []) =>
        client.notify('fanben/setLens', { filter, folders: folders as never });
      const ask = async (...args: Parameters<typeof lens>) => {
        await lens(...args);
        return hits();
      };
      assert.equal(await hits(), 3);
      assert.equal(await ask({ speakers: ['周明远'] }), 1);
      assert.equal(await ask({ fromYear: 2020 }), 2);
      assert.equal(await ask({ name: '云溪' }), 1);
      assert.equal(await ask({ occasion: '春耕现场会', toYear: 2015 }), 1);
      const county = { path: corpus.path('本县'), enabled: false };
      assert.equal(await ask({}, [county]), 1);
      assert.equal(await ask({}, [county, { path: corpus.path('本县/终稿'), enabled: true } as never]), 2);
      assert.equal(await ask({}, [{ ...county, enabled: true, fromYear: 2022 } as never]), 2);
      assert.equal(await ask({}), 3);
      const path = corpus.path('汇编/云溪.txt');
      await client.request('fanben/noteArticle', { path, entry: 0, change: { excluded: true } });
      assert.equal(await hits(), 2);
      const article = only(await children(client, folder('汇编')));
      assert.ok(article.isExcluded && article.isHidden);
    }));

  it('names sources of weighty folders first', () =>
    serve(async client => {
      const first = async () =>
        (await client.request('fanben/lookUp', { words: '时不我待的紧迫感', limit: 9 }))![0]!.path;
      assert.match(await first(), /石桥镇/);
      await client.notify('fanben/setLens', {
        filter: {},
        folders: [{ path: corpus.path('汇编'), enabled: true, weight: 3 }],
      });
      assert.match(await first(), /云溪/);
    }));

  it('leaves a file of notes alone that it cannot read', async () => {
    const notes = join(corpus.storage, '..', 'notes.json');
    await writeFile(notes, '不是 JSON');
    await withServer({ corpus: [corpus.folder], storage: corpus.storage, notes }, async client => {
      await client.ready();
      const path = corpus.path('汇编/云溪.txt');
      const noting = client.request('fanben/noteArticle', { path, entry: 0, change: { title: '题目' } });
      await assert.rejects(
        noting,
        (error: Error) => error.message.includes(notes),
        'it is said that nothing was noted',
      );
      assert.equal(await readFile(notes, 'utf8'), '不是 JSON');
    });
  });
});
