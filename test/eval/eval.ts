/** The evaluation: `npm run eval`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { openBackground } from '../../src/corpus/background/openBackground';
import { openModel } from '../../src/corpus/model/openModel';
import { loadSegmenter } from '../../src/corpus/words/segmenter';
import { createSuggestions, type Suggestions } from '../../src/engine/complete/suggestions';
import type { CorpusView } from '../../src/engine/index/segment';
import { askEverywhere } from './ask';
import { describe } from './breakdown';
import { buildIndex, writeArticles } from './buildIndex';
import { type CleanSpeech, printedClean } from './checks/clean';
import { checksReport, cleanReport, printedChecks } from './checks/report';
import { readCorpus } from './corpusText';
import { fanbenList, fanbenPhrases } from './fanben';
import { type FramesReport, framesReports, printedFrames } from './frames/report';
import { ghostReports } from './ghosts';
import { drawPassages, type HeldArticle, type HeldPassage, readHeld } from './heldOut';
import { importReport, type KindReport, printedImport } from './import/report';
import { askLists } from './lists/askLists';
import { halfWords } from './lists/halfWords';
import { openingCurve } from './lists/openingCurve';
import { occasionReport, printedOccasions } from './occasion';
import { editorWords } from './peers/editorWords';
import { fuseClauses } from './peers/fuseClauses';
import { longestSuffix } from './peers/longestSuffix';
import { miniSearchSuggest } from './peers/miniSearchSuggest';
import { wordNgram } from './peers/wordNgram';
import type { Predictor } from './predictor';
import { methodReport, printed, type SetReport, setReport } from './report';
import { printedSizes, sizesReport } from './sizes';
import { printedSkeletons, type SkeletonReport, skeletonReports } from './skeleton/report';
import { typeThrough } from './typing';
import { positive, readArguments, runProgram } from './usage';

const ROOT = process.env.FANBEN_ROOT ?? '.';
const USAGE =
  'npm run eval -- --corpus PATH… --held FILE_OR_FOLDER… [--passages 40] [--length 400] [--top 5] [--seed 7] [--background FILE|none] [--model FILE|none] [--no-peers] [--json]\n       npm run eval -- --sizes 0.03,0.3,3,all [--subsets 3] --corpus … --held …\n       npm run eval -- --occasion --corpus … [--base 0.3] [--drafts 6]\n       npm run eval -- --frames [--json]\n       npm run eval -- --skeletons [--held FOLDER…] [--json]\n       npm run eval -- --checks [--json]\n       npm run eval -- --checks --corpus PATH… --held FILE [--draws 3,19,23] [--drafts 6]\n       npm run eval -- --import [--articles 10] [--seed 7] [--json]';

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), {
    usage: USAGE,
    lists: ['corpus', 'held'],
    numbers: { passages: 40, length: 400, top: 5, seed: 7, subsets: 3, articles: 10, base: 0.3, drafts: 6 },
    texts: {
      draws: '',
      sizes: '',
      background: join(ROOT, 'media', 'background.bin'),
      model: join(ROOT, 'media', 'model.bin'),
    },
    switches: ['no-peers', 'json', 'frames', 'skeletons', 'checks', 'import', 'occasion'],
  });
  const { corpus, held, passages, length, top, seed } = given;
  if (given.import) {
    print({ frames: [], imports: await importReport(given.articles, seed, process.env.FANBEN_BROWSER) }, given.json);
    return;
  }
  if (given.checks && held.length > 0) {
    const temporary = await mkdtemp(join(tmpdir(), 'fanben-eval-'));
    try {
      const speeches = (await Promise.all(held.map(path => readHeld(resolve(path))))).flat();
      const view = await indexedCorpus(corpus, speeches, temporary);
      const draws = given.draws
        .split(',')
        .filter(Boolean)
        .map(text => positive('draws', text));
      const clean = await cleanReport(ROOT, view, speeches as unknown as CleanSpeech[], {
        draws: draws.length > 0 ? draws : [seed],
        size: given.drafts,
      });
      console.log(given.json ? JSON.stringify({ clean }) : printedClean(clean));
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    return;
  }
  if (given.checks) {
    const checks = await checksReport(ROOT);
    console.log(given.json ? JSON.stringify({ checks }) : checks.map(printedChecks).join('\n\n'));
    return;
  }
  if (given.skeletons) {
    print({ frames: [], skeletons: await skeletonReports(ROOT, loadSegmenter(), held) }, given.json);
    return;
  }
  const frames = framesReports(ROOT);
  if (given.frames) {
    print({ frames }, given.json);
    return;
  }
  if (corpus.length === 0 || (held.length === 0 && !given.occasion)) throw new Error(`usage: ${USAGE}`);
  const temporary = await mkdtemp(join(tmpdir(), 'fanben-eval-'));
  try {
    const sets = await Promise.all(held.map(async path => ({ path, articles: await readHeld(resolve(path)) })));
    const heldOut = sets.flatMap(({ articles }) => articles);
    const background = given.background === 'none' ? undefined : await openBackground(resolve(given.background));
    const model = given.model === 'none' ? undefined : await openModel(resolve(given.model));
    if (given.occasion) {
      const { articles } = await readCorpus(corpus, heldOut);
      const { drafts } = given;
      const base = given.base * 1e6;
      const reports = await occasionReport(articles, {
        background,
        base,
        drafts,
        passages,
        length,
        top,
        seed,
        temporary,
      });
      console.log(given.json ? JSON.stringify({ occasions: reports }) : printedOccasions(reports));
      return;
    }
    const drawn = sets.map(({ path, articles }) => ({
      name: basename(path),
      passages: drawPassages(articles, { passages, length, seed }),
    }));
    if (given.sizes !== '') {
      const { articles } = await readCorpus(corpus, heldOut);
      const sizes = given.sizes
        .split(',')
        .map(size => (size === 'all' ? Number.POSITIVE_INFINITY : positive('sizes', size) * 1e6));
      const options = {
        sizes,
        subsets: given.subsets,
        background,
        model,
        peers: !given['no-peers'],
        top,
        seed,
        temporary,
      };
      const reports = await sizesReport(articles, drawn, options);
      console.log(given.json ? JSON.stringify({ sizes: reports }) : printedSizes(reports));
      return;
    }
    const view = await indexedCorpus(corpus, heldOut, temporary);
    const suggestions = createSuggestions(view, { background: () => background, model: () => model });
    const predictors = [fanbenList(suggestions), fanbenPhrases(suggestions), ...(given['no-peers'] ? [] : peers(view))];
    const reports = drawn.map(set => evaluate(suggestions, predictors, set.name, set.passages, top));
    print({ passages, length, top, seed, sets: reports, frames }, given.json);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** What is measured: completion on held-out sets, the mining of frames, the slots of skeletons, import. */
