import { isSalutation } from '../../article/metadata/head/headPatterns';
import { ClusterSet } from '../../index/articles/clusterSet';
import { articleEnd, type CorpusView } from '../../index/segment';
import { isLiving } from '../../passages/articleDirectory';
import type { ArticlePlace } from '../../passages/articlePlace';
import type { Occurrence } from '../../passages/occurrences';

/** What the articles begin with: a wording, and the articles that have it. */
export interface Beginning {
  readonly text: string;
  readonly articles: number;
  /** The newest of them; null where the wording is no part of the text. */
  readonly source: Occurrence | null;
  /** The longest shorter wording that it goes on with; undefined without one. */
  readonly goesOnFrom?: string;
}

/** How articles address their audience, and the first clauses behind that. */
export interface FirstLines {
  readonly salutations: readonly Beginning[];
  /** Up to three clauses each: `今天，|我们召开全县工作会议，|` */
  readonly clauses: readonly Beginning[];
}

/** So many articles tell how speeches begin, the newest first: each is a look into the text. */
const MOST_ARTICLES = 500;
/** A salutation stands among the first lines, within so many UTF-16 code units. */
const HEAD = 500;
const MOST_LINES = 8;
const MOST_CLAUSES = 3;
const SHORTEST = 4;
const LONGEST = 40;

/** Does this line address an audience and end so? `同志们：`; not 同志们， within a speech. */
export const addresses = (line: string): boolean => /[：:]$/.test(line) && isSalutation(line);

/** Reads the heads of articles: without `places` those of the newest ones of a view, near-duplicates once. Wordings come in their order. */
export function readFirstLines(view: CorpusView, places = newestArticles(view)): FirstLines {
  const salutations = new Map<string, Beginning>();
  const clauses = new Map<string, Beginning>();
  for (const place of places) {
    const head = headOf(view, place);
    const lines = head.text.split('\n').slice(0, MOST_LINES);
    const at = lines.findIndex(line => addresses(line.trim()));
    const body = lines[at + 1];
    if (at < 0 || body === undefined) continue;
    const start = (line: number) => {
      const blanks = /^\s*/.exec(lines[line]!)![0].length;
      const above = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
      return { segment: head.segment, position: head.position + above + blanks };
    };
    add(salutations, { text: lines[at]!.trim(), articles: 1, source: start(at) });
    let goesOnFrom: string | undefined;
    for (const text of openingsOf(body.trim())) {
      add(clauses, { text, articles: 1, source: start(at + 1), goesOnFrom });
      goesOnFrom = text;
    }
  }
  return { salutations: [...salutations.values()], clauses: [...clauses.values()] };
}

/** The first clause, the first two, the first three. */
function openingsOf(line: string): string[] {
  const ends = [...line.slice(0, LONGEST).matchAll(/[，；。！？]/g)].slice(0, MOST_CLAUSES);
  return ends.map(({ index }) => line.slice(0, index + 1)).filter(({ length }) => length >= SHORTEST);
}

function add(beginnings: Map<string, Beginning>, found: Beginning): void {
  const known = beginnings.get(found.text);
  beginnings.set(found.text, known ? { ...known, articles: known.articles + 1 } : found);
}

/** Sorted as numbers, for as objects the articles of a large corpus take ten megabytes. */
function newestArticles(view: CorpusView): readonly ArticlePlace[] {
  const all = view.reduce((sum, { articleCount }) => sum + articleCount, 0);
  const keys = new Float64Array(all);
  let living = 0;
  let first = 0;
  for (const segment of view) {
    for (let article = 0; article < segment.articleCount; article++) {
      if (isLiving(segment, article)) keys[living++] = first + article - segment.packedDate(article) * all;
    }
    first += segment.articleCount;
  }
  const newest: ArticlePlace[] = [];
  const seen = new ClusterSet(all);
  for (const key of keys.subarray(0, living).sort()) {
    const place = placeOf(view, ((key % all) + all) % all);
    if (!seen.add(view[place.segment]!.cluster(place.article))) continue;
    newest.push(place);
    if (newest.length === MOST_ARTICLES) break;
  }
  return newest;
}

/** By its number, counted through the view. */
function placeOf(view: CorpusView, number: number): ArticlePlace {
  let article = number;
  let segment = 0;
  while (article >= view[segment]!.articleCount) article -= view[segment++]!.articleCount;
  return { segment, article };
}

function headOf(view: CorpusView, { segment, article }: ArticlePlace) {
  const position = view[segment]!.articleStart(article);
  // The last character is the end mark.
  const end = Math.min(position + HEAD, articleEnd(view[segment]!, article) - 1);
  return { segment, position, text: view[segment]!.slice(position, end) };
}
