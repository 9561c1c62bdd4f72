import type { ArticleMeta, CorpusView } from '../index/segment';
import type { ArticlePlace } from '../passages/articlePlace';
import { endsStep, type Steps } from '../steps';
import type { DraftHead } from './draftHead';
import { likenessTo, type OccasionLikeness } from './occasionLikeness';
import { occasionName } from './occasionName';

/** A speech of the corpus on the same occasion as a draft, in an earlier year. */
export interface Precedent {
  readonly place: ArticlePlace;
  readonly meta: ArticleMeta;
}

/** The last five say more than the last one; what is older says little more. */
const MOST = 5;
/** A shorter name is that of many occasions: 座谈会, 工作. */
const TELLING = 4;
const SHORTEST = 2;

interface Found extends Precedent {
  readonly likeness: OccasionLikeness;
  readonly isSameSpeaker: boolean;
  /** It lies in the folder of the draft. */
  readonly isNear: boolean;
}

/**
 * Looks for what was said on the occasion of a draft before: by the title, the counts of which are taken out, by who speaks, and
 * by the folder. `path`: of the draft; null where it has none yet. What nobody can be sure of is not found.
 * Newest first.
 */
export function* findPrecedents(view: CorpusView, draft: DraftHead, path: string | null): Steps<readonly Precedent[]> {
  const { name } = draft.occasion;
  if (name.length < SHORTEST) return [];
  const folder = folderOf(path ?? '');
  const found: Found[] = [];
  const own = new Set<number>();
  const likenessOf = likenessTo(draft.occasion);
  const look = (meta: ArticleMeta, place: ArticlePlace) => {
    if (meta.path === path) {
      own.add(meta.cluster);
      return;
    }
    if (draft.year !== null && meta.date !== null && Number(meta.date.slice(0, 4)) > draft.year) return;
    const likeness = likenessOf(occasionName(meta.title, meta.occasion));
    if (!likeness) return;
    const isSameSpeaker = draft.speaker !== null && meta.speaker === draft.speaker;
    const isNear = path !== null && folderOf(meta.path) === folder;
    if (name.length < TELLING && !isSameSpeaker && !isNear) return;
    found.push({ place, meta, likeness, isSameSpeaker, isNear });
  };
  for (const [segment, articles] of view.entries()) {
    for (let article = 0; article < articles.articleCount; article++) {
      if (!articles.isDead(article)) look(articles.meta(article), { segment, article });
      if (endsStep(article)) yield;
    }
  }
  return chosen(found.filter(({ meta }) => !own.has(meta.cluster)));
}

function chosen(found: readonly Found[]): Precedent[] {
  const same = found.filter(({ likeness }) => likeness.kind === 'same');
  const candidates = same.length > 0 ? same : ofOnePlace(found);
  const inOrder = [...candidates].sort(
    (a, b) =>
      Number(b.isSameSpeaker) - Number(a.isSameSpeaker) ||
      (a.meta.date === b.meta.date ? 0 : (a.meta.date ?? '') > (b.meta.date ?? '') ? -1 : 1),
  );
  const clusters = new Set<number>();
  const distinct = inOrder.filter(({ meta }) => !clusters.has(meta.cluster) && clusters.add(meta.cluster));
  return distinct.slice(0, MOST).map(({ place, meta }) => ({ place, meta }));
}

/** Reports of many places are called alike: only those that the speaker or the folder tells from the others, or that are alone. */
function ofOnePlace(found: readonly Found[]): readonly Found[] {
  const places = (of: readonly Found[]) =>
    new Set(of.map(({ likeness }) => 'place' in likeness && likeness.place)).size;
  if (places(found) <= 1) return found;
  const sure = found.filter(({ isSameSpeaker, isNear }) => isSameSpeaker || isNear);
  return places(sure) === 1 ? sure : [];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}
