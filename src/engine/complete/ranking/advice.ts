import type { LanguageModel, ReadDraft, TextScore } from '../../model/languageModel';
import type { PooledCandidate } from './candidates';
import { columnOf, FEATURE_NAMES } from './features';
import { likeliestSavers } from './likeliestSavers';
import type { Ranker } from './ranker';

/** Candidates that the model is asked about: those that would save most without it. */
const ADVISED = 20;

/** What the model's opinion of a candidate is held against. */
interface AdvisedFacts {
  readonly score: TextScore;
  readonly length: number;
  /** Logarithm of the probability by the blend, the draft included. */
  readonly logDraft: number;
  /** Characters of the candidate that it extends; 0: none. */
  readonly prefixLength: number;
  /** Of all that were asked about at this place. */
  readonly openings: Openings;
}

/** The first characters of what was asked about. Natural logarithms of probabilities by the model. */
interface Openings {
  /** Of the likeliest of them. */
  readonly best: number;
  /** Of that it is one of them at all. */
  readonly any: number;
}

interface AdviceFeature {
  readonly name: string;
  readonly of: (facts: AdvisedFacts) => number;
}

/** What the ranker sees of an advised candidate, beside `FEATURES`. */
const ADVICE_FEATURES: readonly AdviceFeature[] = [
  { name: 'logModel', of: ({ score }) => total(score) },
  { name: 'logModelOverDraft', of: ({ score, logDraft }) => total(score) - logDraft },
  {
    name: 'logModelOverPrefix',
    of: ({ score, prefixLength }) => total(score) - (prefixLength > 0 ? score.upTo[prefixLength - 1]! : 0),
  },
  { name: 'logModelLeast', of: ({ score }) => score.least },
  { name: 'logModelMean', of: ({ score, length }) => total(score) / length },
  { name: 'logMixture', of: ({ score, logDraft }) => Math.log(Math.exp(total(score)) + Math.exp(logDraft)) },
  { name: 'logModelFirst', of: ({ score }) => score.upTo[0]! },
  { name: 'logModelFirstOverBest', of: ({ score, openings }) => score.upTo[0]! - openings.best },
  { name: 'logModelAnyFirst', of: ({ openings }) => openings.any },
];

const LOG_DRAFT = columnOf('logDraft');

const total = ({ upTo }: TextScore): number => upTo[upTo.length - 1]!;

/** Names of the numbers in a row of an advised candidate: the features, and what the model says. */
export const ADVISED_NAMES: readonly string[] = [...FEATURE_NAMES, ...ADVICE_FEATURES.map(({ name }) => name)];

/** What the ranker sees of the advised candidates: of candidate `candidates[n]` row `n`, as `ADVISED_NAMES` says. */
export interface AdvisedRows {
  readonly candidates: readonly number[];
  readonly rows: Float32Array;
}

/** What the model is asked about a candidate. */
interface Asked {
  readonly text: string;
  readonly length: number;
  /** Characters of the candidate that it extends; 0: none. */
  readonly prefixLength: number;
}

/**
 * Asks the model about the candidates that would save most by `probability`. Undefined where it has not read the draft so
 * far yet.
 *
 * @param plain what the ranker sees of them all without the model
 */
export function advisedRows(
  model: LanguageModel,
  draft: ReadDraft,
  pool: readonly PooledCandidate[],
  probability: Float64Array,
  plain: Float32Array,
): AdvisedRows | undefined {
  const candidates = likeliestSavers(pool, probability, ADVISED);
  const asked = candidates.map(index => {
    const { text, length, prefix } = pool[index]!;
    return { text, length, prefixLength: prefix >= 0 ? pool[prefix]!.length : 0 };
  });
  const rows = adviceRows(model, draft, asked, plain, candidates);
  return rows && { candidates, rows };
}

/** Rows of `ADVISED_NAMES`, one for each asked about: what stands of it in row `plainRows[n]` of `plain`, and what the model says. */
function adviceRows(
  model: LanguageModel,
  draft: ReadDraft,
  asked: readonly Asked[],
  plain: Float32Array,
  plainRows: readonly number[],
): Float32Array | undefined {
  const texts = asked.map(({ text }) => text);
  const scores = model.advise(draft, texts);
  if (!scores) return undefined;
  const openings = openingsOf(texts, scores);
  const width = ADVISED_NAMES.length;
  const known = FEATURE_NAMES.length;
  const rows = new Float32Array(asked.length * width);
  asked.forEach(({ length, prefixLength }, n) => {
    const row = rows.subarray(n * width, (n + 1) * width);
    row.set(plain.subarray(plainRows[n]! * known, (plainRows[n]! + 1) * known));
    const facts: AdvisedFacts = { score: scores[n]!, length, logDraft: row[LOG_DRAFT]!, prefixLength, openings };
    ADVICE_FEATURES.forEach((feature, i) => {
      row[known + i] = feature.of(facts);
    });
  });
  return rows;
}

function openingsOf(texts: readonly string[], scores: readonly TextScore[]): Openings {
  const first = new Map(texts.map((text, n) => [text[0], scores[n]!.upTo[0]!]));
  const logs = [...first.values()];
  return { best: Math.max(...logs), any: Math.log(logs.reduce((sum, log) => sum + Math.exp(log), 0)) };
}

/**
 * What is thought of the candidates with the model's advice: the mean of the log-odds with it and without, for two ensembles that
 * have learned from different rows are right more often together than either.
 */
export function takeAdvice({ candidates, rows }: AdvisedRows, ranker: Ranker, probability: Float64Array): Float64Array {
  const advised = Float64Array.from(probability);
  const withModel = ranker(rows, candidates.length);
  candidates.forEach((index, row) => {
    const score = (logOdds(probability[index]!) + logOdds(withModel[row]!)) / 2;
    advised[index] = 1 / (1 + Math.exp(-score));
  });
  return advised;
}

const LEAST = 1e-9;

const logOdds = (probability: number): number => {
  const bounded = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(bounded / (1 - bounded));
};
