import * as vscode from 'vscode';
import { isDraft } from './drafts';
import { openSlotsIn, ownWordsOf } from './openSlots';

interface Kept {
  readonly range: vscode.Range;
  readonly words: string;
}

/** Which languages are drafts is a setting. */
const EVERYWHERE: vscode.DocumentSelector = [{ scheme: 'file' }, { scheme: 'untitled' }];

/** Slots that may keep their own words, 〔守住底线？〕 → 守住底线: the first row of the list there, and a quick fix of their problem. */
export function registerOwnWords(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(EVERYWHERE, {
      provideCompletionItems: (document, position) =>
        keptIn(document)
          .filter(({ range }) => range.end.isEqual(position))
          .map(row(document)),
    }),
    vscode.languages.registerCodeActionsProvider(
      EVERYWHERE,
      { provideCodeActions: (document, range) => actionsAt(document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function keptIn(document: vscode.TextDocument): Kept[] {
  if (!isDraft(document)) return [];
  return openSlotsIn(document.getText()).flatMap(slot => {
    const words = ownWordsOf(slot);
    if (words === undefined) return [];
    return [{ words, range: new vscode.Range(document.positionAt(slot.start), document.positionAt(slot.end)) }];
  });
}

const row =
  (document: vscode.TextDocument) =>
  ({ range, words }: Kept): vscode.CompletionItem => ({
    label: words,
    detail: vscode.l10n.t('Words of the article'),
    kind: vscode.CompletionItemKind.Text,
    range,
    filterText: document.getText(range),
    // Before whatever the corpus has.
    sortText: '!',
    preselect: true,
  });

function actionsAt(document: vscode.TextDocument, place: vscode.Range): vscode.CodeAction[] {
  const all = keptIn(document);
  const one = all.find(({ range }) => range.intersection(place) !== undefined);
  if (!one) return [];
  const action = (title: string, slots: readonly Kept[]) => {
    const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    fix.edit = new vscode.WorkspaceEdit();
    for (const { range, words } of slots) fix.edit.replace(document.uri, range, words);
    fix.diagnostics = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ code, range }) => code === 'slot' && slots.some(slot => slot.range.isEqual(range)));
    return fix;
  };
  const keepOne = action(vscode.l10n.t('Keep the words “{0}”', one.words), [one]);
  keepOne.isPreferred = true;
  return all.length === 1
    ? [keepOne]
    : [keepOne, action(vscode.l10n.t('Keep the words of all {0} such slots', all.length), all)];
}
