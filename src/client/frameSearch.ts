import Fuse from 'fuse.js';
import { pinyin } from 'pinyin-pro';
import type { InsertableFrame } from '../server/messages';

/** A frame as the picker knows it: with what may be typed to find it. */
export interface FrameEntry {
  readonly template: InsertableFrame;
  /** Name of its kind in the writer's language. */
  readonly kind: string;
}

/** The entries that fit what was typed, best first: Chinese, pinyin (`shouchuxin`), initials (`scx`), English. */
export type FrameSearch = (typed: string) => FrameEntry[];

/** Prepares the search: all readings of the names and keywords. */
export function createFrameSearch(entries: readonly FrameEntry[]): FrameSearch {
  const records = entries.map(entry => {
    const { name, prefixes, keywords, description, descriptionEn } = entry.template;
    const syllables = [name, ...keywords].map(text =>
      pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }),
    );
    return {
      entry,
      name,
      prefixes,
      keywords,
      kind: entry.kind,
      descriptions: [description, descriptionEn],
      pinyin: syllables.map(parts => parts.join('')),
      initials: syllables.map(parts => parts.map(part => part.charAt(0)).join('')),
    };
  });
  const namesOf = ({ name, prefixes, keywords, pinyin, initials }: (typeof records)[number]) => [
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
  return typed => {
    const query = typed.trim();
    if (query === '') return [...entries];
    const like = fuse.search(query).map(({ item }) => item);
    // What is, or begins, as typed is meant; the rest is likeness.
    const is = records.filter(record => namesOf(record).includes(query));
    const begins = records.filter(record => namesOf(record).some(name => name.startsWith(query)));
    return [...new Set([...is, ...begins, ...like])].map(({ entry }) => entry);
  };
}
