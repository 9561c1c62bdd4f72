import * as vscode from 'vscode';
import type { LikeSentence, NextParagraph } from '../../server/protocol/lookup';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { sentenceAround } from './sentenceAround';
import { likeItem, nextItem, pickWay, section } from './wayItems';

const LIMIT = 8;

/** What the corpus has that is like a paragraph, and what it says behind such paragraphs. */
export interface AfterParagraph {
  readonly sentences: readonly LikeSentence[];
  readonly next: readonly NextParagraph[];
}

/** About the last sentence of a paragraph, and what goes on behind it. */
export async function askAfterParagraph(
  server: LanguageServer,
  document: vscode.TextDocument,
  line: number,
  token?: vscode.CancellationToken,
): Promise<AfterParagraph> {
  const { length } = document.lineAt(line).text;
  const textDocument = { uri: document.uri.toString() };
  const { start, end } = sentenceAround(document.lineAt(line).text, Math.max(0, length - 2), length);
  const [sentences, next] = await Promise.all([
    server.request('fanben/likeSentences', { textDocument, line, start, end, limit: LIMIT }, token),
    server.request('fanben/nextParagraphs', { textDocument, line, start: 0, end: length, limit: LIMIT }, token),
  ]);
  return { sentences: sentences ?? [], next: next ?? [] };
}

/** The last line at or above this one that has text; undefined where none has. */
export function paragraphAbove(document: vscode.TextDocument, line: number): number | undefined {
  let at = line;
  while (at >= 0 && document.lineAt(at).isEmptyOrWhitespace) at--;
  return at < 0 ? undefined : at;
}

/** “下一段怎么写”: behind the paragraph that is written, or was finished last. Enter puts it there, fitted to the draft. */
export function registerAfterParagraph(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.afterParagraph', async () => {
    const editor = vscode.window.activeTextEditor;
    const line = editor && paragraphAbove(editor.document, editor.selection.active.line);
    if (!editor || line === undefined) return;
    try {
      const { sentences, next } = await askAfterParagraph(server, editor.document, line);
      const items = [
        ...section(vscode.l10n.t('What followed paragraphs like this one'), next, found => ({
          ...nextItem(found),
          take: () => putBehind(editor, line, found.adapted),
        })),
        ...section(vscode.l10n.t('Sentences like the last one'), sentences, found => ({
          ...likeItem(found),
          take: () => putBehind(editor, line, found.adapted),
        })),
      ];
      const none = { label: vscode.l10n.t('Your articles have no paragraph like this one.') };
      await pickWay(vscode.l10n.t('What Comes Next'), items.length > 0 ? items : [none]);
    } catch (error) {
      await showFailure(vscode.l10n.t('The corpus cannot be searched.'), error);
    }
  });
}

/** As a paragraph of its own, indented as the one before; on the empty line where the writer waits, if they do. */
async function putBehind(editor: vscode.TextEditor, line: number, text: string): Promise<void> {
  const { document, selection } = editor;
  const indent = /^\s*/.exec(document.lineAt(line).text)![0];
  const waits = selection.active.line > line ? document.lineAt(selection.active.line) : undefined;
  await editor.edit(edit => {
    if (waits?.isEmptyOrWhitespace) edit.replace(waits.range, indent + text);
    else edit.insert(document.lineAt(line).range.end, `\n${indent}${text}`);
  });
}
