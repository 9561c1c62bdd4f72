import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBackground } from '../corpus/background/openBackground';
import { openModel } from '../corpus/model/openModel';
import { createSuggestions } from '../engine/complete/suggestions';
import type { BlockSegment } from '../engine/index/blocks/blockSegment';
import { contextNeeds, rowNeeds, wordingNeeds } from '../engine/index/blocks/needs';
import type { ArticleMeta, CorpusView } from '../engine/index/segment';
import { ask } from '../engine/lookup/query/ask';
import { filteredView } from '../engine/lookup/query/filteredView';
import { parseQuery } from '../engine/lookup/query/query';
import { offeredText } from '../engine/offers/offeredText';
import { offers } from '../engine/offers/offers';
import { countByOrigin, type OriginCount } from '../engine/passages/countByOrigin';
import { findPassages } from '../engine/passages/findPassages';
import { normalisePhrase } from '../engine/passages/normalisePhrase';
import { type Passage, passageAt } from '../engine/passages/passage';
import { cutWords } from '../engine/text/segmentWords';
import { type Asked, type AskedOptions, openAsked } from './asked';
import { cliLanguage } from './language';

/** What all questions to an index have in common. */
export interface QueryOptions extends AskedOptions {
  readonly limit: number;
  readonly json: boolean;
}

/** What completions are answered from, beside the index. */
export interface CompleteOptions extends QueryOptions {
  /** Path of a background of set phrases; `off`: none; by default that which Fanben comes with, where it is there. */
  readonly background?: string | undefined;
  /** Path of a language model, likewise. */
  readonly model?: string | undefined;
}

/** A place as `--json` prints it; `paragraph` is 0-based. */
export interface PrintedSource {
  title: string;
  date: string | null;
  speaker: string | null;
  path: string;
  /** Of what comes from a library: its name; the path is one in it then. */
  library?: string;
  paragraph: number;
}

/** Makes of a passage what is printed of its place. */
export type PrintSource = (passage: Pick<Passage, 'article' | 'paragraph'>) => PrintedSource;

/** What a question is answered from. */
export interface AnswerFrom {
  readonly view: CorpusView;
  /** So many at its head are the writer's own. */
  readonly ownSegments: number;
  readonly sourceOf: PrintSource;
  /** `apart`: in how many articles a wording stands here and in each library, where libraries are asked and have it. */
  readonly countApart: (wording: string) => { apart?: OriginCount[] };
}

/**
 * `fanben complete --storage DIR --context TEXT`: what an editor would list after the text, best first.
 * Prints `[{text, replace, articles, occurrences, source}]`, with `estimated` where the counts are estimates, `common` where only
 * the background has the phrase, and `kind` where
 * the row is not a phrase of the corpus or the text. Rejects where the index cannot be opened.
 */
export async function complete(context: string, options: CompleteOptions): Promise<0 | 1> {
  const background = await shippedOr(options.background, 'background.bin', openBackground);
  const model = await shippedOr(options.model, 'model.bin', openModel);
  let added: readonly string[] = [];
  return answer(
    options,
    ({ view, sourceOf, countApart }) => {
      const suggestions = createSuggestions(view, { background: () => background, model: () => model });
      const draft = { before: context };
      while (suggestions.prepare(draft));
      const { rows } = offers(suggestions, draft, { limit: options.limit, pinyin: true, slots: true });
      added = rows.map(row => offeredText(row).slice(row.replace));
      return rows.slice(0, options.limit).map(row => {
        const shown = { text: offeredText(row), replace: row.replace };
        if (row.kind !== 'phrase') return { kind: row.kind, ...shown, articles: 0, occurrences: 0, source: null };
        const { articles, occurrences, estimated, isCommon, source, text } = row;
        const passage = source && passageAt(view, source, text.length);
        return {
          ...shown,
          articles,
          occurrences,
          ...(estimated && { estimated }),
          ...(isCommon && { common: true }),
          ...(passage && countApart(passage.match)),
          source: passage && sourceOf(passage),
        };
      });
    },
    rows =>
      rows.map(row => {
        const counted = 'kind' in row ? row.kind : 'common' in row ? common[cliLanguage()] : inArticles(row);
        return [row.text, counted, ...(row.source ? [origin(row.source)] : [])].join('\t');
      }),
    segment => new Set([...contextNeeds(segment, context), ...rowNeeds(segment, context, added)]),
  );
}

const common = { zh: '常用', en: 'common' };

/** What is asked for by its path, `off` for none; else what Fanben comes with, where it is there. */
async function shippedOr<Opened>(
  path: string | undefined,
  shipped: string,
  open: (path: string) => Promise<Opened>,
): Promise<Opened | undefined> {
  if (path === 'off') return undefined;
  if (path !== undefined) return open(path);
  const own = join(MEDIA, shipped);
  return existsSync(own) ? open(own) : undefined;
}

/** The bundle is dist/cli.js. */
const MEDIA = join(__dirname, '..', 'media');

/**
 * `fanben passages --storage DIR PHRASE`: where a phrase occurs, newest article first.
 * Prints `{articles, occurrences, passages}`; `estimated` is true where the counts are estimates.
 */
