import assert from 'node:assert/strict';
import { startServer } from '../inProcess';
import { serveCorpus } from '../serveCorpus';
import { speeches, temporaryCorpus } from '../temporaryCorpus';

describe('look up', () => {
  const served = serveCorpus(speeches);

  const lookUp = (words: string, limit = 10) => served.client.request('fanben/lookUp', { words, limit });

  it('gives the sentence with all words first, and where the words are in it', async () => {
    const [hit] = await lookUp('钉钉子 老百姓');
    assert.equal(hit?.title, '在主题党课上的讲话');
    assert.deepEqual(
      hit?.spans.map(([start, end]) => hit.sentence.slice(start, end)),
      ['钉钉子', '老百姓'],
    );
    assert.equal(hit?.before + hit!.match + hit?.after, hit?.sentence);
  });

  it('gives the best sentence of each article, newest first, then the second ones', async () => {
    const hits = await lookUp('扑下身子');
    assert.deepEqual(
      hits.map(({ date }) => date?.slice(0, 4)),
      ['2024', '2023', '2019', '2023'],
    );
  });

  it('gives a numbered sentence without its number, unless that is asked for', async () => {
    const [hit] = await lookUp('察实情');
    assert.equal(hit?.sentence, '扑下身子察实情。');
    assert.deepEqual(hit?.spans, [[4, 7]]);
    assert.equal(hit?.before + hit!.match + hit?.after, hit?.sentence);
    assert.equal((await lookUp('一是扑下身子'))[0]?.sentence, '一是扑下身子察实情。');
  });

  it('keeps to the limit', async () => {
    assert.equal((await lookUp('扑下身子', 1)).length, 1);
    assert.equal((await lookUp('扑下身子', 0)).length, 0);
  });

  it('says which sentences have the words scattered, behind those that have them as typed', async () => {
    const hits = await lookUp('钉钉子精神推动');
    assert.deepEqual(
      hits.map(({ isScattered, sentence }) => [isScattered, sentence.includes('钉钉子精神推动')]),
      [...hits].map(({ isScattered }) => [isScattered, !isScattered]),
    );
    assert.equal(hits[0]?.isScattered, false);
    const scattered = await lookUp('群众的作风');
    assert.ok(scattered.length > 0 && scattered.every(({ isScattered }) => isScattered));
  });

  it('finds phrases by their pinyin, whole or initials, with blanks or without', async () => {
    for (const letters of ['pxsz', 'puxiashenzi', 'pu xia shen zi', 'pxshenzi']) {
      const hits = await lookUp(letters);
      assert.ok(hits.length >= 3, letters);
      for (const { sentence, isScattered } of hits) assert.ok(sentence.includes('扑下身子') && !isScattered, letters);
    }
  });

  it('answers whatever is typed', async () => {
    for (const words of ['', ' ', '“', '(', '\\', '🚀', '火星文', 'a'.repeat(5000)]) {
      assert.deepEqual(await lookUp(words), [], words.slice(0, 10));
    }
  });

  it('gives the writer’s own folder before reports of others, as typed before scattered', async () => {
    const own = await temporaryCorpus({
      '2015_讲话.txt': '讲话\n\n2015年1月1日\n\n我们这里扑下身子修路。\n\n扑下来再挺起身子。',
    });
    const both = await startServer({ corpus: [own.folder, served.corpus.folder], storage: own.storage });
    try {
      await both.ready();
      const hits = await both.request('fanben/lookUp', { words: '扑下身子', limit: 3 });
      assert.equal(hits[0]?.sentence, '我们这里扑下身子修路。');
      assert.equal(hits.length, 3);
      assert.deepEqual(
        hits.map(({ path }) => path.startsWith(own.folder)),
        [true, false, false],
      );
    } finally {
      await both.stop();
      await own.remove();
    }
  });
});
