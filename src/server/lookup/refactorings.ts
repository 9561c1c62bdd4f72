import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorpusView } from '../../engine/index/segment';
import { variants } from '../../engine/lookup/wording/variants';
import type { Span } from '../../engine/text/sentences';
import { wordStarts } from '../../engine/words/wordStarts';
import { lineText } from '../lines';
import type { Texts } from '../textTable';

/** A menu is read at a glance. */
const MOST = 5;
/** A longer selection is no wording. UTF-16 code units. */
const LONGEST = 20;
/** A longer line is no paragraph of a speech. */
const LONGEST_LINE = 5000;

/** What the corpus has in the place of the wording that is marked, or of the word at the cursor; each replaces it. */
export function refactorings(
  document: TextDocument,
  { start, end }: Range,
  view: CorpusView,
  texts: Texts,
  hasLinks: boolean,
): CodeAction[] {
  const line = lineText(document, start.line);
  if (line.length > LONGEST_LINE || start.line !== end.line) return [];
  const word = { start: start.character, end: end.character };
  const span = word.end > word.start ? word : wordAround(line, word.start, view);
  if (!span || span.end - span.start > LONGEST) return [];
  const here = (at: Span): Range => ({
    start: { line: start.line, character: at.start },
    end: { line: start.line, character: at.end },
  });
  const other = variants(view, line, span, MOST).map(({ text, articles }) => ({
    title: texts.otherWording(text, articles),
    kind: CodeActionKind.RefactorRewrite,
    edit: { changes: { [document.uri]: [{ range: here(span), newText: text }] } },
  }));
  if (!hasLinks) return other;
  // With what goes with the word, and sentences like this one: from the same list as on its key.
  const title = texts.allOtherWordings;
  return [...other, { title, kind: CodeActionKind.RefactorRewrite, command: { title, command: 'fanben.otherWays' } }];
}

/** The word that a place is in, or behind; undefined between marks. */
function wordAround(line: string, at: number, view: CorpusView): Span | undefined {
  const isWordy = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  const inside = isWordy(line[at]) ? at : at - 1;
  if (!isWordy(line[inside])) return undefined;
  let [start, end] = [inside, inside + 1];
  const cuts = new Set(wordStarts(line, view));
  while (start > 0 && !cuts.has(start) && isWordy(line[start - 1])) start--;
  while (end < line.length && !cuts.has(end) && isWordy(line[end])) end++;
  return { start, end };
}
