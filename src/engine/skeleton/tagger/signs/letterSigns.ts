import type { NameInside } from './nameInside';

/** Signs of letters: those a name begins and ends with, those beside it. The fit keeps what several speeches have. */
export function letterSigns({ candidate: { text: name, start, end }, paragraph: { text } }: NameInside): string[] {
  return [
    `ends ${name.at(-1)}`,
    `begins ${name[0]}`,
    `tail ${name.slice(-2)}`,
    `follows ${text[end] ?? '-'}`,
    `precedes ${text[start - 1] ?? '-'}`,
    ...(end + 2 <= text.length ? [`follows ${text.slice(end, end + 2)}`] : []),
    ...(start >= 2 ? [`precedes ${text.slice(start - 2, start)}`] : []),
  ];
}
