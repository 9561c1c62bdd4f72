import { loadTags } from '../../corpus/words/loadTags';
import { likeNeeds, likeSentences, percentOf } from '../../engine/lookup/like/likeSentences';
import { type LineOrder, concordance as linesOf } from '../../engine/lookup/lines/concordance';
import type { TableLine } from '../../engine/lookup/lines/linesAsCsv';
import { historyNeeds, linesNeeds } from '../../engine/lookup/lines/linesNeeds';
import { speakerProfile } from '../../engine/lookup/profile';
import { profileNeeds } from '../../engine/lookup/profileNeeds';
import { filteredView } from '../../engine/lookup/query/filteredView';
import { parseGapPattern } from '../../engine/lookup/query/gapPattern';
import { parseQuery } from '../../engine/lookup/query/query';
import { collocateNeeds } from '../../engine/lookup/wording/collocateNeeds';
import { collocates as companions } from '../../engine/lookup/wording/collocates';
import { variants as others, variantNeeds } from '../../engine/lookup/wording/variants';
import { MOST_PLACES, wordingHistory } from '../../engine/lookup/wording/years';
import { createArticleDirectory } from '../../engine/passages/articleDirectory';
import type { Passage } from '../../engine/passages/passage';
import { finish } from '../../engine/steps';
import { cliLanguage } from '../output/language';
import { answer, type QueryOptions } from './answer';
import { checkLinesFile, type LinesFile, writeLinesFile } from './linesFile';
import { neededFor } from './neededFor';
import { inArticles, origin, type PrintSource } from './printed';

/**
 * `fanben concordance --storage DIR WORDING [--order right|left|date]`: its lines, grouped by what stands beside it.
 * Prints `{articles, occurrences, groups: [{neighbour, articles, lines}]}`; gaps and filters as in `search`. With `--out` the lines are
 * also written as .csv or .docx.
 */
export async function concordance(typed: string, options: ConcordanceOptions): Promise<0 | 1> {
  const query = parseQuery(typed);
  const { words, filter } = query;
  const { file } = options;
  if (file) checkLinesFile(file);
  let lines: TableLine[] = [];
  const code = await answer(
    options,
    ({ view, sourceOf }) => {
      const { estimated, groups, ...counts } = linesOf(filteredView(view, filter), parseGapPattern(words), options);
      const printed = groups.map(group => ({ ...group, lines: group.lines.map(line => lineOf(line, sourceOf)) }));
      lines = printed.flatMap(({ neighbour, lines }) => lines.map(line => ({ ...line, group: neighbour })));
      return { ...counts, ...(estimated && { estimated }), groups: printed };
    },
    ({ groups, ...count }) => [
      inArticles(count),
      ...groups.flatMap(({ neighbour, articles, lines }) => [
        `${neighbour || '–'} (${articles})`,
        ...lines.map(({ before, match, after, ...source }) => `\t${before}【${match}】${after}\t${origin(source)}`),
      ]),
    ],
    neededFor(query, partial => [linesNeeds(query, partial.length)]),
  );
  if (file) await writeLinesFile(file, `“${typed}”`, lines);
  return code;
}

interface ConcordanceOptions extends QueryOptions {
  readonly order: LineOrder;
  readonly file?: LinesFile | undefined;
}

/** `fanben collocates --storage DIR WORD`: what goes with a word. Prints `[{word, side, part, articles, logDice, example}]`. */
export async function collocates(word: string, options: QueryOptions): Promise<0 | 1> {
  return answer(
    options,
    ({ view, sourceOf }) =>
      companions(view, word, options.limit, { tagOf: loadTags() }).map(one => ({
        ...one,
        example: lineOf(one.example, sourceOf),
      })),
    found =>
      found.map(({ word: other, side, part, articles, logDice, example: { before, match, after } }) =>
        [
          side === 'left' ? `${other} ←` : `→ ${other}`,
          parts[cliLanguage()][part],
          articles,
          logDice.toFixed(1),
          before + match + after,
        ].join('\t'),
      ),
    { steps: partial => collocateNeeds(partial, word) },
  );
}

