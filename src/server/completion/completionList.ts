import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorpusView } from '../../engine/index/segment';
import type { FrameOffer, Offer, PhraseOffer, SayingOffer } from '../../engine/offers/offer';
import { escapeSnippet } from '../../engine/templates/snippetText';
import { lineBefore } from '../lines';
import { escapeMarkdown } from '../passages/markdown';
import type { Texts } from '../textTable';
import type { ReplacedSpan } from './replacedSpan';
import { rowLabel } from './rowLabel';
import { markerItem, memberItem, recurringItem } from './structureItems';

/** What the rows are shown with. */
export interface ListSources {
  /** The view that they are of. */
  readonly view: CorpusView;
  readonly texts: Texts;
}

/** What an item carries until it is resolved. */
export type CompletionData =
  /** A phrase: its newest place. Segments never change, so this holds as long as the segment lives. */
  { readonly segment: string; readonly position: number; readonly length: number } | { readonly frame: string };

/** The rows of a list, as the editor shows them at the cursor. */
export function completionList(
  document: TextDocument,
  position: Position,
  rows: readonly Offer[],
  sources: ListSources,
): CompletionList {
  const span = replacedSpan(lineBefore(document, position), position, rows);
  const items = rows.map((row, rank) => ({ ...itemOf(row, span, sources), sortText: rankText(rank) }));
  return { isIncomplete: true, items };
}

/** An offer as an item: one mapper a kind. */
function itemOf(offer: Offer, span: ReplacedSpan, sources: ListSources): CompletionItem {
  switch (offer.kind) {
    case 'phrase':
      return phraseItem(offer, span, sources);
    case 'marker':
      return markerItem(offer, span, sources.texts);
    case 'member':
      return memberItem(offer, span, sources.texts);
    case 'recurring':
      return recurringItem(offer, span, sources.texts);
    case 'frame':
      return frameItem(offer, span);
    case 'saying':
      return sayingItem(offer, span, sources.texts);
  }
}

/**
 * One range for all: editors compare each item with the text of its range and put the better match first, whatever
 * `sortText` says. Where all have the same range and begin with its text, all match alike and the rank decides.
 */
function replacedSpan(typed: string, position: Position, rows: readonly Offer[]): ReplacedSpan {
  const text = typed.slice(typed.length - Math.max(0, ...rows.map(({ replace }) => replace)));
  const start = { line: position.line, character: position.character - text.length };
  return { range: { start, end: position }, text };
}

function phraseItem(offer: PhraseOffer, span: ReplacedSpan, { view, texts }: ListSources) {
  const { text, replace, lead = '', step = text.length, articles, estimated, isCommon, source } = offer;
  const kept = span.text.slice(0, span.text.length - replace) + lead;
  const isStepped = step < text.length;
  const segment = source && view[source.segment];
  const article = segment?.meta(segment.articleAt(source!.position));
  const item: CompletionItem = {
    // What is behind the sign comes with the next Tab.
    label: isStepped ? `${text.slice(0, step)} ⇥ ${text.slice(step)}` : rowLabel(text),
    kind: CompletionItemKind.Text,
    labelDetails: {
      detail: ` ${articles > 0 ? texts.articles(articles, estimated) : isCommon ? texts.common : texts.inDraft}`,
      // Short, or the editor cuts off the number of articles; the title stands in the documentation.
      description: article?.date ?? undefined,
    },
    filterText: startingWith(span.text, kept + text),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(span.range, kept + text.slice(0, step)),
  };
  if (segment) {
    const length = addedLength(text, span.text.slice(span.text.length - replace));
    item.data = { segment: segment.id, position: source!.position, length } satisfies CompletionData;
  } else if (rowLabel(text) !== text) item.documentation = text;
  return item;
}

function sayingItem({ text, saying }: SayingOffer, span: ReplacedSpan, texts: Texts): CompletionItem {
  return {
    label: rowLabel(text),
    kind: CompletionItemKind.Text,
    labelDetails: { detail: ` ${texts.keptSaying}` },
    documentation: { kind: MarkupKind.Markdown, value: escapeMarkdown(saying) },
    filterText: startingWith(span.text, text),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(span.range, span.text + text),
  };
}

function frameItem({ template, replace }: FrameOffer, span: ReplacedSpan): CompletionItem {
  const kept = span.text.slice(0, span.text.length - replace);
  return {
    label: template.name,
    kind: CompletionItemKind.Snippet,
    filterText: startingWith(span.text, template.name),
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: TextEdit.replace(span.range, escapeSnippet(kept) + template.body),
    data: { frame: template.name } satisfies CompletionData,
  };
}

/** What the place in the corpus covers: the text without what is typed of it already; all of it where letters are typed. */
function addedLength(text: string, typed: string): number {
  return text.startsWith(typed) ? text.length - typed.length : text.length;
}

/** A filter text must begin with exactly what is typed, also where the item itself does not: letters, for 守初心. */
function startingWith(typed: string, text: string): string {
  return text.startsWith(typed) ? text : typed + text;
}

function rankText(rank: number): string {
  return String(rank).padStart(4, '0');
}
