import { existsSync } from 'node:fs';
import { buildBackground } from '../../corpus/background/buildBackground';
import type { BuilderOptions } from '../../corpus/runBuilder';
import { cliLanguage } from '../output/language';

/** Where the background is written, and what goes in. */
export interface BackgroundOptions {
  readonly out: string;
  /** Files whose articles, and copies of them, are left out. */
  readonly without: readonly string[];
  /** A phrase occurs so often at least. */
  readonly least: number;
  readonly json: boolean;
  readonly startBuilder?: BuilderOptions['startBuilder'];
}

/** Where nobody watches, a line now and then is enough. */
const QUIET_MS = 5_000;

/**
 * `fanben background --corpus PATH… --out FILE`: builds a background of set phrases from a collection.
 * Progress and problems go to stderr. 1 where a PATH is not there, or nothing can be built.
 */
export async function background(paths: readonly string[], options: BackgroundOptions): Promise<0 | 1> {
  const language = cliLanguage();
  const missing = [...paths, ...options.without].filter(path => !existsSync(path));
  for (const path of missing) console.error(text[language].missing(path));
  if (missing.length > 0) return 1;
  let shown = performance.now();
  const report = await buildBackground({ ...options, corpus: paths, locale: language }, ({ done, of }) => {
    if (performance.now() - shown < QUIET_MS) return;
    shown = performance.now();
    process.stderr.write(`${text[language].counting(Math.floor((100 * done) / of))}\n`);
  });
  console.log(
    options.json
      ? JSON.stringify({ ...report, out: options.out })
      : text[language].done(report.articles, report.phrases, report.bytes, report.seconds, options.out),
  );
  return 0;
}

const text = {
  zh: {
    missing: (path: string) => `找不到：${path}`,
    counting: (percent: number) => `统计中：${percent}%`,
    done: (articles: number, phrases: number, bytes: number, seconds: number, out: string) =>
      `${articles} 篇，${phrases} 个表述，${(bytes / 1e6).toFixed(1)} MB，用时 ${seconds.toFixed(0)} 秒：${out}`,
  },
  en: {
    missing: (path: string) => `No such file or folder: ${path}`,
    counting: (percent: number) => `Counting: ${percent}%`,
    done: (articles: number, phrases: number, bytes: number, seconds: number, out: string) =>
      `${articles} articles, ${phrases} phrases, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(0)} s: ${out}`,
  },
};
