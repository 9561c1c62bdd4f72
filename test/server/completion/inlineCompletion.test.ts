import assert from 'node:assert/strict';
import type { GhostItem } from '../../../src/server/protocol/documents';
import { startServer } from '../inProcess';
import { cursor } from '../lspClient';
import { serveCorpus } from '../serveCorpus';

const INVOKED = 0;
const AUTOMATIC = 1;
const SENTENCE = '大力弘扬“钉钉子”精神，一件接着一件办，一年接着一年干。';

describe('inline completion', () => {
  const served = serveCorpus({
    '2021年.txt': `在开工仪式上的讲话\n（2021年3月1日）\n我们要${SENTENCE}\n水渠要赶在春灌前修通。`,
    '2022年.txt': `在年中总结会上的讲话\n（2022年7月8日）\n各级干部要${SENTENCE}\n上半年的账要一笔一笔算清。`,
    '2023年.txt': `在表彰会上的讲话\n（2023年5月4日）\n年轻人也要${SENTENCE}\n今天受表彰的都是一线的同志。`,
  });

  const ask = (marked: string, triggerKind: number, more = {}): Promise<GhostItem[]> =>
    served.client.ask('textDocument/inlineCompletion', marked, { context: { triggerKind, ...more } });

  it('is announced as the protocol says', async () => {
    const other = await startServer({});
    assert.equal(other.capabilities.inlineCompletionProvider, true);
    await other.stop();
  });

  it('gives one item at the cursor, with the ends of its words and clauses', async () => {
    const marked = '同志们：\n今后，我们要大力弘扬“钉钉子|';
    const items = await ask(marked, AUTOMATIC);
    assert.equal(items.length, 1);
    const [{ insertText, range, wordEnds, clauseEnds }] = items as [GhostItem];
    assert.ok(insertText.startsWith('”精神'), insertText);
    const { position } = cursor(marked);
    assert.deepEqual(range, { start: position, end: position });
    assert.ok(wordEnds.includes('”精神'.length) && !wordEnds.includes('”精'.length), wordEnds.join(' '));
    assert.equal(wordEnds.at(-1), insertText.length);
    assert.equal(clauseEnds.at(-1), insertText.length);
  });

  it('says less by itself than when asked, and nothing beside a chosen item of the list', async () => {
    assert.deepEqual(await ask('今后，我们要大力弘扬|，不断前进。', AUTOMATIC), []);
    assert.equal((await ask('今后，我们要大力弘扬|，不断前进。', INVOKED)).length, 1);
    const selectedCompletionInfo = { text: '精神', range: { start: cursor('|').position, end: cursor('|').position } };
    assert.deepEqual(await ask('今后，我们要大力弘扬“钉钉子|', INVOKED, { selectedCompletionInfo }), []);
  });

  it('has nothing for text nobody wrote, and for a draft that is not open', async () => {
    assert.deepEqual(await ask('星期八的彩虹|', AUTOMATIC), []);
    const params = { textDocument: { uri: 'untitled:gone' }, position: cursor('|').position };
    assert.deepEqual(
      await served.client.request('textDocument/inlineCompletion', { ...params, context: { triggerKind: INVOKED } }),
      [],
    );
  });
});