interface Results {
  readonly sets?: readonly SetReport[];
  readonly top?: number;
  readonly frames: readonly FramesReport[];
  readonly skeletons?: readonly SkeletonReport[];
  readonly imports?: readonly KindReport[];
  readonly [setting: string]: unknown;
}

function print(results: Results, json: boolean): void {
  const { sets = [], top = 0, frames, skeletons = [], imports } = results;
  if (json) console.log(JSON.stringify(results));
  if (json) return;
  const reports = [
    ...sets.map(report => printed(report, top)),
    ...frames.map(printedFrames),
    ...skeletons.map(printedSkeletons),
  ];
  if (imports) reports.push(printedImport(imports));
  for (const report of reports) console.log(`\n${report}`);
}

async function indexedCorpus(
  corpus: readonly string[],
  heldOut: readonly HeldArticle[],
  temporary: string,
): Promise<CorpusView> {
  const { articles, copies } = await readCorpus(corpus, heldOut);
  const path = await writeArticles(temporary, articles);
  const { index, seconds } = await buildIndex([path], join(temporary, 'index'));
  const characters = index.view.reduce((sum, { length }) => sum + length, 0);
  console.error(
    `${articles.length} articles, ${characters} characters indexed in ${seconds.toFixed(1)} s; ${copies} left out as copies of held-out ones`,
  );
  return index.view;
}

function peers(view: CorpusView): Predictor[] {
  const cut = loadSegmenter();
  return [longestSuffix(view), wordNgram(view, cut), miniSearchSuggest(view, cut), fuseClauses(view), editorWords()];
}

function evaluate(
  suggestions: Suggestions,
  predictors: readonly Predictor[],
  name: string,
  passages: readonly HeldPassage[],
  top: number,
): SetReport {
  const answers = predictors.map(predictor => {
    console.error(`${name}: ${predictor.name}`);
    return askEverywhere(predictor, passages, top);
  });
  const typing = typeThrough(answers[0]!);
  const methods = predictors.map((predictor, i) => methodReport(predictor, answers[i]!));
  console.error(`${name}: ghost text`);
  const ghosts = ghostReports(suggestions, passages);
  console.error(`${name}: lists that open by themselves`);
  const asked = askLists(suggestions, passages, top);
  const cut = loadSegmenter();
  const lists = { ghosts, opening: openingCurve(asked, passages), halfWords: halfWords(asked, passages, cut, top) };
  return setReport(name, typing, describe(suggestions.view, passages, typing), methods, lists, passages.length);
}

runProgram(main);
