import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import type { ArticlePlace } from '../../engine/passages/articlePlace';
import { draftSkeleton, rangeSkeleton } from '../../engine/skeleton/draftSkeleton';
import { exemplarAt } from '../../engine/skeleton/exemplar';
import { exemplarFiller } from '../../engine/skeleton/exemplarFiller';
import { exemplarTree, type ExemplarNode as Node } from '../../engine/skeleton/exemplarTree';
import type { CountOf } from '../../engine/skeleton/placeNames';
import type { ArticleRef, Exemplar, ExemplarNode, SkeletonParams } from '../protocol/exemplars';
import { articleEntry } from './articles';

/** An article with its outline, to stand beside a draft; `asked`: the articles that are asked now. */
export function exemplar(
  directory: ArticleDirectory,
  asked: ArticleDirectory,
  { path, entry }: ArticleRef,
): Exemplar | null {
  const { view } = directory;
  const place = directory.find(path, entry);
  if (!place) return null;
  const isHidden = asked.find(path, entry) === null;
  return {
    ...articleEntry(view, place),
    isHidden,
    nodes: exemplarTree(exemplarAt(view, place).paragraphs).map(nodeMessage),
  };
}

function nodeMessage({ children, ...node }: Node): ExemplarNode {
  return { ...node, children: children.map(nodeMessage) };
}

/** Work done before others are served, in milliseconds. */
const SLICE_MS = 5;

/** An article, or a stretch of it, as snippet text. `inPublic`: how often public texts have a wording; null where nobody knows. A long one takes a second: the list of a draft must not wait for it. */
export async function skeleton(
  directory: ArticleDirectory,
  { path, entry, range }: SkeletonParams,
  inPublic: CountOf | null,
  isCancelled: () => boolean,
): Promise<string | null> {
  const { view } = directory;
  const place = directory.find(path, entry);
  if (!place) return null;
  const article = exemplarAt(view, place);
  const filler = exemplarFiller(view, article, inPublic);
  const work = range ? rangeSkeleton(filler, range, article.paragraphs) : draftSkeleton(article, filler);
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise(resolve => setImmediate(resolve));
    if (isCancelled()) return null;
    since = performance.now();
  }
}

/** Where the pinned articles stand: found once for a view. */
export function createExemplarPlaces(): {
  pin(articles: readonly ArticleRef[]): void;
  places(directory: ArticleDirectory): readonly ArticlePlace[];
} {
  let pinned: readonly ArticleRef[] = [];
  let found: { directory: ArticleDirectory; places: readonly ArticlePlace[] } | undefined;
  return {
    pin(articles) {
      pinned = articles;
      found = undefined;
    },
    places(directory) {
      if (found?.directory !== directory) {
        const places = pinned.flatMap(({ path, entry }) => directory.find(path, entry) ?? []);
        found = { directory, places };
      }
      return found.places;
    },
  };
}
