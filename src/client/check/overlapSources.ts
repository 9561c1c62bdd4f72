import * as vscode from 'vscode';
import type { OverlapOutcome, OverlapRun } from '../../server/protocol/check';
import { type SymbolTreeInput, showInReferencesView } from '../lookup/referencesView';
import { sourceLine } from '../sources/sourceLine';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { onOneLine } from '../ui/onOneLine';
import { tell } from '../ui/tell';
import type { CheckedDrafts } from './checkedDrafts';
import { shareOf } from './share';

interface OfSource {
  readonly source: OverlapRun['source'];
  readonly runs: readonly OwnRun[];
  readonly characters: number;
}

interface OwnRun {
  readonly run: OverlapRun;
  readonly text: string;
}

const GO = 'fanben.overlapSources.go';

/** What of a draft stands in articles, by article, that which gave most first, in the editor's References view. */
export function registerOverlapSources(drafts: CheckedDrafts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.overlapSources', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      if (!drafts.of(document)?.overlap) await vscode.commands.executeCommand('fanben.checkDraft');
      const overlap = drafts.of(document)?.overlap;
      if (!overlap || overlap.runs.length === 0) {
        void tell.information(vscode.l10n.t('Nothing of the draft stands in articles.'));
        return;
      }
      try {
        await showInReferencesView(inputOf(document, overlap, new vscode.Location(document.uri, wordIn(document))));
      } catch (error) {
        await showFailure(vscode.l10n.t('The draft cannot be checked.'), error);
      }
    }),
    vscode.commands.registerCommand(GO, async (uri: vscode.Uri, { range, source }: OverlapRun) => {
      const selection = rangeIn(range);
      await vscode.window.showTextDocument(uri, { selection, preserveFocus: true, viewColumn: vscode.ViewColumn.One });
      await vscode.commands.executeCommand('fanben.openPassage', source);
    }),
  );
}

/** The history of the view names what it shows by a word of the draft. */
function wordIn(document: vscode.TextDocument): vscode.Position {
  for (let line = 0; line < document.lineCount; line++) {
    const { isEmptyOrWhitespace, firstNonWhitespaceCharacterIndex: at } = document.lineAt(line);
    if (!isEmptyOrWhitespace) return new vscode.Position(line, at);
  }
  return new vscode.Position(0, 0);
}

const rangeIn = ({ start, end }: OverlapRun['range']) =>
  new vscode.Range(start.line, start.character, end.line, end.character);

function inputOf(document: vscode.TextDocument, overlap: OverlapOutcome, location: vscode.Location): SymbolTreeInput {
  const sources = bySource(document, overlap.runs);
  const provider: vscode.TreeDataProvider<OfSource | OwnRun> = {
    getChildren: node => (node === undefined ? [...sources] : 'runs' in node ? [...node.runs] : []),
    getTreeItem: node => ('runs' in node ? sourceItem(node) : runItem(document.uri, node)),
  };
  return {
    contextValue: 'fanbenOverlap',
    title: vscode.l10n.t('Taken Over, by Source'),
    location,
    resolve: () => ({ provider, message: vscode.l10n.t('Stands in articles: {0} of the draft', shareOf(overlap)) }),
    with: elsewhere => inputOf(document, overlap, elsewhere),
  };
}

function bySource(document: vscode.TextDocument, runs: readonly OverlapRun[]): OfSource[] {
  const sources = new Map<string, OwnRun[]>();
  for (const run of runs) {
    const key = `${run.source.path}\0${run.source.entry}`;
    sources.set(key, [...(sources.get(key) ?? []), { run, text: document.getText(rangeIn(run.range)) }]);
  }
  return [...sources.values()]
    .map(own => ({
      source: own[0]!.run.source,
      runs: own,
      characters: own.reduce((sum, { run }) => sum + run.taken, 0),
    }))
    .sort((a, b) => b.characters - a.characters);
}

function sourceItem({ source, runs, characters }: OfSource): vscode.TreeItem {
  const item = new vscode.TreeItem(inert(source.title), vscode.TreeItemCollapsibleState.Expanded);
  const origin = sourceLine({ ...source, title: '' });
  const size = vscode.l10n.t('{0} characters, {1} places', characters, runs.length);
  item.description = [size, origin].filter(Boolean).join(' · ');
  return item;
}

function runItem(uri: vscode.Uri, { run, text }: OwnRun): vscode.TreeItem {
  const item = new vscode.TreeItem(onOneLine(text));
  item.description = vscode.l10n.t('line {0}', run.range.start.line + 1);
  item.tooltip = text;
  item.command = { command: GO, title: '', arguments: [uri, run] };
  return item;
}
