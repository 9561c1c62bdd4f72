import * as vscode from 'vscode';

const SCHEME = 'fanben-bar';

/** What a row with a bar stands for: nothing that can be opened, so that its colour is one of the theme. */
export const barUri = (name: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });

/** Draws rows with bars as the theme draws charts: a row takes its colour from what decorates the address it stands for. */
export function registerBars(): vscode.Disposable {
  const decoration = new vscode.FileDecoration(undefined, undefined, new vscode.ThemeColor('charts.blue'));
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme }) => (scheme === SCHEME ? decoration : undefined),
  });
}
