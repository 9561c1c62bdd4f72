import type { Answer, Answers } from './ask';
import { type Described, matchNames, placeNames, SOURCES } from './breakdown';
import { PHRASES_ALONE } from './fanben';
import { type GhostReport, printedGhosts } from './ghosts';
import { type HalfWords, printedHalfWords } from './lists/halfWords';
import { type OpeningPoint, printedCurve } from './lists/openingCurve';
import type { Predictor } from './predictor';
import { type Quantiles, quantiles } from './quantiles';
import { table } from './table';
import { share, type Typing, typeThrough, type Worth, worthOf } from './typing';

/** One way of completing, measured on one held-out set. */
export interface MethodReport extends Worth {
  readonly name: string;
  readonly corpusCharacters: number;
  /** 1 − keystrokes / characters; null where only some places were asked. */
  readonly saved: number | null;
  /** Per answer, in milliseconds. */
  readonly latencyMs: Quantiles;
}

/** The lists of one kind that opened while typing. */
export interface GroupReport extends Worth {
  readonly name: string;
  /** Keystrokes saved by them, of all characters. */
  readonly saved: number;
}

export interface SetReport {
  readonly held: string;
  readonly passages: number;
  readonly characters: number;
  /** Fanben's list while typing, by the rules of a keystroke saving rate: what the lists were worth that a writer saw. */
  readonly typing: Worth & { readonly saved: number; readonly meanAdded: number };
  readonly byMatch: readonly GroupReport[];
  readonly byPlace: readonly GroupReport[];
  readonly bySource: readonly { readonly name: string; readonly wins: number; readonly saved: number }[];
  /** Every method at the same places: every place where a list could open. */
  readonly methods: readonly MethodReport[];
  readonly ghosts: readonly GhostReport[];
  /** What lists are worth that open by themselves, for six thresholds, and how many of their rows cut a word. */
  readonly opening: readonly OpeningPoint[];
  readonly halfWords: HalfWords;
}

export function methodReport(predictor: Predictor, answers: Answers): MethodReport {
  const asked = answers.flat().filter((answer): answer is Answer => answer !== null);
  const { keystrokes, characters } = typeThrough(answers);
  return {
    name: predictor.name,
    corpusCharacters: predictor.characters,
    saved: predictor.every === 1 ? 1 - keystrokes / characters : null,
    ...worthOf(asked),
    latencyMs: quantiles(asked.map(({ elapsedMs }) => elapsedMs)),
  };
}

export function setReport(
  held: string,
  typing: Typing,
  described: readonly Described[],
  methods: readonly MethodReport[],
  lists: Pick<SetReport, 'ghosts' | 'opening' | 'halfWords'>,
  passages: number,
): SetReport {
  const { keystrokes, characters, requests } = typing;
  const wins = requests.filter(({ right }) => right !== null);
  const savedBy = (group: readonly Described[]) => share(sumSaved(group), characters);
  const groups = (names: readonly string[], of: (one: Described) => string | null) =>
    names.map(name => {
      const group = described.filter(one => of(one) === name);
      return { name, ...worthOf(group.map(({ request }) => request)), saved: savedBy(group) };
    });
  return {
    held,
    passages,
    characters,
    typing: {
      ...worthOf(requests),
      saved: 1 - keystrokes / characters,
      meanAdded: share(
        wins.reduce((sum, { right }) => sum + right!.added.length, 0),
        wins.length,
      ),
    },
    byMatch: groups(matchNames, ({ match }) => match),
    byPlace: groups(placeNames, ({ place }) => place),
    bySource: SOURCES.map(name => {
      const group = described.filter(({ source }) => source === name);
      return { name, wins: share(group.length, wins.length), saved: savedBy(group) };
    }),
    methods,
    ...lists,
  };
}

/** An accepted item is one keystroke instead of its length. */
function sumSaved(group: readonly Described[]): number {
  return group.reduce((sum, { request }) => sum + (request.right ? request.right.added.length - 1 : 0), 0);
}

/** For a terminal. */
export function printed(report: SetReport, top: number): string {
  const { typing } = report;
  const alone = report.methods.find(({ name }) => name === PHRASES_ALONE)?.saved?.toFixed(4) ?? 'not asked';
  const groups = (title: string, list: readonly GroupReport[]) =>
    table(
      [title, 'lists', 'with items', 'right', 'useless', 'saved'],
      list.map(one => [
        one.name,
        one.asked,
        percent(one.shown),
        percent(one.hit),
        percent(one.useless),
        percent(one.saved),
      ]),
    );
  return [
    `== ${report.held}: ${report.passages} passages, ${report.characters} characters, ${top} items`,
    `Fanben's list saves ${typing.saved.toFixed(4)} of the keystrokes, its phrases alone ${alone}: ` +
      `${typing.asked} lists asked for, ` +
      `${percent(typing.shown)} with items, ${percent(typing.hit)} with a right one, ` +
      `${percent(typing.useless)} of those opened useless, ${typing.meanAdded.toFixed(2)} characters an item`,
    groups('longest match', report.byMatch),
    groups('place', report.byPlace),
    table(
      ['known from', 'wins', 'saved'],
      report.bySource.map(({ name, wins, saved }) => [name, percent(wins), percent(saved)]),
    ),
    table(
      [
        'at the same places',
        'corpus',
        'asked',
        'saved',
        'right',
        'with items',
        'useless',
        'p50 ms',
        'p95',
        'p99',
        'max',
      ],
      report.methods.map(({ latencyMs, ...one }) => [
        one.name,
        `${(one.corpusCharacters / 1e6).toFixed(1)} M`,
        one.asked,
        one.saved === null ? '–' : one.saved.toFixed(4),
        percent(one.hit),
        percent(one.shown),
        percent(one.useless),
        ...[latencyMs.p50, latencyMs.p95, latencyMs.p99, latencyMs.max].map(ms => ms.toFixed(2)),
      ]),
    ),
    printedGhosts(report.ghosts),
    printedCurve(report.opening),
    printedHalfWords(report.halfWords),
  ].join('\n\n');
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`;
}
