import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { LensParams } from '../../server/protocol/corpusTree';
import { setting } from '../settings';
import { candidateFolders } from './candidateFolders';
import { yearsOf } from './years';

/** What the writer has set for a folder. */
export interface FolderOptions {
  readonly enabled?: boolean;
  readonly weight?: number;
  /** `2018-2023`, `2018-` or `-2023`. */
  readonly years?: string;
}

type All = Readonly<Record<string, FolderOptions>>;

/** The options by the absolute paths of their folders. */
function allOptions(): Map<string, FolderOptions> {
  const given = setting<All>('corpus.folderOptions');
  const roots = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
  return new Map(
    Object.entries(given).flatMap(([name, options]) =>
      candidateFolders([name], roots, homedir()).map(path => [vscode.Uri.file(path).fsPath, options] as const),
    ),
  );
}

/** What the settings say of the corpus folder at an absolute path; nothing said: no options. */
export function optionsOf(path: string): FolderOptions {
  return allOptions().get(path) ?? {};
}

/** The options as the server takes them; what is mistyped is left out. */
export function folderRules(): LensParams['folders'] {
  return [...allOptions()].map(([path, { enabled = true, weight = 1, years = '' }]) => ({
    path,
    enabled,
    weight: weight >= 0.01 && weight <= 100 ? weight : 1,
    ...yearsOf(years),
  }));
}

/** Changes the options of a folder in the setting; one without any is taken out. */
export async function changeOptions(path: string, change: FolderOptions): Promise<void> {
  const settings = vscode.workspace.getConfiguration('fanben');
  const { workspaceValue } = settings.inspect<All>('corpus.folderOptions') ?? {};
  const target = workspaceValue ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const before = setting<All>('corpus.folderOptions');
  const roots = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
  const key = Object.keys(before).find(name => candidateFolders([name], roots, homedir()).includes(path)) ?? path;
  const { enabled = true, weight = 1, years = '' } = { ...before[key], ...change };
  const own = { ...(!enabled && { enabled }), ...(weight !== 1 && { weight }), ...(years !== '' && { years }) };
  const { [key]: _, ...others } = before;
  await settings.update(
    'corpus.folderOptions',
    Object.keys(own).length > 0 ? { ...others, [key]: own } : others,
    target,
  );
}
