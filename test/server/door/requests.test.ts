import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { withServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

describe('a request', () => {
  let corpus: TemporaryCorpus;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
  });
  after(() => corpus.remove());

  const serving = (use: (client: LspClient) => Promise<unknown>) =>
    withServer({ corpus: [corpus.folder], storage: corpus.storage }, use);

  it('that is malformed ends nothing, and is reported without its text', async () => {
    await serving(async client => {
      await client.ready();
      const textDocument = { uri: await client.open('机密草稿：各级干部要扑下身子') };
      const far = { line: 99, character: 99 };
      assert.ok(await client.request('textDocument/completion', { textDocument, position: far }));
      assert.equal(await client.request('textDocument/hover', { textDocument, position: far }), null);
      assert.equal(
        await client.request('textDocument/hover', { textDocument, position: { line: -1, character: -5 } }),
        null,
      );
      const unknown = { textDocument: { uri: 'untitled:nowhere' }, position: { line: 0, character: 0 } };
      assert.deepEqual((await client.request<{ items: unknown[] }>('textDocument/completion', unknown)).items, []);
      for (const [method, params] of [
        ['textDocument/completion', {}],
        ['textDocument/hover', { textDocument }],
        ['textDocument/onTypeFormatting', { textDocument, ch: '\n' }],
        ['fanben/lookUp', { words: 7, limit: '机密' }],
        ['fanben/locate', { path: 12 }],
        ['fanben/nonsense', { text: '机密' }],
      ] as const) {
        await client.request(method, params).catch(error => assert.ok(error instanceof ResponseError, String(error)));
      }
      await client.request('completionItem/resolve', { label: '机密', data: { segment: 7 } });
      assert.ok((await client.complete('各级干部要扑下身子|')).length > 0);
      assert.ok(client.log.length > 0);
      assert.ok(!client.log.some(message => message.includes('机密')), client.log.join('\n'));
    });
  });

  it('that is cancelled has no answer', async () => {
    await serving(async client => {
      await client.ready();
      const source = new CancellationTokenSource();
      const textDocument = { uri: await client.open('各级干部要扑下身子') };
      const params = { textDocument, position: { line: 0, character: 9 } };
      // The first ones may be answered before the cancellation arrives; the last ones wait behind them.
      const answers = Array.from({ length: 50 }, () =>
        client.connection.sendRequest<unknown>('textDocument/completion', params, source.token),
      );
      source.cancel();
      const settled = await Promise.allSettled(answers);
      const refusals = settled.filter(answer => answer.status === 'rejected').map(({ reason }) => reason);
      assert.ok(refusals.length > 0);
      assert.ok(refusals.every(why => why instanceof ResponseError && why.code === LSPErrorCodes.RequestCancelled));
      assert.ok((await client.complete('各级干部要扑下身子|')).length > 0);
    });
  });

  it('without a storage folder: what is missing is said, and there are still frames', async () => {
    await withServer({}, async client => {
      const status = await client.status(({ state }) => state === 'failed');
      assert.match(status.message ?? '', /storage/);
      assert.ok((await client.complete('一是|')).length > 0);
    });
  });
});
