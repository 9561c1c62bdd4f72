import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { markerText } from '../../engine/outline/marker';
import { type OutlineNode, outlineSteps } from '../../engine/outline/outline';
import type { Steps } from '../../engine/steps';
import { allLines } from '../lines';
import type { Texts } from '../textTable';

/** Longer names fill the breadcrumbs and say no more. UTF-16 code units. */
const LONGEST_NAME = 24;

/** The numbered hierarchy as the editor's outline, breadcrumbs and sticky headings want it. */
export function* documentSymbols(document: TextDocument, texts: Texts): Steps<DocumentSymbol[]> {
  const symbolsOf = (nodes: readonly OutlineNode[]): DocumentSymbol[] =>
    nodes.map(node => ({ ...symbolOf(node, texts), children: symbolsOf(node.children) }));
  return symbolsOf(yield* outlineSteps(allLines(document)));
}

/** Long titles to their first clause: 一是自动外呼开展满意度回访，解决… → 一是自动外呼开展满意度回访…. */
function nameOf({ marker, title }: OutlineNode): string {
  const name = `${markerText(marker).trim()}${title}`;
  if (name.length <= LONGEST_NAME) return name;
  const clause = name.slice(0, LONGEST_NAME).search(/[，,：:；][^，,：:；]*$/);
  return `${name.slice(0, clause > LONGEST_NAME / 2 ? clause : LONGEST_NAME).replace(/[\ud800-\udbff]$/, '')}…`;
}

function symbolOf(node: OutlineNode, texts: Texts): DocumentSymbol {
  const { marker, title, paragraph, start, endParagraph, end, form, characters } = node;
  const headingEnd = paragraph === endParagraph ? Math.min(end, marker.end + title.length) : marker.end + title.length;
  return {
    name: nameOf(node),
    detail: texts.characters(characters),
    kind: form === 'heading' ? SymbolKind.File : SymbolKind.String,
    range: { start: { line: paragraph, character: start }, end: { line: endParagraph, character: end } },
    selectionRange: {
      start: { line: paragraph, character: start },
      end: { line: paragraph, character: Math.max(marker.end, headingEnd) },
    },
  };
}
