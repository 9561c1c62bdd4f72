import { join } from 'node:path';
import type { PhraseTree } from '../../src/engine/background/phraseTree';
import { createSuggestions } from '../../src/engine/complete/suggestions';
import type { CorpusView } from '../../src/engine/index/segment';
import { offers } from '../../src/engine/offers/offers';
import { draftHead } from '../../src/engine/precedent/draftHead';
import { findPrecedents, type Precedent } from '../../src/engine/precedent/findPrecedents';
import { occasionName } from '../../src/engine/precedent/occasionName';
import { finish } from '../../src/engine/steps';
import { type Interval, savedShare, type TypedPassage } from './bootstrap';
import { buildIndex, writeArticles } from './buildIndex';
import { type CorpusArticle, upTo } from './corpusText';
import { asSuggestion, titleOf } from './fanben';
import { drawPassages } from './heldOut';
import type { Predictor } from './predictor';
import { random, shuffled } from './random';
import { table } from './table';
import { typeOut } from './typeOut';

/** What stands in the corpus beside its base. */
const STOCKS = ['nothing', 'one of another series', 'the last one', 'the last five'] as const;
type Stock = (typeof STOCKS)[number];

export interface OccasionReport extends Interval {
  readonly stock: Stock;
  /** Does completion lean to what was found? */
  readonly leans: boolean;
  /** Drafts, and those of them for which the right speeches were found, and no others. */
  readonly drafts: number;
  readonly recognised: number;
}

export interface OccasionOptions {
  readonly background: PhraseTree | undefined;
  /** UTF-16 code units of the base, none of which is of a series. */
  readonly base: number;
  /** Speeches typed of each series, its newest; passages of each, and how long they are. */
  readonly drafts: number;
  readonly passages: number;
  readonly length: number;
  readonly top: number;
  readonly seed: number;
  readonly temporary: string;
}

const PREVIOUS = 5;
/** What is shorter is a note about an occasion, not a speech. UTF-16 code units. */
const SHORTEST = 3000;

interface Case {
  readonly held: CorpusArticle;
  /** Newest first. */
  readonly previous: readonly CorpusArticle[];
  readonly other: CorpusArticle | undefined;
}

/**
 * What the writer's own speech of last year is worth: the newest speeches of each series of the corpus are typed with nothing of the
 * series in it, with the one before, and with the five before, each without and with leaning to what is recognised by the title.
 */
export async function occasionReport(
  articles: readonly CorpusArticle[],
  options: OccasionOptions,
): Promise<OccasionReport[]> {
  const { base, seed, temporary, background, top } = options;
  const series = seriesOf(articles);
  if (series.length === 0) throw new Error('The corpus has no series of seven speeches on one occasion.');
  const members = new Set(series.flat());
  const apart = articles.filter(article => !members.has(article));
  const rest = upTo(shuffled(apart, random(seed)), base);
  const inBase = new Set(rest);
  const others = apart.filter(article => !inBase.has(article));
  const cases = casesOf(series, others, options);
  const typed = new Map<string, { passages: TypedPassage[]; recognised: number }>();
  for (const [i, { held, previous, other }] of cases.entries()) {
    const stocks: Record<Stock, readonly CorpusArticle[]> = {
      nothing: [],
      'one of another series': other ? [other] : [],
      'the last one': previous.slice(0, 1),
      'the last five': previous.slice(0, PREVIOUS),
    };
    const passages = drawPassages([held], { passages: options.passages, length: options.length, seed: seed + i });
    for (const stock of STOCKS) {
      console.error(`${held.title}: ${stock}`);
      const folder = join(temporary, `${i}-${STOCKS.indexOf(stock)}`);
      const path = await writeArticles(folder, [...rest, ...stocks[stock]]);
      const { index } = await buildIndex([path], join(folder, 'index'));
      const found = precedentsOf(index.view, held);
      const wanted = stock.startsWith('the last') ? stocks[stock].map(({ title }) => title) : [];
      const isRight = found.map(({ meta }) => meta.title).join() === wanted.join();
      for (const leans of stock.startsWith('the last') ? [false, true] : [false]) {
        const sum = typed.get(`${stock} ${leans}`) ?? { passages: [], recognised: 0 };
        const own = predictor(index.view, background, held.title, leans ? found : []);
        sum.passages.push(...typeOut(own, passages, top));
        if (isRight) sum.recognised++;
        typed.set(`${stock} ${leans}`, sum);
      }
      await index.close();
    }
  }
  return STOCKS.flatMap(stock =>
    [false, true].flatMap(leans => {
      const sum = typed.get(`${stock} ${leans}`);
      if (!sum) return [];
      const { passages, recognised } = sum;
      return [{ stock, leans, drafts: cases.length, recognised, ...savedShare(passages, seed) }];
    }),
  );
}