const parts = {
  zh: { verb: '动词', noun: '名词', adjective: '形容词', other: '副词等' },
  en: { verb: 'verb', noun: 'noun', adjective: 'adjective', other: 'other' },
};

/** `fanben variants --storage DIR 以【项目建设】为抓手`: what else stands in the brackets. Prints `[{text, articles, source}]`. */
export async function variants(marked: string, options: QueryOptions): Promise<0 | 1> {
  const [before, wording, after] = partsOf(marked);
  const span = { start: before.length, end: before.length + wording.length };
  return answer(
    options,
    ({ view, sourceOf }) =>
      others(view, before + wording + after, span, options.limit).map(one => ({
        ...one,
        source: lineOf(one.source, sourceOf),
      })),
    found => found.map(({ text, articles, source }) => [text, inArticles({ articles }), origin(source)].join('\t')),
    { steps: () => [variantNeeds(before + wording + after, span)] },
  );
}

function partsOf(marked: string): [before: string, wording: string, after: string] {
  const [, before, wording, after] = /^([^【]*)【([^】]+)】(.*)$/s.exec(marked) ?? [];
  if (wording === undefined) throw new Error(noBrackets[cliLanguage()]);
  return [before!, wording, after!];
}

const noBrackets = {
  zh: '请用【】标出要替换的词语：以【项目建设】为抓手',
  en: 'Mark the wording with 【】: 以【项目建设】为抓手',
};

/** `fanben history --storage DIR WORDING`: articles a year, speakers, first and last seen. Prints a `WordingHistory`. */
export async function history(typed: string, options: QueryOptions): Promise<0 | 1> {
  const query = parseQuery(typed);
  const { words, filter } = query;
  return answer(
    options,
    ({ view }) => {
      const filtered = filteredView(view, filter);
      return wordingHistory(filtered, parseGapPattern(words), createArticleDirectory(filtered).byYear());
    },
    ({ years, speakers, isSeldomLately }) => [
      ...years
        .filter(({ articles }) => articles > 0)
        .map(({ year, articles, ofArticles }) => `${year}\t${articles} / ${ofArticles}`),
      ...speakers.map(({ speaker, articles }) => `${speaker}\t${articles}`),
      ...(isSeldomLately ? [seldomLately[cliLanguage()]] : []),
    ],
    neededFor(query, partial => [historyNeeds(query, MOST_PLACES, partial.length)]),
  );
}

const seldomLately = { zh: '近年少用', en: 'hardly said in the last years' };

/** `fanben profile --storage DIR SPEAKER`: what they say more than others. Prints a `SpeakerProfile`, or null. */
export async function profile(speaker: string, options: QueryOptions): Promise<0 | 1> {
  return answer(
    options,
    ({ view }) => finish(speakerProfile(view, speaker)),
    found =>
      [...(found?.words ?? []), ...(found?.openings ?? [])].map(({ text, rate, otherRate, articles }) =>
        [text, `${rate} / ${otherRate}`, inArticles({ articles })].join('\t'),
      ),
    { steps: partial => [profileNeeds(partial, speaker)], bySpeaker: true },
  );
}

/** `fanben like --storage DIR SENTENCE`: sentences like it. Prints `[{percent, sentence, differs, …source}]`. */
export async function like(sentence: string, options: QueryOptions): Promise<0 | 1> {
  return answer(
    options,
    ({ view, sourceOf }) =>
      likeSentences(view, sentence, { limit: options.limit }).map(one => ({
        percent: percentOf(one),
        sentence: one.sentence,
        differs: one.differs.map(({ start, end }) => [start, end]),
        ...sourceOf(one),
      })),
    found => found.map(({ percent, sentence: text, ...source }) => `${percent}%\t${text}\t${origin(source)}`),
    { steps: () => [likeNeeds(sentence)] },
  );
}

function lineOf(passage: Passage, sourceOf: PrintSource) {
  const { before, match, after } = passage;
  return { ...sourceOf(passage), before, match, after };
}
