import { articleEnd, type CorpusView, type Segment } from '../index/segment';
import { livingArticles } from '../passages/articleDirectory';
import type { ArticlePlace } from '../passages/articlePlace';

/** Text of others that is read, at equal strides, in UTF-16 code units. */
const MOST_OTHERS = 900_000;
/** Of one article. */
const MOST_OF_ARTICLE = 30_000;

/** Articles that are read for a profile. */
export interface ProfilePlaces {
  /** The speaker's, the newest first. */
  readonly theirs: readonly ArticlePlace[];
  readonly rest: readonly ArticlePlace[];
  /** How many the speaker has, near-duplicates once. */
  readonly articles: number;
}

/** The articles that a profile of a speaker reads: those here whole, and of libraries on demand those whose text has been brought. */
export function profilePlaces(view: CorpusView, speaker: string): ProfilePlaces {
  const whole = placesOf(view, speaker, segment => !segment.rangeOf);
  const read = readOnDemand(view, speaker);
  const isHere = ({ segment: number, article }: ArticlePlace) => {
    const segment = view[number]!;
    const start = segment.articleStart(article);
    return segment.hasText?.(start, start + readLength(segment, article)) !== false;
  };
  const theirs = [...whole.theirs, ...read.theirs.filter(isHere)].sort(byAge(view));
  const stride = Math.max(1, Math.floor((whole.rest.length * USUAL) / MOST_OTHERS));
  const rest = withinCharacters(
    view,
    whole.rest.filter((_, i) => i % stride === 0),
    MOST_OTHERS,
  );
  const clusterOf = ({ segment, article }: ArticlePlace) => view[segment]!.cluster(article);
  const articles = new Set([...whole.theirs, ...read.all].map(clusterOf)).size;
  return { theirs, rest: [...rest, ...read.rest.filter(isHere)], articles };
}

/** Of libraries that are read on demand less is read: of the speaker, and of others, in all. */
const MOST_OWN_READ = 150_000;
const MOST_OTHERS_READ = 300_000;
/** Characters of an article, usually. */
const USUAL = 3000;

/**
 * The articles of libraries on demand whose text a profile reads: the speaker's newest, and of others some at equal strides. None where it is not known
 * who spoke.
 */
export function readOnDemand(
  view: CorpusView,
  speaker: string,
): Pick<ProfilePlaces, 'theirs' | 'rest'> & { readonly all: readonly ArticlePlace[] } {
  const { theirs, rest } = placesOf(view, speaker, segment => segment.rangeOf !== undefined);
  if (theirs.length === 0) return { theirs, rest: [], all: [] };
  const stride = Math.max(1, Math.floor((rest.length * USUAL) / MOST_OTHERS_READ));
  const some = rest.filter((_, i) => i % stride === 0);
  return {
    theirs: withinCharacters(view, theirs.sort(byAge(view)), MOST_OWN_READ),
    rest: withinCharacters(view, some, MOST_OTHERS_READ),
    all: theirs,
  };
}

function placesOf(view: CorpusView, speaker: string, isAsked: (segment: Segment) => boolean) {
  const theirs: ArticlePlace[] = [];
  const rest: ArticlePlace[] = [];
  for (const place of livingArticles(view)) {
    const segment = view[place.segment]!;
    if (!isAsked(segment)) continue;
    const said = segment.speakerOf ? segment.speakerOf(place.article) : segment.meta(place.article).speaker;
    if (said !== undefined) (said === speaker ? theirs : rest).push(place);
  }
  return { theirs, rest };
}

/** The first of them that have so many characters together. */
function withinCharacters(view: CorpusView, places: readonly ArticlePlace[], most: number): ArticlePlace[] {
  let characters = 0;
  const enough = places.findIndex(({ segment, article }) => {
    const isEnough = characters >= most;
    characters += readLength(view[segment]!, article);
    return isEnough;
  });
  return enough < 0 ? [...places] : places.slice(0, enough);
}

const byAge = (view: CorpusView) => (a: ArticlePlace, b: ArticlePlace) =>
  view[b.segment]!.packedDate(b.article) - view[a.segment]!.packedDate(a.article);

/** So much of an article is read, UTF-16 code units. */
export const readLength = (segment: Segment, article: number): number =>
  Math.min(articleEnd(segment, article) - segment.articleStart(article), MOST_OF_ARTICLE);
