import * as vscode from 'vscode';
import type { ArticleRef, SkeletonParams } from '../../server/protocol/exemplars';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { tell } from '../ui/tell';
import type { ArticleDocuments } from './articleDocuments';
import type { Exemplars } from './exemplars';
import { type ExemplarItem, type Item, type NodeItem, passageOf } from './exemplarView';
import { articleFor } from './pickArticle';

/** Who clicks twice wants the part once. */
const DOUBLE_CLICK_MS = 500;

/** Pinning articles as models, and writing after them: a whole draft, or a part at the cursor. */
export function registerExemplarCommands(
  exemplars: Exemplars,
  server: LanguageServer,
  documents: ArticleDocuments,
): vscode.Disposable {
  /** Resolves to nothing, with a word to the writer, where the index does not have the article now. */
  const skeletonOf = async (params: SkeletonParams): Promise<string | null> => {
    const window = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Making the skeleton') };
    const text = await vscode.window.withProgress(window, () => server.request('fanben/skeleton', params));
    if (text === null) {
      const message = vscode.l10n.t('{0} is not in the index. Was it moved or deleted?', params.path);
      void tell.warning(message);
    }
    return text;
  };

  const useAsExemplar = async (called: unknown) => {
    const article = await articleFor(called, vscode.l10n.t('Use as Exemplar'), server, documents);
    if (article) await exemplars.pin(article);
  };
  const newDraft = async (called: unknown) => {
    const chosen = isItem(called) ? called.pinned : called;
    const article = await articleFor(chosen, vscode.l10n.t('New Draft from Article'), server, documents);
    const text = article && (await skeletonOf(refOf(article)));
    if (!text) return;
    const document = await vscode.workspace.openTextDocument({ language: SPEECH_DRAFT });
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    await editor.insertSnippet(new vscode.SnippetString(text));
  };
  let last: { node: NodeItem['node']; at: number } | undefined;
  const insertNode = async ({ article, node }: NodeItem) => {
    const at = performance.now();
    const isSecondClick = last?.node === node && at - last.at < DOUBLE_CLICK_MS;
    last = { node, at };
    if (isSecondClick) return;
    const { paragraph, start, endParagraph, end } = node;
    const draft = documents.lastDraft();
    if (!draft) {
      void tell.information(vscode.l10n.t('Open a draft first: the part goes in at its cursor.'));
      return;
    }
    const text = await skeletonOf({ ...refOf(article), range: { paragraph, start, endParagraph, end } });
    if (text === null) return;
    const editor = await vscode.window.showTextDocument(draft.document, { viewColumn: draft.viewColumn });
    await editor.insertSnippet(new vscode.SnippetString(onItsOwnLine(editor, text, node.start > 0)));
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'fanben.useAsExemplar',
      guarded(useAsExemplar, () => vscode.l10n.t('The article cannot be pinned.')),
    ),
    vscode.commands.registerCommand(
      'fanben.newDraftFromArticle',
      guarded(newDraft, () => vscode.l10n.t('No draft can be made from the article.')),
    ),
    vscode.commands.registerCommand(
      'fanben.insertExemplarPart',
      guarded(insertNode, () => vscode.l10n.t('The part cannot be inserted.')),
    ),
    vscode.commands.registerCommand('fanben.showExemplarPart', (item: NodeItem) =>
      vscode.commands.executeCommand('fanben.openPassage', passageOf(item)),
    ),
    vscode.commands.registerCommand('fanben.removeExemplar', (item: ExemplarItem) => exemplars.remove(item.pinned)),
  );
}

/** A command that tells the writer why it could not do what it says. */
function guarded<Called>(run: (called: Called) => Promise<void>, failure: () => string) {
  return async (called: Called) => {
    try {
      await run(called);
    } catch (error) {
      await showFailure(failure(), error);
    }
  };
}

const refOf = ({ path, entry }: ArticleRef): ArticleRef => ({ path, entry });

function isItem(called: unknown): called is ExemplarItem {
  return typeof called === 'object' && called !== null && 'pinned' in (called as Item);
}

/** Headings and paragraphs begin and end a line; a point from within a paragraph goes in where the cursor stands. */
function onItsOwnLine({ document, selection }: vscode.TextEditor, text: string, isInline: boolean): string {
  if (isInline) return text;
  const before = document.lineAt(selection.start.line).text.slice(0, selection.start.character);
  const after = document.lineAt(selection.end.line).text.slice(selection.end.character);
  return (before.trim() === '' ? '' : '\n') + text + (after.trim() === '' ? '' : '\n');
}
