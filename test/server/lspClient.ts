import type { Readable, Writable } from 'node:stream';
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
import type { DocumentMethod } from '../../src/server/door/router';
import type { Status } from '../../src/server/protocol/corpus';
import type { ServerOptions } from '../../src/server/protocol/options';
import type { Notifications, ParamsOf, RequestMethod, ResultOf } from '../../src/server/protocol/protocol';

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
  readonly snippets?: boolean;
  /** Whatever it is, sent in place of the options. */
  readonly initializationOptions?: unknown;
}

/** Where a server listens. */
export interface Streams {
  readonly fromServer: Readable;
  readonly toServer: Writable;
}

let drafts = 0;

/** A server spoken to as an editor would: `inProcess.ts` and `childProcess.ts` start one. */
export class LspClient {
  capabilities: ServerCapabilities = {};
  readonly statuses: Status[] = [];
  readonly log: string[] = [];
  /** What the writer was shown. */
  readonly shown: string[] = [];
  readonly connection: ProtocolConnection;
  private readonly listeners = new Set<() => void>();

  constructor({ fromServer, toServer }: Streams) {
    this.connection = createProtocolConnection(new StreamMessageReader(fromServer), new StreamMessageWriter(toServer));
    this.connection.onNotification('fanben/status', (status: Status) => {
      this.statuses.push(status);
      for (const listener of this.listeners) listener();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => this.log.push(message));
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) =>
      this.shown.push(message),
    );
    this.connection.listen();
  }

  /** Initialises the server; the index is not yet ready. Without a background of set phrases, unless one is asked for. */
  async initialize({ snippets = true, ...options }: StartOptions, processId: number | null): Promise<void> {
    const initializationOptions =
      'initializationOptions' in options
        ? options.initializationOptions
        : { background: false, model: false, lists: 'all', ...options };
    const { capabilities } = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId,
      rootUri: null,
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: snippets } } } },
      initializationOptions,
    });
    this.capabilities = capabilities;
    await this.connection.sendNotification('initialized', {});
  }

  /** The first status, from number `from` on, that satisfies the condition. */
  async status(condition: (status: Status) => boolean, from = 0, timeoutMs = 50_000): Promise<Status> {
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

  ready(from = 0, timeoutMs?: number): Promise<Status> {
    return this.status(({ state }) => state === 'ready', from, timeoutMs);
  }

  request<Method extends RequestMethod>(method: Method, params: ParamsOf<Method>): Promise<ResultOf<Method>>;
  request<Result>(method: string, params: unknown): Promise<Result>;
  request(method: string, params: unknown): Promise<unknown> {
    return this.connection.sendRequest(method, params);
  }

  notify<Method extends keyof Notifications>(method: Method, params: Notifications[Method]['params']): Promise<void>;
  notify(method: `textDocument/${string}`, params: unknown): Promise<void>;
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
    const { items }: CompletionList = await this.ask('textDocument/completion', marked);
    return items;
  }

  /** Sends `request` at the bar of a new draft. */
  async ask<Method extends DocumentMethod>(
    method: Method,
    marked: string,
    more: Partial<ParamsOf<Method>> & Readonly<Record<string, unknown>> = {},
  ): Promise<ResultOf<Method>> {
    const { text, position } = cursor(marked);
    const textDocument = { uri: await this.open(text) };
    return this.connection.sendRequest<ResultOf<Method>>(method, { textDocument, position, ...more });
  }

  /** Shuts down as the protocol says. */
  async stop(): Promise<unknown> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    return undefined;
  }
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
