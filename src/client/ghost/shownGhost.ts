/** A continuation shown in grey. Ends are offsets in `text`, ascending, the last its length. */
export interface Ghost {
  readonly text: string;
  readonly wordEnds: readonly number[];
  readonly clauseEnds: readonly number[];
}

/** What can be taken of a ghost at once. */
export type GhostPart = 'word' | 'clause';

/** A place in a draft. */
export interface Spot {
  /** URI and line of the document. */
  readonly line: string;
  /** What stands on the line before the place. */
  readonly head: string;
}

/** A ghost, and where it came. */
export interface PlacedGhost extends Spot {
  readonly ghost: Ghost;
}

/** The next part of a ghost: `紧迫感|，|抓|项目` gives 紧迫感. */
export function nextPart({ text, wordEnds, clauseEnds }: Ghost, part: GhostPart): string {
  return text.slice(0, (part === 'word' ? wordEnds : clauseEnds)[0]);
}

/** What is left of a ghost after `typed`; null where they disagree, and where nothing is left. */
export function restOf({ text, wordEnds, clauseEnds }: Ghost, typed: string): Ghost | null {
  const { length } = typed;
  if (!text.startsWith(typed) || length === text.length) return null;
  const left = (ends: readonly number[]) => ends.filter(end => end > length).map(end => end - length);
  return { text: text.slice(length), wordEnds: left(wordEnds), clauseEnds: left(clauseEnds) };
}

/** What has been typed from one place to another; null where it is another line, or another text. */
function typedBetween(from: Spot, to: Spot): string | null {
  return from.line === to.line && to.head.startsWith(from.head) ? to.head.slice(from.head.length) : null;
}

/** What is left of a ghost at a place behind it; null where the writer has gone another way. */
export function leftOf(placed: PlacedGhost, spot: Spot): Ghost | null {
  const typed = typedBetween(placed, spot);
  return typed === null ? null : restOf(placed.ghost, typed);
}

/** Do letters of an input method stand where the ghost stood? It comes back, or not, with what they become. */
export function isBeingComposed(placed: PlacedGhost, spot: Spot): boolean {
  const typed = typedBetween(placed, spot);
  const text = typed?.replace(/[a-z' ]+$/, '');
  return text !== undefined && text !== typed && placed.ghost.text.startsWith(text);
}

/** Would this ghost bring back one that was dismissed? It does when its first word is the next of that one. */
export function bringsBack(dismissed: PlacedGhost, placed: PlacedGhost): boolean {
  const typed = typedBetween(dismissed, placed);
  return typed !== null && dismissed.ghost.text.startsWith(typed + nextPart(placed.ghost, 'word'));
}
