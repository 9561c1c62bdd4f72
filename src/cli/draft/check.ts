import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDraftLines } from '../../corpus/check/draftLines';
import { gazetteer } from '../../corpus/check/gazetteer';
import { idioms } from '../../corpus/check/idioms';
import { lastWritten } from '../../corpus/check/lastWritten';
import { readTermList, SHIPPED_NAME } from '../../corpus/check/readTermList';
import { type CheckOptions, checkSteps } from '../../engine/check/checkDraft';
import type { Problem, ProblemSource } from '../../engine/check/problem';
import type { TermList } from '../../engine/check/terms/termList';
import { createArticleDirectory } from '../../engine/passages/articleDirectory';
import { finish } from '../../engine/steps';
import { paths } from '../../paths/pathIdentity';
import { type Asked, type AskedOptions, openAsked } from '../asked/asked';
import { cliLanguage } from '../output/language';
import type { PrintedSource } from '../questions/printed';

/** What a draft is checked against, and how problems are printed. */
export interface CheckCommandOptions extends Omit<AskedOptions, 'notes'> {
  /** Lists of wordings, CSV; the earlier one wins, all win over the example that Fanben comes with. */
  readonly terms: readonly string[];
  readonly json: boolean;
}

/** A problem as `--json` prints it. */
interface PrintedProblem {
  code: Problem['code'];
  /** UTF-16 offsets [start, end) in the text of the file, as read: `text` stands there. */
  start: number;
  end: number;
  /** 1-based. */
  line: number;
  text: string;
  message: string;
  source?: PrintedSource;
}

/**
 * `fanben check FILE [--storage DIR] [--terms FILE.csv]… [--json]`: prints `[{code, start, end, line, text, message, source?}]`, in the
 * order of the draft. Returns the exit code: 0, whatever is found; 1 where a part of the
 * index is damaged.
 *
 * @throws {UnreadableFileError} the draft; {TermListError}; an `Error` where the index cannot be opened
 */
export async function check(path: string, { terms, json, ...options }: CheckCommandOptions): Promise<0 | 1> {
  const draft = await readDraftLines(path);
  const lists = await termLists(terms);
  // Without any corpus what needs none is checked.
  const asked = await openAsked(options);
  try {
    const borrowed = await asked.borrow(draft.lines);
    if (!borrowed.isWhole) console.error(notAll[cliLanguage()]);
    const view = [...asked.view, ...borrowed.view];
    const known = { common: borrowed.common, writtenOn: await lastWritten(path) };
    const problems = problemsOf({ ...asked, view, ...known }, path, draft, lists);
    console.log(json ? JSON.stringify(problems) : problems.map(readable).join('\n') || NOTHING[cliLanguage()]);
    return await asked.soundness();
  } finally {
    await asked.close();
  }
}

function problemsOf(
  { view, inLibrary, common, writtenOn }: Asked & Pick<CheckOptions, 'common' | 'writtenOn'>,
  path: string,
  { text, lines, starts, title }: Awaited<ReturnType<typeof readDraftLines>>,
  terms: readonly TermList[],
): PrintedProblem[] {
  // A draft that lies in the corpus is not taken over from itself.
  const [own] = createArticleDirectory(view, paths.keyOf).ofFile(resolve(path));
  const exceptCluster = own && view[own.segment]!.meta(own.article).cluster;
  const options = { title, exceptCluster, writtenOn, terms, gazetteer, idioms, common };
  return finish(checkSteps(view, lines, options)).problems.map(problem => {
    const start = starts[problem.line]! + problem.start;
    const end = starts[problem.endLine]! + problem.end;
    const { code, message, source } = problem;
    return {
      code,
      start,
      end,
      line: problem.line + 1,
      text: text.slice(start, end),
      message: message[cliLanguage()],
      ...(source && { source: sourceOf(source, inLibrary) }),
    };
  });
}

const sourceOf = (
  { title, date, speaker, path, paragraph }: ProblemSource,
  inLibrary: Asked['inLibrary'],
): PrintedSource => ({ title, date, speaker, path, ...inLibrary(path), paragraph });

async function termLists(paths: readonly string[]): Promise<TermList[]> {
  const own = await Promise.all(paths.map(path => readTermList(resolve(path))));
  return existsSync(SHIPPED) ? [...own, await readTermList(SHIPPED, SHIPPED_NAME)] : own;
}

/** The list of wordings that is shipped, seen from the bundle dist/cli.js. */
const SHIPPED = join(__dirname, '..', 'checks', 'terms.csv');

const notAll = {
  zh: '按需读取的资料库没有全部查到（草稿较长、资料库很大或连接太慢）：较短的重合可能没有列出',
  en: 'A library that is read on demand could not be asked for everything (a long draft, a very large library or a slow line): shorter overlaps may be missing',
};

const NOTHING = { zh: '没有发现问题', en: 'Nothing found' };

function readable({ line, code, text, message }: PrintedProblem): string {
  const shown = text.replaceAll('\n', '↵');
  return `${line}\t${code}\t${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}\t${message}`;
}
