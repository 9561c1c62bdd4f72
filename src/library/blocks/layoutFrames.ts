import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { MergedFrames } from '../../corpus/index/storedFrames';
import { unpackDate } from '../../engine/index/articles/packedDate';
import { isPageMeta, type PageMeta } from '../../engine/index/blocks/metaPage';
import type { Segment } from '../../engine/index/segment';
import type { CorpusFrame } from '../../engine/mining/mergeFrames';
import { isFrame } from '../../engine/parallel/isFrame';
import { isInside } from '../fileTable';
import { libraryLimits } from '../limits';

/** The best mined frames of a layout, merged over its articles: what is offered, without reading any of them. */
export interface LayoutFrames {
  /** Those that instances are in; their `number` is that in the layout. */
  readonly articles: readonly FrameArticle[];
  /** `article` of an instance counts in `articles`. */
  readonly frames: readonly CorpusFrame[];
}

/** An article that frames are from; `number`: in the layout. */
export interface FrameArticle extends PageMeta {
  readonly number: number;
}

/**
 * Of offered frames, best first, as many as a library sends, each with the articles that had it first, and none that has more instances
 * than there is room for. `articleOf` null: nobody is told of it.
 */
export function layoutFrames(
  offered: readonly CorpusFrame[],
  articleOf: (article: number) => FrameArticle | null,
): LayoutFrames {
  const articles: FrameArticle[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (article: FrameArticle): number => {
    const known = numbers.get(article.number) ?? articles.push(article) - 1;
    numbers.set(article.number, known);
    return known;
  };
  let room: number = libraryLimits.instancesOfFrames;
  const frames = offered.slice(0, libraryLimits.layoutFrames).flatMap(frame => {
    const shown = new Set<number>();
    const told = frame.instances.flatMap(instance => {
      const article = articleOf(instance.article);
      if (!article || (!shown.has(article.number) && shown.size === libraryLimits.articlesOfFrame)) return [];
      shown.add(article.number);
      return [{ instance, article }];
    });
    if (told.length === 0 || told.length > room) return [];
    room -= told.length;
    return [
      { ...frame, instances: told.map(({ instance, article }) => ({ ...instance, article: numberOf(article) })) },
    ];
  });
  return { articles, frames };
}

/** The frames of a layout, when somebody asks for them. */
export interface FramesOfLayout {
  /** Changes whenever they do. */
  readonly version: string;
  /** Null where they cannot be had now, or are not what they should be: whoever listens is told why. Never rejects. */
  read(): Promise<MergedFrames | null>;
}

/** As a reader has them: none of dead articles, and each weighed as its articles are. */
export function mergedFrames(
  { articles, frames }: LayoutFrames,
  segment: Segment,
  version: string,
  pathOf: (path: string) => string,
): MergedFrames {
  return {
    version,
    frames: frames.flatMap(frame => {
      const instances = frame.instances.filter(({ article }) => !segment.isDead(articles[article]!.number));
      const weights = instances.map(({ article }) => segment.weight(articles[article]!.number));
      const weight = weights.reduce((sum, one) => sum + one, 0) / weights.length;
      return instances.length > 0 ? [{ ...frame, instances, weight }] : [];
    }),
    metaOf(article) {
      const { number, ...meta } = articles[article]!;
      const date = unpackDate(segment.packedDate(number));
      return { ...meta, path: pathOf(meta.path), date, cluster: segment.cluster(number) };
    },
  };
}

/** The bytes that are sent: JSON, deflated. */
export const packLayoutFrames = (frames: LayoutFrames): Promise<Uint8Array> =>
  promisify(deflateRaw)(JSON.stringify(frames));

/** Reads them again; null where these are none, or of articles that a layout of so many has not. */
export async function unpackLayoutFrames(packed: Uint8Array, articleCount: number): Promise<LayoutFrames | null> {
  try {
    const bytes = await promisify(inflateRaw)(packed, { maxOutputLength: libraryLimits.unpackedLayoutFramesBytes });
    const { articles, frames } = JSON.parse(bytes.toString('utf8')) as Partial<LayoutFrames>;
    if (!Array.isArray(articles) || !Array.isArray(frames)) return null;
    const areArticles = articles.every(
      ({ number, ...meta }) => isCount(number) && number < articleCount && isPageMeta(meta) && isInside(meta.path),
    );
    const areFrames =
      frames.length <= libraryLimits.layoutFrames &&
      instancesIn(frames) <= libraryLimits.instancesOfFrames &&
      frames.every(frame => isMergedFrame(frame, articles.length, articleCount));
    return areArticles && areFrames ? { articles, frames } : null;
  } catch {
    return null;
  }
}

/** Of whatever they are: those that are no frames are found out one by one. */
const instancesIn = (frames: readonly unknown[]): number =>
  frames.reduce<number>((sum, frame) => {
    const { instances } = (frame ?? {}) as { instances?: unknown };
    return sum + (Array.isArray(instances) ? instances.length : 0);
  }, 0);

function isMergedFrame(value: unknown, told: number, articleCount: number): value is CorpusFrame {
  if (!isFrame(value)) return false;
  const { articles, occurrences, wordings, memberCounts, instances } = value as CorpusFrame;
  return (
    [articles, occurrences, wordings].every(isCount) &&
    articles > 0 &&
    articles <= articleCount &&
    wordings <= articles &&
    Array.isArray(memberCounts) &&
    memberCounts.length > 0 &&
    memberCounts.every(pair => Array.isArray(pair) && pair.length === 2 && pair.every(isCount)) &&
    instances.every(({ article }) => isCount(article) && article < told)
  );
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
