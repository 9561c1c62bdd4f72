/** A saying that the writer has kept, as the file of sayings has it: plain JSON, to be shared and edited by hand. */
export interface Saying {
  readonly text: string;
  readonly tags: readonly string[];
  /** Where it is from: `在全县大会上的讲话 · 2023-02-06 · 周明远`; empty where it is the writer's own. */
  readonly source: string;
}

/** Longer ones are no sayings; more of them nobody keeps. UTF-16 code units. */
const LONGEST = 500;
const MOST = 5000;

/**
 * Reads the file of sayings: a list of texts, or of `{ text, tags?, source? }`. What is neither is left out.
 *
 * @throws {SyntaxError} where it is no JSON, {TypeError} where it is no list
 */
export function parseSayings(text: string): Saying[] {
  if (text.trim() === '') return [];
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new TypeError('[ { "text": … } ]');
  return list.slice(0, MOST).flatMap(entry => sayingOf(entry) ?? []);
}

function sayingOf(entry: unknown): Saying | undefined {
  const { text, tags, source } = (typeof entry === 'string' ? { text: entry } : (entry ?? {})) as Record<
    string,
    unknown
  >;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return {
    text: oneLine(text).slice(0, LONGEST),
    tags: Array.isArray(tags) ? tags.filter(tag => typeof tag === 'string') : [],
    source: typeof source === 'string' ? source : '',
  };
}

/** With one more, newest last; the same text is one saying with the tags of both. */
export function withSaying(sayings: readonly Saying[], { text, tags, source }: Saying): Saying[] {
  const saying = oneLine(text).slice(0, LONGEST);
  const known = sayings.find(one => one.text === saying);
  const all = [...new Set([...(known?.tags ?? []), ...tags])];
  return [...sayings.filter(one => one !== known), { text: saying, tags: all, source: known?.source || source }];
}

/** As the file has it. */
export function sayingsText(sayings: readonly Saying[]): string {
  const plain = sayings.map(({ text, tags, source }) => ({
    text,
    ...(tags.length > 0 && { tags }),
    ...(source !== '' && { source }),
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, '').trim();
