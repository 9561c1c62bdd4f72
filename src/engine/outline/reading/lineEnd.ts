/** 。！？；: what ends the first sentence of a part, which is its title. */
export const SENTENCE_END = /[。！？；]/;

/** What a line ends with: looked at once, however many numbers stand in it. */
export interface LineEnd {
  /** UTF-16 offset behind its last character that is no blank. */
  readonly end: number;
  /** Offsets of the last mark that ends a sentence, and of the one before it; -1 where there is none. */
  readonly lastStop: number;
  readonly stopBefore: number;
}

/** Where the text of a line ends and how: `一是快；二是稳。 ` ends at 8, with stops at 7 and 3. */
export function lineEnd(line: string): LineEnd {
  const { length: end } = line.trimEnd();
  const lastStop = stopBefore(line, end);
  return { end, lastStop, stopBefore: stopBefore(line, lastStop) };
}

function stopBefore(line: string, limit: number): number {
  let offset = limit - 1;
  while (offset >= 0 && !SENTENCE_END.test(line[offset]!)) offset--;
  return offset;
}

/** Does a line announce what follows it: 抓好以下几件事：? */
export function announces(line: string, { end }: LineEnd): boolean {
  return line[end - 1] === '：' || line[end - 1] === ':';
}

/** The ends of the lines of a text, each looked at when it is first asked for. */
export function lineEnds(lines: readonly string[]): (line: number) => LineEnd {
  const known: LineEnd[] = [];
  return line => {
    known[line] ??= lineEnd(lines[line]!);
    return known[line];
  };
}
