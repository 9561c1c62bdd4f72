import { isHan } from '../../text/han';
import { samplePiece } from './blockRanges';
import type { BlockSegment } from './blockSegment';
import { blocksOf, wideContext } from './residentIndex';
import { BLOCK_ROWS, ROW_CODES } from './rows';
import { PAGE_CODES } from './textPage';

/** Contexts that are asked for at once, before it is known whether shorter ones occur. */
const AT_ONCE = 6;
/** Of a context that stands no more often than this, the text is read on behind its rows. */
const READ_ON = 4;
/** Code units behind a context that completion looks at. */
const REACH = 16;
/** What a draft is about is told by pairs; those written lately are asked for. */
const PAIRS = 8;

/**
 * The pieces that are to be fetched before anything is continued behind `before`: all its contexts at once, as far as what is here does not
 * rule them out; one letter alone tells so little that no list waits for it. To be asked again when they are here, until there are none: for longer contexts.
 */
export function contextNeeds(segment: BlockSegment, before: string): Set<number> {
  const needs = new Set<number>();
  let unknown = 0;
  for (
    let length = Math.min(2, before.length);
    length <= Math.min(ROW_CODES, before.length) && unknown < AT_ONCE;
    length++
  ) {
    const pattern = before.slice(before.length - length);
    const shorter = segment.find(pattern.slice(0, -1));
    if (length > 1 && shorter.isExact && shorter.lo === shorter.hi) break;
    const { lo, hi, isExact } = segment.find(pattern);
    if (isExact && lo === hi) break;
    if (addMissing(needs, segment, pattern)) unknown++;
  }
  for (let end = before.length - 1; end > Math.max(1, before.length - PAIRS); end--)
    addMissing(needs, segment, before.slice(end - 2, end));
  return needs;
}

/**
 * The pieces that the next list waits for, where the draft goes on as the first row says (`added`: what that adds): behind its first letter, typed, and behind all of it,
 * taken. They come while the writer reads.
 */
export function nextNeeds(segment: BlockSegment, before: string, added: string): Set<number> {
  return new Set([added.slice(0, 1), added].flatMap(text => [...contextNeeds(segment, before + text)]));
}

/** What a draft that is just opened is about shows in so much of it. UTF-16 code units. */
const TOPIC = 600;
/** What stands more often than once in so many characters is about nothing. */
const TOO_COMMON = 1000;
const MOST_PAIRS = 250;

/** The pieces that are missing to know what articles are like a draft that was not seen growing: its pairs of characters, the last first. */
export function topicNeeds(segment: BlockSegment, before: string): Set<number> {
  const needs = new Set<number>();
  for (let end = before.length; end > Math.max(1, before.length - TOPIC) && needs.size < MOST_PAIRS; end--) {
    const pair = before.slice(end - 2, end);
    const wide = wideContext(segment.index, pair);
    const isTelling = isHan(pair.charCodeAt(0)) && isHan(pair.charCodeAt(1));
    if (isTelling && !(wide && wide.width > segment.length / TOO_COMMON)) addMissing(needs, segment, pair);
  }
  return needs;
}

/** An item is counted with so much of what stands before it: see `countContinuation`. */
const COUNTED_CONTEXT = 4;

/**
 * The pieces that are missing behind a list: what goes on behind the last letter alone; to count what is offered behind `before`, as far back as the library
 * has it; to read on behind a rare context, whose rows tell the next few characters. The list of the next key is the better for them, and this one hardly changed: so none waits for them.
 */
export function rowNeeds(segment: BlockSegment, before: string, added: readonly string[]): Set<number> {
  const needs = new Set<number>();
  addMissing(needs, segment, before.slice(-1));
  readOn(needs, segment, before);
  for (const text of added) {
    for (let length = Math.min(COUNTED_CONTEXT, before.length); length >= 2; length--) {
      const wording = (before.slice(before.length - length) + text).slice(0, ROW_CODES);
      const { lo, hi, isExact } = segment.find(wording);
      if (isExact && lo === hi) continue;
      if (!isExact) addMissing(needs, segment, wording);
      break;
    }
  }
  return needs;
}

