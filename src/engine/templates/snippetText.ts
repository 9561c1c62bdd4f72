/**
 * VS Code's snippet syntax, as far as frames use it: text, slots (`$1`, `${1:名称}`, `${1|加强,推进|}`), linked slots.
 * Variables, transforms and slots inside slots are refused, so that what we preview is what the editor inserts.
 */

/** A tab stop. Parts with the same number are linked: what is typed into one appears in all. Number 0 is where the cursor ends. */
export interface Slot {
  readonly slot: number;
  /** What the editor shows until the writer types: a hint, or the first choice. */
  readonly name: string;
  /** At least one, and none of them empty: the editor takes neither. */
  readonly choices?: readonly string[];
}
/** A piece of a snippet: text as it stands, or a tab stop. */
export type SnippetPart = string | Slot;

// A backslash escapes only what is special where it stands; before anything else it is a backslash.
const CHOICE = /(?:\\[\\,|]|\\(?![\\,|])|[^\\,|])+/g;
const CHOICES = `${CHOICE.source}(?:,${CHOICE.source})*`;
const NAME = String.raw`(?:\\[\\$}]|\\(?![\\$}])|\$(?![\w{])|[^\\$}])*`;
const TOKEN = new RegExp(
  [
    String.raw`\\(?<escaped>[\\$}])`,
    String.raw`(?<text>[^\\$]+|\\|\$(?![\w{]))`,
    String.raw`\$(?:(?<bare>\d+)|\{(?<slot>\d+)(?::(?<name>${NAME})|\|(?<choices>${CHOICES})\|)?\})`,
  ].join('|'),
  'y',
);

/** Text as it must be written in a snippet to stand for itself: `50$` → `50\$`. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * Snippet text of the parts: `['要', { slot: 1, name: '做什么' }, '，$']` → `要${1:做什么}，\$`.
 * The first part with a number says its name and choices; later ones become links (`${1}`).
 */
export function toSnippet(parts: readonly SnippetPart[]): string {
  const defined = new Set<number>();
  return parts
    .map(part => {
      if (typeof part === 'string') return escapeSnippet(part);
      if (defined.has(part.slot)) return `\${${part.slot}}`;
      defined.add(part.slot);
      return defineSlot(part);
    })
    .join('');
}

function defineSlot({ slot, name, choices }: Slot): string {
  if (choices) return `\${${slot}|${choices.map(choice => choice.replace(/[\\,|]/g, '\\$&')).join()}|}`;
  return name === '' ? `\${${slot}}` : `\${${slot}:${escapeSnippet(name)}}`;
}

/**
 * The parts of a snippet body; the inverse of {@link toSnippet}. Neighbouring text is one part, and a linked slot
 * carries the name and choices of the first place that defines it, as in the editor. With choices, the name is the
 * first of them. Throws a `SyntaxError` that tells the offset (UTF-16) of a variable, a nested slot or an unclosed one.
 */
export function parseSnippet(body: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const definitions = new Map<number, Slot>();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const offset = TOKEN.lastIndex;
    const groups = TOKEN.exec(body)?.groups;
    if (!groups) throw new SyntaxError(`offset ${offset}: not a plain slot; write a literal dollar sign as \\$`);
    const text = groups.escaped ?? groups.text;
    if (text === undefined) {
      const part = readSlot(Number(groups.slot ?? groups.bare), groups.name, groups.choices);
      if (part.name !== '' && !definitions.has(part.slot)) definitions.set(part.slot, part);
      parts.push(part);
    } else {
      const last = parts.at(-1);
      if (typeof last === 'string') parts[parts.length - 1] = last + text;
      else parts.push(text);
    }
  }
  return parts.map(part => (typeof part === 'string' ? part : (definitions.get(part.slot) ?? part)));
}

function readSlot(slot: number, name = '', choiceList?: string): Slot {
  if (choiceList === undefined) return { slot, name: name.replace(/\\([\\$}])/g, '$1') };
  const choices = [...choiceList.matchAll(CHOICE)].map(([choice]) => choice.replace(/\\([\\,|])/g, '$1'));
  return { slot, name: choices[0] ?? '', choices };
}
