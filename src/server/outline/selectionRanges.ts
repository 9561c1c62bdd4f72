import type { Position, SelectionRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { enclosingSpans } from '../../engine/outline/enclosingSpans';
import { allLines } from '../lines';

/** Clause, sentence, paragraph, section, …: what a selection grows to, for each of the places. */
export function selectionRanges(document: TextDocument, positions: readonly Position[]): SelectionRange[] {
  const lines = allLines(document);
  return positions.map(({ line, character }) => {
    const spans = enclosingSpans(lines, { paragraph: line, offset: character });
    const widest = spans.reduceRight<SelectionRange | undefined>((parent, span) => {
      const start = { line: span.paragraph, character: span.start };
      const end = { line: span.endParagraph, character: span.end };
      return parent ? { range: { start, end }, parent } : { range: { start, end } };
    }, undefined);
    const here = { line, character };
    return widest ?? { range: { start: here, end: here } };
  });
}
