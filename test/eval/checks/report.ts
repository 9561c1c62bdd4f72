import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gazetteer } from '../../../src/corpus/check/gazetteer';
import { idioms } from '../../../src/corpus/check/idioms';
import { readTermList } from '../../../src/corpus/check/readTermList';
import type { CorpusView } from '../../../src/engine/index/segment';
import { speech } from '../../fixtures/sampleText';
import { buildIndex, writeArticles } from '../buildIndex';
import { table } from '../table';
import { type CleanReport, type CleanSpeech, cleanReports } from './clean';
import { type DraftSet, readCorpus, readDrafts } from './labelledDraft';
import { type ChecksScore, scoreChecks } from './score';

/** How well the checks do on a set of drafts. */
export interface ChecksReport extends ChecksScore {
  readonly set: DraftSet;
}

const SETS: readonly DraftSet[] = ['cases', 'unseen'];

/** How well the checks find what is marked in our own drafts, with our own small corpus. `root` is the folder of the project. */
export async function checksReport(root: string): Promise<ChecksReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fanben-checks-'));
  try {
    const articles = readCorpus(root).map(({ paragraphs, ...article }) => ({
      ...article,
      text: paragraphs.join('\n'),
    }));
    // So that the corpus can tell what is a set phrase.
    const filler = {
      title: '会议记录',
      date: '2019',
      speaker: null,
      text: speech(1, 320_000).replaceAll('。', '。\n'),
    };
    const path = await writeArticles(folder, [...articles, filler]);
    const { index } = await buildIndex([path], join(folder, 'index'));
    const terms = [await readTermList(join(root, 'checks', 'terms.csv'))];
    const reports = SETS.map(set => ({
      set,
      ...scoreChecks(index.view, readDrafts(root, set), { terms, gazetteer, idioms }),
    }));
    await index.close();
    return reports;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is told of speeches that are as they were given, by the checks as they come, in draws of so many. */
export async function cleanReport(
  root: string,
  view: CorpusView,
  speeches: readonly CleanSpeech[],
  draws: { draws: readonly number[]; size: number },
): Promise<CleanReport[]> {
  const terms = [await readTermList(join(root, 'checks', 'terms.csv'))];
  return cleanReports(view, speeches, draws, { terms, gazetteer, idioms });
}

/** For a terminal. */
export function printedChecks({ set, drafts, characters, codes, mistakes }: ChecksReport): string {
  const percent = (part: number, all: number) => (all === 0 ? '' : `${((100 * part) / all).toFixed(0)}%`);
  const rows = codes.map(({ code, faults, found, told, wrong }) => [
    code,
    faults,
    percent(found, faults),
    told,
    percent(told - wrong, told),
  ]);
  return [
    `== checks: ${drafts} drafts of ${characters} characters with marked faults, the rules ${set === 'unseen' ? 'not ' : ''}tuned on them`,
    table(['', 'faults', 'recall', 'told', 'precision'], rows),
    ...mistakes,
  ].join('\n');
}
