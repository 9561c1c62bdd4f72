import type { Frame, FrameInstance } from './frame';
import { frameKey, withInstances } from './sameFrame';

/** The frames of one article, mined with `single`. */
export interface ArticleFrames {
  /** Any number that tells articles apart. */
  readonly article: number;
  /** Near-duplicates share it, and count once. */
  readonly cluster: number;
  readonly frames: readonly Frame[];
}

export interface CorpusInstance extends FrameInstance {
  readonly article: number;
}

/** A frame with its places in a corpus. */
export interface CorpusFrame extends Frame {
  /** How many articles have it, near-duplicates counted once. */
  readonly articles: number;
  /** How often, near-duplicates not counted. */
  readonly occurrences: number;
  /** The first of them: whole runs, up to {@link MOST_INSTANCES}. */
  readonly instances: readonly CorpusInstance[];
}

/** As many places of a frame are kept as a writer looks at. */
const MOST_INSTANCES = 40;

interface Gathered {
  readonly frame: Frame;
  readonly instances: CorpusInstance[];
  readonly members: Map<number, number>;
  articles: number;
  occurrences: number;
  balance: number;
}

/**
 * Frames that are the same in several articles become one, with what fills their slots in all of them. Takes the articles one
 * by one, so that a corpus need not be in memory; of near-duplicates only the first that comes is taken. Nothing is left of a
 * pair that only one place has.
 */
export function mergeFrames(articles: Iterable<ArticleFrames>): CorpusFrame[] {
  const gathered = new Map<string, Gathered>();
  const clusters = new Set<number>();
  for (const { article, cluster, frames } of articles) {
    if (clusters.has(cluster)) continue;
    clusters.add(cluster);
    for (const frame of frames) gather(gathered, frame, article);
  }
  return [...gathered.values()].filter(({ occurrences }) => occurrences > 1).map(corpusFrame);
}

function gather(gathered: Map<string, Gathered>, frame: Frame, article: number): void {
  const key = frameKey(frame);
  let own = gathered.get(key);
  if (!own) {
    own = { frame, instances: [], members: new Map(), articles: 0, occurrences: 0, balance: 0 };
    gathered.set(key, own);
  }
  own.articles++;
  own.occurrences += frame.instances.length;
  own.balance += frame.balance;
  own.members.set(frame.members, (own.members.get(frame.members) ?? 0) + 1);
  if (own.instances.length + frame.instances.length > MOST_INSTANCES && own.instances.length > 0) return;
  for (const instance of frame.instances) own.instances.push({ ...instance, article });
}

function corpusFrame({ frame, instances, members, articles, occurrences, balance }: Gathered): CorpusFrame {
  const [usual] = [...members].sort(([a, often], [b, oftenB]) => oftenB - often || b - a)[0]!;
  return { ...withInstances(frame, instances), members: usual, balance: balance / articles, articles, occurrences };
}
