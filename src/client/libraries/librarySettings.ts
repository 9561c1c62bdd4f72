import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { ServerOptions } from '../../server/protocol/options';
import { candidateFolders } from '../corpus/candidateFolders';
import { type LibraryEntry, readSettings } from '../settings';

/** `https://…`, `s3://…`; everything else is a folder. */
export const isAddress = (target: string): boolean => /^(?:https?|s3):\/\//i.test(target);

/** Where it is: an address as it is, a folder by its absolute path. */
export function placeOf({ target }: LibraryEntry): string {
  return isAddress(target) ? target : (candidateFolders([target], [], homedir())[0] ?? target);
}

/** The libraries that the setting names; entries that are mistyped are left out. */
export function libraryEntries(): LibraryEntry[] {
  return readSettings().libraries.filter(({ target }) => typeof target === 'string' && target.trim() !== '');
}

/** Libraries belong to the writer, not to a workspace: one that came with a folder shall not open the network. */
export function saveLibraries(entries: readonly LibraryEntry[]): Thenable<void> {
  const { Global } = vscode.ConfigurationTarget;
  return vscode.workspace.getConfiguration('fanben').update('libraries', entries, Global);
}

/** Those of the setting as the server takes them, with the keys that the editor keeps. */
export async function libraryOptions(secrets: vscode.SecretStorage): Promise<ServerOptions['libraries']> {
  return Promise.all(
    libraryEntries().map(async ({ target, name, weight }) => {
      const keys = await libraryKeys(secrets, target);
      const isWeight = weight !== undefined && weight >= 0.01 && weight <= 100;
      return { target: placeOf({ target }), ...(name && { name }), ...(isWeight && { weight }), ...(keys && { keys }) };
    }),
  );
}

type Keys = { accessKeyId: string; secretAccessKey: string };

const secretOf = (target: string): string => `libraryKeys ${target}`;

async function libraryKeys(secrets: vscode.SecretStorage, target: string): Promise<Keys | undefined> {
  try {
    const { accessKeyId, secretAccessKey } = JSON.parse((await secrets.get(secretOf(target))) ?? '{}');
    return typeof accessKeyId === 'string' && typeof secretAccessKey === 'string'
      ? { accessKeyId, secretAccessKey }
      : undefined;
  } catch {
    return undefined; // no storage, or nothing of ours in it
  }
}

/** Keeps the keys of a library in the editor's secret storage; undefined forgets them. */
export async function keepLibraryKeys(secrets: vscode.SecretStorage, target: string, keys?: Keys): Promise<void> {
  if (keys) await secrets.store(secretOf(target), JSON.stringify(keys));
  else await secrets.delete(secretOf(target));
}
