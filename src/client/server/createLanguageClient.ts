import type * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type Middleware,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import { draftSelector, SPEECH_DRAFT } from '../draft/drafts';
import { SOURCE } from '../sources/sourceUri';
import type { Launch } from './launch';
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from './serverFlags';

/** What the language client is given by the extension. */
export interface Surroundings {
  readonly output: vscode.OutputChannel;
  readonly middleware: Middleware;
  /** Called when the server process has gone by itself: resolves, after a pause, to whether it shall come back. */
  readonly onCrash: () => Promise<boolean>;
}

/** Where a debugger finds the server, when VS Code itself is being debugged; `.vscode/launch.json` knows it. */
const DEBUG_PORT = 6009;

/** A language client that is not started yet. Loaded only when a server is needed: the library is the slow part of activation. */
export function createLanguageClient(launch: Launch, { output, middleware, onCrash }: Surroundings): LanguageClient {
  const env = SERVER_ENVIRONMENT;
  const server = { module: launch.serverModule, transport: TransportKind.ipc };
  const run = { ...server, options: { env, execArgv: [...SERVER_FLAGS] } };
  const debug = { ...server, options: { env, execArgv: [...SERVER_FLAGS, '--nolazy', `--inspect=${DEBUG_PORT}`] } };
  return new LanguageClient(
    'fanben',
    'Fanben',
    { run, debug },
    {
      // Articles are read with what drafts are written with: their outline, and where else a wording was said.
      documentSelector: [...draftSelector(launch.languages), { scheme: SOURCE, language: SPEECH_DRAFT }],
      initializationOptions: launch.options,
      // Text of the corpus may not run commands; the links to a passage and to all of them may.
      markdown: { isTrusted: { enabledCommands: ['fanben.openPassage', 'fanben.lookUp'] }, supportHtml: false },
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: async () => ({
          action: (await onCrash()) ? CloseAction.Restart : CloseAction.DoNotRestart,
          handled: true,
        }),
      },
      middleware,
    },
  );
}
