import type { Position, SelectionRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { enclosingSpanSteps } from '../../engine/outline/enclosingSpans';
import { endsStep, type Steps } from '../../engine/steps';
import { allLines } from '../lines';

/** Clause, sentence, paragraph, section, …: what a selection grows to, for each of the places. */
export function* selectionRanges(document: TextDocument, positions: readonly Position[]): Steps<SelectionRange[]> {
  const enclosing = yield* enclosingSpanSteps(allLines(document));
  const ranges: SelectionRange[] = [];
  for (const [index, { line, character }] of positions.entries()) {
    const spans = enclosing({ paragraph: line, offset: character });
    const widest = spans.reduceRight<SelectionRange | undefined>((parent, span) => {
      const start = { line: span.paragraph, character: span.start };
      const end = { line: span.endParagraph, character: span.end };
      return parent ? { range: { start, end }, parent } : { range: { start, end } };
    }, undefined);
    const here = { line, character };
    ranges.push(widest ?? { range: { start: here, end: here } });
    if (endsStep(index)) yield;
  }
  return ranges;
}
