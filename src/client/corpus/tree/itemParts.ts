import * as vscode from 'vscode';

/** The parts of a description in one line, without those that are empty: `2023 · 周明远`. */
export const join = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');
/** An icon of the editor by its name, in a colour of the theme by its id. */
export const icon = (name: string, colour?: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(name, colour === undefined ? undefined : new vscode.ThemeColor(colour));
