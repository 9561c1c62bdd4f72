import { wordingNeeds } from '../../engine/index/blocks/needs';
import { ask } from '../../engine/lookup/query/ask';
import { filteredView } from '../../engine/lookup/query/filteredView';
import { parseQuery } from '../../engine/lookup/query/query';
import { queryNeeds } from '../../engine/lookup/query/queryNeeds';
import { findPassages } from '../../engine/passages/findPassages';
import { normalisePhrase } from '../../engine/passages/normalisePhrase';
import { cutWords } from '../../engine/text/segmentWords';
import { answer, type QueryOptions } from './answer';
import { neededFor } from './neededFor';
import { inArticles, origin } from './printed';

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
    { steps: () => [segment => wordingNeeds(segment, normalisePhrase(phrase))] },
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
    neededFor(query, partial => [queryNeeds(query, cutWords, partial.length)]),
  );
}
