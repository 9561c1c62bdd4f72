import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

describe('a corpus that changes under a running server', () => {
  const served = serveCorpus(speeches, { locale: 'zh-cn' });

  const labels = async (marked: string) => (await served.client.complete(marked)).map(({ label }) => label);
  const has = async (marked: string, wanted: string) => (await labels(marked)).some(label => label.startsWith(wanted));
  /** Waits until the index, changed by `change`, is ready with this many articles. */
  const settled = async (change: () => Promise<unknown>, articles: number) => {
    const from = served.client.statuses.length;
    await change();
    await served.client.status(({ state, articles: count }) => state === 'ready' && count === articles, from);
  };

  it('follows a file added', async () => {
    assert.equal(await has('要深耕蓝色|', '粮仓'), false);
    await settled(() => served.corpus.write('新稿.txt', '在海湾镇的讲话\n我们要深耕蓝色粮仓，做强海洋牧场。'), 4);
    assert.equal(await has('要深耕蓝色|', '粮仓'), true);
  });

  it('follows a file changed', async () => {
    await settled(() => served.corpus.write('新稿.txt', '在海湾镇的讲话\n我们要深耕蓝色经济带，做强海洋牧场。'), 4);
    assert.equal(await has('要深耕蓝色|', '经济带'), true);
    assert.equal(await has('要深耕蓝色|', '粮仓'), false);
  });

  it('follows a file deleted', async () => {
    await settled(() => rm(served.corpus.path('新稿.txt')), 3);
    assert.equal(await has('要深耕蓝色|', '经济带'), false);
  });

  it('reports what was indexed and what was skipped, and why', async () => {
    await settled(async () => {
      await served.corpus.write('坏.docx', 'not a zip');
      await served.corpus.write('好.txt', '在好村的讲话\n好事要办好，实事要办实。');
    }, 4);
    const report = (await served.client.request('fanben/report', null))!;
    assert.equal(report.articles, 4);
    assert.equal(report.files.length, 4);
    assert.ok(report.characters > 100 && report.indexBytes > 0);
    const [skipped] = report.skipped;
    assert.equal(skipped?.path, served.corpus.path('坏.docx'));
    assert.match(skipped!.reason, /\p{Script=Han}/u);
    assert.equal(served.client.statuses.at(-1)?.skipped, 1);
  });

  it('rebuilds from nothing on demand, and answers meanwhile', async () => {
    await settled(() => served.client.notify('fanben/reindex', { fromScratch: true }), 4);
    assert.equal(await has('各级干部要扑下身子|', '抓落实'), true);
  });

  it('takes other filters', async () => {
    await settled(
      () =>
        served.client.notify('fanben/setCorpus', {
          corpus: [served.corpus.folder],
          exclude: ['**/旧稿/**', '**/*.docx'],
        }),
      3,
    );
    const report = (await served.client.request('fanben/report', null))!;
    assert.deepEqual(report.skipped, []);
  });
});
