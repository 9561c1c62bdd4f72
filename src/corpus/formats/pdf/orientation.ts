import type { DrawnText } from './layout';

/** A piece of text as the library gives it: where it begins, which way it runs (y downward), how far, how large. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of its direction: one of them is 1 or -1, the other 0. */
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
  readonly size: number;
  /** Set in a font for vertical writing: it runs down, its characters stand upright. */
  readonly isVertical: boolean;
}

/** A page turned so that its text runs from the left. */
export interface UprightPage {
  readonly width: number;
  readonly height: number;
  readonly drawn: readonly DrawnText[];
}

type Way = readonly [dx: number, dy: number];
const WAYS: readonly Way[] = [
  [1, 0],
  [0, 1],
  [0, -1],
  [-1, 0],
];
/** From the top of a character to its base line, in parts of its size. */
const ASCENT = 0.88;
const FEWEST_STACKED = 4;
const VERTICAL_SHARE = 0.6;
/** Neighbours in a line that runs down: how far apart at most, in parts of the size. */
const WIDEST_STEP = 1.9;
const NARROWEST_STEP = 0.5;

/** Turns a page the way most of its text runs; text that runs another way is a watermark, or the label of an axis. */
export function uprightPage(width: number, height: number, texts: readonly PlacedText[]): UprightPage {
  const level = texts.filter(({ dx, isVertical }) => dx > 0 && !isVertical);
  const stacked = stacksOf(level);
  const down = texts.filter(({ isVertical }) => isVertical);
  const levelLength = lengthOf(level);
  if (lengthOf(down) + lengthOf([...stacked]) > VERTICAL_SHARE * (lengthOf(down) + levelLength))
    return verticalPage(width, height, texts);

  const along = ([dx, dy]: Way) => texts.filter(text => text.dx === dx && text.dy === dy && !text.isVertical);
  const way = WAYS.reduce((best, next) => (lengthOf(along(next)) > lengthOf(along(best)) ? next : best));
  const [dx, dy] = way;
  if (dx === 1) return { width, height, drawn: withoutMarginLabels(level, stacked).map(toDrawn) };
  const turned = along(way).map(text => {
    if (dx === -1) return toDrawn({ ...text, x: width - text.x, y: height - text.y });
    return toDrawn(dy === 1 ? { ...text, x: text.y, y: width - text.x } : { ...text, x: height - text.y, y: text.x });
  });
  return dx === -1 ? { width, height, drawn: turned } : { width: height, height: width, drawn: turned };
}

/** Vertical writing, turned: its lines run from the left, one below the other. */
function verticalPage(width: number, height: number, texts: readonly PlacedText[]): UprightPage {
  const drawn = texts.flatMap(({ text, x, y, dx, dy, length, size, isVertical }) => {
    // Latin words and figures lie on their side.
    if (dy === 1) return [{ text, left: y, width: length, y: width - x, size }];
    if (dx !== 1) return [];
    return [{ text, left: isVertical ? y : y - ASCENT * size, width: isVertical ? length : size, y: width - x, size }];
  });
  return { width: height, height: width, drawn };
}

function toDrawn({ text, x, y, length, size }: PlacedText): DrawnText {
  return { text, left: x, width: length, y, size };
}

function lengthOf(texts: readonly PlacedText[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

/** Single characters that stand one below the other, without a neighbour at their side. */
function stacksOf(texts: readonly PlacedText[]): Set<PlacedText> {
  const single = texts.filter(({ text }) => [...text].length === 1);
  const stacked = new Set<PlacedText>();
  if (single.length < FEWEST_STACKED) return stacked;
  const sorted = [...single].sort((a, b) => Math.round(a.x - b.x) || a.y - b.y);
  let stack: PlacedText[] = [];
  const close = () => {
    if (stack.length >= FEWEST_STACKED) for (const text of stack) stacked.add(text);
    stack = [];
  };
  for (const text of sorted) {
    const last = stack.at(-1);
    const step = last ? (text.y - last.y) / text.size : 0;
    const isNext = last && Math.abs(text.x - last.x) < 0.3 * text.size && step > NARROWEST_STEP && step < WIDEST_STEP;
    if (!isNext) close();
    stack.push(text);
  }
  close();
  return withoutNeighbours(stacked, texts);
}

/** Text drawn character by character stands in columns, too, but has neighbours in its lines, nearer than the lines are. */
function withoutNeighbours(stacked: ReadonlySet<PlacedText>, texts: readonly PlacedText[]): Set<PlacedText> {
  const rows = new Map<number, number[]>();
  for (const { x, y } of texts) {
    const row = rows.get(Math.round(y)) ?? [];
    row.push(x);
    rows.set(Math.round(y), row);
  }
  for (const row of rows.values()) row.sort((a, b) => a - b);
  const hasNeighbour = ({ x, y, size }: PlacedText) =>
    [-1, 0, 1].some(off => {
      const row = rows.get(Math.round(y) + off) ?? [];
      const at = firstFrom(row, x + 0.5 * size);
      return (row[at] ?? Number.POSITIVE_INFINITY) < x + 1.25 * size;
    });
  return new Set([...stacked].filter(text => !hasNeighbour(text)));
}

function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Without what runs down at the edges, beyond all text: the name of a chapter. */
function withoutMarginLabels(level: readonly PlacedText[], stacked: ReadonlySet<PlacedText>): PlacedText[] {
  if (stacked.size === 0) return [...level];
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const text of level) {
    if (stacked.has(text)) continue;
    left = Math.min(left, text.x);
    right = Math.max(right, text.x + text.length);
  }
  return level.filter(text => !stacked.has(text) || (text.x + text.length > left && text.x < right));
}
