import * as vscode from 'vscode';
import type { LanguageClient, Middleware } from 'vscode-languageclient/node';
import type { Status } from '../../server/protocol/corpus';
import type { LibraryState } from '../../server/protocol/libraries';
import type { News, Notifications, ParamsOf, RequestMethod, ResultOf } from '../../server/protocol/protocol';
import { currentLaunch, difference, type Launch } from './launch';
import { restartDelay } from './restartDelay';

/** What is known about the language server. */
export interface ServerState {
  readonly phase: 'stopped' | 'starting' | 'running' | 'restarting' | 'failed';
  /** What the server told last about its index; kept over a crash. */
  readonly status?: Status;
  /** Why, where `phase` is `failed`. */
  readonly reason?: string;
}

/** The language server as the rest of the client sees it: always there, started when first needed. */
export interface LanguageServer extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** What was found in a draft that the writer has had checked; null: it is checked no more. */
  readonly onDidCheck: vscode.Event<News['fanben/checked']['params']>;
  readonly onDidChangeLibraries: vscode.Event<readonly LibraryState[]>;
  /** Starts the server if it does not run. Never rejects: `state` tells a failure. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Brings a running server to the settings and folders of now. */
  reconfigure(): Promise<void>;
  /** Starts the server if need be; rejects where it cannot answer. */
  request<Method extends RequestMethod>(
    method: Method,
    params: ParamsOf<Method>,
    token?: vscode.CancellationToken,
  ): Promise<ResultOf<Method>>;
  /** Starts the server if need be. */
  notify<Method extends keyof Notifications>(method: Method, params: Notifications[Method]['params']): Promise<void>;
  stop(): Promise<void>;
}

/** Creates the server, not started. */
export function createLanguageServer(context: vscode.ExtensionContext, middleware: Middleware): LanguageServer {
  const changes = new vscode.EventEmitter<ServerState>();
  const checks = new vscode.EventEmitter<News['fanben/checked']['params']>();
  const libraries = new vscode.EventEmitter<readonly LibraryState[]>();
  const output = vscode.window.createOutputChannel('Fanben', { log: true });
  const crashes: number[] = [];
  let state: ServerState = { phase: 'stopped' };
  let running: { client: LanguageClient; launch: Launch } | undefined;
  /** Starts, stops and changes, one after the other. */
  let queue: Promise<void> = Promise.resolve();

  const become = (next: ServerState) => {
    state = next;
    changes.fire(state);
  };
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    queue = queue.then(step).catch(error => {
      output.error(error);
      become({ ...state, phase: 'failed', reason: messageOf(error) });
    });
    return queue;
  };

  const onCrash = async () => {
    crashes.push(Date.now());
    const delayMs = restartDelay(crashes);
    if (delayMs === undefined) {
      become({ ...state, phase: 'failed', reason: vscode.l10n.t('The language server crashed again and again.') });
      return false;
    }
    become({ ...state, phase: 'restarting' });
    await new Promise(resolve => setTimeout(resolve, delayMs));
    return running !== undefined;
  };

  const stopNow = async () => {
    const stopping = running;
    running = undefined;
    if (stopping?.client.isRunning()) await stopping.client.stop();
    await stopping?.client.dispose().catch(() => {});
  };

  const startNow = async () => {
    const launch = await currentLaunch(context);
    const { createLanguageClient } = await import('./createLanguageClient');
    const client = createLanguageClient(launch, { output, middleware, onCrash });
    // The status of the index arrives while `start` is still under way.
    hear(client, 'fanben/status', status => become({ phase: 'running', status }));
    hear(client, 'fanben/checked', checked => checks.fire(checked));
    hear(client, 'fanben/librariesChanged', told => libraries.fire(told.libraries));
    client.onDidChangeState(() => {
      if (client.isRunning() && state.phase === 'restarting') become({ ...state, phase: 'running' });
    });
    running = { client, launch };
    become({ phase: 'starting' });
    await client.start();
    if (state.phase !== 'running') become({ ...state, phase: 'running' });
  };

  const restart = () =>
    inTurn(async () => {
      await stopNow();
      await startNow();
    });

  const start = () =>
    inTurn(async () => {
      if (!running) await startNow();
    });

  const runningClient = async () => {
    await start();
    if (!running || state.phase === 'failed') throw new Error(state.reason);
    return running.client;
  };

  return {
    get state() {
      return state;
    },
    onDidChangeState: changes.event,
    onDidCheck: checks.event,
    onDidChangeLibraries: libraries.event,
    start,
    restart: () => {
      crashes.length = 0;
      return restart();
    },
    reconfigure: () =>
      inTurn(async () => {
        if (!running) return;
        const launch = await currentLaunch(context);
        const change = difference(running.launch, launch);
        if (change === 'all') {
          await stopNow();
          await startNow();
        } else if (change === 'filters') {
          running.launch = launch;
          await send(running.client, 'fanben/setCorpus', launch.options);
        }
      }),
    // Without a token the library would take `undefined` for a second parameter.
    request: async (method, params, token = new vscode.CancellationTokenSource().token) =>
      (await runningClient()).sendRequest(method, params, token),
    notify: async (method, params) => send(await runningClient(), method, params),
    stop: () =>
      inTurn(async () => {
        await stopNow();
        become({ phase: 'stopped' });
      }),
    dispose: () => vscode.Disposable.from(changes, checks, libraries, output).dispose(),
  };
}

function hear<Method extends keyof News>(
  client: LanguageClient,
  method: Method,
  listener: (params: News[Method]['params']) => void,
): void {
  client.onNotification(method, listener);
}

function send<Method extends keyof Notifications>(
  client: LanguageClient,
  method: Method,
  params: Notifications[Method]['params'],
): Promise<void> {
  return client.sendNotification(method, params);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
