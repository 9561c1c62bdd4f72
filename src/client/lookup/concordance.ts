import * as vscode from 'vscode';
import type { Concordance, ConcordanceParams, History } from '../../server/protocol/lookup';
import type { LanguageServer } from '../server/languageServer';
import { sourceUri } from '../sources/sourceUri';
import { articleCount, articlesAndPlaces } from '../ui/counted';
import { showFailure } from '../ui/failure';
import { givenText } from '../ui/givenText';
import { tell } from '../ui/tell';
import type { CorpusWords } from '../words/corpusWords';
import { registerBars } from './bars';
import { concordanceTree, orderNames } from './concordanceTree';
import { type SymbolTreeInput, showInReferencesView } from './referencesView';
import { saveLines } from './saveLines';
import { wordingAtCursor } from './wordingAtCursor';

type Order = ConcordanceParams['order'];
const MOST_LINES = 400;
/** Who has it in one article alone says it no more than others. */
const FEWEST_BY_SPEAKER = 2;

/** The lines of a wording in the editor's References view, and the commands of that view: put in order, saved as a table. */
export function registerConcordance(server: LanguageServer, words: CorpusWords): vscode.Disposable {
  let shown: { wording: string; order: Order; from: vscode.Location | undefined } | undefined;

  async function show(wording: string, order: Order, from?: vscode.Location): Promise<void> {
    try {
      const [found, history] = await Promise.all([
        server.request('fanben/concordance', { words: wording, order, limit: MOST_LINES }),
        server.request('fanben/history', { words: wording }),
      ]);
      const first = found?.groups[0]?.lines[0];
      if (!found || !first) {
        void tell.information(vscode.l10n.t('No sentence of your articles has “{0}”', wording));
        return;
      }
      shown = { wording, order, from };
      const location = from ?? new vscode.Location(sourceUri(first), new vscode.Position(0, 0));
      await showInReferencesView(inputOf(wording, order, found, history ?? undefined, location));
    } catch (error) {
      await showFailure(vscode.l10n.t('The corpus cannot be searched.'), error);
    }
  }

  const inOrder = (order: Order) => () => shown && show(shown.wording, order, shown.from);

  return vscode.Disposable.from(
    registerBars(),
    vscode.commands.registerCommand('fanben.concordance', async (called?: unknown) => {
      const given = givenText(called);
      const editor = vscode.window.activeTextEditor;
      const marked = given === undefined && editor ? await wordingAtCursor(editor, words) : undefined;
      const wording = given ?? marked?.text ?? (await askForWording());
      // The history of the view names a search by the place it was made from.
      const from = marked && new vscode.Location(editor!.document.uri, new vscode.Position(marked.line, marked.start));
      if (wording) await show(wording, 'right', from);
    }),
    vscode.commands.registerCommand('fanben.concordance.right', inOrder('right')),
    vscode.commands.registerCommand('fanben.concordance.left', inOrder('left')),
    vscode.commands.registerCommand('fanben.concordance.date', inOrder('date')),
    vscode.commands.registerCommand(
      'fanben.concordance.save',
      () => shown && saveLines(server, { words: shown.wording, order: shown.order, limit: MOST_LINES }),
    ),
  );
}

function askForWording(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Lines of a Wording'),
    prompt: vscode.l10n.t('A wording; * for a gap (以*为抓手); speaker:, year:, title:, occasion: to narrow down'),
  });
}

function inputOf(
  wording: string,
  order: Order,
  found: Concordance,
  history: History | undefined,
  location: vscode.Location,
): SymbolTreeInput {
  const tree = concordanceTree(found, order === 'date' ? history : undefined);
  return {
    contextValue: 'fanbenConcordance',
    title: vscode.l10n.t('Lines of “{0}”', wording),
    location,
    resolve: () => ({ provider: tree, message: summary(order, found, history) }),
    with: elsewhere => inputOf(wording, order, found, history, elsewhere),
  };
}

/** `约 2686 篇，4397 处 · 按后面的词归类 · 2008 年至 2024 年 · 近年少用` */
function summary(order: Order, found: Concordance, history: History | undefined): string {
  const { articles, occurrences, estimated } = found;
  const count = estimated
    ? vscode.l10n.t('about {0}', articlesAndPlaces(articles, occurrences))
    : articlesAndPlaces(articles, occurrences);
  const [first, last] = [history?.first?.date?.slice(0, 4), history?.last?.date?.slice(0, 4)];
  const speaker = history?.speakers[0];
  return [
    count,
    orderNames[order](),
    first && last && (first === last ? first : vscode.l10n.t('{0} to {1}', first, last)),
    speaker &&
      speaker.articles >= FEWEST_BY_SPEAKER &&
      vscode.l10n.t('most by {0}: {1}', speaker.speaker, articleCount(speaker.articles)),
    history?.isSeldomLately && vscode.l10n.t('hardly said in the last years'),
  ]
    .filter(Boolean)
    .join(' · ');
}
