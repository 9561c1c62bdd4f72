import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { type ServerProcess, withServerProcess } from './childProcess';
import { speeches, type TemporaryCorpus, temporaryCorpus } from './temporaryCorpus';

describe('the server', () => {
  let corpus: TemporaryCorpus;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
  });
  after(() => corpus.remove());

  const serving = (use: (client: ServerProcess) => Promise<unknown>) =>
    withServerProcess({ corpus: [corpus.folder], storage: corpus.storage }, use);

  it('answers every request before the index is ready', async () => {
    const code = await serving(async client => {
      const answers = await Promise.all([
        client.complete('各级干部要扑下身子|'),
        client.ask('textDocument/hover', '扑下身|子抓落实'),
        client.ask('textDocument/documentSymbol', '一、抓产业|'),
        client.request('fanben/lookUp', { words: '抓落实', limit: 5 }),
        client.request('fanben/report', null),
      ]);
      assert.ok(
        !client.statuses.some(({ state }) => state === 'ready'),
        'the index was ready before the requests were answered',
      );
      assert.ok(Array.isArray(answers[0]));
      await client.ready();
    });
    assert.equal(code, 0);
  });

  it('is ready at once where nothing has to be built', async () => {
    const code = await serving(async client => {
      const status = await client.ready();
      assert.equal(status.articles, 3);
      assert.ok(status.characters > 100);
      assert.ok((await client.complete('各级干部要扑下身子|')).length > 0);
    });
    assert.equal(code, 0);
  });

  it('outlives malformed requests, and reports them without their text', async () => {
    const code = await serving(async client => {
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
      assert.deepEqual((await client.request('textDocument/completion', unknown)).items, []);
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
    assert.equal(code, 0);
  });

  it('does not answer a cancelled request', async () => {
    const code = await serving(async client => {
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
    assert.equal(code, 0);
  });

  it('says what is missing when it is started without a storage folder, and still offers frames', async () => {
    const code = await withServerProcess({}, async client => {
      const status = await client.status(({ state }) => state === 'failed');
      assert.match(status.message ?? '', /storage/);
      assert.ok((await client.complete('一是|')).length > 0);
    });
    assert.equal(code, 0);
  });

  it('speaks over IPC too', async () => {
    const child = fork(resolve('dist/server.js'), ['--node-ipc'], { stdio: 'inherit' });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', params);
    assert.equal(capabilities.hoverProvider, true);
    await connection.sendRequest('shutdown');
    const exited = new Promise(done => child.once('exit', done));
    await connection.sendNotification('exit');
    assert.equal(await exited, 0);
    connection.dispose();
  });

  it('ends when its editor is gone', async () => {
    await serving(async client => {
      await client.ready();
      client.process.stdin!.end();
      assert.notEqual(await client.exited, null);
    });
  });
});
