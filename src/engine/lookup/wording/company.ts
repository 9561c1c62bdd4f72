import { type CorpusView, isStop, type Segment } from '../../index/segment';
import { articlesOfSample } from '../../passages/countArticles';
import { normalisePhrase } from '../../passages/normalisePhrase';
import { layoutsOf, type Occurrence, visitReadable } from '../../passages/occurrences';
import { sentenceAt } from '../../passages/passage';
import { wordTokens } from '../../passages/wordTokens';
import { isClauseEnd } from '../../text/punctuation';

/** Words of the same clause that count as near: 抓好落实，压实责任 are two things, 守初心、担使命 is one. */
const NEAR_WORDS = 4;
/** As much text holds them, in UTF-16 code units. */
export const REACH = 24;
/** Places of the node that are looked at. */
const MOST_PLACES = 3000;
/** Articles: what stood together less often is chance. */
const FEWEST = 2;
/** The most frequent ones, of which the bond is computed. */
const MOST_WEIGHED = 80;
/** Their blocks are asked of every layout of a library on demand: so many in all, of one layout at least. */
const MOST_BLOCKS = 640;
const FEWEST_WEIGHED = 16;
/** What makes a good example: this long, in UTF-16 code units. */
const GOOD_LENGTH = 24;

/** A word on one side of the node, with the articles in which it stands there. */
export interface Pair {
  readonly word: string;
  readonly side: 'left' | 'right';
  readonly clusters: Set<number>;
  /** How many articles those stand for. */
  weight: number;
  /** Of their articles, counted through the view. */
  readonly numbers: number[];
  example: Example;
}

/** A place of the node, the example of all words around it. */
interface Example extends Occurrence {
  readonly cluster: number;
  /** Number of its article, counted through the view. */
  readonly article: number;
  /** How many places it stands for. */
  readonly weight: number;
  /** How good an example it is; found out when it is first asked for. */
  worth(): number;
}

/** The words around a node, the most frequent of which are worth weighing, and the articles that have it. */
export function companyOf(view: CorpusView, node: string) {
  const { numberOf, total: articles } = numberedArticles(view);
  const pairs = new Map<string, Pair>();
  const ofNode = new Map<number, { readonly article: number; readonly weight: number; times: number }>();
  const bounds = { most: MOST_PLACES, around: node.length + REACH };
  const { total, seen } = visitReadable(
    view,
    () => node,
    bounds,
    (segment, position, number, weight) => {
      const article = segment.articleAt(position);
      if (segment.hasDead && segment.isDead(article)) return;
      const cluster = segment.cluster(article);
      const worth = once(() => worthAsExample(segment, position));
      const place = { segment: number, position, cluster, article: numberOf(number, article), weight, worth };
      const met = ofNode.get(cluster);
      if (met) met.times++;
      else ofNode.set(cluster, { article: place.article, weight, times: 1 });
      for (const side of ['left', 'right'] as const) {
        for (const word of companions(segment, position, node.length, side)) take(pairs, word, side, place);
      }
    },
  );
  const frequent = [...pairs.values()]
    .filter(({ word, clusters }) => clusters.size >= FEWEST && !word.includes(node) && !node.includes(word))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWeighed(layoutsOf(view)));
  const met = [...ofNode.values()];
  // Whoever has looked at some of the places has met more of the articles than that.
  const expected = Math.min(articlesOfSample(met, seen > 0 ? total / seen : 1), articles);
  const standingFor = met.reduce((sum, { weight }) => sum + weight, 0);
  return {
    frequent,
    /** Of the weight of a pair: how many articles that is. */
    ofWeight: standingFor > 0 ? expected / standingFor : 1,
    nodeArticles: expected,
    nodeNumbers: met.map(({ article }) => article),
    articles,
    numberOf,
  };
}

const mostWeighed = (layouts: number): number =>
  layouts === 0 ? MOST_WEIGHED : Math.min(MOST_WEIGHED, Math.max(FEWEST_WEIGHED, Math.floor(MOST_BLOCKS / layouts)));

/** The words that a library on demand has to know the frequencies of, for `collocates` to weigh them. */
export function weighedWords(view: CorpusView, typed: string): string[] {
  const node = normalisePhrase(typed);
  return node === '' ? [] : [...new Set(companyOf(view, node).frequent.map(({ word }) => word))];
}

/** A number that is reckoned when it is first asked for. */
export function once(reckon: () => number): () => number {
  let known: number | undefined;
  return () => (known ??= reckon());
}

/** One number of each article, counted through the view: those of a file, and those read together, lie side by side. */
function numberedArticles(view: CorpusView) {
  const first: number[] = [];
  let total = 0;
  for (const { articleCount } of view) {
    first.push(total);
    total += articleCount;
  }
  return { numberOf: (segment: number, article: number) => first[segment]! + article, total };
}

/** The content words of the clause next to a place, on one side. */
function companions(segment: Segment, position: number, length: number, side: 'left' | 'right'): string[] {
  const [from, to] =
    side === 'left' ? [Math.max(0, position - REACH), position] : [position + length, position + length + REACH];
  const tokens = wordTokens(segment, from, to - from);
  const outward = side === 'left' ? tokens.reverse() : tokens;
  const words: string[] = [];
  for (const { text, isWord, isContent } of outward) {
    const code = text.charCodeAt(0);
    if (isStop(code) || isClauseEnd(code) || words.length === NEAR_WORDS) break;
    if (isWord && isContent && text.length > 1) words.push(text);
  }
  return words;
}

function take(pairs: Map<string, Pair>, word: string, side: 'left' | 'right', example: Example): void {
  const { cluster, article, weight } = example;
  const key = side + word;
  const known = pairs.get(key);
  if (known?.clusters.has(cluster)) return;
  if (!known) {
    pairs.set(key, { word, side, clusters: new Set([cluster]), weight, numbers: [article], example });
    return;
  }
  known.clusters.add(cluster);
  known.weight += weight;
  known.numbers.push(article);
  if (example.worth() > known.example.worth()) known.example = example;
}

/** Short clauses without figures are easiest to read (after GDEX: Kilgarriff and others 2008). */
function worthAsExample(segment: Segment, position: number): number {
  const { start, end } = sentenceAt(segment, position, 1);
  const around = segment.slice(Math.max(start, position - REACH), Math.min(end, position + REACH));
  const marks = around.match(/[。！？，；]/g)?.length ?? 0;
  const figures = /[0-9０-９]/.test(around) ? GOOD_LENGTH : 0;
  return marks - figures;
}
