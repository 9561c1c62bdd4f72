const END = /[。！？…]/;
const CLOSING = /[”’」』）》]/;

/** UTF-16 offsets [start, end) of the sentence of a line that a stretch is in; its mark belongs to it. */
export function sentenceAround(line: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && !END.test(line[from - 1]!)) from--;
  while (from < start && (CLOSING.test(line[from]!) || /\s/.test(line[from]!))) from++;
  let to = Math.max(end, start);
  while (to < line.length && !(to > 0 && END.test(line[to - 1]!))) to++;
  while (to < line.length && (END.test(line[to]!) || CLOSING.test(line[to]!))) to++;
  return { start: from, end: to };
}
