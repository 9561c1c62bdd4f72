import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ComposedFrame } from '../../server/protocol/frames';
import type { LanguageServer } from '../server/languageServer';
import { framesIn, withFrames } from './frameFileText';
import type { Frames } from './renamedFrames';

/** In a workspace where VS Code looks for snippets itself: whoever gets the folder has the frames, also without Fanben. */
const IN_WORKSPACE = '.vscode/fanben.code-snippets';
const OF_USER = 'frames.code-snippets';
/** Languages for which VS Code may offer them. */
const SCOPE = 'speech-draft,markdown,plaintext';

/** The files of a writer's own frames: JSON as VS Code keeps its snippets, so that they can be read, edited and passed on. */
export interface FrameFiles extends vscode.Disposable {
  /** Of the first folder of the workspace; undefined where none is open. */
  readonly workspace: vscode.Uri | undefined;
  readonly user: vscode.Uri;
  /** The frames of a file as they stand in it; none where there is no file. Rejects, naming it, where it is no JSON. */
  read(file: vscode.Uri): Promise<Frames>;
  /** Adds frames to a file, whose comments stay; one of the same name is replaced. Rejects, and leaves the file as it is, where it cannot be read. */
  add(file: vscode.Uri, frames: Frames): Promise<void>;
}

/** A mark at the beginning stays: the file is written as it was. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** A frame as an entry of such a file. */
export function fileEntry({ prefix, body }: ComposedFrame, description: string): unknown {
  return { scope: SCOPE, prefix, body, description };
}

/** Follows both files, and tells the server of them. */
export function createFrameFiles(context: vscode.ExtensionContext, server: LanguageServer): FrameFiles {
  const user = vscode.Uri.joinPath(context.globalStorageUri, OF_USER);
  const workspaceFile = () => {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
    return folder && vscode.Uri.joinPath(folder.uri, IN_WORKSPACE);
  };
  const files = () => [workspaceFile(), user].filter(file => file !== undefined);
  const tell = async () => {
    const paths = files().map(({ fsPath }) => fsPath);
    // A server that has just failed is told when it runs again.
    if (server.state.phase === 'running') await server.notify('fanben/setFrameFiles', { paths }).catch(() => {});
  };
  /** The text of a file and the frames in it. */
  const readText = async (file: vscode.Uri): Promise<{ text: string; frames: Frames }> => {
    const bytes = await vscode.workspace.fs.readFile(file).then(
      found => found,
      error => {
        // Any other file that cannot be read just now has frames, which must not be written over.
        if (error?.code !== 'FileNotFound') throw error;
        return undefined;
      },
    );
    const text = DECODER.decode(bytes);
    const frames = framesIn(text);
    if (frames) return { text, frames };
    throw new Error(
      vscode.l10n.t('{0} is no file of frames: it is not valid JSON. Correct it, or move it away.', file.fsPath),
    );
  };

  const watcher = vscode.workspace.createFileSystemWatcher(`**/${IN_WORKSPACE}`);
  let isTold = false;
  const watching = vscode.Disposable.from(
    watcher,
    watcher.onDidChange(tell),
    watcher.onDidCreate(tell),
    watcher.onDidDelete(tell),
    vscode.workspace.onDidChangeWorkspaceFolders(tell),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (basename(uri.fsPath) === OF_USER) void tell();
    }),
    server.onDidChangeState(({ phase }) => {
      if (phase === 'running' && !isTold) void tell();
      isTold = phase === 'running';
    }),
  );
  return {
    get workspace() {
      return workspaceFile();
    },
    user,
    read: async file => (await readText(file)).frames,
    async add(file, frames) {
      const text = withFrames((await readText(file)).text, frames);
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      await tell();
    },
    dispose: () => watching.dispose(),
  };
}
