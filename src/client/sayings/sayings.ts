import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { candidateFolders } from '../corpus/candidateFolders';
import type { LanguageServer } from '../server/languageServer';
import { whenRunning } from '../server/whenRunning';
import { onSettingsChange, readSettings } from '../settings';
import { tell } from '../ui/tell';
import { changeSayings, parseSayings, type Saying } from './saying';

/** The kept sayings, as their file is now. */
export interface Sayings extends vscode.Disposable {
  readonly all: readonly Saying[];
  readonly file: vscode.Uri;
  readonly onDidChange: vscode.Event<void>;
  /** Changes the file. Rejects where it cannot be read or written: nothing in it is lost. */
  change(next: (sayings: readonly Saying[]) => Saying[]): Promise<void>;
}

/** Reads the file when it is first asked for or a server runs, watches it from then on, and tells the server. */
export function createSayings(context: vscode.ExtensionContext, server: LanguageServer): Sayings {
  const changes = new vscode.EventEmitter<void>();
  let all: readonly Saying[] = [];
  let file = fileOf(context);
  let watching: vscode.Disposable | undefined;

  const tellServer = () => server.notify('fanben/setSayings', { sayings: all.map(({ text }) => text) }).catch(() => {});
  const read = async () => {
    const sayings = await readSayings(file).catch(async error => {
      await tell.warning(
        vscode.l10n.t(
          'The file of sayings cannot be read: {0}. {1}',
          file.fsPath,
          error instanceof Error ? error.message : String(error),
        ),
      );
      return all;
    });
    all = sayings;
    changes.fire();
    if (server.state.phase === 'running') await tellServer();
  };
  const follow = () => {
    watching?.dispose();
    file = fileOf(context);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), file.path.split('/').at(-1)!);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watching = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(read),
      watcher.onDidCreate(read),
      watcher.onDidDelete(read),
    );
    void read();
  };
  const subscriptions = [
    changes,
    onSettingsChange(() => {
      if (watching && fileOf(context).toString() !== file.toString()) follow();
    }),
    whenRunning(server, () => {
      if (!watching) follow();
      else if (all.length > 0) void tellServer();
    }),
  ];
  return {
    get all() {
      if (!watching) follow();
      return all;
    },
    get file() {
      return fileOf(context);
    },
    onDidChange: changes.event,
    async change(next) {
      // Another window, or a hand, may have changed it meanwhile.
      if (!watching) follow();
      const text = changeSayings(await textOf(file), next);
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      await read();
    },
    dispose: () => vscode.Disposable.from(...subscriptions, { dispose: () => watching?.dispose() }).dispose(),
  };
}

function fileOf(context: vscode.ExtensionContext): vscode.Uri {
  const [own] = candidateFolders([readSettings().sayingsFile], [], homedir());
  return own === undefined ? vscode.Uri.joinPath(context.globalStorageUri, 'sayings.json') : vscode.Uri.file(own);
}

async function readSayings(file: vscode.Uri): Promise<Saying[]> {
  return parseSayings(await textOf(file));
}

/** Larger ones hold more than sayings. Bytes. */
const MOST_BYTES = 8 << 20;

/** What it holds; nothing where there is none. A pipe or a device would keep its reader waiting for ever. */
async function textOf(file: vscode.Uri): Promise<string> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    if ((type & vscode.FileType.File) === 0 || size > MOST_BYTES) {
      throw new Error(vscode.l10n.t('It is no ordinary file, or larger than 8 MB: choose another in the settings.'));
    }
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return '';
    throw error;
  }
}
