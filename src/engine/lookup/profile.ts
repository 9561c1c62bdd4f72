import { type CorpusView, isStop, type Segment } from '../index/segment';
import { wordTokens } from '../passages/wordTokens';
import type { Steps } from '../steps';
import { isSentenceEnd } from '../text/punctuation';
import { profilePlaces, readLength } from './profilePlaces';

/** A word, or the beginning of a sentence, that somebody says more often than others. */
export interface KeyWording {
  readonly text: string;
  /** In how many of their articles it stands. */
  readonly articles: number;
  /** Times per 10,000 words: theirs, and that of everybody else. */
  readonly rate: number;
  readonly otherRate: number;
}

/** What is particular to a speaker. */
export interface SpeakerProfile {
  readonly articles: number;
  readonly characters: number;
  /** What they say more than others, the surest first. */
  readonly words: readonly KeyWording[];
  /** How they begin sentences, more than others. */
  readonly openings: readonly KeyWording[];
  /** Characters a sentence: theirs, and that of everybody else. */
  readonly sentenceLength: number;
  readonly otherSentenceLength: number;
}

/** Text of the speaker that is read, newest first, in UTF-16 code units. */
const MOST_OWN = 300_000;
/** A word must stand in so many of their articles, or be the habit of one day. */
const FEWEST_ARTICLES = 2;
/** Log-likelihood of chance 1 in 1,000 (one degree of freedom). */
const SURE = 10.83;
const MOST_WORDS = 40;
const MOST_OPENINGS = 12;
/** Words that make an opening. */
const OPENING_WORDS = 2;

interface Counts {
  words: Map<string, number>;
  openings: Map<string, number>;
  articles: Map<string, Set<number>>;
  total: number;
  sentences: number;
  characters: number;
  clusters: Set<number>;
}

/**
 * What a speaker says more than the others of the corpus: keyness by log-likelihood (Dunning 1993), of words that stand in at least two
 * of their articles; how they begin sentences; how long these are. Null where the corpus has nothing of them. Yields after each
 * article.
 */
export function* speakerProfile(view: CorpusView, speaker: string): Steps<SpeakerProfile | null> {
  const own = emptyCounts();
  const others = emptyCounts();
  const { theirs, rest, articles } = profilePlaces(view, speaker);
  for (const place of theirs) {
    if (own.characters >= MOST_OWN) break;
    count(view[place.segment]!, place.article, own);
    yield;
  }
  if (own.clusters.size === 0) return null;
  for (const place of rest) {
    count(view[place.segment]!, place.article, others);
    yield;
  }
  return {
    articles,
    characters: own.characters,
    words: key(own.words, own, others.words, others).slice(0, MOST_WORDS),
    openings: key(own.openings, own, others.openings, others).slice(0, MOST_OPENINGS),
    sentenceLength: Math.round(own.characters / Math.max(1, own.sentences)),
    otherSentenceLength: Math.round(others.characters / Math.max(1, others.sentences)),
  };
}

const emptyCounts = (): Counts => ({
  words: new Map(),
  openings: new Map(),
  articles: new Map(),
  total: 0,
  sentences: 0,
  characters: 0,
  clusters: new Set(),
});

/** Near-duplicates once. */
function count(segment: Segment, article: number, counts: Counts): void {
  const cluster = segment.cluster(article);
  if (counts.clusters.has(cluster)) return;
  counts.clusters.add(cluster);
  const start = segment.articleStart(article);
  const length = readLength(segment, article);
  counts.characters += length;
  let opening: string[] | undefined = [];
  for (const { text, isWord, isContent } of wordTokens(segment, start, length)) {
    const code = text.charCodeAt(0);
    if (isSentenceEnd(code) || isStop(code)) {
      if (opening === undefined || opening.length > 0) counts.sentences++;
      opening = [];
      continue;
    }
    if (!isWord) {
      opening = undefined;
      continue;
    }
    counts.total++;
    if (isContent && text.length > 1) add(counts.words, text, counts, cluster);
    if (!opening) continue;
    opening.push(text);
    if (opening.length < OPENING_WORDS) continue;
    add(counts.openings, opening.join(''), counts, cluster);
    opening = undefined;
  }
}

function add(into: Map<string, number>, text: string, { articles }: Counts, cluster: number): void {
  into.set(text, (into.get(text) ?? 0) + 1);
  const known = articles.get(text);
  if (known) known.add(cluster);
  else articles.set(text, new Set([cluster]));
}

function key(own: ReadonlyMap<string, number>, mine: Counts, others: ReadonlyMap<string, number>, all: Counts) {
  return [...own]
    .map(([text, count]) => ({ text, count, other: others.get(text) ?? 0, articles: mine.articles.get(text)!.size }))
    .filter(({ articles }) => articles >= FEWEST_ARTICLES)
    .map(one => ({ ...one, sure: logLikelihood(one.count, mine.total, one.other, all.total) }))
    .filter(({ sure }) => sure >= SURE)
    .sort((a, b) => b.sure - a.sure)
    .map(({ text, count, other, articles }) => ({
      text,
      articles,
      rate: per10000(count, mine.total),
      otherRate: per10000(other, all.total),
    }));
}

const per10000 = (count: number, total: number): number => (total > 0 ? Math.round((1e5 * count) / total) / 10 : 0);

/** How unlikely it is that two texts of these lengths say a thing equally often; 0 where the first says it less. */
function logLikelihood(count: number, total: number, other: number, otherTotal: number): number {
  if (total === 0 || count * otherTotal <= other * total) return 0;
  const share = (count + other) / (total + otherTotal);
  const term = (seen: number, expected: number) => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  return 2 * (term(count, total * share) + term(other, otherTotal * share));
}
