import { quantiles } from '../eval/quantiles';
import { fuseSearch } from './peers/fuseSearch';
import { miniSearch } from './peers/miniSearch';
import { ripgrep } from './peers/ripgrep';
import type { SearchEngine } from './peers/searchEngine';
import { sqliteTrigram } from './peers/sqliteTrigram';
import { timed } from './questions';
import type { Samples } from './samples';

/** What a library took, on the same text and questions. */
export interface Compared {
  readonly name: string;
  /** Why it was not measured. */
  readonly missing?: string;
  readonly buildSeconds: number;
  /** Processor time of it, of a library in this process. */
  readonly buildProcessor?: number;
  /** Medians, in milliseconds. */
  readonly twoMs: number;
  readonly twentyMs: number;
  readonly wordsMs: number;
}

/** What we took ourselves, and the same questions asked of our index. */
export interface Ours {
  readonly name: string;
  readonly buildSeconds: number;
  readonly twos: readonly (() => unknown)[];
  readonly twenties: readonly (() => unknown)[];
  readonly words: readonly (() => unknown)[];
}

const engines: readonly SearchEngine[] = [fuseSearch, miniSearch, sqliteTrigram, ripgrep];
/** fuse.js takes a tenth of a second for each in a million characters. */
const QUESTIONS = 25;
const QUESTIONS_OF_MANY = 5;
const MANY = 3_000_000;

/** Builds each library's index over the passages and asks all of them the same. Ours come first. */
export function compare(passages: readonly string[], samples: Samples, ours: Ours, folder: string): Compared[] {
  const characters = passages.reduce((sum, { length }) => sum + length, 0);
  const asked = characters > MANY ? QUESTIONS_OF_MANY : QUESTIONS;
  const twos = samples.twos.slice(0, asked);
  const twenties = samples.twenties.slice(0, asked);
  const queries = samples.queries.slice(0, asked);
  const theirs = engines.map(engine => {
    const { name, most = Number.POSITIVE_INFINITY } = engine;
    const missing =
      engine.missing ?? (characters > most ? `more than ${most / 1e6} M characters take it minutes` : undefined);
    if (missing) return { name, missing, buildSeconds: 0, twoMs: 0, twentyMs: 0, wordsMs: 0 };
    const started = performance.now();
    const before = process.cpuUsage();
    const open = engine.build(passages, folder);
    const buildSeconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    const twoMs = median(twos.map(phrase => () => open.phrase(phrase)));
    const twentyMs = median(twenties.map(phrase => () => open.phrase(phrase)));
    const wordsMs = median(queries.map(query => () => open.words(query)));
    open.close();
    return { name, buildSeconds, buildProcessor: (user + system) / 1e6, twoMs, twentyMs, wordsMs };
  });
  const { name, buildSeconds, words } = ours;
  const twoMs = median(ours.twos.slice(0, asked));
  const twentyMs = median(ours.twenties.slice(0, asked));
  const wordsMs = median(words.slice(0, asked));
  return [{ name, buildSeconds, twoMs, twentyMs, wordsMs }, ...theirs];
}

function median(asked: readonly (() => unknown)[]): number {
  return quantiles(timed(asked)).p50;
}
