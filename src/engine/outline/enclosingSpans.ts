import { finish, type Steps } from '../steps';
import { isClauseEnd } from '../text/punctuation';
import { type Span, splitClauses, splitSentences } from '../text/sentences';
import { type OutlineNode, outlineSteps } from './outline';

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

/** The last of the items, which are sorted, that begins at `place` or before it; -1 for none. By halving. */
function lastUpTo(count: number, isUpTo: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isUpTo(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A paragraph cut once, however many places in it are asked about. */
interface CutParagraph {
  readonly clauses: readonly Span[];
  readonly sentences: readonly Span[];
}

/** The spans inside one paragraph around `offset`: the clause without its mark, the sentence, the paragraph without layout. */
function insideParagraph(text: string, { clauses, sentences }: CutParagraph, offset: number): Span[] {
  const around = (spans: readonly Span[]) => spans[lastUpTo(spans.length, index => spans[index]!.start <= offset)];
  const clause = around(clauses);
  const sentence = around(sentences);
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

function spanOf({ paragraph, inline, start, endParagraph, end }: OutlineNode): TextSpan {
  return { paragraph, start: inline ? start : 0, endParagraph, end };
}

/** The numbered parts that may hold a place: of each level the last that begins before it, and the one that ends there. */
function partsAround(nodes: readonly OutlineNode[], place: TextSpan): TextSpan[] {
  const last = lastUpTo(nodes.length, index => {
    const { paragraph, start } = spanOf(nodes[index]!);
    return paragraph < place.paragraph || (paragraph === place.paragraph && start <= place.start);
  });
  return nodes
    .slice(Math.max(0, last - 1), last + 1)
    .flatMap(node => [spanOf(node), ...partsAround(node.children, place)]);
}

/** Finds the spans around a place of a text that has been looked at. */
export type EnclosingSpans = (place: { readonly paragraph: number; readonly offset: number }) => TextSpan[];

/** {@link enclosingSpans} for many places: the text is looked at once, a little at a time. */
export function* enclosingSpanSteps(paragraphs: readonly string[]): Steps<EnclosingSpans> {
  const outline = yield* outlineSteps(paragraphs);
  const wholeText = {
    paragraph: 0,
    start: 0,
    endParagraph: paragraphs.length - 1,
    end: paragraphs.at(-1)?.length ?? 0,
  };
  const known = new Map<number, CutParagraph>();
  const cut = (paragraph: number, text: string): CutParagraph => {
    const made = known.get(paragraph) ?? { clauses: splitClauses(text), sentences: splitSentences(text) };
    known.set(paragraph, made);
    return made;
  };
  return ({ paragraph, offset }) => {
    const text = paragraphs[paragraph] ?? '';
    const place = { paragraph, start: offset, endParagraph: paragraph, end: offset };
    const inside = insideParagraph(text, cut(paragraph, text), offset);
    const candidates: TextSpan[] = [
      ...inside.map(({ start, end }) => ({ paragraph, start, endParagraph: paragraph, end })),
      ...partsAround(outline, place),
      wholeText,
    ].filter(span => contains(span, place));
    const size = (span: TextSpan) => (span.endParagraph - span.paragraph) * 1e6 + (span.end - span.start);
    const kept: TextSpan[] = [];
    for (const span of candidates.sort((left, right) => size(left) - size(right))) {
      const last = kept.at(-1);
      if (!last || (contains(span, last) && !isSame(span, last))) kept.push(span);
    }
    return kept;
  };
}

/**
 * What a writer may mean by “this” at a place, each wider than the one before: the clause, the sentence, the point, the
 * paragraph, the part with its heading, the part above it, …, the whole text. Every one holds the place.
 */
export function enclosingSpans(
  paragraphs: readonly string[],
  place: { readonly paragraph: number; readonly offset: number },
): TextSpan[] {
  return finish(enclosingSpanSteps(paragraphs))(place);
}
