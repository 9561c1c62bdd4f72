import * as vscode from 'vscode';
import { onCorpusFoldersChange } from '../corpus/corpusFolders';
import { onSettingsChange } from '../settings';
import type { LanguageServer } from './languageServer';

/** Settings and folders take effect at once. */
export function registerReconfigure(server: LanguageServer): vscode.Disposable {
  const reconfigure = () => void server.reconfigure();
  return vscode.Disposable.from(onSettingsChange(reconfigure), onCorpusFoldersChange(reconfigure));
}
