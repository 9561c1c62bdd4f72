import * as vscode from 'vscode';
import { readSettings } from '../settings';

/** The language in which Fanben is at its best; `contributes.languages` declares it. */
export const SPEECH_DRAFT = 'speech-draft';

/** Documents that are served: files and untitled documents, never the old side of a diff or the output panel. */
export function draftSelector(languages: readonly string[]): { scheme: string; language: string }[] {
  return languages.flatMap(language => ['file', 'untitled'].map(scheme => ({ scheme, language })));
}

/** Is this document served, by the settings of now? */
export function isDraft(document: vscode.TextDocument): boolean {
  return vscode.languages.match(draftSelector(readSettings().languages), document) > 0;
}
