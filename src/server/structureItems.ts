import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind, TextEdit } from 'vscode-languageserver';
import { escapeSnippet, toSnippet } from '../engine/frames/snippetText';
import type { MemberItem } from '../engine/structure/memberItems';
import { escapeMarkdown } from './markdown';
import type { ReplacedSpan } from './replacedSpan';
import type { Texts } from './texts';

/** The next member of a series of the draft, its slots as tab stops, the members before it as documentation. */
export function memberItem(
  { label, parts, replace, members }: MemberItem,
  span: ReplacedSpan,
  texts: Texts,
): CompletionItem {
  const kept = span.text.slice(0, span.text.length - replace);
  const soFar = members.map(member => `- ${escapeMarkdown(member)}`).join('\n');
  return {
    label,
    kind: CompletionItemKind.Snippet,
    labelDetails: { detail: ` ${texts.nextInSeries}` },
    documentation: { kind: MarkupKind.Markdown, value: `${texts.membersSoFar}\n\n${soFar}` },
    filterText: span.text + label,
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: TextEdit.replace(span.range, escapeSnippet(kept) + toSnippet(parts)),
  };
}

/** A word that the draft has promised: 二是, 又要. */
export function markerItem(text: string, span: ReplacedSpan, texts: Texts): CompletionItem {
  return {
    label: text,
    kind: CompletionItemKind.Text,
    labelDetails: { detail: ` ${texts.nextInSeries}` },
    filterText: span.text + text,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(span.range, span.text + text),
  };
}
