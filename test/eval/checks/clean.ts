import type { CheckOptions } from '../../../src/engine/check/checkDraft';
import { checkDraft } from '../../../src/engine/check/checkDraft';
import type { CheckCode } from '../../../src/engine/check/problem';
import type { CorpusView } from '../../../src/engine/index/segment';
import { random, shuffled } from '../random';
import { table } from '../table';

/** A speech that was given as it stands, so that whatever is told of it counts as a false alarm. */
export interface CleanSpeech {
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly text: string;
}

/** What is told of some of them. */
export interface CleanReport {
  readonly seed: number;
  readonly speeches: number;
  readonly characters: number;
  readonly alarms: Readonly<Partial<Record<CheckCode, number>>>;
}

/** Speeches of so many characters are drawn from: a line or two is no speech. */
const SHORTEST = 500;

/** Checks the speeches as drafts, in draws of so many, one for each seed. The corpus may have them: a draft is not told of for itself. */
export function cleanReports(
  view: CorpusView,
  speeches: readonly CleanSpeech[],
  { draws, size }: { draws: readonly number[]; size: number },
  options: CheckOptions,
): CleanReport[] {
  const known = new Map<CleanSpeech, readonly CheckCode[]>();
  const codesOf = (speech: CleanSpeech) => {
    const before = known.get(speech);
    if (before) return before;
    const codes = checkDraft(view, linesOf(speech), options).map(({ code }) => code);
    known.set(speech, codes);
    return codes;
  };
  const long = speeches.filter(({ text }) => text.length >= SHORTEST);
  return draws.map(seed => {
    const drawn = shuffled(long, random(seed)).slice(0, size);
    const alarms: Partial<Record<CheckCode, number>> = {};
    for (const code of drawn.flatMap(codesOf)) alarms[code] = (alarms[code] ?? 0) + 1;
    return { seed, speeches: drawn.length, characters: drawn.reduce((sum, { text }) => sum + text.length, 0), alarms };
  });
}

/** As a file of a draft has it. */
export const linesOf = ({ title, date, speaker, text }: CleanSpeech): string[] => [
  ...[title, date ?? '', speaker ?? ''].filter(line => line !== ''),
  ...text.split('\n'),
];

/** For a terminal. */
export function printedClean(reports: readonly CleanReport[]): string {
  const rows = reports.map(({ seed, characters, alarms }) => {
    const told = Object.values(alarms).reduce((sum, count) => sum + count, 0);
    const codes = Object.entries(alarms).sort(([, a], [, b]) => b - a);
    return [
      seed,
      characters,
      told,
      ((1000 * told) / characters).toFixed(2),
      codes.map(code => code.join(' ')).join(', '),
    ];
  });
  return [
    `== checks: what is told of ${reports[0]?.speeches ?? 0} speeches as they were given`,
    table(['draw', 'characters', 'told', 'per 1000', 'of which'], rows),
  ].join('\n');
}
