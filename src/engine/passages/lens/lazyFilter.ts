import type { CorpusView, HiddenArticles, Segment } from '../../index/segment';
import { type ArticleFilter, wantedBy } from './lens';

/** A segment of a library that is read on demand, with the articles that a filter wants. Each is judged when it is asked about, by what is here of it. */
export function lazilyFiltered(segment: Segment, filter: ArticleFilter): Segment {
  return segment.overlaid({ hidden: hiddenBy(segment, filter), weights: NO_WEIGHTS, corrections: NO_CORRECTIONS });
}

/** Is all that a filter asks for known of every article of a library on demand? Its year always is, who spoke once that is here. */
export const isKnownOfAll = (view: CorpusView, { speakers, occasion, name }: ArticleFilter): boolean =>
  !occasion && !name && (!speakers?.length || view.every(({ knowsSpeakers }) => knowsSpeakers !== false));

const NO_WEIGHTS: ReadonlyMap<number, number> = new Map();
const NO_CORRECTIONS = new Map<number, never>();

function hiddenBy(segment: Segment, filter: ArticleFilter): HiddenArticles {
  const isWanted = wantedBy(filter);
  const isOfTheseYears = isOfYears(segment, filter);
  const speakers = filter.speakers?.length ? new Set(filter.speakers) : undefined;
  const needsMeta = Boolean(filter.occasion || filter.name);
  const isBySpeaker = (article: number) => {
    const speaker = speakers && segment.speakerOf?.(article);
    return speaker === undefined ? undefined : speaker !== null && speakers!.has(speaker);
  };
  const isHere = (article: number) => segment.hasMeta?.(article) !== false;
  return {
    size: 1,
    isJudged: article =>
      !isOfTheseYears(article) ||
      isBySpeaker(article) === false ||
      (needsMeta || (speakers && isBySpeaker(article) === undefined) ? isHere(article) : true),
    has(article) {
      if (!isOfTheseYears(article)) return true;
      if (!needsMeta && (!speakers || isBySpeaker(article))) return false;
      return !isHere(article) || !isWanted(segment.meta(article));
    },
  };
}

/** Of packed dates: see `packDate`. */
const YEAR = 10_000;

/** Is an article of the years that a filter wants? Its date is always known. */
function isOfYears(segment: Segment, { fromYear, toYear }: ArticleFilter): (article: number) => boolean {
  if (!fromYear && !toYear) return () => true;
  const [from, to] = [Math.max(1, fromYear || 1) * YEAR, ((toYear || 9999) + 1) * YEAR];
  return article => {
    const date = segment.packedDate(article);
    return date >= from && date < to;
  };
}
