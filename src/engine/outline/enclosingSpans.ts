import { isClauseEnd } from '../text/punctuation';
import { type Span, splitClauses, splitSentences } from '../text/sentences';
import { parseOutline, walkOutline } from './outline';

/** A stretch of a text: 0-based paragraphs, UTF-16 offsets in them, the end exclusive. */
export interface TextSpan {
  readonly paragraph: number;
  readonly start: number;
  readonly endParagraph: number;
  readonly end: number;
}

function contains(outer: TextSpan, inner: TextSpan): boolean {
  const beginsFirst =
    outer.paragraph < inner.paragraph || (outer.paragraph === inner.paragraph && outer.start <= inner.start);
  const endsLast =
    outer.endParagraph > inner.endParagraph || (outer.endParagraph === inner.endParagraph && outer.end >= inner.end);
  return beginsFirst && endsLast;
}

function isSame(left: TextSpan, right: TextSpan): boolean {
  return contains(left, right) && contains(right, left);
}

/** The spans inside one paragraph around `offset`: the clause without its mark, the sentence, the paragraph without layout. */
function insideParagraph(text: string, offset: number): Span[] {
  const around = (spans: readonly Span[]) =>
    spans.find(({ start, end }) => start <= offset && (offset < end || end === text.length));
  const clause = around(splitClauses(text));
  const sentence = around(splitSentences(text));
  const found: Span[] = [];
  if (clause) {
    let { end } = clause;
    while (end > clause.start && isClauseEnd(text.charCodeAt(end - 1))) end--;
    found.push({ start: clause.start, end });
  }
  if (sentence) found.push(sentence);
  found.push({ start: 0, end: text.length });
  const indent = text.length - text.trimStart().length;
  return found.map(({ start, end }) => ({ start: Math.max(start, indent), end }));
}

/**
 * What a writer may mean by “this” at a place, each wider than the one before: the clause, the sentence, the point, the
 * paragraph, the part with its heading, the part above it, …, the whole text. Every one holds the place.
 */
export function enclosingSpans(
  paragraphs: readonly string[],
  { paragraph, offset }: { readonly paragraph: number; readonly offset: number },
): TextSpan[] {
  const text = paragraphs[paragraph] ?? '';
  const place = { paragraph, start: offset, endParagraph: paragraph, end: offset };
  const parts = [...walkOutline(parseOutline(paragraphs))].map(({ node }) => ({
    paragraph: node.paragraph,
    start: node.inline ? node.start : 0,
    endParagraph: node.endParagraph,
    end: node.end,
  }));
  const wholeText = {
    paragraph: 0,
    start: 0,
    endParagraph: paragraphs.length - 1,
    end: paragraphs.at(-1)?.length ?? 0,
  };
  const candidates: TextSpan[] = [
    ...insideParagraph(text, offset).map(({ start, end }) => ({ paragraph, start, endParagraph: paragraph, end })),
    ...parts,
    wholeText,
  ].filter(span => contains(span, place));
  const size = (span: TextSpan) => (span.endParagraph - span.paragraph) * 1e6 + (span.end - span.start);
  const kept: TextSpan[] = [];
  for (const span of candidates.sort((left, right) => size(left) - size(right))) {
    const last = kept.at(-1);
    if (!last || (contains(span, last) && !isSame(span, last))) kept.push(span);
  }
  return kept;
}
