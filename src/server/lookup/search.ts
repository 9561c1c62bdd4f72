import { writeLinesDocx } from '../../corpus/export/linesDocx';
import { linesAsCsv, type TableLine } from '../../engine/lookup/lines/linesAsCsv';
import { linesNeeds } from '../../engine/lookup/lines/linesNeeds';
import { searchGroups } from '../../engine/lookup/lines/searchGroups';
import { parseQuery, type Query } from '../../engine/lookup/query/query';
import { queryNeeds } from '../../engine/lookup/query/queryNeeds';
import type { NeedsOf } from '../../engine/passages/search/searchNeeds';
import { wordsOf } from '../../engine/passages/search/searchTerms';
import { cutWords } from '../../engine/text/segmentWords';
import { hitMessage } from '../passages/lookUp';
import type { LinesFileParams, SearchParams, SearchResult } from '../protocol/search';
import type { SearchScope } from './searchScope';

/** No answer holds more, and no more is ranked. */
const MOST = 1000;
const MOST_HITS = 200;

/** What a search needs of a library that is read on demand, step by step. `layouts`: how many are asked. */
export const searched = (query: Query, order: SearchParams['order'], layouts: number): NeedsOf[] => {
  const isLines = !query.hasGap && order !== 'article' && wordsOf(query.words).length === 1;
  return [...(isLines ? [linesNeeds(query, layouts)] : []), queryNeeds(query, cutWords, layouts)];
};

/** A search to work in: its sentences by article, or as sorted lines, with counts. */
export function search(scope: SearchScope, { words, order, limit, textDocument }: SearchParams): SearchResult {
  const query = parseQuery(words);
  const wordings = query.hasGap || query.isExact ? [] : scope.spelledBy(query.words);
  const view = scope.viewOf(query.filter);
  const directory = scope.directoryOf(view);
  const { groups, ...counts } = searchGroups(view, query, {
    ...(directory && { directory }),
    order,
    limit: Math.min(limit, order === 'article' ? MOST_HITS : MOST),
    wordings,
    cutWords,
    preference: scope.preferenceIn(textDocument?.uri),
  });
  return { ...counts, groups: groups.map(group => ({ ...group, hits: group.hits.map(hitMessage) })) };
}

/** The same as a file: a table for spreadsheets, or a document for Word. */
export async function linesFile(scope: SearchScope, { format, ...params }: LinesFileParams): Promise<string> {
  const lines = search(scope, params).groups.flatMap(({ name, hits }) =>
    hits.map((hit): TableLine => ({ ...hit, group: name })),
  );
  const bytes =
    format === 'csv' ? Buffer.from(linesAsCsv(lines)) : Buffer.from(await writeLinesDocx(`“${params.words}”`, lines));
  return bytes.toString('base64');
}
