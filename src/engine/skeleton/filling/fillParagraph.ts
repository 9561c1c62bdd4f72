import { wordAt } from '../../parallel/structuralWords';
import { isClauseEnd, isSentenceEnd } from '../../text/punctuation';
import type { Particular } from '../particulars/particulars';
import type { Token } from './cutTokens';

/** What stood in the article where the skeleton has a slot. */
export interface Gap {
  readonly gap: string;
  /** Its first words, all of it where it is short. */
  readonly opening: string;
  /** Set where its kind is known: a name, a number, a quotation. */
  readonly particular?: Pick<Particular, 'name' | 'isAlone'>;
}
/** A skeleton: text that stays, and gaps. */
export type SkeletonPart = string | Gap;

/** Longest opening, in UTF-16 code units. */
const OPENING = 8;

/**
 * A paragraph as fixed wording with gaps. A clause that is mostly fixed keeps its wording, with a gap for each stretch of its own;
 * of another only the words it begins with stay. What says nothing to the next speech, clause after clause, becomes one gap.
 *
 * @param titleEnd up to this UTF-16 offset every clause has a gap of its own: a heading's clauses are its shape
 */
export function fillParagraph(text: string, tokens: readonly Token[], titleEnd = 0): SkeletonPart[] {
  let sentences: Stretch[][] = [];
  for (const sentence of sentencesOf(text, tokens)) {
    const filled = fillSentence(text, sentence, titleEnd);
    const last = sentences.at(-1);
    if (last && isGap(last) && isGap(filled) && last[0]!.body[0]!.start >= titleEnd) {
      // Two sentences, or more, that are nothing but gaps.
      const body = tokens.filter(({ start, end }) => start >= last[0]!.body[0]!.start && end <= filled[0]!.end);
      sentences = [...sentences.slice(0, -1), [{ ...filled[0]!, body }]];
    } else sentences.push(filled);
  }
  return joined(sentences.flat().flatMap(stretch => piecesOf(text, stretch)));
}

/** A clause, or several that became one gap, with the mark behind. `lead`: how many tokens stay before the gap; null: all but gaps of their own. */
interface Stretch {
  readonly body: readonly Token[];
  readonly lead: number | null;
  readonly mark: string;
  /** UTF-16 offset behind the last token of `body`. */
  readonly end: number;
}

const isGap = (sentence: readonly Stretch[]): boolean => sentence.length === 1 && sentence[0]!.lead === 0;

function fillSentence(text: string, clauses: readonly Clause[], titleEnd: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { body, mark } of clauses) {
    const lead = isKept(body) ? null : leadOf(text, body);
    const end = body.at(-1)?.end ?? 0;
    const last = stretches.at(-1);
    if (lead === 0 && last && last.lead !== null && last.body[0]!.start >= titleEnd) {
      stretches[stretches.length - 1] = {
        body: [...last.body, ...between(body, last.end), ...body],
        lead: last.lead,
        mark,
        end,
      };
    } else stretches.push({ body, lead, mark, end });
  }
  return stretches;
}

/** The mark between two clauses, as a token. */
function between(next: readonly Token[], start: number): Token[] {
  return next.length > 0 ? [{ kind: 'mark', start, end: next[0]!.start }] : [];
}

interface Clause {
  readonly body: readonly Token[];
  readonly mark: string;
}

/** The clauses of each sentence. Marks in a row, and the brackets that close behind them, belong to one clause. */
function sentencesOf(text: string, tokens: readonly Token[]): Clause[][] {
  const sentences: Clause[][] = [[]];
  let body: Token[] = [];
  const isEnd = ({ kind, start }: Token) => kind === 'mark' && isClauseEnd(text.charCodeAt(start));
  for (let at = 0; at < tokens.length; at++) {
    if (!isEnd(tokens[at]!)) {
      body.push(tokens[at]!);
      if (at < tokens.length - 1) continue;
    }
    let mark = '';
    for (
      ;
      at < tokens.length &&
      tokens[at]!.kind === 'mark' &&
      (isEnd(tokens[at]!) || /[”’）》]/.test(text[tokens[at]!.start]!));
      at++
    ) {
      if (body.includes(tokens[at]!)) break;
      mark += text.slice(tokens[at]!.start, tokens[at]!.end);
    }
    if (mark !== '') at--;
    sentences.at(-1)!.push({ body, mark });
    body = [];
    if ([...mark].some(character => isSentenceEnd(character.charCodeAt(0)))) sentences.push([]);
  }
  return sentences.filter(({ length }) => length > 0);
}

