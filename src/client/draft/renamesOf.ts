import type * as vscode from 'vscode';
import type { Renamed } from '../../paths/renamedAddress';

/** What the editor tells of files that have other names now, by their addresses. */
export const renamesOf = (files: vscode.FileRenameEvent['files']): Renamed[] =>
  files.map(({ oldUri, newUri }) => ({ oldUri: oldUri.toString(), newUri: newUri.toString() }));