/** Speeches with one name of their occasion, newest first; those of which there are enough. */
function seriesOf(articles: readonly CorpusArticle[]): CorpusArticle[][] {
  const series = new Map<string, CorpusArticle[]>();
  for (const article of articles) {
    const { name, genre } = occasionName(article.title);
    if (article.text.length < SHORTEST || name.length < 4 || genre === null || !article.date) continue;
    const key = `${genre} ${name}`;
    series.set(key, [...(series.get(key) ?? []), article]);
  }
  const newestFirst = (a: CorpusArticle, b: CorpusArticle) => (a.date! > b.date! ? -1 : 1);
  return [...series.values()].filter(({ length }) => length >= PREVIOUS + 2).map(list => list.sort(newestFirst));
}

function casesOf(
  series: readonly (readonly CorpusArticle[])[],
  others: readonly CorpusArticle[],
  { drafts }: OccasionOptions,
): Case[] {
  return series.flatMap(list =>
    list.slice(0, Math.min(drafts, list.length - PREVIOUS)).map((held, i) => {
      const genre = occasionName(held.title).genre;
      // As new as the last one, and of the same kind.
      const alike = others.filter(({ title, text, date }) => {
        return (
          text.length >= SHORTEST && date && yearOf(date) <= yearOf(held.date!) && occasionName(title).genre === genre
        );
      });
      const other = alike.sort((a, b) => (a.date! > b.date! ? -1 : 1))[0];
      return { held, previous: list.slice(i + 1), other };
    }),
  );
}

const yearOf = (date: string): string => date.slice(0, 4);

function precedentsOf(view: CorpusView, { title, date }: CorpusArticle): readonly Precedent[] {
  const head = draftHead(`${title}\n${date}\n`);
  return head ? finish(findPrecedents(view, head, null)) : [];
}

function predictor(
  view: CorpusView,
  background: PhraseTree | undefined,
  title: string,
  found: readonly Precedent[],
): Predictor {
  const suggestions = createSuggestions(view, { background: () => background });
  const exemplars = found.map(({ place }) => place).reverse();
  const draftOf = (before: string) => ({ before, title: titleOf(before) || title, exemplars });
  return {
    name: 'Fanben',
    characters: view.reduce((sum, { length }) => sum + length, 0),
    every: 1,
    prepare: before => {
      while (suggestions.prepare(draftOf(before)));
    },
    predict: before => offers(suggestions, draftOf(before), { slots: true }).rows.map(asSuggestion),
  };
}

export function printedOccasions(reports: readonly OccasionReport[]): string {
  const rows = reports.map(({ stock, leans, saved, low, high, drafts, recognised }) => [
    stock,
    leans ? 'yes' : 'no',
    saved.toFixed(3),
    `${low.toFixed(3)}–${high.toFixed(3)}`,
    `${recognised} of ${drafts}`,
  ]);
  const head = ['in the corpus beside its base', 'leans', 'saved', '95 %', 'recognised'];
  return `Speeches on an occasion that was spoken on before\n${table(head, rows)}`;
}
