import type { TextDocument } from 'vscode-languageserver-textdocument';
import { corpusLimits } from '../../corpus/limits';
import { htmlSteps } from '../../engine/officialDocument/layoutHtml';
import { layoutText } from '../../engine/officialDocument/layoutText';
import { partOf } from '../../engine/officialDocument/partOf';
import type { Steps } from '../../engine/steps';
import type { FormattedText } from '../protocol/export';
import type { Position, Range } from '../protocol/schema';
import type { Texts } from '../textTable';
import { laidOut } from './laidOut';
import { refuseTooLong } from './refuseTooLong';

/**
 * The draft, or these parts of it, for the clipboard.
 *
 * @throws {ResponseError} they have more paragraphs than are exported at once
 */
export function* formattedText(
  document: TextDocument,
  { ranges }: { ranges: readonly Range[] },
  texts: Texts,
): Steps<FormattedText | null> {
  const { lines, paragraphs } = yield* laidOut(document, texts);
  const chosen = ranges.length === 0 ? paragraphs : apart(ranges).flatMap(range => partOf(paragraphs, lines, range));
  refuseTooLong(chosen.length, corpusLimits.exportedParagraphs, texts);
  return chosen.length === 0 ? null : { html: yield* htmlSteps(chosen), text: layoutText(chosen) };
}

/** In the order of the draft; what is selected twice, as no editor does, counts once: thousands of whole drafts fill the memory. */
function apart(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((left, right) => compare(left.start, right.start));
  let done = { line: 0, character: 0 };
  return sorted.flatMap(({ start, end }) => {
    const from = compare(start, done) < 0 ? done : start;
    if (compare(from, end) >= 0) return [];
    done = end;
    return [{ start: from, end }];
  });
}

const compare = (left: Position, right: Position): number => left.line - right.line || left.character - right.character;