const lengthOf = (tokens: readonly Token[], ...kinds: Token['kind'][]): number =>
  tokens.reduce((sum, { kind, start, end }) => sum + (kinds.includes(kind) ? end - start : 0), 0);

/** A quotation shows its place by its marks, so it may be long. */
function isKept(body: readonly Token[]): boolean {
  const quotes = body.filter(({ kind }) => kind === 'quote').length;
  return lengthOf(body, 'fixed', 'particular') + 4 * quotes >= lengthOf(body, 'own', 'short');
}

/** How many tokens a clause begins with that the next speech may begin with, too; 0 where they are not worth staying. */
function leadOf(text: string, body: readonly Token[]): number {
  const firstOf = (...kinds: Token['kind'][]) => body.findIndex(({ kind }) => kinds.includes(kind));
  const own = firstOf('own', 'quote');
  const lead = body.slice(0, own >= 0 ? own : Math.max(0, firstOf('short')));
  const holds = ({ kind, start, end }: Token) =>
    kind === 'fixed' || kind === 'particular' || (kind === 'light' && end - start > 1 && wordAt(text, start) !== null);
  return lead.some(holds) ? lead.length : 0;
}

function piecesOf(text: string, { body, lead, mark }: Stretch): SkeletonPart[] {
  if (lead === null) return [...keptPieces(text, body), mark];
  return [...keptPieces(text, body.slice(0, lead)), ...gapOf(text, body.slice(lead)), mark];
}

function keptPieces(text: string, body: readonly Token[]): SkeletonPart[] {
  const pieces: SkeletonPart[] = [];
  for (let at = 0; at < body.length; at++) {
    const { kind, start, end, particular, isDoubtful } = body[at]!;
    if (kind === 'particular')
      pieces.push({ gap: particular!.text, opening: particular!.text, particular: particular! });
    else if (kind === 'quote') {
      const gap = text.slice(start + 1, end - 1);
      const name = text[start] === '《' ? '篇名' : '引语';
      pieces.push(text[start]!, { gap, opening: gap, particular: { name, isAlone: true } }, text[end - 1]!);
    } else if (kind === 'own' || isDoubtful) {
      // To the last own word before something fixed: the light ones between are part of the gap.
      let last = at;
      for (let next = at + 1; next < body.length && isOfGap(body[next]!); next++) {
        if (body[next]!.kind === 'own' || body[next]!.isDoubtful) last = next;
      }
      const [gap] = gapOf(text, body.slice(at, last + 1));
      // What is doubtful keeps all its words.
      const isWhole = body.slice(at, last + 1).some(one => one.isDoubtful);
      pieces.push(isWhole ? { ...gap!, opening: gap!.gap } : gap!);
      at = last;
    } else pieces.push(text.slice(start, end));
  }
  return pieces;
}

const isOfGap = ({ kind, isDoubtful }: Token): boolean => isDoubtful === true || /own|light|short|mark/.test(kind);

function gapOf(text: string, tokens: readonly Token[]): Gap[] {
  const [first] = tokens;
  if (!first) return [];
  const gap = text.slice(first.start, tokens.at(-1)!.end);
  const fits = tokens.findLast(({ end }) => end - first.start <= OPENING)?.end ?? first.start + OPENING;
  return [{ gap, opening: gap.slice(0, fits - first.start) }];
}

function joined(pieces: readonly SkeletonPart[]): SkeletonPart[] {
  const result: SkeletonPart[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else if (piece !== '') result.push(piece);
  }
  return result;
}
