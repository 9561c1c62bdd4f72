import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { serveCorpus } from '../serveCorpus';

const meeting = (year: number, wish: string) =>
  `在${year}年全镇茶产业发展大会上的讲话\n（${year}年3月2日）\n同志们：\n今年的茶事要早谋划、早动手。让我们${wish}，把每一片叶子的文章做足。`;

const files = {
  '2024年大会.txt': meeting(2024, '沿着溪水把茶种到云上去'),
  '2025年大会.txt': meeting(2025, '沿着山路把茶卖到远方去'),
  // The same beginning again and again, on other occasions: without the title it would come first.
  ...Object.fromEntries(
    ['护林', '防汛', '修路', '办学', '治水', '迁坟'].map(what => [
      `${what}.txt`,
      `在全镇${what}会议上的讲话\n同志们：\n${what}是大事，各村都要${what}到底。让我们沿着老路把${what}抓到底，决不松劲，村村过关。`,
    ]),
  ),
};

describe('earlier speeches on the occasion of a draft', () => {
  const served = serveCorpus(files);

  const precedents = async (uri: string, leans = true) =>
    (await served.client.request('fanben/precedents', { textDocument: { uri }, leans })).articles.map(
      ({ date }) => date,
    );

  it('are told, newest first', async () => {
    const uri = await served.client.open('在2026年全镇茶产业发展大会上的讲话\n');
    assert.deepEqual(await precedents(uri), ['2025-03-02', '2024-03-02']);
  });

  it('are none for another occasion, for a draft without a title, and for a document that is not open', async () => {
    assert.deepEqual(await precedents(await served.client.open('在全镇招商大会上的讲话\n')), []);
    assert.deepEqual(await precedents(await served.client.open('今天讲三点意见。\n')), []);
    assert.deepEqual(await precedents('untitled:nowhere.gao'), []);
  });

  it('are looked for again when the title is another', async () => {
    const uri = await served.client.open('在全镇会上的讲话\n');
    assert.deepEqual(await precedents(uri), []);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const contentChanges = [{ range, text: '在全镇茶产业发展大会上的讲话\n（2025年3月1日）\n' }];
    await served.client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    assert.deepEqual(await precedents(uri), ['2025-03-02', '2024-03-02']);
  });

  it('obey the filter', async () => {
    await served.client.notify('fanben/setLens', { filter: { toYear: 2024 }, folders: [] });
    const uri = await served.client.open('在2026年全镇茶产业发展大会上的讲话\n');
    assert.deepEqual(await precedents(uri), ['2024-03-02']);
    await served.client.notify('fanben/setLens', { filter: {}, folders: [] });
  });

  it('are not the draft itself', async () => {
    const uri = pathToFileURL(served.corpus.path('2025年大会.txt')).href;
    await served.client.open(files['2025年大会.txt'], uri);
    assert.deepEqual(await precedents(uri), ['2024-03-02']);
  });

  it('lead the list from the first paragraph on, until that is switched off', async () => {
    const text = '在2026年全镇茶产业发展大会上的讲话\n同志们：\n让我们沿着';
    const uri = await served.client.open(text);
    const position = { line: 2, character: 5 };
    const first = async () => {
      // Completion works ahead between requests.
      let items: { label: string }[] = [];
      for (let i = 0; i < 20; i++) {
        ({ items } = await served.client.request('textDocument/completion', { textDocument: { uri }, position }));
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      return items.map(({ label }) => label);
    };
    await precedents(uri, false);
    const plain = await first();
    await precedents(uri, true);
    const leaning = await first();
    const rank = (labels: readonly string[]) => labels.findIndex(label => /^(?:山路|溪水)/.test(label));
    assert.ok(rank(leaning) >= 0 && rank(leaning) <= 1, `${plain} → ${leaning}`);
    assert.ok(rank(plain) < 0 || rank(plain) > 3, plain.join());
  });
});
