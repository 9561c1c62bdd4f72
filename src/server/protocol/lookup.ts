/** What the corpus does with a wording: its lines, its neighbours, its years, what else stands there, sentences like it. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import type { Passage } from './passages';
import { cutText, natural, type Schemas, text, textDocument } from './schema';

const words = cutText(messageLimits.words);

/** The wording, the order of its lines, and how many of them at most. */
const concordanceParams = v.object({
  /** As it is typed into a search: stars are gaps, filters may stand beside (speaker:, year:, title:, occasion:). */
  words,
  order: v.picklist(['left', 'right', 'date']),
  limit: natural,
});
export type ConcordanceParams = v.InferOutput<typeof concordanceParams>;

/** Lines with the same neighbour, or of the same year; `neighbour` is empty at the edge of a sentence, or without a date. */
export interface LineGroup {
  neighbour: string;
  articles: number;
  lines: Passage[];
}

/** The lines of a wording, grouped; `estimated`: both counts are, from a sample of its places. */
export interface Concordance {
  groups: LineGroup[];
  articles: number;
  occurrences: number;
  estimated: boolean;
}

/** The word, and how many of each part of speech a side at most. */
const collocatesParams = v.object({ words, limit: natural });
export type CollocatesParams = v.InferOutput<typeof collocatesParams>;

/** A word that keeps company with a wording, on one side of it. `articles`: that have both together. */
export interface Collocate {
  word: string;
  side: 'left' | 'right';
  part: 'verb' | 'noun' | 'adjective' | 'other';
  articles: number;
  /** At most 14; one less is half as close. */
  logDice: number;
  example: Passage;
}

const variantsParams = v.object({
  /** A line of the draft, and UTF-16 offsets of the wording in it. */
  line: cutText(messageLimits.paragraph),
  start: natural,
  end: natural,
  limit: natural,
});
/** The wording whose place in its line others may take, and how many of them at most. */
export type VariantsParams = v.InferOutput<typeof variantsParams>;

/** Another wording between the same neighbours: in how many articles, near-duplicates counted once, and in which of them last. */
export interface Variant {
  text: string;
  articles: number;
  source: Passage;
}

/** The wording, as it is typed into a search. */
const historyParams = v.object({ words });
export type HistoryParams = v.InferOutput<typeof historyParams>;

/** How common a wording was year by year, and with whom; counts are of articles, near-duplicates once. `estimated`: from a sample of its places. */
export interface History {
  /** Every year from the first to the last of the corpus, ascending; `ofArticles`: all there are of the year. */
  years: { year: number; articles: number; ofArticles: number }[];
  undated: number;
  speakers: { speaker: string; articles: number }[];
  first: { title: string; date: string | null; speaker: string | null } | null;
  last: { title: string; date: string | null; speaker: string | null } | null;
  /** Common once, hardly said in the last years. */
  isSeldomLately: boolean;
  estimated: boolean;
}

const profileParams = v.object({ speaker: text(messageLimits.name) });

/** A word, or the beginning of a sentence, that a speaker uses more than others. */
export interface KeyWording {
  text: string;
  /** Of so many of their articles. */
  articles: number;
  /** Times per 10,000 words, theirs and of everybody else. */
  rate: number;
  otherRate: number;
}

/** What is particular to a speaker, and how much they were read for it: articles, and characters in UTF-16 code units. */
export interface SpeakerProfile {
  articles: number;
  characters: number;
  words: KeyWording[];
  openings: KeyWording[];
  /** Characters a sentence, theirs and of everybody else. */
  sentenceLength: number;
  otherSentenceLength: number;
}

const likeParams = v.object({
  textDocument,
  /** 0-based line of the draft, and UTF-16 offsets in it: the sentence that is written, or what is selected of the line. */
  line: natural,
  start: natural,
  end: natural,
  limit: natural,
});
/** The sentence or paragraph of a draft to which the like is wanted, and how many at most. */
export type LikeParams = v.InferOutput<typeof likeParams>;

/** A sentence of an article that says something like it. */
export interface LikeSentence extends Passage {
  sentence: string;
  /** How much it is like the one asked about, 0 to 100. */
  percent: number;
  /** [start, end) of what differs, in `sentence`. */
  differs: [number, number][];
  /** As it fits this draft: its years, places, persons and figures replaced, or slots. */
  adapted: string;
}

/** A paragraph that followed one like the draft's. */
export interface NextParagraph extends Passage {
  /** How much the paragraph before it is like the draft's, 0 to 100. */
  percent: number;
  text: string;
  adapted: string;
}

/** About what the corpus does with a wording; `server/lookup` answers. */
export interface LookupRequests {
  'fanben/concordance': { params: ConcordanceParams; result: Concordance };
  'fanben/collocates': { params: CollocatesParams; result: Collocate[] };
  'fanben/variants': { params: VariantsParams; result: Variant[] };
  'fanben/history': { params: HistoryParams; result: History };
  /** What a speaker says more than others; null where nothing of them is indexed. */
  'fanben/speakerProfile': { params: v.InferOutput<typeof profileParams>; result: SpeakerProfile | null };
  'fanben/likeSentences': { params: LikeParams; result: LikeSentence[] };
  'fanben/nextParagraphs': { params: LikeParams; result: NextParagraph[] };
}

/** What checks the params of each. */
export const lookupSchemas: Schemas<LookupRequests> = {
  'fanben/concordance': concordanceParams,
  'fanben/collocates': collocatesParams,
  'fanben/variants': variantsParams,
  'fanben/history': historyParams,
  'fanben/speakerProfile': profileParams,
  'fanben/likeSentences': likeParams,
  'fanben/nextParagraphs': likeParams,
};
