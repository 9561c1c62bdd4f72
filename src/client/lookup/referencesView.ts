import * as vscode from 'vscode';

/** The editor's own References view, as its extension lends it to others: with keyboard, history and a place of its own. */
interface ReferencesView {
  setInput(input: SymbolTreeInput): void;
}

/** What is shown there once, and again from the history. */
export interface SymbolTreeInput {
  /** Sets the context key `reference-list.source`. */
  readonly contextValue: string;
  readonly title: string;
  /** A place with a word: without one the view shows nothing. */
  readonly location: vscode.Location;
  resolve(): vscode.ProviderResult<SymbolTreeModel>;
  with(location: vscode.Location): SymbolTreeInput;
}

interface SymbolTreeModel {
  readonly provider: vscode.TreeDataProvider<unknown>;
  /** A line above the tree. */
  readonly message: string | undefined;
}

/** Shows a tree there. Throws where the editor is built without that view. */
export async function showInReferencesView(input: SymbolTreeInput): Promise<void> {
  const extension = vscode.extensions.getExtension<ReferencesView>('vscode.references-view');
  if (!extension) throw new Error(vscode.l10n.t('This editor has no References view.'));
  (await extension.activate()).setInput(input);
}
