import * as vscode from 'vscode';
import type { PassageRef, Source } from '../../server/protocol/passages';
import type { Position } from '../../server/protocol/schema';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { openForReading, readingColumn } from '../ui/readingPages';
import { tell } from '../ui/tell';
import { openSourceFile } from './openSourceFile';
import { createPassageMarks } from './passageMarks';
import { registerSourceDocuments } from './sourceDocuments';
import { sourceUri } from './sourceUri';

/**
 * The one way to a source, for links of hovers, buttons of pickers, the report and the views: beside the draft, read-only, the
 * wording marked; the writer stays where they are. The file itself is opened by a command of its own.
 */
export function registerOpenPassage(server: LanguageServer): vscode.Disposable {
  const marks = createPassageMarks();
  return vscode.Disposable.from(
    marks,
    registerSourceDocuments(server),
    vscode.commands.registerCommand('fanben.openPassage', async (ref: PassageRef) => {
      try {
        const source = await server.request('fanben/source', ref);
        if (!source) throw new Error(vscode.l10n.t('The language server gave no answer.'));
        if (source.kind === 'gone') void tell.warning(source.message);
        else await show(source, ref);
      } catch (error) {
        await showFailure(vscode.l10n.t('The source cannot be opened: {0}.', ref.path), error);
      }
    }),
    vscode.commands.registerCommand('fanben.openSourceFile', async () => {
      const ref = marks.passageOf(vscode.window.activeTextEditor);
      if (ref) await openSourceFile(server, ref);
    }),
  );

  async function show(source: Extract<Source, { kind: 'article' }>, ref: PassageRef): Promise<void> {
    // The editor closes and opens it to set it for reading, which ends former marks.
    const document = await openForReading(sourceUri(source));
    const [start, end] = [positionOf(source.start), positionOf(source.end)];
    marks.set(document, new vscode.Range(start, end), ref);
    const editor = await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(start, start),
      viewColumn: readingColumn(),
      preserveFocus: true,
      preview: true,
    });
    editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenter);
    marks.draw(editor);
  }
}

const positionOf = ({ line, character }: Position) => new vscode.Position(line, character);
