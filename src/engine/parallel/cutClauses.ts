import { isClosing, isOpening } from '../text/punctuation';
import { Clause, type Source } from './clause';

/** How deep a mark cuts: at depth 2 a text is cut at commas and at all deeper marks. */
const DEPTH: Readonly<Record<string, number>> = {
  '、': 1,
  '，': 2,
  '：': 3,
  '；': 3,
  '。': 4,
  '！': 4,
  '？': 4,
  '…': 4,
  '—': 2,
  // Garbled text is no part of any structure.
  '\ufffd': 4,
};
const depths = new Uint8Array(0x10000);
for (const [mark, depth] of Object.entries(DEPTH)) depths[mark.charCodeAt(0)] = depth;

/** Depth of the cut behind a clause: 1 、 2 ， 3 ；： 4 。！？ and the end of the paragraph. */
export function depthOf({ mark }: Clause): number {
  return mark === '' ? 4 : depths[mark.charCodeAt(0)]!;
}

/** Where quotations and brackets open (1) and close (2). */
const brackets = new Uint8Array(0x10000);
for (let code = 0; code < brackets.length; code++) brackets[code] = isOpening(code) ? 1 : isClosing(code) ? 2 : 0;

/**
 * Cuts [start, end) of a paragraph at its marks of this depth and deeper. A quotation that a cut breaks loses its broken half:
 * at depth 1 `坚持“想在前、干在前”的` gives 想在前 and 干在前.
 */
export function cutClauses(place: Source, depth: number, start = 0, end = place.source.length): Clause[] {
  const text = place.source;
  const clauses: Clause[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && depths[text.charCodeAt(i)]! < depth) continue;
    const markAt = i;
    while (i + 1 < end && (depths[text.charCodeAt(i + 1)] !== 0 || brackets[text.charCodeAt(i + 1)] === 2)) i++;
    const clause = clauseAt(place, from, markAt, markAt < end ? deepest(text, markAt, i + 1) : '');
    if (clause.length > 0) clauses.push(clause);
    from = i + 1;
  }
  return clauses;
}

function deepest(text: string, from: number, to: number): string {
  let mark = text[from]!;
  for (let i = from + 1; i < to; i++) if (depths[text.charCodeAt(i)]! > depths[mark.charCodeAt(0)]!) mark = text[i]!;
  return mark;
}

/** The clause between two cuts, without what belongs to a quotation that goes on beyond them. */
function clauseAt(place: Source, from: number, to: number, mark: string): Clause {
  let start = from;
  let opened = -1;
  for (let i = from; i < to; i++) {
    const bracket = brackets[place.source.charCodeAt(i)];
    if (bracket === 1 && opened < 0) opened = i;
    if (bracket !== 2) continue;
    if (opened < 0 && i > start) return new Clause(place, start, i, mark);
    if (opened < 0) start = i + 1;
    opened = -1;
  }
  if (opened < 0) return new Clause(place, start, to, mark);
  return opened + 1 < to ? new Clause(place, opened + 1, to, mark) : new Clause(place, start, opened, mark);
}

/** Clauses sentence by sentence: what stands between two marks deeper than a comma. */
export function sentencesOf(clauses: readonly Clause[]): Clause[][] {
  const sentences: Clause[][] = [];
  let sentence: Clause[] = [];
  for (const clause of clauses) {
    sentence.push(clause);
    if (depthOf(clause) < 3) continue;
    sentences.push(sentence);
    sentence = [];
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}
