import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createBuilder } from '../../src/corpus/builder/builder';
import type { ToBuilder } from '../../src/corpus/builder/messages';
import { openCorpus } from '../../src/corpus/corpusIndex';
import type { BuilderProcess } from '../../src/corpus/runBuilder';
import { createServer } from '../../src/server/createServer';
import { type Host, nodeHost } from '../../src/server/host';
import { LspClient, type StartOptions } from './lspClient';

/** A builder in this process: half a second less than a process takes to start. It ends when its build has ended. */
function startBuilder(): BuilderProcess {
  const events = new EventEmitter();
  const tell = createBuilder(message => {
    events.emit('message', message);
    if (message.type === 'done' || message.type === 'busy' || message.type === 'failed') events.emit('exit');
  });
  const send = (message: ToBuilder) => {
    setImmediate(tell, message);
    return true;
  };
  const kill = () => send({ type: 'cancel' });
  return Object.assign(events, { connected: true, send, kill }) as unknown as BuilderProcess;
}

const world = nodeHost(resolve('.'));
const host: Host = {
  ...world,
  openCorpus: (options, listener) => openCorpus({ ...options, startBuilder }, listener),
};

/** Starts and initialises a server in this process, behind a pair of streams. */
export async function startServer(options: StartOptions = {}): Promise<LspClient> {
  const [toServer, fromServer] = [new PassThrough(), new PassThrough()];
  // Not the streams themselves: with them the library would end this process when they end.
  const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(fromServer)];
  createServer(createConnection(ProposedFeatures.all, reader, writer), host);
  const client = new LspClient({ fromServer, toServer });
  // No process id: the library would watch whether that process lives, and this one would never end.
  await client.initialize(options, null);
  return client;
}

/** A server for the time of `use`. */
export async function withServer(options: StartOptions, use: (client: LspClient) => Promise<unknown>): Promise<void> {
  const client = await startServer(options);
  try {
    await use(client);
  } finally {
    await client.stop();
  }
}
