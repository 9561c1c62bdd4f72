import * as vscode from 'vscode';
import { fitting, type SettingSchema, schemasOf } from './fitting';
import { type Settings, settingsOf } from './settingsOf';

export type { Indent, LibraryEntry, Settings, SuggestMode } from './settingsOf';

/** As package.json has them, by the whole name of the setting. */
let schemas: Readonly<Record<string, SettingSchema>> | undefined;

/**
 * A setting of Fanben as its schema allows it. The editor marks what is mistyped where it is written, but hands it over all the
 * same: that counts as not set.
 */
export function setting<T>(name: string): T {
  schemas ??= schemasOf(vscode.extensions.getExtension('fanben.fanben')!.packageJSON);
  const value = vscode.workspace.getConfiguration('fanben').get<unknown>(name);
  return fitting(schemas[`fanben.${name}`]!, value) as T;
}

/** All settings of Fanben as they are now. */
export function readSettings(): Settings {
  return settingsOf(setting);
}

/** Calls `listener` after any setting of Fanben has changed. */
export function onSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration('fanben')) listener();
  });
}
