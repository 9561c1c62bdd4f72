import type { PhraseTree } from '../../../src/engine/background/phraseTree';
import { createCompleter } from '../../../src/engine/complete/completer';
import { ADVISED_NAMES } from '../../../src/engine/complete/ranking/advice';
import { FEATURE_NAMES } from '../../../src/engine/complete/ranking/features';
import type { Ranker } from '../../../src/engine/complete/ranking/ranker';
import { oneRanker, shippedRankers } from '../../../src/engine/complete/ranking/shippedRanker';
import type { CorpusView } from '../../../src/engine/index/segment';
import type { LanguageModel } from '../../../src/engine/model/languageModel';
import { canOpen } from '../ask';
import { titleOf } from '../fanben';
import type { HeldPassage } from '../heldOut';

/** Candidates of many requests, each with what the ranker sees of it and whether the writer typed it. */
export interface TrainingRows {
  /** Numbers in a row. */
  readonly features: number;
  /** Row after row. */
  readonly values: Float32Array;
  readonly labels: Uint8Array;
  /** How many candidates a row stands for: of the wrong ones only some are kept. */
  readonly weights: Float32Array;
  /** The article each row is of: what is learned from one is not checked on the same. */
  readonly articles: Uint16Array;
}

/** Of the wrong candidates one in five is as good as all. */
const KEPT_WRONG = 0.2;
/** Neighbouring places say nearly the same: the step is 1 to 3 characters. */
const LONGEST_STEP = 3;

/**
 * Asks the completer, without a ranker, at places all over the passages and keeps what it would have ranked. With a model:
 * with the shipped rankers, and keeps what the model was asked about.
 *
 * @param firstArticle number of the first held-out article
 */
export function collectRows(
  view: CorpusView,
  background: PhraseTree | undefined,
  model: LanguageModel | undefined,
  passages: readonly HeldPassage[],
  firstArticle: number,
  next: () => number,
): TrainingRows {
  const none: Ranker = (_, count) => new Float64Array(count);
  const rankers = model ? shippedRankers(none) : oneRanker(none);
  const completer = createCompleter(view, { rankers, background: () => background, model: () => model });
  const features = (model ? ADVISED_NAMES : FEATURE_NAMES).length;
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const articles: number[] = [];
  for (const passage of passages) {
    const { before, text } = passage;
    for (let at = 1; at < text.length; at += 1 + Math.floor(next() * LONGEST_STEP)) {
      if (!canOpen(passage, at)) continue;
      const draft = before + text.slice(0, at);
      const asked = { before: draft, title: titleOf(draft) };
      while (completer.prepare(asked));
      const { pool, rows: plain, advised } = completer.rank(asked);
      const described = advised?.rows ?? plain;
      (advised?.candidates ?? [...pool.keys()]).forEach((candidate, i) => {
        const isRight = text.startsWith(pool[candidate]!.text, at);
        if (!isRight && next() > KEPT_WRONG) return;
        rows.push(described.slice(i * features, (i + 1) * features));
        labels.push(isRight ? 1 : 0);
        articles.push(firstArticle + passage.article);
      });
    }
  }
  return {
    features,
    values: joined(rows),
    labels: Uint8Array.from(labels),
    weights: Float32Array.from(labels, label => (label === 1 ? 1 : 1 / KEPT_WRONG)),
    articles: Uint16Array.from(articles),
  };
}

/** All rows, one part after the other. */
export function joinRows(parts: readonly TrainingRows[]): TrainingRows {
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  return {
    features: parts[0]?.features ?? 0,
    values: joined(parts.map(({ values }) => values)),
    labels: filled(
      new Uint8Array(count),
      parts.map(({ labels }) => labels),
    ),
    weights: joined(parts.map(({ weights }) => weights)),
    articles: filled(
      new Uint16Array(count),
      parts.map(({ articles }) => articles),
    ),
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  return filled(new Float32Array(parts.reduce((sum, { length }) => sum + length, 0)), parts);
}

function filled<T extends Float32Array | Uint16Array | Uint8Array>(whole: T, parts: readonly T[]): T {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