/** Adds the pages of text behind the shortest context that is rare. */
function readOn(needs: Set<number>, segment: BlockSegment, before: string): void {
  for (let length = 1; length <= Math.min(ROW_CODES, before.length); length++) {
    const { lo, hi, isExact } = segment.find(before.slice(before.length - length));
    if (!isExact || lo === hi) return;
    if (hi - lo > READ_ON) continue;
    for (let rank = lo; rank < hi; rank++) addPages(needs, segment, segment.suffixAt(rank) + length, REACH);
    return;
  }
}

/** The pieces that are missing to count a wording, at most as long as a row. */
export function countNeeds(segment: BlockSegment, wording: string): Set<number> {
  const needs = new Set<number>();
  addMissing(needs, segment, wording.slice(0, ROW_CODES));
  return needs;
}

/** Likewise to find all of a wording, however long: its blocks first, then the text where they are. */
export function wordingNeeds(segment: BlockSegment, wording: string): Set<number> {
  const needs = countNeeds(segment, wording);
  if (needs.size > 0 || wording.length <= ROW_CODES) return needs;
  const { lo, hi } = segment.find(wording.slice(0, ROW_CODES));
  for (let rank = lo; rank < Math.min(hi, lo + BLOCK_ROWS) && needs.size < MOST_TEXTS; rank++)
    addPages(needs, segment, segment.suffixAt(rank) + ROW_CODES, wording.length - ROW_CODES);
  return needs;
}

/** The pieces that are missing to know where some words stand. */
export function wordsNeeds(segment: BlockSegment, words: Iterable<string>): Set<number> {
  const needs = new Set<number>();
  for (const word of words) addMissing(needs, segment, word.slice(0, ROW_CODES));
  return needs;
}

/** A sentence is hardly longer, nor begins further ahead of a place in it. */
const AROUND = 300;

/** The pieces that are missing to read the sentences around some places. */
export function placesNeeds(segment: BlockSegment, positions: Iterable<number>): Set<number> {
  const needs = new Set<number>();
  for (const position of positions) addPages(needs, segment, Math.max(0, position - AROUND), 2 * AROUND);
  return needs;
}

/** Around a place of a line, what wording is there is found by pieces so long. */
const STRETCH = 4;

/** The pieces that are missing to know whether anything around a place of a line is in the library. */
export function stretchNeeds(segment: BlockSegment, line: string, at: number): Set<number> {
  const needs = new Set<number>();
  for (let start = Math.max(0, at - STRETCH + 1); start <= at; start++)
    addMissing(needs, segment, line.slice(start, start + STRETCH));
  return needs;
}

const MOST_TEXTS = 64;

const MOST_BLOCKS = 4;

/** Adds what is missing to know where a pattern stands, and what it goes on with. Was there anything? */
function addMissing(needs: Set<number>, segment: BlockSegment, pattern: string): boolean {
  if (pattern === '') return false;
  const wide = wideContext(segment.index, pattern);
  const sample = wide && samplePiece(segment.index, wide.number);
  const blocks = sample === undefined ? blocksOf(segment.index, pattern) : { first: sample, last: sample };
  // What is not wide is in three at most. Whoever laid it out may not have kept to that.
  if (!blocks || blocks.last - blocks.first > MOST_BLOCKS) return false;
  const { first, last } = blocks;
  let isMissing = false;
  for (let piece = first; piece <= last; piece++) {
    if (segment.local.has(piece)) continue;
    needs.add(piece);
    isMissing = true;
  }
  return isMissing;
}

/** Adds the pages of text that are missing of [start, start + length). */
export function addPages(needs: Set<number>, segment: BlockSegment, start: number, length: number): void {
  if (start < 0 || start >= segment.length) return;
  const last = Math.min(segment.length, start + Math.max(1, length)) - 1;
  for (let at = start - (start % PAGE_CODES); at <= last; at += PAGE_CODES) {
    const piece = segment.pagePiece(at);
    if (!segment.local.has(piece)) needs.add(piece);
  }
}
