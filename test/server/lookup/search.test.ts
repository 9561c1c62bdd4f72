import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

describe('search in groups', () => {
  const served = serveCorpus(speeches);

  const search = (words: string, order: 'article' | 'right' | 'left' | 'date' = 'article') =>
    served.client.request('fanben/search', { words, order, limit: 100 });

  it('groups by article, with counts', async () => {
    const { groups, articles, occurrences, estimated } = await search('扑下身子');
    assert.equal(groups.length, articles);
    assert.equal(estimated, false);
    assert.equal(
      groups.reduce((sum, { hits }) => sum + hits.length, 0),
      occurrences,
    );
    for (const { name, hits } of groups) for (const { title } of hits) assert.equal(title, name);
  });

  it('shows lines of what letters spell, too', async () => {
    const { groups, occurrences } = await search('pxsz', 'right');
    assert.ok(occurrences >= 3);
    for (const { hits } of groups) for (const { match } of hits) assert.equal(match, '扑下身子');
  });

  it('narrows down by filters', async () => {
    const { groups } = await search('扑下身子 年份：2023', 'date');
    assert.deepEqual(
      groups.map(({ name }) => name),
      ['2023'],
    );
  });

  it('is the same as a table, and as a document for Word', async () => {
    const params = { words: '扑下身子', order: 'article', limit: 100 } as const;
    const { groups } = await search('扑下身子');
    const csv = Buffer.from(await served.client.request('fanben/linesFile', { ...params, format: 'csv' }), 'base64');
    const docx = Buffer.from(await served.client.request('fanben/linesFile', { ...params, format: 'docx' }), 'base64');
    const text = strFromU8(unzipSync(docx)['word/document.xml']!).replace(/<[^>]+>/g, '');
    assert.equal(csv.toString().trim().split('\r\n').length, groups.flatMap(({ hits }) => hits).length);
    for (const { name, hits } of groups) {
      assert.ok(text.includes(name), name);
      for (const { sentence } of hits) assert.ok(text.includes(sentence), sentence);
    }
  });

  it('answers whatever is typed, with nothing where nothing is', async () => {
    for (const words of ['', ' ', '*', '“', '(', '🚀', '火星文', '*'.repeat(500), 'year:2023'])
      for (const order of ['article', 'right'] as const)
        assert.deepEqual((await search(words, order)).groups, [], `${words} ${order}`);
  });
});
