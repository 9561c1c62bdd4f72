import fc from 'fast-check';
import type { Article } from '../../../../src/engine/article/article';
import { ArticleTable } from '../../../../src/engine/index/articles/articleTable';
import { markCuts } from '../../../../src/engine/index/columns/markWords';
import { MemorySegment } from '../../../../src/engine/index/columns/memorySegment';
import { SegmentDraft } from '../../../../src/engine/index/columns/segmentDraft';
import type { SegmentColumns } from '../../../../src/engine/index/columns/segmentParts';
import { SuffixColumn } from '../../../../src/engine/index/columns/suffixColumn';
import { packSuffixes } from '../../../../src/engine/index/suffixes/branches';
import { SampledSuffixes, sampleSuffixes } from '../../../../src/engine/index/suffixes/sampledRanks';
import { suffixArray } from '../../../../src/engine/index/suffixes/suffixArray';
import { prefixesOf } from './prefixesOf';

/** Text over few symbols, so that it repeats itself; all code units may occur. */
export const repetitive: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom('推', '动', '高', '，', '\n', '\u0001'), maxLength: 200 }),
  fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map(codes => String.fromCharCode(...codes)),
);

export function codeUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

export function article(paragraphs: readonly string[], about: Partial<Article> = {}): Article {
  return {
    title: '在柳溪县秋收工作会议上的讲话',
    date: '2021-09-08',
    speaker: '方一川',
    occasion: null,
    paragraphs: paragraphs.map(text => ({ text, map: [0, 0] })),
    removed: [],
    problems: [],
    ...about,
  };
}

/** Cuts into single characters, surrogate pairs whole. */
const cutCharacters = (text: string): string[] => [...text];

export function columnsOf(articles: readonly Article[], cut = cutCharacters): SegmentColumns {
  let clusters = 0;
  const draft = new SegmentDraft(markCuts(cut), () => ++clusters);
  articles.forEach((one, entry) => {
    draft.add(one, entry);
  });
  return draft.columns();
}

/** A text in which hardly any two characters stand together twice. */
export function jumble(seed: number, length: number): string {
  const code = (at: number) => 0x4e00 + (Math.imul(Math.imul(at + 1, 0x9e3779b1) ^ seed, 0x85ebca6b) >>> 20);
  return String.fromCharCode(...Array.from({ length }, (_, at) => code(at)));
}

/** A segment in memory over bare text, as one article. */
export function segmentOfText(text: string): MemorySegment {
  const units = codeUnits(text);
  const table = new ArticleTable(
    {
      articleStarts: Int32Array.of(0),
      entries: Int32Array.of(0),
      clusters: Int32Array.of(1),
      dates: Int32Array.of(0),
      metaOffsets: Int32Array.of(0, 0),
      readMeta: () => '',
    },
    units.length,
    [{ path: '/讲话.txt', first: 0, count: 1 }],
  );
  const suffixes = suffixArray(units);
  const prefixes = prefixesOf(units, suffixes);
  const wordBits = new Uint8Array((units.length + 7) >> 3).fill(255);
  const { suffixes: words, sampledBranches } = packSuffixes(units, suffixes);
  const sampled = new SampledSuffixes(sampleSuffixes(suffixes), units.length);
  const columns = {
    text: units,
    suffixes: new SuffixColumn(words, units.length, sampled),
    sampledBranches,
    wordBits,
    prefixes,
    phrases: new Int32Array(),
  };
  return new MemorySegment('text', columns, table);
}
