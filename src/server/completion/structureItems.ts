import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind, TextEdit } from 'vscode-languageserver';
import type { MarkerOffer, MemberOffer, RecurringOffer } from '../../engine/offers/offer';
import type { StructureItem } from '../../engine/series/structureItem';
import { openSlots } from '../../engine/templates/openSlot';
import { escapeSnippet, toSnippet } from '../../engine/templates/snippetText';
import { escapeMarkdown } from '../passages/markdown';
import type { Texts } from '../textTable';
import type { ReplacedSpan } from './replacedSpan';
import { LONGEST_DETAILED } from './rowLabel';

/** An item whose slots are tab stops; documented by `lines` under `heading`. */
function withSlots(
  { label, parts, replace }: StructureItem,
  span: ReplacedSpan,
  detail: string,
  heading: string,
  lines: readonly string[],
): CompletionItem {
  const kept = span.text.slice(0, span.text.length - replace);
  const list = lines.map(line => `- ${escapeMarkdown(line)}`).join('\n');
  return {
    label,
    kind: CompletionItemKind.Snippet,
    ...(label.length <= LONGEST_DETAILED && { labelDetails: { detail: ` ${detail}` } }),
    documentation: { kind: MarkupKind.Markdown, value: `${heading}\n\n${list}` },
    filterText: span.text + label,
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: TextEdit.replace(span.range, escapeSnippet(kept) + toSnippet(openSlots(parts))),
  };
}

/** The next member of a series of the draft, with the members before it. */
export function memberItem(offer: MemberOffer, span: ReplacedSpan, texts: Texts): CompletionItem {
  return withSlots(offer, span, texts.nextInSeries, texts.membersSoFar, offer.members);
}

/** A frame that recurs in the corpus, with what has been written so. */
export function recurringItem(offer: RecurringOffer, span: ReplacedSpan, texts: Texts): CompletionItem {
  return withSlots(offer, span, texts.recurringFrame, texts.writtenSo, offer.examples);
}

/** A word that the draft has promised: 二是, 又要. */
export function markerItem({ text }: MarkerOffer, span: ReplacedSpan, texts: Texts): CompletionItem {
  return {
    label: text,
    kind: CompletionItemKind.Text,
    labelDetails: { detail: ` ${texts.nextInSeries}` },
    filterText: span.text + text,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(span.range, span.text + text),
  };
}
