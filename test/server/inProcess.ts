import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { openCorpus } from '../../src/corpus/corpusIndex';
import { createServer } from '../../src/server/createServer';
import { type Host, nodeHost } from '../../src/server/host';
import { startBuilder } from '../fixtures/builderInProcess';
import { LspClient, type StartOptions } from './lspClient';

const world = nodeHost(resolve('.'));
const host: Host = {
  ...world,
  openCorpus: (options, listener) => openCorpus({ ...options, startBuilder }, listener),
};

/** Starts and initialises a server in this process, behind a pair of streams, in a world that may be another in part. */
export async function startServer(options: StartOptions = {}, other: Partial<Host> = {}): Promise<LspClient> {
  const [toServer, fromServer] = [new PassThrough(), new PassThrough()];
  // Not the streams themselves: with them the library would end this process when they end.
  const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(fromServer)];
  createServer(createConnection(ProposedFeatures.all, reader, writer), { ...host, ...other });
  const client = new LspClient({ fromServer, toServer });
  // No process id: the library would watch whether that process lives, and this one would never end.
  await client.initialize(options, null);
  return client;
}

/** A server for the time of `use`. */
export async function withServer(
  options: StartOptions,
  use: (client: LspClient) => Promise<unknown>,
  other: Partial<Host> = {},
): Promise<void> {
  const client = await startServer(options, other);
  try {
    await use(client);
  } finally {
    await client.stop();
  }
}
