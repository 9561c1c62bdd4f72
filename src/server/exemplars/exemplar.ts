import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import type { ArticlePlace } from '../../engine/passages/articlePlace';
import { exemplarAt } from '../../engine/skeleton/exemplar/exemplar';
import { exemplarTree, type ExemplarNode as Node } from '../../engine/skeleton/exemplar/exemplarTree';
import { draftSkeleton, rangeSkeleton } from '../../engine/skeleton/filling/draftSkeleton';
import { exemplarFiller } from '../../engine/skeleton/filling/exemplarFiller';
import type { Tagger } from '../../engine/skeleton/tagger/tagger';
import type { Steps } from '../../engine/steps';
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

/** An article, or a stretch of it, as snippet text. `tag` finds its particulars; null where patterns have to do. A long one takes a second. */
export function* skeleton(
  directory: ArticleDirectory,
  { path, entry, range }: SkeletonParams,
  tag: Tagger | null,
): Steps<string | null> {
  const { view } = directory;
  const place = directory.find(path, entry);
  if (!place) return null;
  const article = exemplarAt(view, place);
  const filler = exemplarFiller(view, article, tag);
  return yield* range ? rangeSkeleton(filler, range, article.paragraphs) : draftSkeleton(article, filler);
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
