import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startServer } from '../inProcess';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

const DRAFT = 'untitled:lookup.gao';

describe('what the corpus does with a wording', () => {
  const served = serveCorpus({
    ...speeches,
    '2022-03-01_在青禾县招商大会上的讲话_程向南.txt': [
      '在青禾县招商大会上的讲话',
      '程向南',
      '（2022年3月1日）',
      '去年，青禾县签约项目35个，到位资金12亿元，为高质量发展注入了强劲动力。',
      '下一步，要以更大力度优化营商环境。',
    ].join('\n'),
  });

  it('lines, by what stands right of it', async () => {
    const { groups, articles } = await served.client.request('fanben/concordance', {
      words: '扑下身子 year:2023-2024',
      order: 'right',
      limit: 50,
    });
    assert.equal(articles, 2);
    const [{ neighbour, lines }] = groups as [(typeof groups)[0]];
    assert.ok(lines.every(({ after }) => after.startsWith(neighbour)));
  });

  it('neighbours, variants, years', async () => {
    const words = await served.client.request('fanben/collocates', { words: '钉钉子', limit: 5 });
    assert.ok(words.some(({ word, side }) => word === '精神' && side === 'right'));
    const line = '必须沉下心来抓落实';
    const [variant] = await served.client.request('fanben/variants', { line, start: 2, end: 6, limit: 5 });
    assert.equal(variant?.text, '扑下身子');
    const { years, first } = await served.client.request('fanben/history', { words: '扑下身子抓落实' });
    assert.equal(first?.date, '2019-05');
    assert.deepEqual(years.at(-1), { year: 2024, articles: 1, ofArticles: 1 });
  });

  it('sentences like one of the draft, fitted to it', async () => {
    const sentence = '今年，白水县签约项目50个，为高质量发展注入了强劲动力。';
    await served.client.open(`在白水县招商大会上的讲话\n${sentence}`, DRAFT);
    const params = { textDocument: { uri: DRAFT }, line: 1, start: 0, end: sentence.length, limit: 3 };
    const [like] = await served.client.request('fanben/likeSentences', params);
    assert.match(like!.sentence, /^去年，青禾县签约项目35个/);
    assert.ok(like!.percent >= 60 && like!.percent < 100, `${like!.percent}`);
    assert.doesNotMatch(like!.adapted, /青禾|35|12亿/);
    assert.match(like!.adapted, /〔/);
    const [next] = await served.client.request('fanben/nextParagraphs', params);
    assert.equal(next?.text, '下一步，要以更大力度优化营商环境。');
  });

  it('references in the files themselves, where the client shows no articles', async () => {
    await served.client.open('年轻人扑下身子抓落实', DRAFT);
    const position = { line: 0, character: 5 };
    const found = await served.client.request('textDocument/references', { textDocument: { uri: DRAFT }, position });
    assert.equal(found.length, 3);
    for (const { uri, range } of found) {
      const lines = (await readFile(fileURLToPath(uri), 'utf8')).split('\n');
      const { start, end } = range;
      assert.equal(lines[start.line]!.slice(start.character, end.character), '扑下身子抓落实');
    }
    const newest = await served.client.request('textDocument/definition', { textDocument: { uri: DRAFT }, position });
    assert.deepEqual(newest, found.slice(0, 1));
    assert.match(decodeURIComponent(newest[0]!.uri), /2024-07-01/);
  });

  it('references in the documents of a client that has them', async () => {
    const other = await startServer({
      corpus: [served.corpus.folder],
      storage: served.corpus.storage,
      sourceScheme: 'fanben-source',
    });
    await other.ready();
    await other.open('年轻人扑下身子抓落实', DRAFT);
    const position = { line: 0, character: 5 };
    const [found] = await other.request('textDocument/references', { textDocument: { uri: DRAFT }, position });
    const [, query] = /^fanben-source:\/[^?]+\?(.*)$/.exec(found!.uri)!;
    const article = JSON.parse(decodeURIComponent(query!)) as { path: string; entry: number };
    const shown = await other.request('fanben/source', { ...article, paragraph: 0, offset: 0, length: 0 });
    assert.ok(shown?.kind === 'article');
    const { start, end } = found!.range;
    assert.equal(shown.text.split('\n')[start.line]!.slice(start.character, end.character), '扑下身子抓落实');
    await other.stop();
  });

  it('says nothing where there is nothing to say', async () => {
    await served.client.open('……', DRAFT);
    const textDocument = { uri: DRAFT };
    const position = { line: 0, character: 1 };
    assert.deepEqual(await served.client.request('textDocument/references', { textDocument, position }), []);
    const params = { textDocument, line: 9, start: 5, end: 1, limit: 3 };
    assert.deepEqual(await served.client.request('fanben/likeSentences', params), []);
    assert.deepEqual((await served.client.request('fanben/history', { words: ' * ' })).speakers, []);
  });
});
