import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { markerText } from '../engine/outline/marker';
import { type OutlineNode, parseOutline } from '../engine/outline/outline';
import { allLines } from './lines';

/** The numbered hierarchy as the editor's outline, breadcrumbs and sticky headings want it. */
export function documentSymbols(document: TextDocument): DocumentSymbol[] {
  return parseOutline(allLines(document)).map(symbolOf);
}

function symbolOf(node: OutlineNode): DocumentSymbol {
  const { marker, title, paragraph, start, endParagraph, end, form, children } = node;
  const headingEnd = paragraph === endParagraph ? Math.min(end, marker.end + title.length) : marker.end + title.length;
  return {
    name: `${markerText(marker).trim()}${title}`,
    kind: form === 'heading' ? SymbolKind.Module : SymbolKind.String,
    range: { start: { line: paragraph, character: start }, end: { line: endParagraph, character: end } },
    selectionRange: {
      start: { line: paragraph, character: start },
      end: { line: paragraph, character: Math.max(marker.end, headingEnd) },
    },
    children: children.map(symbolOf),
  };
}
