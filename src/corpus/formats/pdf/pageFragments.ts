import { isNoteMark } from '../noteMark';
import { withInitials } from './initials';
import type { DrawnText, Fragment } from './layout';
import { withoutGuides } from './phoneticGuides';
import { withoutRadicals } from './radicals';

/** A wider gap, in parts of the type size, begins another fragment: the gutter between columns, the next cell. */
const WIDEST_GAP = 0.85;
/** A gap between Latin letters that is a blank. */
const BLANK_GAP = 0.18;
/** Base lines that differ by less, in parts of the type size, are one line. */
const SAME_LINE = 0.35;
const HANGING = 0.3;
/** A sign of a symbol font. */
const BULLET = /^[\ue000-\uf8ff\s]+$/;
const LARGEST_RAISED = 0.88;
const LEAST_RAISE = 0.12;

/** Joins text to fragments, in lines from above; raised note marks are dropped, other raised text is kept in its line. */
export function pageFragments(drawn: readonly DrawnText[]): Fragment[] {
  const lines = linesOf(withInitials(withoutGuides(drawn.filter(({ text }) => text.trim() !== ''))));
  return lines.flatMap(fragmentsOf);
}

interface OpenLine {
  y: number;
  size: number;
  drawn: DrawnText[];
}

function linesOf(drawn: readonly DrawnText[]): DrawnText[][] {
  const lines: OpenLine[] = [];
  // Large type first: what is raised finds the line it belongs to.
  for (const one of [...drawn].sort((a, b) => b.size - a.size)) {
    const line = lines.find(open => belongs(one, open));
    if (line) line.drawn.push(one);
    else lines.push({ y: one.y, size: one.size, drawn: [one] });
  }
  return lines.sort((a, b) => a.y - b.y).map(line => line.drawn.sort((a, b) => a.left - b.left));
}

function belongs({ y, size, left, width }: DrawnText, line: OpenLine): boolean {
  if (Math.abs(y - line.y) <= SAME_LINE * Math.min(size, line.size)) return true;
  // Raised or lowered small type: beside one of the line.
  if (size > line.size * LARGEST_RAISED || y > line.y + line.size * 0.3 || y < line.y - line.size * 0.75) return false;
  return line.drawn.some(other => left + width > other.left - size && left < other.left + other.width + size);
}

function fragmentsOf(line: readonly DrawnText[]): Fragment[] {
  const fragments: { text: string; left: number; right: number; sizes: Map<number, number>; y: number }[] = [];
  const y = lineY(line);
  const size = Math.max(...line.map(one => one.size));
  const hasText = line.some(one => !BULLET.test(one.text));
  for (const one of raisedTogether(line, y, size)) {
    if (hasText && BULLET.test(one.text)) continue;
    const whole = withoutRadicals(one.text);
    const open = fragments.at(-1);
    if (one.isRaised && isNoteMark(whole, open?.text ?? '')) {
      if (open) open.right = Math.max(open.right, one.left + one.width);
      continue;
    }
    const text = open ? whole.slice(overprinted(open, one, whole)) : whole;
    if (text === '') continue;
    // The ink of a mark at the end of a line takes half its room, and hangs into the gutter.
    const hangs = open && /[，。、；：！？”’）》]$/.test(open.text) ? HANGING : 0;
    const gap = open ? one.left - open.right + hangs * one.size : 0;
    if (!open || gap > WIDEST_GAP * one.size) {
      const sizes = new Map([[one.size, text.length]]);
      fragments.push({ text: text.trim(), left: one.left, right: one.left + one.width, sizes, y });
      continue;
    }
    const isLatin = /[\w.,;:)]$/.test(open.text) && /^[\w(]/.test(text);
    open.text += (isLatin && gap > BLANK_GAP * one.size ? ' ' : '') + (isLatin ? text : text.trim());
    open.right = Math.max(open.right, one.left + one.width);
    open.sizes.set(one.size, (open.sizes.get(one.size) ?? 0) + text.length);
  }
  return fragments.map(({ sizes, ...fragment }) => ({ ...fragment, text: fragment.text.trim(), size: mostly(sizes) }));
}

/** How many characters of a text print those before it again, a hair beside: that is how some programs print bold. */
function overprinted(open: { text: string; right: number }, { left, width }: DrawnText, text: string): number {
  const wide = width / Math.max(text.length, 1);
  const count = Math.min(Math.round((open.right - left) / Math.max(wide, 0.01)), text.length);
  return count > 0 && open.text.endsWith(text.slice(0, count)) ? count : 0;
}

/** Raised texts that touch are one mark: `[`, `1`, `]`. */
function raisedTogether(line: readonly DrawnText[], y: number, size: number): (DrawnText & { isRaised: boolean })[] {
  const joined: (DrawnText & { isRaised: boolean })[] = [];
  for (const one of line) {
    const isRaised = one.size <= size * LARGEST_RAISED && y - one.y >= size * LEAST_RAISE;
    const last = joined.at(-1);
    if (isRaised && last?.isRaised && one.left - last.left - last.width < one.size * 0.5) {
      const width = one.left + one.width - last.left;
      joined[joined.length - 1] = { ...last, text: last.text + one.text, width };
    } else joined.push({ ...one, isRaised });
  }
  return joined;
}

/** The base line of most of the text. */
function lineY(line: readonly DrawnText[]): number {
  return line.reduce((most, one) => (one.size > most.size ? one : most)).y;
}

function mostly(sizes: ReadonlyMap<number, number>): number {
  return [...sizes].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
