import type { CorpusView } from '../index/segment';
import { engineLimits } from '../limits';
import { finish, type Steps } from '../steps';
import { type Draft, readDraftSteps } from './draft/draft';
import { announcedFigures } from './figures/announced';
import { disagreeingFigures } from './figures/disagreeing';
import { sumFigures } from './figures/sums';
import { carriedOver } from './leftover/carriedOver';
import { type Gazetteer, NO_GAZETTEER } from './leftover/gazetteer';
import { otherPlaces, ownPlaces } from './leftover/otherPlaces';
import { unfilledSlots } from './leftover/unfilled';
import { titleProblems } from './names/personTitles';
import type { CommonIn } from './overlap/commonOnDemand';
import { overlapProblems, overlapShare } from './overlap/overlapProblems';
import { OVERLAP_DEFAULTS } from './overlap/overlapRuns';
import { type LineMemo, overlapsOf } from './overlap/overlaps';
import { type CheckCode, inDraftOrder, type Problem } from './problem';
import { quotationProblems } from './quotation/quotations';
import { echoProblems } from './style/echo';
import type { Idioms } from './style/idioms';
import { longProblems } from './style/long';
import { numberingProblems } from './style/numbering';
import { openingProblems } from './style/opening';
import { pairProblems } from './style/pairs';
import { repeatProblems } from './style/repeat';
import { widthProblems } from './style/width';
import type { TermList } from './terms/termList';
import { termProblems } from './terms/termProblems';
import { twoNameProblems } from './terms/twoNames';

/** What is checked, and by what. */
export interface CheckOptions {
  /** All by default. */
  readonly codes?: ReadonlySet<CheckCode> | undefined;
  /** Title of the draft, where the file says it apart from its lines. */
  readonly title?: string | null | undefined;
  /** Cluster of the draft itself, where it stands in the corpus. */
  readonly exceptCluster?: number | undefined;
  /** The day it was written on last, ISO 8601: what was given long before is no version of it. */
  readonly writtenOn?: string | undefined;
  /** Characters of a run that is taken over, at least; 13 by default. */
  readonly overlapLeast?: number | undefined;
  /** A wording of that length which so many articles have is nobody's own; 5 by default. */
  readonly overlapMany?: number | undefined;
  /** Which wordings many articles have in libraries that are read on demand. */
  readonly common?: CommonIn | undefined;
  /** Characters that may go without a stop; 120 by default. */
  readonly longest?: number | undefined;
  /** Lists of wordings; the earlier one wins. */
  readonly terms?: readonly TermList[] | undefined;
  readonly gazetteer?: Gazetteer | undefined;
  readonly idioms?: Idioms | undefined;
  /** What was looked up of lines before, in the same view with the same options. */
  readonly memo?: LineMemo | undefined;
}

/** The problems of a draft, and how much of it is taken over. */
export interface Checked {
  /** In the order of the draft. */
  readonly problems: readonly Problem[];
  /** Undefined where `overlap` is not checked. */
  readonly overlap?: ReturnType<typeof overlapShare> | undefined;
}

type Check = (draft: Draft, options: CheckOptions) => readonly Problem[] | Steps<Problem[]>;

/** What needs the draft alone. */
const PLAIN: Readonly<Partial<Record<CheckCode, readonly Check[]>>> = {
  figures: [disagreeingFigures, announcedFigures, sumFigures],
  terms: [(draft, { terms = [] }) => termProblems(draft, terms), twoNameProblems],
  pairs: [pairProblems],
  width: [widthProblems],
  numbering: [numberingProblems],
  title: [titleProblems],
  repeat: [repeatProblems],
  opening: [openingProblems],
};

/**
 * All problems of a draft, step by step: yields after a few milliseconds of work at most, so that others are served in between, and
 * can be left at any step.
 *
 * @param lines of the draft as they stand in its file
 */
export function* checkSteps(view: CorpusView, lines: readonly string[], options: CheckOptions = {}): Steps<Checked> {
  const { codes, exceptCluster, gazetteer = NO_GAZETTEER } = options;
  const wants = (code: CheckCode) => codes === undefined || codes.has(code);
  const draft = yield* readDraftSteps(lines, options.title);
  const problems: Problem[] = [];
  /** Of what one rule finds everywhere the first are told: nobody reads more. */
  const add = (found: readonly Problem[]) => {
    for (const problem of found.slice(0, engineLimits.problems)) problems.push(problem);
  };
  for (const [code, checks] of Object.entries(PLAIN)) {
    if (!wants(code as CheckCode)) continue;
    for (const check of checks) {
      const found = check(draft, options);
      add('next' in found ? yield* found : found);
      yield;
    }
  }
  let overlap: Checked['overlap'];
  const least = options.overlapLeast ?? OVERLAP_DEFAULTS.least;
  const many = options.overlapMany ?? OVERLAP_DEFAULTS.many;
  if (wants('overlap') || wants('leftover')) {
    const overlaps = yield* overlapsOf(
      view,
      draft,
      { least, many, exceptCluster, writtenOn: options.writtenOn, common: options.common },
      options.memo,
    );
    if (wants('overlap')) {
      add(yield* overlapProblems(view, draft, overlaps, least));
      overlap = overlapShare(draft, overlaps);
    }
    if (wants('leftover')) {
      const sources = { view, gazetteer, known: new Set<string>() };
      const own = ownPlaces(draft, sources);
      add(carriedOver(view, draft, overlaps, own, { ...sources, known: own.names }, { exceptCluster }));
      add(otherPlaces(draft, own, { ...sources, known: own.names }));
      add(unfilledSlots(draft));
    }
    yield;
  }
  if (wants('quotation')) add(yield* quotationProblems(view, draft, { exceptCluster }));
  if (wants('long')) add(yield* longProblems(view, draft, { most: options.longest, many, exceptCluster }));
  if (wants('echo')) add(echoProblems(view, draft, options.idioms));
  return { problems: withoutTwins(problems.sort(inDraftOrder)), overlap };
}

/** All problems of a draft at once; see {@link checkSteps}. */
export function checkDraft(view: CorpusView, lines: readonly string[], options: CheckOptions = {}): readonly Problem[] {
  return finish(checkSteps(view, lines, options)).problems;
}

/** One problem of a kind at one place: what two rules find is told once. */
function withoutTwins(problems: readonly Problem[]): Problem[] {
  const known = new Set<string>();
  return problems.filter(({ code, line, start, end }) => {
    const key = `${code} ${line} ${start} ${end}`;
    return !known.has(key) && known.add(key);
  });
}
