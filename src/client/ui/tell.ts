import * as vscode from 'vscode';
import { inert } from './inert';

type Show = typeof vscode.window.showInformationMessage;

const told = (kind: 'Information' | 'Warning' | 'Error'): Show =>
  ((message: string, ...rest: string[]) => vscode.window[`show${kind}Message`](inert(message), ...rest)) as Show;

/** Notifications. Names and titles of files stand in them, and the editor would make links of those that look like links, even of commands. */
export const tell = { information: told('Information'), warning: told('Warning'), error: told('Error') };
