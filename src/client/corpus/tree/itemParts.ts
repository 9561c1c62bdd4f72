import * as vscode from 'vscode';

/** What rows of the tree have in common. */
export const join = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');
/** An icon of the editor by its name, in a colour of the theme by its id. */
export const icon = (name: string, colour?: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(name, colour === undefined ? undefined : new vscode.ThemeColor(colour));