export async function passages(phrase: string, options: QueryOptions): Promise<0 | 1> {
  return answer(
    options,
    ({ view, ownSegments, sourceOf, countApart }) => {
      const {
        passages: found,
        dates: _,
        estimated,
        ...counts
      } = findPassages(view, phrase, options.limit, { ownSegments });
      return {
        ...counts,
        ...(estimated && { estimated }),
        ...countApart(phrase),
        passages: found.map(passage => {
          const { before, match, after } = passage;
          return { ...sourceOf(passage), before, match, after };
        }),
      };
    },
    ({ passages: places, ...count }) => [
      inArticles(count),
      ...places.map(({ before, match, after, ...source }) => `${before}【${match}】${after}\t${origin(source)}`),
    ],
    segment => wordingNeeds(segment, normalisePhrase(phrase)),
  );
}

/**
 * `fanben search --storage DIR WORDS…`: sentences with the words, best first; “exact wording”, gaps (以*为抓手) and filters (speaker:, year:,
 * title:, occasion:) as `parseQuery` reads them.
 * Prints `[{title, date, speaker, path, paragraph, sentence, spans}]`, spans as [start, end) in the sentence.
 */
export async function search(words: readonly string[], options: QueryOptions): Promise<0 | 1> {
  const query = parseQuery(words.join(' '));
  return answer(
    options,
    ({ view, sourceOf }) =>
      ask(filteredView(view, query.filter), query, options.limit, cutWords).map(hit => ({
        ...sourceOf(hit),
        sentence: hit.sentence,
        spans: hit.spans,
      })),
    found => found.map(({ sentence, ...source }) => `${sentence}\t${origin(source)}`),
  );
}

/** How often a question is asked anew of what is read on demand: counts need the answer, and sources the counts. */
const ASKED_AGAIN = 3;

/**
 * Opens what is asked, prints what `find` finds in it, and closes it; articles are as the writer has noted them. 1 where a part of the index is damaged.
 *
 * @param needsOf what the question needs of a library that is read on demand; without it such a library is not asked
 */
export async function answer<Found>(
  { json, ...options }: QueryOptions,
  find: (from: AnswerFrom) => Found,
  lines: (found: Found) => string[],
  needsOf?: (segment: BlockSegment) => Set<number>,
): Promise<0 | 1> {
  const asked = await openAsked(options);
  try {
    const isPartial = asked.everything.length > asked.view.length;
    if (isPartial && !needsOf) console.error(notOnDemand[cliLanguage()]);
    if (isPartial && needsOf) await asked.bring(needsOf);
    const { origins, inLibrary } = asked;
    const view = needsOf ? asked.everything : asked.view;
    const countApart = (wording: string) => {
      const apart = origins.length > 1 ? countByOrigin(view, origins, wording) : [];
      return apart.length > 0 ? { apart } : {};
    };
    const ownSegments = origins[0]?.segments ?? 0;
    const from: AnswerFrom = { view, ownSegments, sourceOf: passage => printedSource(passage, inLibrary), countApart };
    let found = find(from);
    for (let again = 0; isPartial && needsOf && again < ASKED_AGAIN; again++) {
      await Promise.all([asked.bring(needsOf), asked.bringNoted()]);
      found = find(from);
    }
    console.log(json ? JSON.stringify(found) : lines(found).join('\n'));
    return await asked.soundness();
  } finally {
    await asked.close();
  }
}

const notOnDemand = {
  zh: '按需读取的资料库只能用于补全和查出处，这里没有查它',
  en: 'A library that is read on demand serves completion and passages alone: it was not asked here',
};

/** Where a passage stands, as `--json` prints it. */
function printedSource(
  { article, paragraph }: Pick<Passage, 'article' | 'paragraph'>,
  inLibrary: Asked['inLibrary'],
): PrintedSource {
  const { title, date, speaker, path }: ArticleMeta = article;
  return { title, date, speaker, path, ...inLibrary(path), paragraph };
}

/** `在全县大会上的讲话 周明远 2023-02-06 〔县委库〕` */
export function origin({
  title,
  date,
  speaker,
  library,
}: Pick<PrintedSource, 'title' | 'date' | 'speaker' | 'library'>): string {
  return [title, speaker, date, library && `〔${library}〕`].filter(Boolean).join(' ');
}

/** `约 812 篇`; where libraries have it, too, `本机 3 篇 · 县委库 41 篇`. */
export function inArticles({
  articles,
  estimated = false,
  apart,
}: {
  articles: number;
  estimated?: boolean;
  apart?: readonly OriginCount[];
}): string {
  if (apart) return apart.map(one => `${one.library ?? own[cliLanguage()]} ${inArticles({ ...one })}`).join(' · ');
  if (cliLanguage() === 'zh') return `${estimated ? '约 ' : ''}${articles} 篇`;
  return `${estimated ? 'about ' : ''}${articles} ${articles === 1 ? 'article' : 'articles'}`;
}

const own = { zh: '本机', en: 'here' };
