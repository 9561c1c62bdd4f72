import { isNoteMark } from '../noteMark';
import type { Fragment, Piece } from './layout';
import { withoutGuides } from './phoneticGuides';
import { withoutRadicals } from './radicals';

/** A wider gap, in parts of the type size, begins another fragment: the gutter between columns, the next cell. */
const WIDEST_GAP = 0.85;
/** A gap between Latin letters that is a blank. */
const BLANK_GAP = 0.18;
/** Base lines that differ by less, in parts of the type size, are one line. */
const SAME_LINE = 0.35;
const HANGING = 0.3;
const LARGEST_RAISED = 0.88;
const LEAST_RAISE = 0.12;

/** Joins pieces to fragments, in lines from above; raised note marks are dropped, other raised text is kept in its line. */
export function pageFragments(pieces: readonly Piece[]): Fragment[] {
  const lines = linesOf(withoutGuides(pieces.filter(({ text }) => text.trim() !== '')));
  return lines.flatMap(fragmentsOf);
}

interface OpenLine {
  y: number;
  size: number;
  pieces: Piece[];
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: OpenLine[] = [];
  // Large type first: what is raised finds the line it belongs to.
  for (const piece of [...pieces].sort((a, b) => b.size - a.size)) {
    const line = lines.find(open => belongs(piece, open));
    if (line) line.pieces.push(piece);
    else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return lines.sort((a, b) => a.y - b.y).map(line => line.pieces.sort((a, b) => a.left - b.left));
}

function belongs({ y, size, left, width }: Piece, line: OpenLine): boolean {
  if (Math.abs(y - line.y) <= SAME_LINE * Math.min(size, line.size)) return true;
  // Raised or lowered small type: beside a piece of the line.
  if (size > line.size * LARGEST_RAISED || y > line.y + line.size * 0.3 || y < line.y - line.size * 0.75) return false;
  return line.pieces.some(other => left + width > other.left - size && left < other.left + other.width + size);
}

function fragmentsOf(line: readonly Piece[]): Fragment[] {
  const fragments: { text: string; left: number; right: number; sizes: Map<number, number>; y: number }[] = [];
  const y = lineY(line);
  const size = Math.max(...line.map(piece => piece.size));
  for (const piece of raisedTogether(line, y, size)) {
    const whole = withoutRadicals(piece.text);
    const open = fragments.at(-1);
    if (piece.isRaised && isNoteMark(whole, open?.text ?? '')) {
      if (open) open.right = Math.max(open.right, piece.left + piece.width);
      continue;
    }
    const text = open ? whole.slice(overprinted(open, piece, whole)) : whole;
    if (text === '') continue;
    // The ink of a mark at the end of a line takes half its room, and hangs into the gutter.
    const hangs = open && /[，。、；：！？”’）》]$/.test(open.text) ? HANGING : 0;
    const gap = open ? piece.left - open.right + hangs * piece.size : 0;
    if (!open || gap > WIDEST_GAP * piece.size) {
      const sizes = new Map([[piece.size, text.length]]);
      fragments.push({ text: text.trim(), left: piece.left, right: piece.left + piece.width, sizes, y });
      continue;
    }
    const isLatin = /[\w.,;:)]$/.test(open.text) && /^[\w(]/.test(text);
    open.text += (isLatin && gap > BLANK_GAP * piece.size ? ' ' : '') + (isLatin ? text : text.trim());
    open.right = Math.max(open.right, piece.left + piece.width);
    open.sizes.set(piece.size, (open.sizes.get(piece.size) ?? 0) + text.length);
  }
  return fragments.map(({ sizes, ...fragment }) => ({ ...fragment, text: fragment.text.trim(), size: mostly(sizes) }));
}

/** How many characters of a piece print those before it again, a hair beside: that is how some programs print bold. */
function overprinted(open: { text: string; right: number }, { left, width }: Piece, text: string): number {
  const wide = width / Math.max(text.length, 1);
  const count = Math.min(Math.round((open.right - left) / Math.max(wide, 0.01)), text.length);
  return count > 0 && open.text.endsWith(text.slice(0, count)) ? count : 0;
}

/** Raised pieces that touch are one mark: `[`, `1`, `]`. */
function raisedTogether(line: readonly Piece[], y: number, size: number): (Piece & { isRaised: boolean })[] {
  const joined: (Piece & { isRaised: boolean })[] = [];
  for (const piece of line) {
    const isRaised = piece.size <= size * LARGEST_RAISED && y - piece.y >= size * LEAST_RAISE;
    const last = joined.at(-1);
    if (isRaised && last?.isRaised && piece.left - last.left - last.width < piece.size * 0.5) {
      const width = piece.left + piece.width - last.left;
      joined[joined.length - 1] = { ...last, text: last.text + piece.text, width };
    } else joined.push({ ...piece, isRaised });
  }
  return joined;
}

/** The base line of most of the text. */
function lineY(line: readonly Piece[]): number {
  return line.reduce((most, piece) => (piece.size > most.size ? piece : most)).y;
}

function mostly(sizes: ReadonlyMap<number, number>): number {
  return [...sizes].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
