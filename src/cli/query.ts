import { openIndex } from '../corpus/indexStore';
import { complete as continuations, prepareCompletion } from '../engine/complete/complete';
import type { ArticleMeta, CorpusView } from '../engine/index/segment';
import { cutWords } from '../engine/passages/cutWords';
import { findPassages } from '../engine/passages/findPassages';
import { type Passage, passageAt } from '../engine/passages/passage';
import { search as searchSentences } from '../engine/passages/search';
import { cliLanguage } from './language';

/** What all questions to an index have in common. */
export interface QueryOptions {
  /** Folder of the index. */
  readonly storage: string;
  readonly limit: number;
  readonly json: boolean;
}

/** A place as `--json` prints it; `paragraph` is 0-based. */
interface PrintedSource {
  title: string;
  date: string | null;
  speaker: string | null;
  path: string;
  paragraph: number;
}

/**
 * `fanben complete --storage DIR --context TEXT`: what goes on after the text, best first.
 * Prints `[{text, replace, articles, occurrences, source}]`. Rejects where the index cannot be opened.
 */
export async function complete(context: string, options: QueryOptions): Promise<0> {
  return answer(
    options,
    view => {
      while (prepareCompletion(view, { before: context }));
      return continuations(view, { before: context, after: '', limit: options.limit, pinyin: true }).map(
        ({ text, replace, articles, occurrences, source }) => ({
          text,
          replace,
          articles,
          occurrences,
          source: source && sourceOf(passageAt(view, source, text.length)),
        }),
      );
    },
    found =>
      found.map(
        ({ text, articles, source }) => `${text}\t${inArticles(articles)}${source ? `\t${origin(source)}` : ''}`,
      ),
  );
}

/**
 * `fanben passages --storage DIR PHRASE`: where a phrase occurs, newest article first.
 * Prints `{articles, occurrences, passages}`; `estimated` is true where the counts are estimates.
 */
export async function passages(phrase: string, options: QueryOptions): Promise<0> {
  return answer(
    options,
    view => {
      const { passages: found, estimated, ...counts } = findPassages(view, phrase, options.limit);
      return {
        ...counts,
        ...(estimated && { estimated }),
        passages: found.map(passage => {
          const { before, match, after } = passage;
          return { ...sourceOf(passage), before, match, after };
        }),
      };
    },
    ({ articles, passages: found }) => [
      inArticles(articles),
      ...found.map(({ before, match, after, ...source }) => `${before}【${match}】${after}\t${origin(source)}`),
    ],
  );
}

/**
 * `fanben search --storage DIR WORDS…`: sentences with the words, best first.
 * Prints `[{title, date, speaker, path, paragraph, sentence, spans}]`, spans as [start, end) in the sentence.
 */
export async function search(words: readonly string[], options: QueryOptions): Promise<0> {
  return answer(
    options,
    view =>
      searchSentences(view, words.join(' '), options.limit, cutWords).map(hit => ({
        ...sourceOf(hit),
        sentence: hit.sentence,
        spans: hit.spans,
      })),
    found => found.map(({ sentence, ...source }) => `${sentence}\t${origin(source)}`),
  );
}

async function answer<Found>(
  { storage, json }: QueryOptions,
  find: (view: CorpusView) => Found,
  lines: (found: Found) => string[],
): Promise<0> {
  const index = await openIndex(storage);
  try {
    const found = find(index.view);
    console.log(json ? JSON.stringify(found) : lines(found).join('\n'));
  } finally {
    await index.close();
  }
  return 0;
}

function sourceOf({ article, paragraph }: Passage): PrintedSource {
  const { title, date, speaker, path }: ArticleMeta = article;
  return { title, date, speaker, path, paragraph };
}

function origin({ title, date, speaker }: Pick<PrintedSource, 'title' | 'date' | 'speaker'>): string {
  return [title, speaker, date].filter(Boolean).join(' ');
}

function inArticles(count: number): string {
  if (cliLanguage() === 'zh') return `${count} 篇`;
  return `${count} ${count === 1 ? 'article' : 'articles'}`;
}
