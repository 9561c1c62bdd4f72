import { isClosing, isOpening } from '../text/punctuation';
import type { WordStarts } from './tokens';

/** A paragraph, and where its words begin if that is known. */
export interface Source {
  /** 0-based. */
  readonly paragraph: number;
  readonly source: string;
  readonly isWordStart?: WordStarts | undefined;
}

/** A stretch of a paragraph between two marks, without them. Offsets are UTF-16, in the paragraph. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The mark behind it, `''` at the end of the paragraph. */
  readonly mark: string;
  /** Of the paragraph. */
  readonly isWordStart?: WordStarts | undefined;
}

/** How deep a mark cuts. */
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
};
const depths = new Uint8Array(0x10000);
for (const [mark, depth] of Object.entries(DEPTH)) depths[mark.charCodeAt(0)] = depth;

/** Depth of the cut behind a clause: 1 、 2 ， 3 ；： 4 。！？ and the end of the paragraph. */
export function depthOf({ mark }: Clause): number {
  return mark === '' ? 4 : depths[mark.charCodeAt(0)]!;
}

/**
 * Cuts [start, end) of a paragraph at its marks of this depth and deeper. A quotation that a cut breaks loses its broken half:
 * at depth 1 `坚持“想在前、干在前”的` gives 想在前 and 干在前.
 */
export function cutClauses({ source: text, isWordStart }: Source, depth: number, start = 0, end = text.length): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (depths[text.charCodeAt(i)]! < depth) continue;
    const markAt = i;
    while (i + 1 < end && (depths[text.charCodeAt(i + 1)] !== 0 || isClosing(text.charCodeAt(i + 1)))) i++;
    if (markAt > from) clauses.push({ ...clauseAt(text, from, markAt), mark: deepest(text, markAt, i + 1), isWordStart });
    from = i + 1;
  }
  if (from < end) clauses.push({ ...clauseAt(text, from, end), mark: '', isWordStart });
  return clauses;
}

function deepest(text: string, from: number, to: number): string {
  let mark = text[from]!;
  for (let i = from + 1; i < to; i++) if (depths[text.charCodeAt(i)]! > depths[mark.charCodeAt(0)]!) mark = text[i]!;
  return mark;
}

function clauseAt(text: string, from: number, to: number): Pick<Clause, 'text' | 'start' | 'end'> {
  let start = from;
  let end = to;
  let opened = -1;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isOpening(code)) opened = opened < 0 ? i : opened;
    else if (isClosing(code)) {
      if (opened >= 0) opened = -1;
      else if (i > start) {
        end = i;
        break;
      } else start = i + 1;
    }
  }
  if (opened >= 0 && end === to) {
    if (opened + 1 < to) start = opened + 1;
    else end = opened;
  }
  return { text: text.slice(start, end), start, end };
}
