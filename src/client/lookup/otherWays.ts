import * as vscode from 'vscode';
import type { Collocate } from '../../server/protocol/lookup';
import type { LanguageServer } from '../server/languageServer';
import { sourceLine } from '../sources/sourceLine';
import { articleCount } from '../ui/counted';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import type { CorpusWords } from '../words/corpusWords';
import { excerpt } from './excerpt';
import { sentenceAround } from './sentenceAround';
import { likeItem, nextItem, pickWay, section, type WayItem } from './wayItems';
import { wordingAtCursor } from './wordingAtCursor';

/** Of each kind so many: a picker is looked through at a glance. */
const LIMIT = 12;
/** Neighbours of each part of speech, before the wording and behind it. */
const OF_A_PART = 5;

/**
 * “还能怎么说”: what else stands where the wording stands, what goes with it, and sentences like the one it is in. Enter takes: a
 * variant replaces the wording, a neighbour shows its lines, a sentence comes in fitted to this draft.
 */
export function registerOtherWays(server: LanguageServer, words: CorpusWords): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.otherWays', async () => {
    const editor = vscode.window.activeTextEditor;
    const wording = editor && (await wordingAtCursor(editor, words));
    if (!editor || !wording) return;
    const { document } = editor;
    const line = document.lineAt(wording.line).text;
    const sentence = sentenceAround(line, wording.start, wording.end);
    const range = (start: number, end: number) => new vscode.Range(wording.line, start, wording.line, end);
    const about = { textDocument: { uri: document.uri.toString() }, line: wording.line, ...sentence, limit: LIMIT };
    const replace = (start: number, end: number, text: string) =>
      editor.edit(edit => edit.replace(range(start, end), text));
    try {
      const [variants, neighbours, sentences, next] = await Promise.all([
        server.request('fanben/variants', { line, start: wording.start, end: wording.end, limit: LIMIT }),
        server.request('fanben/collocates', { words: wording.text, limit: OF_A_PART }),
        server.request('fanben/likeSentences', about),
        server.request('fanben/nextParagraphs', { ...about, start: 0, end: line.length, limit: 3 }),
      ]);
      const items = [
        ...section(vscode.l10n.t('Instead of “{0}”', wording.text), variants ?? [], ({ text, articles, source }) => ({
          label: text,
          description: articleCount(articles),
          detail: sourceLine(source),
          passage: source,
          take: () => replace(wording.start, wording.end, text),
        })),
        ...together(wording.text, neighbours ?? []),
        ...section(vscode.l10n.t('Sentences like this one'), sentences ?? [], found => ({
          ...likeItem(found),
          take: () => replace(sentence.start, sentence.end, found.adapted),
        })),
        ...section(vscode.l10n.t('What followed paragraphs like this one'), next ?? [], found => ({
          ...nextItem(found),
          take: () => editor.edit(edit => edit.insert(document.lineAt(wording.line).range.end, `\n${found.adapted}`)),
        })),
      ];
      const none = { label: vscode.l10n.t('Your articles have no other way to say “{0}”', wording.text) };
      await pickWay(vscode.l10n.t('Other Ways to Say It: {0}', wording.text), items.length > 0 ? items : [none]);
    } catch (error) {
      await showFailure(vscode.l10n.t('The corpus cannot be searched.'), error);
    }
  });
}

/** The parts of speech in which neighbours are shown. */
const PARTS: Readonly<Record<Collocate['part'], () => string>> = {
  verb: () => vscode.l10n.t('verbs'),
  noun: () => vscode.l10n.t('nouns'),
  adjective: () => vscode.l10n.t('adjectives'),
  other: () => vscode.l10n.t('other words'),
};

/** What goes with the wording, a section for each part of speech. */
function together(wording: string, neighbours: readonly Collocate[]): WayItem[] {
  return (Object.keys(PARTS) as Collocate['part'][]).flatMap(part =>
    section(
      vscode.l10n.t('Together with “{0}”: {1}', wording, PARTS[part]()),
      neighbours.filter(one => one.part === part),
      collocate(wording),
    ),
  );
}

const collocate =
  (wording: string) =>
  ({ word, side, articles, example }: Collocate): WayItem => ({
    label: side === 'left' ? `${word} … ${wording}` : `${wording} … ${word}`,
    description: articleCount(articles),
    detail: inert(bothIn(example, word, side)),
    passage: example,
    take: () =>
      vscode.commands.executeCommand(
        'fanben.concordance',
        side === 'left' ? `${word}*${wording}` : `${wording}*${word}`,
      ),
  });

/** The example from shortly before the first of the two on: a row is narrow. */
function bothIn({ before, match, after }: Collocate['example'], word: string, side: Collocate['side']): string {
  const first = side === 'left' ? Math.max(0, before.lastIndexOf(word)) : before.length;
  return excerpt(before + match + after, [[first, before.length + match.length]]);
}
