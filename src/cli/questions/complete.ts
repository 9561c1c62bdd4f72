import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBackground } from '../../corpus/background/openBackground';
import { openModel } from '../../corpus/model/openModel';
import { createSuggestions } from '../../engine/complete/suggestions';
import { contextNeeds, rowNeeds } from '../../engine/index/blocks/needs';
import { offeredText } from '../../engine/offers/offeredText';
import { offers } from '../../engine/offers/offers';
import { passageAt } from '../../engine/passages/passage';
import { cliLanguage } from '../output/language';
import { answer, type QueryOptions } from './answer';
import { inArticles, origin } from './printed';

/** What completions are answered from, beside the index. */
export interface CompleteOptions extends QueryOptions {
  /** Path of a background of set phrases; `off`: none; by default that which Fanben comes with, where it is there. */
  readonly background?: string | undefined;
  /** Path of a language model, likewise. */
  readonly model?: string | undefined;
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
    { steps: () => [segment => new Set([...contextNeeds(segment, context), ...rowNeeds(segment, context, added)])] },
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

/** Where the shipped background and model lie, seen from the bundle dist/cli.js. */
const MEDIA = join(__dirname, '..', 'media');
