import { type Draft, spanIn } from '../draft/draft';
import type { Problem } from '../problem';

export const LONG_DEFAULT = 120;

/** A place to take breath. */
const STOP = /[。！？；：…]/;

/** Sentences of more characters than `most` without a stop. */
export function longProblems({ spoken }: Draft, most = LONG_DEFAULT): Problem[] {
  return spoken.flatMap(line => {
    if (line.kind !== 'body') return [];
    const problems: Problem[] = [];
    let start = 0;
    for (let at = 0; at <= line.text.length; at++) {
      if (at < line.text.length && !STOP.test(line.text[at]!)) continue;
      const length = at - start;
      if (length > most)
        problems.push({
          code: 'long',
          ...spanIn(line, start, Math.min(line.text.length, at + 1)),
          message: {
            zh: `这一句 ${length} 字，中间没有句号或分号，念起来长。`,
            en: `${length} characters without a full stop or semicolon: long to speak.`,
          },
        });
      start = at + 1;
    }
    return problems;
  });
}
