import type { TextDocument } from 'vscode-languageserver-textdocument';
import { htmlSteps } from '../../engine/layout/layoutHtml';
import { layoutText } from '../../engine/layout/layoutText';
import { partOf } from '../../engine/layout/partOf';
import type { Steps } from '../../engine/steps';
import type { FormattedText } from '../protocol/export';
import type { Range } from '../protocol/schema';
import { laidOut } from './laidOut';

/** The draft, or these parts of it, for the clipboard. */
export function* formattedText(
  document: TextDocument,
  { ranges }: { ranges: readonly Range[] },
): Steps<FormattedText | null> {
  const { lines, paragraphs } = yield* laidOut(document);
  const chosen = ranges.length === 0 ? paragraphs : ranges.flatMap(range => partOf(paragraphs, lines, range));
  return chosen.length === 0 ? null : { html: yield* htmlSteps(chosen), text: layoutText(chosen) };
}
