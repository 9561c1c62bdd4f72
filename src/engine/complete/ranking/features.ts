import { isMark, isSentenceEnd } from '../../text/marks';
import { type Counted, POOL, type PooledCandidate } from './candidates';
import { type CandidateFacts, describeCandidate, newFacts, type TextMatch } from './facts';
import type { RequestFacts } from './requestFacts';

/** A number that describes a candidate to the ranker. Large negative numbers stand for the logarithm of nothing. */
export interface Feature {
  /** Kept with the weights: those of other features are refused. */
  readonly name: string;
  readonly of: (candidate: CandidateFacts, request: RequestFacts) => number;
}

const UNKNOWN_CONTEXT = -15;
const NEVER_SEEN = -12;

/** Share of the occurrences of the context of `length` characters that go on so. */
const logShareAfter = (length: number): Feature => ({
  name: `logShareAfter${length}`,
  of: ({ shares }) => {
    const share = shares[length - 1]!;
    return Number.isNaN(share) ? UNKNOWN_CONTEXT : share > 0 ? Math.log(share) : NEVER_SEEN;
  },
});

/** How a short text knows the candidate: after which context, how often, and how often that goes on so. */
const textMatch = (name: string, of: (candidate: CandidateFacts) => TextMatch): Feature[] => [
  { name: `${name}MatchLength`, of: candidate => of(candidate).length },
  { name: `${name}MatchCount`, of: candidate => of(candidate).count },
  {
    name: `${name}MatchShare`,
    of: candidate => {
      const { length, count, contextCount } = of(candidate);
      return length > 0 ? count / contextCount : 0;
    },
  },
];

/**
 * All the ranker knows of a candidate. It only sees counts and ratios, so it serves any corpus. The shipped weights name
 * their features in this order: whoever adds one trains again (`npm run train`).
 */
export const FEATURES: readonly Feature[] = [
  { name: 'length', of: ({ length }) => length },
  { name: 'logCorpus', of: ({ corpus }) => Math.log(corpus) },
  { name: 'logDraft', of: ({ draft }) => Math.log(draft) },
  { name: 'longestContextLength', of: (_, { contexts }) => contexts.at(-1)?.length ?? 0 },
  {
    name: 'logLongestContextOccurrences',
    of: (_, { contexts }) => (contexts.length > 0 ? Math.log(contexts.at(-1)!.occurrences) : -1),
  },
  { name: 'contextLength', of: ({ context }) => context?.length ?? 0 },
  { name: 'logContextCount', of: ({ context, contextCount }) => (context ? Math.log(contextCount) : -1) },
  { name: 'logContextOccurrences', of: ({ context }) => (context ? Math.log(context.occurrences) : -1) },
  ...[1, 2, 3, 4, 5, 7].map(logShareAfter),
  { name: 'wordStartShare', of: ({ context, wordStarts, samples }) => (context ? wordStarts / samples : -1) },
  { name: 'wordEndShare', of: ({ wordEndShare }) => wordEndShare },
  ...textMatch('draft', ({ inDraft }) => inDraft),
  { name: 'recentCount', of: ({ recentCount }) => recentCount },
  { name: 'logFrequency', of: ({ frequency }) => Math.log(frequency) },
  {
    name: 'logRecentOverCorpus',
    of: ({ recentCount, frequency }, { recent, characters }) =>
      Math.log((recentCount + 0.02) / (recent.length + 200)) - Math.log(frequency / characters),
  },
  {
    name: 'inTitle',
    of: ({ text, core }, { title }) => (title.includes(text.slice(0, 2)) ? (title.includes(core) ? 2 : 1) : 0),
  },
  { name: 'likeness', of: ({ context, likeness, samples }) => (context ? likeness / samples : -2) },
  {
    name: 'endingMark',
    of: ({ endsWithMark, lastCode }) => (endsWithMark ? (isSentenceEnd(lastCode) ? 2 : 1) : 0),
  },
  { name: 'innerMarks', of: ({ text }) => innerMarks(text) },
  { name: 'previousKind', of: (_, { previousKind }) => previousKind },
  { name: 'clauseLength', of: (_, { clauseLength }) => clauseLength },
  { name: 'articles', of: ({ context, articles }) => (context ? articles : 0) },
  {
    name: 'logDraftOverPrefix',
    of: ({ draft, draftOfPrefix }) => (draftOfPrefix > 0 ? Math.log(draft / draftOfPrefix) : 0),
  },
  { name: 'wordStartsHere', of: (_, { wordStartsHere }) => wordStartsHere },
  { name: 'logDraftSeen', of: (_, { draftSeen }) => (draftSeen > 0 ? Math.log(draftSeen) : -1) },
  { name: 'longestDraftContext', of: (_, { longest }) => longest.draft },
  { name: 'logDraftOverCorpus', of: ({ draft, corpus }) => Math.log(draft / corpus) },
  ...textMatch('focus', ({ inFocus }) => inFocus),
  { name: 'logFocus', of: ({ focus }) => Math.log(focus) },
  { name: 'longestFocusContext', of: (_, { longest }) => longest.focus },
  { name: 'focusCount', of: ({ core }, { focus }) => Math.min(30, focus.count(core)) },
  { name: 'logBackground', of: ({ background }, { tree }) => (tree ? Math.log(background) : 0) },
  { name: 'backgroundMatchLength', of: ({ inBackground }) => inBackground.length },
  {
    name: 'logBackgroundMatchCount',
    of: ({ inBackground }) => (inBackground.length > 0 ? Math.log(inBackground.count) : -1),
  },
  {
    name: 'logBackgroundMatchShare',
    of: ({ inBackground }) =>
      inBackground.length > 0 ? Math.log(inBackground.count / inBackground.contextCount) : UNKNOWN_CONTEXT,
  },
  {
    name: 'logBackgroundCount',
    of: ({ backgroundCount }) => (backgroundCount > 0 ? Math.log(backgroundCount) : -1),
  },
  { name: 'longestBackgroundContext', of: (_, { longest }) => longest.background },
  // No tree asks for it: admission does.
  {
    name: 'contextStartShare',
    of: ({ context, contextStarts, samples }) => (context ? contextStarts / samples : -1),
  },
];

/** Names of the features, in the order in which they stand in a row. */
export const FEATURE_NAMES: readonly string[] = FEATURES.map(({ name }) => name);

/** Where a feature stands in a row. Throws where there is none of that name: what asks for it would find nothing, and in silence. */
export function columnOf(name: string): number {
  const column = FEATURE_NAMES.indexOf(name);
  if (column < 0) throw new Error(`There is no feature ${name}.`);
  return column;
}

/** A row of `FEATURES.length` numbers for each candidate of a pool, one after the other. */
export interface FeatureRows {
  readonly rows: Float32Array;
  /** Filled again for every candidate. */
  readonly facts: CandidateFacts;
}

/** Rows for a whole pool. */
export const newFeatureRows = (): FeatureRows => ({
  rows: new Float32Array(POOL * FEATURES.length),
  facts: newFacts(),
});

/** Describes each candidate of the pool to the ranker. */
export function fillFeatures(
  { rows, facts }: FeatureRows,
  pool: readonly PooledCandidate[],
  counted: Counted,
  request: RequestFacts,
): void {
  let at = 0;
  for (let row = 0; row < pool.length; row++) {
    describeCandidate(facts, row, pool, counted, request);
    for (const feature of FEATURES) rows[at++] = feature.of(facts, request);
  }
}

function innerMarks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length - 1; i++) if (isMark(text.charCodeAt(i))) count++;
  return count;
}
