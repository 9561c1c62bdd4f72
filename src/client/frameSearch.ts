import Fuse from 'fuse.js';
import { pinyin } from 'pinyin-pro';
import type { FrameEntry } from './frameEntry';

/** The entries that fit what was typed, best first: Chinese, pinyin (`shouchuxin`), initials (`scx`), English. */
export type FrameSearch = (typed: string) => FrameEntry[];

/** Nobody looks for the names of slots. */
const SLOT = /〔[^〕]*〕/g;

/**
 * Prepares the search: all readings of the names and keywords. What begins with the name of a level, as written or in pinyin, is
 * looked for at that level only: `标题 担当`, `bt danddang`.
 */
export function createFrameSearch(
  entries: readonly FrameEntry[],
  levels: Readonly<Record<string, string>> = {},
): FrameSearch {
  const records = entries.map(entry => {
    const { prefixes, keywords, kind, descriptions } = entry;
    const name = entry.name.replace(SLOT, '');
    const syllables = [name, ...keywords].map(syllablesOf);
    return {
      entry,
      name,
      prefixes,
      keywords,
      kind,
      descriptions,
      pinyin: syllables.map(parts => parts.join('')),
      initials: syllables.map(initialsOf),
    };
  });
  type Found = (typeof records)[number];
  const namesOf = ({ name, prefixes, keywords, pinyin, initials }: Found) => [
    name,
    ...prefixes,
    ...keywords,
    ...pinyin,
    ...initials,
  ];
  const fuse = new Fuse(records, {
    keys: [
      { name: 'name', weight: 4 },
      { name: 'prefixes', weight: 4 },
      { name: 'keywords', weight: 3 },
      { name: 'initials', weight: 2 },
      { name: 'pinyin', weight: 2 },
      { name: 'kind', weight: 1 },
      { name: 'descriptions', weight: 1 },
    ],
    threshold: 0.2,
    ignoreLocation: true,
  });
  const levelNames = Object.entries(levels).map(([level, name]) => {
    const syllables = syllablesOf(name);
    return { level, names: [name.toLowerCase(), level, syllables.join(''), initialsOf(syllables)] };
  });
  const search = (query: string): FrameEntry[] => {
    const like = fuse.search(query).map(({ item }) => item);
    // What is, or begins, as typed is meant; the rest is likeness.
    const is = records.filter(record => namesOf(record).includes(query));
    const begins = records.filter(record => namesOf(record).some(name => name.startsWith(query)));
    return [...new Set([...is, ...begins, ...like])].map(({ entry }) => entry);
  };
  return typed => {
    const query = typed.trim();
    if (query === '') return [...entries];
    const [first = '', ...rest] = query.split(/\s+/);
    const wanted = levelNames.find(({ names }) => names.includes(first.toLowerCase()))?.level;
    if (!wanted) return search(query);
    const found = rest.length > 0 ? search(rest.join(' ')) : entries;
    return found.filter(({ level }) => level === wanted);
  };
}

function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map(part => part.charAt(0)).join('');
}
