import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import { type ServerProcess, withServerProcess } from '../childProcess';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

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
