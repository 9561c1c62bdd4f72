import Fuse from 'fuse.js';
import { pinyin } from 'pinyin-pro';
import type { FrameEntry } from './frameEntry';

/** The entries that fit what was typed, best first: Chinese, pinyin (`shouchuxin`), initials (`scx`), English. */
export type FrameSearch = (typed: string) => FrameEntry[];

/** Slots are left out of what is searched: nobody looks for their names. */
const SLOT = /〔[^〕]*〕/g;
/** Between so many entries the extension host gets its turn. */
const SLICE = 100;
/** With so many that have what was typed, nothing that is only like it is looked for: that takes a tenth of a second. */
const ENOUGH = 20;

/** All frames mined from the corpus, whatever their level. */
const OF_CORPUS = 'corpus';
const CORPUS = '语料';

interface SearchRecord {
  readonly entry: FrameEntry;
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly keywords: readonly string[];
  readonly kind: string;
  readonly descriptions: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
  /** All by which it is called. */
  readonly names: readonly string[];
}

/**
 * Prepares the search: all readings of the names and keywords. What begins with the name of a level, as written or in pinyin, is
 * looked for at that level only: `标题 担当`, `bt danddang`; behind 语料 it is looked for in all that the corpus has. The name alone
 * gives the other frames that are called so, too.
 */
export async function createFrameSearch(
  entries: readonly FrameEntry[],
  levels: Readonly<Record<string, string>> = {},
): Promise<FrameSearch> {
  const records: SearchRecord[] = [];
  for (const entry of entries) {
    records.push(recordOf(entry));
    if (records.length % SLICE === 0) await new Promise(resolve => setImmediate(resolve));
  }
  // The written templates are few, and found by meaning; of the thousands of a corpus, by their wording.
  const fewLike = likeness(
    records.filter(({ entry }) => !entry.level),
    { name: 4, prefixes: 4, keywords: 3, initials: 2, pinyin: 2, kind: 1, descriptions: 1 },
  );
  const mined = records.filter(({ entry }) => entry.level);
  const minedLike = likeness(mined, { name: 4, initials: 2, pinyin: 2 });
  const groups = [[OF_CORPUS, CORPUS] as const, ...Object.entries(levels)].map(([level, name]) => {
    const syllables = syllablesOf(name);
    return { level, names: [name.toLowerCase(), level, syllables.join(''), initialsOf(syllables)] };
  });
  const isOf = (wanted: string, { level }: FrameEntry) => level !== undefined && [level, OF_CORPUS].includes(wanted);

  /** What is called as typed, then what is called something that begins so. */
  const calledSo = (query: string): SearchRecord[] => [
    ...new Set([
      ...records.filter(({ names }) => names.includes(query)),
      ...records.filter(({ names }) => names.some(name => name.startsWith(query))),
    ]),
  ];
  const search = (query: string): FrameEntry[] => {
    // What is, or begins, as typed is meant; then comes what has it in its wording or an instance; the rest is likeness.
    const found = new Set(calledSo(query));
    const add = (more: readonly SearchRecord[]) => {
      for (const record of more) found.add(record);
    };
    add(fewLike(query));
    add(mined.filter(({ names, descriptions }) => [...names, ...descriptions].some(text => text.includes(query))));
    if (found.size < ENOUGH) add(minedLike(query));
    return [...found].map(({ entry }) => entry);
  };
  return typed => {
    const query = typed.trim();
    if (query === '') return [...entries];
    const [first = '', ...rest] = query.split(/\s+/);
    const wanted = groups.find(({ names }) => names.includes(first.toLowerCase()))?.level;
    if (!wanted) return search(query);
    if (rest.length > 0) return search(rest.join(' ')).filter(entry => isOf(wanted, entry));
    const others = calledSo(query).map(({ entry }) => entry);
    return [...others.filter(({ level }) => !level), ...entries.filter(entry => isOf(wanted, entry))];
  };
}

function recordOf(entry: FrameEntry): SearchRecord {
  const { prefixes, keywords, kind, descriptions } = entry;
  const name = entry.name.replace(SLOT, '');
  const syllables = [name, ...keywords].map(syllablesOf);
  const whole = syllables.map(parts => parts.join(''));
  const initials = syllables.map(initialsOf);
  const names = [name, ...prefixes, ...keywords, ...whole, ...initials];
  return { entry, name, prefixes, keywords, kind, descriptions, pinyin: whole, initials, names };
}

/** Fuzzy search in these fields, by weight. */
function likeness(
  records: readonly SearchRecord[],
  weights: Partial<Record<keyof SearchRecord, number>>,
): (query: string) => SearchRecord[] {
  const keys = Object.entries(weights).map(([name, weight]) => ({ name, weight }));
  const fuse = new Fuse(records, { keys, threshold: 0.2, ignoreLocation: true });
  return query => fuse.search(query).map(({ item }) => item);
}

function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map(part => part.charAt(0)).join('');
}
