import { packDate } from '../../../src/engine/index/articles/packedDate';
import { commonPhrases } from '../../../src/engine/index/columns/commonPhrases';
import { SuffixColumn } from '../../../src/engine/index/columns/suffixColumn';
import { ARTICLE_END, type ArticleMeta, type Segment } from '../../../src/engine/index/segment';
import { packSuffixes } from '../../../src/engine/index/suffixes/branches';
import { SampledSuffixes, sampleSuffixes } from '../../../src/engine/index/suffixes/sampledRanks';
import { suffixArray } from '../../../src/engine/index/suffixes/suffixArray';
import { prefixesOf } from './index/prefixesOf';
import { codeUnits } from './index/samples';

/** An article of a test corpus. A bar in a paragraph marks a word start: `推动|高质量|发展`. */
export interface TestArticle extends Partial<Omit<ArticleMeta, 'cluster'>> {
  readonly paragraphs: readonly string[];
  /** Its own by default. */
  readonly cluster?: number;
  readonly dead?: boolean;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
let segments = 0;

/** A small segment in memory. Paragraphs without bars are cut into words by `Intl.Segmenter`. */
export function segmentOf(articles: readonly TestArticle[]): Segment {
  const number = ++segments;
  const wordStarts = new Set<number>();
  const starts: number[] = [];
  let text = '';
  for (const { paragraphs } of articles) {
    starts.push(text.length);
    paragraphs.forEach((paragraph, number) => {
      if (number > 0) text += '\n';
      for (const word of wordsOf(paragraph)) {
        wordStarts.add(text.length);
        text += word;
      }
      wordStarts.add(text.length);
    });
    text += String.fromCharCode(ARTICLE_END);
    wordStarts.add(text.length);
  }
  const units = codeUnits(text);
  const suffixes = text.length < SHORT ? sortedSuffixes(text) : suffixArray(units);
  const prefixes = prefixesOf(units, suffixes);
  const { suffixes: words, sampledBranches } = packSuffixes(units, suffixes);
  const sampled = new SampledSuffixes(sampleSuffixes(suffixes), units.length);
  const column = new SuffixColumn(words, text.length, sampled);
  const segment: Segment = {
    id: `test-${number}`,
    length: text.length,
    articleCount: articles.length,
    hasDead: articles.some(({ dead }) => dead),
    codeAt: position => units[position] ?? -1,
    branchAt: group => column.branchAt(group),
    sampledBranchAt: sample => sampledBranches[sample]!,
    suffixAt: rank => suffixes[rank]!,
    bucketStart: code => prefixes.start(code),
    pairRange: (first, second) => prefixes.pairRange(first, second),
    isWordStart: position => wordStarts.has(position),
    slice: (start, end) => text.slice(start, end),
    articleAt: position => starts.findLastIndex(start => start <= position),
    articleStart: article => starts[article]!,
    isDead: article => articles[article]!.dead ?? false,
    meta: article => metaOf(articles[article]!, article, number * 1000),
    cluster: article => metaOf(articles[article]!, article, number * 1000).cluster,
    packedDate: article => packDate(articles[article]!.date ?? null),
    weight: () => 1,
    overlaid: ({ hidden }) => ({
      ...segment,
      hasDead: true,
      isDead: article => segment.isDead(article) || hidden.has(article),
    }),
    phrases: () =>
      commonPhrases(units, suffixes, position => wordStarts.has(position), 1000).map(({ position, length, count }) => ({
        text: text.slice(position, position + length),
        count,
      })),
  };
  return segment;
}

/** The sort of the engine makes room for all code units there are: much for the few words of a property. */
const SHORT = 500;

function sortedSuffixes(text: string): Int32Array {
  const suffixes = Array.from({ length: text.length }, (_, at) => text.slice(at));
  return Int32Array.from(suffixes.sort(), suffix => text.length - suffix.length);
}

function wordsOf(paragraph: string): string[] {
  if (paragraph.includes('|')) return paragraph.split('|');
  return [...segmenter.segment(paragraph)].map(({ segment }) => segment);
}

function metaOf(article: TestArticle, number: number, firstCluster: number): ArticleMeta {
  return {
    path: article.path ?? `/corpus/${number}.txt`,
    entry: article.entry ?? 0,
    title: article.title ?? `第${number}篇`,
    date: article.date ?? null,
    speaker: article.speaker ?? null,
    occasion: article.occasion ?? null,
    cluster: article.cluster ?? firstCluster + number,
  };
}
