import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type ServerOptions, STATUS, type Status } from '../../src/server/messages';

/** A bar marks the cursor. */
export interface Cursor {
  readonly text: string;
  readonly position: { line: number; character: number };
}

/** `'一\n二|三'` → the text `一\n二三`, line 1, character 1. */
export function cursor(marked: string): Cursor {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  return {
    text: marked.slice(0, offset) + marked.slice(offset + 1),
    position: { line: before.length - 1, character: before.at(-1)!.length },
  };
}

export interface StartOptions extends Partial<ServerOptions> {
  readonly env?: NodeJS.ProcessEnv;
  /** Arguments before the script. */
  readonly nodeArgs?: readonly string[];
  readonly snippets?: boolean;
}

/** How long a server may take to shut down. */
const PATIENCE_MS = 10_000;

const server = resolve('dist/server.js');
let drafts = 0;

/** The bundled server as a child process, spoken to as an editor would. */
export class LspClient {
  capabilities: ServerCapabilities = {};
  readonly statuses: Status[] = [];
  readonly log: string[] = [];
  readonly exited: Promise<number | null>;
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  private readonly listeners = new Set<() => void>();

  private constructor({ env, nodeArgs = [] }: StartOptions) {
    if (!existsSync(server)) throw new Error(`${server} is missing: run \`npm run build\` first`);
    this.process = spawn(process.execPath, [...nodeArgs, server, '--stdio'], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.exited = new Promise(done => this.process.once('exit', code => done(code)));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.connection.onNotification(STATUS, (status: Status) => {
      this.statuses.push(status);
      for (const listener of this.listeners) listener();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => this.log.push(message));
    this.connection.listen();
  }

  /** Starts and initialises a server; the index is not yet ready. */
  static async start(options: StartOptions): Promise<LspClient> {
    const { env: _env, nodeArgs: _nodeArgs, snippets = true, ...initializationOptions } = options;
    const client = new LspClient(options);
    const { capabilities } = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: snippets } } } },
      initializationOptions,
    });
    client.capabilities = capabilities;
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  /** The first status, from number `from` on, that satisfies the condition. */
  async status(condition: (status: Status) => boolean, from = 0, timeoutMs = 20_000): Promise<Status> {
    const find = () => this.statuses.slice(from).find(condition);
    return new Promise((found, failed) => {
      const timer = setTimeout(() => {
        this.listeners.delete(check);
        failed(new Error(`no such status in ${timeoutMs} ms; the last: ${JSON.stringify(this.statuses.at(-1))}`));
      }, timeoutMs);
      const check = () => {
        const status = find();
        if (!status) return;
        clearTimeout(timer);
        this.listeners.delete(check);
        found(status);
      };
      this.listeners.add(check);
      check();
    });
  }

  ready(from = 0): Promise<Status> {
    return this.status(({ state }) => state === 'ready', from);
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Opens a new draft and returns its address. */
  async open(text: string, uri = `untitled:draft-${++drafts}.gao`): Promise<string> {
    const textDocument = { uri, languageId: 'speech-draft', version: 1, text };
    await this.notify('textDocument/didOpen', { textDocument });
    return uri;
  }

  /** Asks for completions at the bar of a new draft. */
  async complete(marked: string): Promise<CompletionItem[]> {
    const { text, position } = cursor(marked);
    const uri = await this.open(text);
    const list = await this.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    return list.items;
  }

  /** Sends `request` at the bar of a new draft. */
  async ask<Result>(method: string, marked: string, more: object = {}): Promise<Result> {
    const { text, position } = cursor(marked);
    const textDocument = { uri: await this.open(text) };
    return this.request<Result>(method, { textDocument, position, ...more });
  }

  /** Shuts down as the protocol says and resolves to the exit code; a server that does not end is killed: null. */
  async stop(): Promise<number | null> {
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE_MS);
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.connection.sendRequest('shutdown').then(
        () => this.connection.sendNotification('exit'),
        () => {}, // it has gone before it answered
      );
    }
    const code = await this.exited;
    clearTimeout(timer);
    this.connection.dispose();
    return code;
  }
}

/** A server for the time of `use`; its exit code. */
export async function withServer(
  options: StartOptions,
  use: (client: LspClient) => Promise<unknown>,
): Promise<number | null> {
  const client = await LspClient.start(options);
  try {
    await use(client);
  } catch (error) {
    client.process.kill('SIGKILL');
    throw error;
  }
  return client.stop();
}

/** The draft after the item was accepted: `cursor` of the text before, in the one line of the edit. */
export function accepted({ text }: Cursor, item: CompletionItem): string {
  if (!item.textEdit || !('range' in item.textEdit)) throw new Error('an item without an explicit range');
  const { range, newText } = item.textEdit;
  const lines = text.split('\n');
  const line = lines[range.start.line]!;
  lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  return lines.join('\n');
}
