import * as vscode from 'vscode';

/** What rows of the tree have in common. */
export const join = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');
export const icon = (name: string, colour?: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(name, colour === undefined ? undefined : new vscode.ThemeColor(colour));
