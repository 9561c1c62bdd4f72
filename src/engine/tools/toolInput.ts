import type { Span } from '../text/sentences';

/** What an assistant has sent as the input of a tool. It may be anything: the functions below take what is usable of it. */
export type ToolInput = Readonly<Record<string, unknown>>;

/** The properties of an input, as JSON Schema has them. */
export type Properties = Readonly<Record<string, { readonly type: string; readonly description: string }>>;

/** Of a wording so much is taken, in UTF-16 code units. */
export const LONGEST_WORDING = 500;
/** Likewise of a draft. */
const LONGEST_DRAFT = 50_000;
/** No answer has more entries. */
const MOST = 30;
/** So many has one where the assistant does not say. */
const LIMIT = 10;

/** A property that is a string. */
export const text = (description: string) => ({ type: 'string', description });

/** The property that says how many entries are wanted: `limitOf` reads it. */
export const limit = {
  limit: { type: 'integer', description: `How many at most, ${LIMIT} by default, ${MOST} at most.` },
};

/** A string of the input, cut to `most` UTF-16 code units; empty where it is missing or no string. */
export function textOf(input: ToolInput, name: string, most: number): string {
  const value = input[name];
  return typeof value === 'string' ? value.slice(0, most) : '';
}

/** How many entries are wanted: 1 to `MOST`. */
export function limitOf({ limit: wanted }: ToolInput): number {
  return typeof wanted === 'number' && wanted >= 1 ? Math.min(Math.floor(wanted), MOST) : LIMIT;
}

/** The lines of a draft, the property `text`. */
export function linesOf(input: ToolInput): string[] {
  return textOf(input, 'text', LONGEST_DRAFT).split(/\r\n|\r|\n/);
}

/** A wording in its line: the properties `before`, `wording` and `after`, joined. */
export function markedOf(input: ToolInput): { line: string; span: Span } {
  const before = textOf(input, 'before', LONGEST_WORDING);
  const wording = textOf(input, 'wording', LONGEST_WORDING);
  const line = before + wording + textOf(input, 'after', LONGEST_WORDING);
  return { line, span: { start: before.length, end: before.length + wording.length } };
}
