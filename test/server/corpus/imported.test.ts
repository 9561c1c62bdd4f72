import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { withServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

/** A name that looks like a sentence in two languages. */
const MEMBER = '材料 / notes.jsonl';

describe('what is wrong with a file', () => {
  let corpus: TemporaryCorpus;
  before(async () => {
    corpus = await temporaryCorpus();
    const lines = ['{"title": "甲", "text": "春耕生产要抓早抓好。"}', '这不是 JSON'].join('\n');
    await corpus.write('合集.zip', zipSync({ [MEMBER]: strToU8(lines) }));
  });
  after(() => corpus.remove());

  for (const [locale, wanted, other] of [
    ['zh-cn', /第 2 行/, /line 2/],
    ['en', /line 2/, /第 2 行/],
  ] as const) {
    it(`is told in the language of the writer, and names the part: ${locale}`, async () => {
      await withServer({ corpus: [corpus.folder], storage: corpus.storage, locale }, async client => {
        await client.ready();
        const imported = await client.request('fanben/imported', { path: corpus.path('合集.zip') });
        const report = await client.request('fanben/report', null);
        const told = [
          ...imported!.articles.flatMap(({ problems }) => problems.map(({ message }) => message)),
          ...report!.files.flatMap(({ problems }) => problems),
        ];
        assert.equal(told.length, 2);
        for (const message of told) {
          assert.ok(message.includes(MEMBER), message);
          assert.match(message, wanted);
          assert.doesNotMatch(message, other);
        }
      });
    });
  }
});

describe('a line that was removed wrongly', () => {
  const NAME = '护林.txt';
  const LINE = '扫一扫在手机打开当前页';
  const page = (tail = '') =>
    `在全县护林大会上的讲话\n（2024年4月2日）\n同志们：\n各级干部要守好每一道卡口。\n${LINE}\n要把劝导做到每一户、每一人。${tail}\n`;
  let corpus: TemporaryCorpus;
  beforeEach(async () => {
    corpus = await temporaryCorpus({ [NAME]: page() });
  });
  afterEach(() => corpus.remove());

  const options = () => ({ corpus: [corpus.folder], storage: corpus.storage });
  const isIndexed = async (client: LspClient, words = '扫一扫在手机') =>
    JSON.stringify(await client.request('fanben/lookUp', { words, limit: 3 })).includes(words);
  const until = async (client: LspClient, wanted: boolean, words?: string) => {
    for (let i = 0; i < 200; i++) {
      if ((await isIndexed(client, words)) === wanted) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    assert.fail(`the line is ${wanted ? 'not ' : ''}in the index`);
  };
  const keep = (client: LspClient, path: string, isKept: boolean) =>
    client.request('fanben/keepLine', { path, entry: 0, line: LINE, isKept });

  it('is kept when that is said, and removed again when it is taken back', async () => {
    await withServer(options(), async client => {
      await client.ready();
      const path = corpus.path(NAME);
      assert.equal(await isIndexed(client), false);
      await keep(client, path, true);
      await until(client, true);
      const [told] = (await client.request('fanben/imported', { path }))!.articles;
      assert.deepEqual(told?.kept, [LINE]);
      assert.ok(!told?.removed.some(({ text }) => text === LINE));
      await keep(client, path, false);
      await until(client, false);
      const [after] = (await client.request('fanben/imported', { path }))!.articles;
      assert.deepEqual([after?.kept, after?.removed.some(({ text }) => text === LINE)], [[], true]);
    });
  });

  it('stays kept when all is read again, when the file is changed, and when it is moved and renamed', async () => {
    await withServer(options(), async client => {
      await client.ready();
      await keep(client, corpus.path(NAME), true);
      await until(client, true);
      const from = client.statuses.length;
      await client.notify('fanben/reindex', { fromScratch: true });
      await client.status(({ state }) => state === 'indexing', from);
      await client.ready(client.statuses.length);
      await until(client, true);
      await corpus.write(NAME, page('路口有人守，山上有人巡。'));
      await until(client, true, '路口有人守');
      await until(client, true);
    });
    // Nobody is there while it is moved.
    await corpus.write('搬走/大会讲话.txt', page('路口有人守，山上有人巡。'));
    await rm(corpus.path(NAME));
    await withServer(options(), async client => {
      await client.ready();
      await until(client, true);
    });
  });

  it('of a file that is not in the index is nothing to note', async () => {
    await withServer(options(), async client => {
      await client.ready();
      assert.equal(await keep(client, corpus.path('没有.txt'), true), null);
    });
  });
});

describe('a line that recurs in one folder and was removed wrongly', () => {
  it('is kept in its file alone', async () => {
    const MOTTO = '云溪县委办公室编';
    const files = Object.fromEntries(
      ['护林', '防汛', '修路', '办学', '治水', '茶事', '春耕', '秋收'].map((what, i) => [
        `${what}.txt`,
        `在全县${what}会议上的讲话\n（2024年4月${i + 1}日）\n同志们：\n${what}是大事，${'各村都要安排专人，'.repeat(i + 1)}把${what}抓到底。\n${MOTTO}\n`,
      ]),
    );
    const corpus = await temporaryCorpus(files);
    try {
      await withServer({ corpus: [corpus.folder], storage: corpus.storage }, async client => {
        await client.ready();
        const removedFrom = async (name: string) => {
          const imported = await client.request('fanben/imported', { path: corpus.path(name) });
          return imported!.articles.some(({ removed }) => removed.some(({ text }) => text === MOTTO));
        };
        assert.deepEqual([await removedFrom('护林.txt'), await removedFrom('防汛.txt')], [true, true]);
        const from = client.statuses.length;
        await client.request('fanben/keepLine', { path: corpus.path('护林.txt'), entry: 0, line: MOTTO, isKept: true });
        await client.status(({ state }) => state === 'indexing', from);
        await client.ready(client.statuses.length);
        const found = JSON.stringify(await client.request('fanben/lookUp', { words: MOTTO, limit: 20 }));
        assert.deepEqual(found.match(/[^\\/"]+\.txt/g), ['护林.txt']);
        assert.equal(await removedFrom('防汛.txt'), true);
      });
    } finally {
      await corpus.remove();
    }
  });
});
