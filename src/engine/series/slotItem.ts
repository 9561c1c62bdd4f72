import type { CorpusView, Segment } from '../index/segment';
import { visitStrides } from '../index/suffixes/strides';
import { suffixRanges } from '../index/suffixes/suffixRange';
import { isStructural, wordAt } from '../parallel/structuralWords';
import { isMark } from '../text/marks';
import { type StructureItem, structureItem } from './structureItem';

/** Words that lead to another in their clause: 以…为…, 从…到…, 在…上. */
const OPENERS = new Set('以把将从由自对在用让使向为当与同靠按凭既越因给被');
const LONGEST_CONTEXT = 6;
/** Occurrences of a context at least: behind fewer, a frame is not told from chance. */
const FEWEST = 30;
const SAMPLES = 128;
/** How far behind the context its second word may stand. UTF-16 code units. */
const REACH = 16;
/** Of the occurrences of the context so many go on with the second word: measured, so many drafts then do. */
const LEAST_SHARE = 0.55;
const SHORTEST_FILLER = 2;
/** Different fillers at least, in number and as a share: where they do not differ, the phrases of the list say it better. */
const FEWEST_FILLERS = 8;
const LEAST_VARIETY = 0.4;

/** Structural, but nothing that a frame is built on. */
const LOOSE = new Set('的了一出不');

/** A frame of the corpus as an item of the list. */
export interface SlotItem extends StructureItem {
  /** What has been written so, each differently: 以产业为根本. */
  readonly examples: readonly string[];
}
const MOST_EXAMPLES = 4;

/** A word that may be the second of a frame. */
interface Seen {
  /** What stood before it, different each time, and what stood behind it then. */
  readonly fillers: Map<string, string>;
  /** What stood behind it to the end of the clause, every time. */
  readonly ends: string[];
}

/** The longest context up to the cursor, within its clause, that is frequent enough. */
function contextBefore(view: CorpusView, before: string) {
  let best: (ReturnType<typeof suffixRanges> & { readonly length: number }) | null = null;
  for (let length = 1; length <= Math.min(LONGEST_CONTEXT, before.length); length++) {
    if (isMark(before.charCodeAt(before.length - length))) break;
    const found = suffixRanges(view, before.slice(-length));
    if (found.total < FEWEST) break;
    best = { ...found, length };
  }
  return best;
}

/** Notes the structural words of what follows one occurrence, each where it first stands with something before it. */
function note(clause: string, isWordStart: (offset: number) => boolean, seen: Map<string, Seen>): void {
  const noted = new Set<string>();
  for (let at = 0; at < clause.length; ) {
    const word = wordAt(clause, at);
    const length = word?.length ?? 1;
    const text = clause.slice(at, at + length);
    const holds = isStructural(word?.id ?? clause.charCodeAt(at)) && !LOOSE.has(text) && isWordStart(at);
    if (at >= SHORTEST_FILLER && holds && !noted.has(text)) {
      noted.add(text);
      const own: Seen = seen.get(text) ?? { fillers: new Map(), ends: [] };
      own.fillers.set(clause.slice(0, at), clause.slice(at + length));
      own.ends.push(clause.slice(at + length));
      seen.set(text, own);
    }
    at += length;
  }
}

/**
 * The frame that recurs behind the cursor with other words in it each time: `坚持以|` gives `以□□为□□`. `null` where the
 * corpus shows none clearly. Bounded time: of many occurrences a systematic sample is looked at (`visitStrides`).
 */
export function slotItem(view: CorpusView, before: string): SlotItem | null {
  const opener = before.at(-1) ?? '';
  const context = OPENERS.has(opener) ? contextBefore(view, before) : null;
  if (!context) return null;
  const seen = new Map<string, Seen>();
  const stride = Math.max(1, context.total / SAMPLES);
  let looked = 0;
  let next = stride / 2;
  context.ranges.forEach((range, number) => {
    const segment = view[number]!;
    next = visitStrides(segment, range, next, stride, position => {
      if (segment.hasDead && segment.isDead(segment.articleAt(position))) return;
      looked++;
      const start = position + context.length;
      const text = textFrom(segment, start);
      const end = /[^\p{Script=Han}“”]/u.exec(text)?.index ?? text.length;
      note(text.slice(0, end), offset => segment.isWordStart(start + offset), seen);
    });
  });
  const [best] = [...seen].sort(([, a], [, b]) => b.ends.length - a.ends.length);
  return best && isFrame(best[1], looked) ? itemOf(opener, ...best) : null;
}

/** What is known of the text there, unit by unit: of a library that is not here whole that is what its rows hold, and to `slice` it would fetch a page for each place. */
function textFrom(segment: Segment, start: number): string {
  const codes: number[] = [];
  for (let code = segment.codeAt(start); code >= 0 && codes.length < REACH; code = segment.codeAt(start + codes.length))
    codes.push(code);
  return String.fromCharCode(...codes);
}

function isFrame({ fillers, ends }: Seen, looked: number): boolean {
  const variety = fillers.size / ends.length;
  return ends.length >= looked * LEAST_SHARE && fillers.size >= FEWEST_FILLERS && variety >= LEAST_VARIETY;
}

function itemOf(opener: string, word: string, { fillers, ends }: Seen): SlotItem {
  const behind = ends.filter(end => end !== '');
  const goesOn = behind.length * 2 > ends.length;
  const item = structureItem([opener, [...fillers.keys()], word, ...(goesOn ? [behind] : [])], opener.length);
  const examples = [...fillers].slice(0, MOST_EXAMPLES).map(([filler, end]) => opener + filler + word + end);
  return { ...item, examples };
}
