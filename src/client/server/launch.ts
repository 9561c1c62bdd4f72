import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { ServerOptions } from '../../server/protocol/options';
import { candidateFolders } from '../corpus/candidateFolders';
import { corpusFolders } from '../corpus/corpusFolders';
import { libraryOptions } from '../libraries/librarySettings';
import { networkOptions } from '../libraries/networkOptions';
import { readSettings } from '../settings';
import { SOURCE } from '../sources/sourceUri';
import { sealKeys } from './sealKeys';
import { storageName } from './storageName';

/** With what a server is started. */
export interface Launch {
  /** Absolute path of the server's bundle. */
  readonly serverModule: string;
  readonly languages: readonly string[];
  readonly options: ServerOptions;
}

/** The folder that holds the indexes of this machine. */
export function indexFolder(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'index');
}

/** What tells this workspace from others; windows without a folder are one. */
function workspaceUris(): string[] {
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  return [...(workspaceFile ? [workspaceFile] : []), ...workspaceFolders.map(({ uri }) => uri)].map(String);
}

/** The launch that the settings and folders of now ask for. */
export async function currentLaunch(context: vscode.ExtensionContext): Promise<Launch> {
  const settings = readSettings();
  const { languages, include, exclude, maxFileBytes, converter, memoryBytes, pinyin, fuzzyPinyin, memory } = settings;
  const corpus = await corpusFolders();
  const storage = vscode.Uri.joinPath(indexFolder(context), storageName(corpus));
  await vscode.workspace.fs.createDirectory(storage);
  return {
    serverModule: context.asAbsolutePath('dist/server.js'),
    languages,
    options: {
      corpus,
      storage: storage.fsPath,
      indexes: indexFolder(context).fsPath,
      use: vscode.Uri.joinPath(context.globalStorageUri, 'uses', storageName(workspaceUris())).fsPath,
      replicas: vscode.Uri.joinPath(context.globalStorageUri, 'libraries').fsPath,
      libraries: await libraryOptions(context.secrets),
      replicatedCharacters: settings.replicatedCharacters,
      libraryCacheBytes: settings.libraryCacheBytes,
      network: networkOptions(),
      include: [...include],
      exclude: [...exclude],
      maxFileBytes,
      converter,
      memoryBytes,
      sourceScheme: SOURCE,
      locale: vscode.env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en',
      pinyin,
      fuzzyPinyin: [...fuzzyPinyin],
      lists: settings.lists,
      years: settings.years,
      choices: vscode.Uri.joinPath(context.globalStorageUri, 'choices.jsonl').fsPath,
      notes: vscode.Uri.joinPath(context.globalStorageUri, 'notes.json').fsPath,
      remember: memory,
      ignored: vscode.Uri.joinPath(context.globalStorageUri, 'ignored.json').fsPath,
      check: {
        when: settings.checks,
        overlapLength: settings.overlapLength,
        overlapArticles: settings.overlapArticles,
        longSentence: settings.longSentence,
        terms: termLists(settings.termLists),
      },
      seal: await sealKeys(context, settings.memorySealed),
      background: settings.background && ownBackground(settings.backgroundFile),
      model: settings.model,
      numbering: {
        check: settings.numberingCheck,
        uneven: settings.numberingUneven,
        enter: settings.numberingEnter,
      },
    },
  };
}

/** What a running server must be told to get from one launch to another: nothing, other filters, or it must start anew. */
export function difference(from: Launch, to: Launch): 'none' | 'filters' | 'all' {
  const fixed = ({ languages, options }: Launch) => {
    const { corpus, storage, memoryBytes, pinyin, fuzzyPinyin, remember, seal } = options;
    const { background, model, numbering, check, locale, lists, years, libraries } = options;
    const { network, replicatedCharacters, libraryCacheBytes } = libraries?.length ? options : {};
    const inputs = [
      corpus,
      storage,
      memoryBytes,
      pinyin,
      fuzzyPinyin,
      remember,
      seal,
      background,
      model,
      numbering,
      check,
      locale,
      lists,
      years,
      libraries,
      replicatedCharacters,
      libraryCacheBytes,
      network,
    ];
    return JSON.stringify([languages, ...inputs]);
  };
  const filters = ({ options }: Launch) =>
    JSON.stringify([options.include, options.exclude, options.maxFileBytes, options.converter]);
  if (fixed(from) !== fixed(to)) return 'all';
  return filters(from) === filters(to) ? 'none' : 'filters';
}

/** Absolute paths of the lists of wordings, the first of which wins. */
function termLists(entries: readonly string[]): string[] {
  const roots = vscode.workspace.workspaceFolders?.map(folder => folder.uri).filter(uri => uri.scheme === 'file') ?? [];
  return candidateFolders(
    entries,
    roots.map(root => root.fsPath),
    homedir(),
  );
}

/** The path of the writer's own background; true: the one that Fanben comes with. */
function ownBackground(file: string): string | true {
  return candidateFolders([file], [], homedir())[0] ?? true;
}
