/** A line of the source: [start, end) without its break, both UTF-16. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** 0-based number, counted as an editor counts: CRLF, LF and lone CR break lines. */
  readonly number: number;
}

/** Cuts a text into lines. `'a\r\nb\rc'` has three. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const hasCarriageReturn = text.includes('\r');
  let start = 0;
  for (let number = 0; ; number++) {
    let end = text.indexOf('\n', start);
    let next = end + 1;
    if (hasCarriageReturn) {
      const carriageReturn = text.indexOf('\r', start);
      if (carriageReturn >= 0 && (end < 0 || carriageReturn < end)) {
        end = carriageReturn;
        next = text[end + 1] === '\n' ? end + 2 : end + 1;
      }
    }
    if (end < 0) {
      lines.push({ start, end: text.length, number });
      return lines;
    }
    lines.push({ start, end, number });
    start = next;
  }
}
