import type { Frame, FrameInstance } from '../parallel/frame';
import { frameKey, withInstances } from './sameFrame';

/** The frames of one article, mined with `single`. */
export interface ArticleFrames {
  /** Any number that tells articles apart. */
  readonly article: number;
  /** Near-duplicates share it, and count once. */
  readonly cluster: number;
  /** How much the writer wants to hear of it; 1 by default. */
  readonly weight?: number;
  readonly frames: readonly Frame[];
}

/** A member at its place in one of the articles of a corpus. */
export interface CorpusInstance extends FrameInstance {
  readonly article: number;
}

/** A frame with its places in a corpus. */
export interface CorpusFrame extends Frame {
  /** How many articles have it, near-duplicates counted once. */
  readonly articles: number;
  /** How often, near-duplicates not counted. */
  readonly occurrences: number;
  /**
   * How many of these articles have it in words of their own: one that only has the runs of another quotes, and a quotation is no
   * frame, however often it is repeated.
   */
  readonly wordings: number;
  /** What these articles weigh on average. */
  readonly weight: number;
  /** Members in a run, and how many articles have it so; the most usual first. */
  readonly memberCounts: readonly (readonly [members: number, articles: number])[];
  /** The first of them: whole runs, up to {@link MOST_INSTANCES}. */
  readonly instances: readonly CorpusInstance[];
}

/** Places kept of a frame: as many as a writer looks at. */
const MOST_INSTANCES = 40;

interface Gathered {
  readonly frame: Frame;
  readonly instances: CorpusInstance[];
  readonly members: Map<number, number>;
  readonly fillers: Set<string>;
  wordings: number;
  articles: number;
  weight: number;
  occurrences: number;
  balance: number;
}

/**
 * Frames that are the same in several articles become one, with what fills their slots in all of them. Takes the articles one
 * by one, so that a corpus need not be in memory; of near-duplicates only the first that comes is taken. Nothing is left of a
 * pair that only one place has.
 */
export function mergeFrames(articles: Iterable<ArticleFrames>): CorpusFrame[] {
  const merge = createFrameMerge();
  for (const article of articles) merge.add(article);
  return merge.frames();
}

/** The same step by step, for a process that others wait for. */
export interface FrameMerge {
  add(article: ArticleFrames): void;
  /** What was merged elsewhere, of articles that are not among those added; `weight` of its frames, instances and their articles as here. */
  addMerged(frames: readonly CorpusFrame[]): void;
  /** What is merged so far. */
  frames(): CorpusFrame[];
}

/** Begins a merge without any frames. */
export function createFrameMerge(): FrameMerge {
  const gathered = new Map<string, Gathered>();
  const clusters = new Set<number>();
  return {
    add({ article, cluster, weight = 1, frames }) {
      if (clusters.has(cluster)) return;
      clusters.add(cluster);
      for (const frame of frames) gather(gathered, frame, article, weight);
    },
    addMerged(frames) {
      for (const frame of frames) gatherMerged(gathered, frame);
    },
    frames: () => [...gathered.values()].filter(({ occurrences }) => occurrences > 1).map(corpusFrame),
  };
}

function gatheredOf(gathered: Map<string, Gathered>, frame: Frame): Gathered {
  const key = frameKey(frame);
  let own = gathered.get(key);
  if (!own) {
    own = {
      frame,
      instances: [],
      members: new Map(),
      fillers: new Set(),
      wordings: 0,
      articles: 0,
      weight: 0,
      occurrences: 0,
      balance: 0,
    };
    gathered.set(key, own);
  }
  return own;
}

function gatherMerged(gathered: Map<string, Gathered>, frame: CorpusFrame): void {
  const own = gatheredOf(gathered, frame);
  const { articles, weight, wordings, occurrences, balance, memberCounts, instances } = frame;
  own.articles += articles;
  own.weight += weight * articles;
  own.wordings += wordings;
  own.occurrences += occurrences;
  own.balance += balance * articles;
  for (const [members, often] of memberCounts) own.members.set(members, (own.members.get(members) ?? 0) + often);
  for (const { fillers } of instances) own.fillers.add(fillers.join('\u0000'));
  if (own.instances.length + instances.length <= MOST_INSTANCES || own.instances.length === 0)
    own.instances.push(...instances);
}

function gather(gathered: Map<string, Gathered>, frame: Frame, article: number, weight: number): void {
  const own = gatheredOf(gathered, frame);
  own.articles++;
  own.weight += weight;
  if (isNew(own.fillers, frame)) own.wordings++;
  own.occurrences += frame.instances.length;
  own.balance += frame.balance;
  own.members.set(frame.members, (own.members.get(frame.members) ?? 0) + 1);
  if (own.instances.length + frame.instances.length > MOST_INSTANCES && own.instances.length > 0) return;
  for (const instance of frame.instances) own.instances.push({ ...instance, article });
}

/** Does it fill the slots with something that was not there before? Remembers what it fills them with. */
function isNew(known: Set<string>, { instances }: Frame): boolean {
  const before = known.size;
  for (const { fillers } of instances) known.add(fillers.join('\u0000'));
  return known.size > before;
}

/** Of numbers as frequent, the one nearest to three is what a writer expects. */
function fromThree(members: number): number {
  return Math.abs(members - 3);
}

function corpusFrame({
  frame,
  instances,
  members,
  articles,
  wordings,
  weight,
  occurrences,
  balance,
}: Gathered): CorpusFrame {
  const memberCounts = [...members].sort(
    ([a, often], [b, oftenB]) => oftenB - often || fromThree(a) - fromThree(b) || a - b,
  );
  const [usual] = memberCounts[0]!;
  const counts = { articles, wordings, weight: weight / articles, occurrences, memberCounts };
  return { ...withInstances(frame, instances), members: usual, balance: balance / articles, ...counts };
}
