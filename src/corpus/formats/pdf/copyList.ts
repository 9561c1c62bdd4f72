import type { TextLine } from './readingOrder';

const COPIES = /^(?:抄送|抄报|分送|主送)\s*[:：]/;
const PRINTED = /印发[)）]?$/;
const MOST_LINES = 6;

/** Joins the last lines of an official paper, which say who gets a copy of it, into one. */
export function joinCopyList(lines: readonly TextLine[]): TextLine[] {
  const start = lines.findIndex((line, i) => i >= lines.length - MOST_LINES - 1 && COPIES.test(line.text));
  if (start < 0) return [...lines];
  const end = lines.findIndex((line, i) => i > start && (PRINTED.test(line.text) || COPIES.test(line.text)));
  const list = lines.slice(start, end < 0 ? lines.length : end);
  const joined = { ...lines[start]!, text: list.map(({ text }) => text).join('') };
  return [...lines.slice(0, start), joined, ...lines.slice(start + list.length)];
}
