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
  return entriesOf(text)
    .slice(0, MOST)
    .flatMap(entry => sayingOf(entry) ?? []);
}

function entriesOf(text: string): unknown[] {
  if (text.trim() === '') return [];
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new TypeError('[ { "text": … } ]');
  return list;
}

/**
 * The file of sayings with other sayings in it. Entries that stay, and those that are none of ours, stand as they were written;
 * of one that changes the fields that we do not know stay. Throws as {@link parseSayings} does.
 */
export function changeSayings(text: string, next: (sayings: readonly Saying[]) => readonly Saying[]): string {
  const entries = entriesOf(text).map((entry, at) => ({ entry, saying: at < MOST ? sayingOf(entry) : undefined }));
  const before = entries.flatMap(({ saying }) => saying ?? []);
  const after = next(before);
  const stays = new Set(after);
  const written = entries.flatMap(({ entry, saying }) => (saying === undefined || stays.has(saying) ? [entry] : []));
  const fresh = after
    .filter(saying => !before.includes(saying))
    .map(saying => {
      const { entry } = entries.find(one => one.saying?.text === saying.text) ?? {};
      return { ...(typeof entry === 'object' ? entry : {}), ...plain(saying) };
    });
  return `${JSON.stringify([...written, ...fresh], null, 2)}\n`;
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

/** A saying as it stands in the file. */
function plain({ text, tags, source }: Saying): object {
  return { text, ...(tags.length > 0 && { tags }), ...(source !== '' && { source }) };
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, '').trim();
