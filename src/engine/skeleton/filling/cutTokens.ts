import { wordAt } from '../../parallel/structuralWords';
import { isFunctionWord } from '../../passages/functionWords';
import type { Span } from '../../text/sentences';
import { measureAfter, type Particular } from '../particulars/particulars';

/**
 * What a piece of a sentence is to a skeleton. `fixed`: others have it or the structure needs it. `light`: a word that holds
 * together what stands around it (要, 的, 必须). `short`: of one character, a gap for it alone would be smaller than its brackets
 * (达, 新). `own`: what only this article says. `quote`: a quotation of its own, with its marks.
 */
export interface Token extends Span {
  readonly kind: 'fixed' | 'light' | 'short' | 'own' | 'quote' | 'particular' | 'mark';
  readonly particular?: Particular;
  /** It may be a particular: it becomes a slot that keeps its words. */
  readonly isDoubtful?: boolean;
}

/** What is known of a paragraph; spans are UTF-16 offsets in it. */
export interface TokenSources {
  readonly isWordStart: (offsetUtf16: number) => boolean;
  readonly fixed: readonly Span[];
  /** Numbering: fixed, too, and no word goes on behind it. */
  readonly markers: readonly Span[];
  readonly particulars: readonly Particular[];
  /** Does the whole corpus use this word all the time? It says nothing by itself then. */
  readonly isCommon: (word: string) => boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》' };
/** A longer quotation is text like any other. */
const LONGEST_QUOTE = 60;
/** 全县, 我市: the place itself is not said. */
const PLACELESS = /^[全我本各][国省市县区州旗镇乡村]$/;
const MARK = /[^\p{L}\p{N}\p{M}]/u;

/** Cuts a paragraph into tokens that together cover it. */
export function cutTokens(text: string, sources: TokenSources): Token[] {
  const { isWordStart, fixed, markers, isCommon } = sources;
  const particulars = sources.particulars.filter(one => !one.isDoubtful);
  const doubtful = sources.particulars.filter(one => one.isDoubtful);
  const isFixed = new Uint8Array(text.length);
  for (const { start, end } of [...fixed, ...markers]) isFixed.fill(1, start, end);
  const measures = particulars.map(particular => measureAfter(text, particular));
  for (const { start, end } of measures) isFixed.fill(1, start, end);
  const cuts = new Set([
    ...measures.map(({ end }) => end),
    ...[...markers, ...doubtful].flatMap(({ start, end }) => [start, end]),
  ]);
  const allFixed = (start: number, end: number) => !isFixed.subarray(start, end).includes(0);
  const particularAt = new Map(particulars.map(particular => [particular.start, particular]));
  const isHeld = (start: number, end: number) =>
    allFixed(start, end) || particulars.some(one => one.start <= start && one.end >= end);
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const particular = particularAt.get(start);
    const quoteEnd = particular ? -1 : endOfQuote(text, start);
    if (particular) {
      tokens.push({ kind: 'particular', start, end: particular.end, particular });
    } else if (quoteEnd > 0 && !isHeld(start + 1, quoteEnd - 1)) {
      tokens.push({ kind: 'quote', start, end: quoteEnd });
    } else if (MARK.test(text[start]!) && !isSurrogate(text, start)) {
      tokens.push({ kind: 'mark', start, end: start + 1 });
    } else {
      let end = start + 1;
      while (
        end < text.length &&
        !isWordStart(end) &&
        !particularAt.has(end) &&
        !cuts.has(end) &&
        !MARK.test(text[end]!)
      )
        end++;
      tokens.push({ kind: allFixed(start, end) ? 'fixed' : kindOf(text.slice(start, end), isCommon), start, end });
    }
    start = tokens.at(-1)!.end;
  }
  if (doubtful.length === 0) return tokens;
  return tokens.map(token => (isOpen(token) && isIn(token, doubtful) ? { ...token, isDoubtful: true } : token));
}

/** A particular and a quotation are slots anyway. */
const isOpen = ({ kind }: Token): boolean => kind !== 'particular' && kind !== 'quote';

const isIn = (one: Span, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => start <= one.start && one.end <= end);

function kindOf(word: string, isCommon: (word: string) => boolean): Token['kind'] {
  const isLight =
    PLACELESS.test(word) || isFunctionWord(word) || wordAt(word, 0)?.length === word.length || isCommon(word);
  return isLight ? 'light' : word.length === 1 ? 'short' : 'own';
}

/** Offset behind the quotation that opens at `start`; -1 where none does. */
function endOfQuote(text: string, start: number): number {
  const closing = CLOSING[text[start]!];
  const close = closing === undefined ? -1 : text.indexOf(closing, start + 1);
  return close > start + 1 && close - start <= LONGEST_QUOTE ? close + 1 : -1;
}

function isSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdfff;
}
