import * as vscode from 'vscode';
import { isDraft } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { onSettingsChange, readSettings } from '../settings';
import { sourceLine } from '../sources/sourceLine';
import { type AfterParagraph, askAfterParagraph, paragraphAbove } from './afterParagraph';

/** Less is a salutation or a heading. */
const SHORTEST = 20;
/** The writer has stopped there, and is not on the way to somewhere else. */
const REST_MS = 400;

interface Finished {
  readonly uri: string;
  readonly line: number;
  readonly text: string;
}

/**
 * A quiet word behind the paragraph just finished, where the writer wants it (setting): how like it the likest sentence of the corpus
 * is, and how many ways it goes on there. It moves no line, and is asked for only when the cursor waits on the empty line below.
 */
export function registerParagraphLens(server: LanguageServer): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  let finished: Finished | undefined;
  let known: { readonly about: Finished; readonly found: AfterParagraph } | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const look = ({ textEditor: { document }, selections }: vscode.TextEditorSelectionChangeEvent) => {
    clearTimeout(rest);
    if (!readSettings().paragraphLens || !isDraft(document)) return;
    const { line } = selections[0]!.active;
    if (!document.lineAt(line).isEmptyOrWhitespace) return;
    rest = setTimeout(() => {
      const above = line < document.lineCount ? paragraphAbove(document, line) : undefined;
      const text = above === undefined ? '' : document.lineAt(above).text;
      if (above === undefined || above === line || text.trim().length < SHORTEST) return;
      finished = { uri: document.uri.toString(), line: above, text };
      changes.fire();
    }, REST_MS);
  };

  const hintsIn = async (document: vscode.TextDocument, range: vscode.Range, token: vscode.CancellationToken) => {
    const about = finished;
    if (!about || !readSettings().paragraphLens || about.uri !== document.uri.toString()) return [];
    // What is written above it moves it, what is written in it ends it.
    if (about.line >= document.lineCount || document.lineAt(about.line).text !== about.text) return [];
    const { end } = document.lineAt(about.line).range;
    if (!range.contains(end)) return [];
    if (known?.about !== about) known = { about, found: await askAfterParagraph(server, document, about.line, token) };
    return token.isCancellationRequested ? [] : hintOf(known.found, end);
  };

  return vscode.Disposable.from(
    changes,
    { dispose: () => clearTimeout(rest) },
    vscode.window.onDidChangeTextEditorSelection(look),
    onSettingsChange(() => changes.fire()),
    vscode.languages.registerInlayHintsProvider(
      ['file', 'untitled'].map(scheme => ({ scheme })),
      { onDidChangeInlayHints: changes.event, provideInlayHints: hintsIn },
    ),
  );
}

/** `相近 87% · 后文 3`; a click, or `Alt+Shift+N`, shows them. */
function hintOf({ sentences, next }: AfterParagraph, end: vscode.Position): vscode.InlayHint[] {
  const [like] = sentences;
  const said = [
    like && vscode.l10n.t('like {0}%', like.percent),
    next.length > 0 && vscode.l10n.t('goes on {0} ways', next.length),
  ].filter(Boolean);
  if (said.length === 0) return [];
  const part = new vscode.InlayHintLabelPart(said.join(' · '));
  part.command = { command: 'fanben.afterParagraph', title: vscode.l10n.t('What Comes Next') };
  const lines = [like && `${like.sentence}\n${sourceLine(like)}`, ...next.slice(0, 2).map(one => `↓ ${one.text}`)];
  // Text of files is no Markdown.
  part.tooltip = new vscode.MarkdownString().appendText(lines.filter(Boolean).join('\n'));
  const hint = new vscode.InlayHint(end, [part]);
  hint.paddingLeft = true;
  return [hint];
}
