import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type CorpusIndex, openCorpus } from '../../corpus/corpusIndex';
import type { CorpusStatus } from '../../corpus/corpusStatus';
import { SKIP_KINDS, type SkipKind } from '../../corpus/formats/skipKinds';
import { type SkippedFile, totals } from '../../corpus/index/manifest';
import type { BuilderOptions } from '../../corpus/runBuilder';
import { notesFile } from '../asked/notedIndex';
import { cliLanguage } from '../output/language';

/** Where the index is, and how files are read into it. */
export interface IndexOptions {
  /** Folder of the index. */
  readonly storage: string;
  readonly json: boolean;
  /** Path of the writer's notes: lines to be kept. By default those that belong to the folder. */
  readonly notes?: string | undefined;
  /** A program for what is not read here: `auto` or a path. */
  readonly converter?: string | undefined;
  readonly startBuilder?: BuilderOptions['startBuilder'];
}

/** What `fanben index --json` prints. */
export interface IndexReport {
  articles: number;
  /** UTF-16 code units of text. */
  characters: number;
  files: number;
  indexBytes: number;
  /** `count` where a row stands for all files of a kind that is never meant as text. */
  skipped: { path: string; reason: string; kind: string; count?: number }[];
  /** How many files were skipped for what reason: `{"encrypted": 2, "scan": 1, "picture": 40}`. */
  skippedByReason: Record<string, number>;
  /** Parts of files that were left out or that a person should look at. */
  problems: { path: string; problems: readonly string[] }[];
  seconds: number;
}

/**
 * `fanben index PATH… --storage DIR`: builds the index of these files and folders, or brings it up to date. 1 where that was not done.
 */
export async function index(paths: readonly string[], options: IndexOptions): Promise<0 | 1> {
  const report = await indexFolders(paths, options);
  if (!report) return 1;
  console.log(options.json ? JSON.stringify(report) : text().done(report));
  return 0;
}

/** Progress and problems go to stderr. Null where no path is there, indexing fails, or it is interrupted. */
export async function indexFolders(
  paths: readonly string[],
  { storage, notes, converter, startBuilder }: IndexOptions,
): Promise<IndexReport | null> {
  const started = performance.now();
  const missing = paths.filter(path => !existsSync(path));
  for (const path of missing) console.error(text().missing(path));
  if (missing.length === paths.length) return null;

  const progress = progressLine();
  const corpus = await openCorpus(
    {
      corpus: paths.map(path => resolve(path)),
      storage: resolve(storage),
      notes: notesFile(storage, notes),
      converter,
      watch: false,
      locale: cliLanguage(),
      startBuilder,
    },
    progress.show,
  );
  let interrupted = false;
  process.once('SIGINT', () => {
    interrupted = true;
    corpus.cancel();
  });
  await corpus.whenIdle();
  progress.end();
  const report = reportOf(corpus, (performance.now() - started) / 1000);
  const { state, message } = corpus.status();
  await corpus.dispose();

  for (const { path, reason, count } of report.skipped)
    console.error(text().skipped(count ? dirname(path) : path, reason));
  for (const { path, problems } of report.problems)
    for (const problem of problems) console.error(`${path}: ${problem}`);
  if (state === 'failed' || interrupted) {
    console.error(message ?? text().interrupted);
    return null;
  }
  return report;
}

function reportOf(corpus: CorpusIndex, seconds: number): IndexReport {
  const { files, skipped } = corpus.manifest();
  return {
    ...totals(corpus.manifest()),
    files: files.length,
    skipped: skipped.map(({ path, reason, count }) => ({
      path,
      reason: reason[cliLanguage()],
      kind: reason.kind ?? 'unsupported',
      ...(count !== undefined && { count }),
    })),
    skippedByReason: countByReason(skipped),
    problems: files
      .filter(({ problems }) => problems.length > 0)
      .map(({ path, problems }) => ({ path, problems: problems.map(problem => problem[cliLanguage()]) })),
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

function countByReason(skipped: readonly SkippedFile[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason, count = 1 } of skipped) {
    const kind = reason.kind ?? 'unsupported';
    counts[kind] = (counts[kind] ?? 0) + count;
  }
  return counts;
}

/** Where nobody watches, a line now and then is enough. */
const QUIET_MS = 5_000;

/** One line on stderr that is written over, in a terminal; elsewhere a line every few seconds. */
function progressLine(): { show(status: CorpusStatus): void; end(): void } {
  const terminal = process.stderr.isTTY === true;
  let shown = performance.now();
  return {
    show(status) {
      if (status.state !== 'indexing' || status.filesFound === undefined) return;
      if (!terminal && performance.now() - shown < QUIET_MS) return;
      shown = performance.now();
      process.stderr.write(terminal ? `\r\u001b[K${text().progress(status)}` : `${text().progress(status)}\n`);
    },
    end() {
      if (terminal) process.stderr.write('\r\u001b[K');
    },
  };
}

function percent({ bytesDone = 0, bytesFound = 0 }: CorpusStatus): string {
  return bytesFound === 0 ? '' : ` ${Math.floor((100 * bytesDone) / bytesFound)}%`;
}

/** A second line with the counts, most first; nothing where nothing was skipped. */
function byReason(counts: Readonly<Record<string, number>>, comma: string, colon: string): string {
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const named = rows.map(([kind, count]) => `${SKIP_KINDS[kind as SkipKind][cliLanguage()]} ${count}`);
  return rows.length === 0 ? '' : `\n${text().notRead}${colon}${named.join(comma)}`;
}

const texts = {
  zh: {
    missing: (path: string) => `找不到：${path}`,
    skipped: (path: string, reason: string) => `已跳过 ${path}：${reason}`,
    notRead: '未读入',
    interrupted: '已中断；完成的部分已保存，再次运行即可继续。',
    done: ({ articles, characters, files, skipped, skippedByReason, seconds }: IndexReport) =>
      `${files} 个文件，${articles} 篇，${characters} 字，跳过 ${skipped.filter(({ count }) => !count).length} 个，用时 ${seconds} 秒${byReason(skippedByReason, '，', '：')}`,
    progress: (status: CorpusStatus) =>
      `索引中：${status.filesDone}/${status.filesFound} 个文件${percent(status)}，${status.articles} 篇可用`,
  },
  en: {
    missing: (path: string) => `No such file or folder: ${path}`,
    skipped: (path: string, reason: string) => `Skipped ${path}: ${reason}`,
    notRead: 'Not read',
    interrupted: 'Interrupted. What was finished is kept; run it again to go on.',
    done: ({ articles, characters, files, skipped, skippedByReason, seconds }: IndexReport) =>
      `${files} files, ${articles} articles, ${characters} characters, ${skipped.filter(({ count }) => !count).length} skipped, ${seconds} s${byReason(skippedByReason, ', ', ': ')}`,
    progress: (status: CorpusStatus) =>
      `Indexing: ${status.filesDone}/${status.filesFound} files${percent(status)}, ${status.articles} articles usable`,
  },
};
const text = () => texts[cliLanguage()];
