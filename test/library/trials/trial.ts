import { mkdir } from 'node:fs/promises';
import { openIndex } from '../../../src/corpus/index/indexStore';
import { findPassages } from '../../../src/engine/passages/findPassages';

/** Where libraries are published to, and where they are read from: each trial has one of its own. */
export interface Place {
  readonly name: string;
  to(library: string): string;
  from(library: string): string;
  /** Where it speaks HTTP: the address of the server, and how a library is called behind another address. */
  readonly web?: { readonly address: string; readonly through: (address: string, library: string) => string };
  /** Something of the store fails for a while; what is returned mends it. */
  readonly disturb?: () => Promise<() => Promise<void>>;
}

/** Two versions of one index, and what they were made of. */
export interface Material {
  /** For whatever a trial writes. */
  readonly folder: string;
  /** Of `corpus`; `second` of `corpus` and `later`, by the same publisher. */
  readonly first: string;
  readonly second: string;
  readonly corpus: readonly string[];
  readonly later: string;
  /** Likewise two versions of a small one: of `later`, and of `later` and `more`. */
  readonly small: string;
  readonly grown: string;
  readonly more: string;
  /** What many writers read on demand: an index, what it is of, and articles that it has not, which they type. */
  readonly large: {
    readonly storage: string;
    readonly corpus: readonly string[];
    readonly held: readonly string[];
    readonly writers: number;
    readonly minutes: number;
  };
  readonly kills: number;
  readonly seed: number;
}

/** A trial in one place: what it did is told in a line or more; what gave way makes the run fail. */
export type Trial = (place: Place, material: Material, report: Report) => Promise<void>;

export interface Report {
  tell(what: string): void;
  fault(what: string): void;
}

const WORDINGS = ['高质量发展', '抓落实', '各级', '一件', '人民群众'];

/** How often an index says some wordings: equal for equal indexes, and nothing of it is damaged. */
export async function counts(storage: string): Promise<string> {
  const index = await openIndex(storage);
  const found = WORDINGS.map(wording => findPassages(index.view, wording, 1)).map(({ articles, occurrences }) => [
    articles,
    occurrences,
  ]);
  await index.close();
  return JSON.stringify([found, index.damaged.size]);
}

export async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await act();
  return [result, Math.round(performance.now() - started)];
}

export async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Nobody ends what is not to be ended. */
export const { signal: endless } = new AbortController();
