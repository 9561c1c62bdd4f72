import { join } from 'node:path';
import { loadSegmenter } from '../../src/corpus/words/segmenter';
import type { PhraseTree } from '../../src/engine/background/phraseTree';
import { createSuggestions } from '../../src/engine/complete/suggestions';
import type { CorpusView } from '../../src/engine/index/segment';
import type { LanguageModel } from '../../src/engine/model/languageModel';
import { type Interval, savedShare, type TypedPassage } from './bootstrap';
import { buildIndex, writeArticles } from './buildIndex';
import { type CorpusArticle, upTo } from './corpusText';
import { fanbenList } from './fanben';
import type { HeldPassage } from './heldOut';
import { longestSuffix } from './peers/longestSuffix';
import { wordNgram } from './peers/wordNgram';
import type { Predictor } from './predictor';
import { random, shuffled } from './random';
import { table } from './table';
import { typeOut } from './typeOut';

export interface SizesOptions {
  /** UTF-16 code units of corpus; infinite: all there is. */
  readonly sizes: readonly number[];
  /** Random parts of the corpus of each size, but the whole. */
  readonly subsets: number;
  readonly background: PhraseTree | undefined;
  /** That advises where there is a background. */
  readonly model: LanguageModel | undefined;
  readonly peers: boolean;
  readonly top: number;
  readonly seed: number;
  /** Folder for the indexes. */
  readonly temporary: string;
}

/** What a method saves with a corpus of a size, on a set of passages, over all its subsets. */
export interface SizeReport extends Interval {
  readonly size: string;
  readonly held: string;
  readonly method: string;
}

/** A held-out set, its passages drawn. */
export interface PassageSet {
  readonly name: string;
  readonly passages: readonly HeldPassage[];
}

/** Types every set with corpora of every size: how much does the first folder save, how much the great collection? */
export async function sizesReport(
  articles: readonly CorpusArticle[],
  sets: readonly PassageSet[],
  options: SizesOptions,
): Promise<SizeReport[]> {
  const { sizes, subsets, top, seed, temporary } = options;
  const reports: SizeReport[] = [];
  for (const size of sizes) {
    const name = Number.isFinite(size) ? `${size / 1e6} M` : 'all';
    const typed = new Map<string, TypedPassage[]>();
    for (let subset = 0; subset < (Number.isFinite(size) ? subsets : 1); subset++) {
      const folder = join(temporary, `${name}-${subset}`);
      const part = upTo(shuffled(articles, random(seed + subset)), size);
      const { index } = await buildIndex([await writeArticles(folder, part)], join(folder, 'index'));
      for (const predictor of methods(index.view, options)) {
        for (const { name: held, passages } of sets) {
          console.error(`${name}, subset ${subset + 1}, ${held}: ${predictor.name}`);
          const key = JSON.stringify([held, predictor.name]);
          typed.set(key, [...(typed.get(key) ?? []), ...typeOut(predictor, passages, top)]);
        }
      }
      await index.close();
    }
    for (const [key, passages] of typed) {
      const [held, method] = JSON.parse(key) as [string, string];
      reports.push({ size: name, held, method, ...savedShare(passages, seed) });
    }
  }
  return reports;
}

function methods(view: CorpusView, { background, model, peers }: SizesOptions): Predictor[] {
  const own = (name: string, tree: PhraseTree | undefined, adviser: LanguageModel | undefined): Predictor => ({
    ...fanbenList(createSuggestions(view, { background: () => tree, model: () => adviser })),
    name,
  });
  return [
    ...(background ? [own('Fanben', background, model)] : []),
    ...(background && model ? [own('without model', background, undefined)] : []),
    own('without background', undefined, undefined),
    ...(peers ? [longestSuffix(view), wordNgram(view, loadSegmenter())] : []),
  ];
}

/** For a terminal: a line a size and set, a column a method. */
export function printedSizes(reports: readonly SizeReport[]): string {
  const names = [...new Set(reports.map(({ method }) => method))];
  const lines = [...new Set(reports.map(({ size, held }) => JSON.stringify([size, held])))];
  const shown = ({ saved, low, high }: Interval) => `${saved.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  return table(
    ['corpus', 'keystrokes saved on', ...names],
    lines.map(line => {
      const [size, held] = JSON.parse(line) as [string, string];
      const of = (name: string) => reports.find(one => one.size === size && one.held === held && one.method === name);
      return [size, held, ...names.map(name => (of(name) ? shown(of(name)!) : '–'))];
    }),
  );
}
