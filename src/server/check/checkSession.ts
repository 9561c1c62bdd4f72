import type { TextDocument } from 'vscode-languageserver-textdocument';
import { gazetteer } from '../../corpus/check/gazetteer';
import { idioms } from '../../corpus/check/idioms';
import { type Checked, type CheckOptions, checkSteps } from '../../engine/check/checkDraft';
import type { LineMemo } from '../../engine/check/overlap/overlaps';
import type { CheckCode, Problem } from '../../engine/check/problem';
import type { TermList } from '../../engine/check/terms/termList';
import type { CorpusView } from '../../engine/index/segment';
import { engineLimits } from '../../engine/limits';
import { type Borrowed, type BorrowMemo, newMemo } from '../../library/blocks/borrowShared';
import type { ServerContext } from '../context';
import { describeFailure } from '../door/answer';
import { inTurns } from '../door/inTurns';
import { allLines, isLonger } from '../lines';
import { isChecked } from '../outline/diagnostics';
import { articleAt } from '../passages/articleAddress';
import { ownCluster } from '../passages/ownCluster';
import type { CheckOutcome } from '../protocol/check';
import { checkDiagnostic, rangeOf } from './diagnostics';
import type { TermSession } from './termSession';
import { wantedCodes } from './wantedCodes';

/** What is known of one open document. */
interface State {
  /** The writer has asked: all is checked, after each change anew, until the document is closed or they have had enough. */
  isAsked: boolean;
  /** Ends what waits or runs. */
  stop: () => void;
  /** What was found last, and in which version of the document. */
  shown: { readonly version: number; readonly problems: readonly Problem[] };
  memo: { readonly view: CorpusView; readonly lines: LineMemo } | undefined;
  /** What libraries that are read on demand have of it. */
  readonly borrowed: BorrowMemo;
  /** With that behind the corpus: the same as long as both are. */
  joined: { readonly own: CorpusView; readonly others: CorpusView; readonly view: CorpusView } | undefined;
}

/** The same each time: the view with it stays the same. */
const NOTHING_BORROWED: Pick<Borrowed, 'view' | 'common'> = { view: [] };

/** The checks of open documents: a while after each change, or now. */
export interface CheckSession {
  /** Checks after a pause; of several soon after another the last counts. */
  later(uri: string): void;
  /** Checks all now. Null where it is not open or too long, or where another check came between. */
  now(uri: string): Promise<CheckOutcome | null>;
  /** Checks what it checks now without waiting. */
  again(uri: string): void;
  /** The corpus is another: what the writer has asked for is checked again. */
  corpusChanged(): void;
  /** Shows no more than what is found while writing. */
  clear(uri: string): void;
  close(uri: string): void;
  /** What is shown, where the document is still as it was then. */
  shown(document: TextDocument): readonly Problem[];
}

/** A hand that rests this long has finished a sentence. */
const PAUSE_MS = 1200;
const SPEECH_DRAFT = 'speech-draft';
/** What is told by articles that share something with the draft. */
const BORROWING: readonly CheckCode[] = ['overlap', 'leftover', 'quotation'];

export function createCheckSession(context: ServerContext, terms: TermSession): CheckSession {
  const { host, documents, corpus, settings, ignored, publish, router, report } = context;
  const states = new Map<string, State>();
  const stateOf = (uri: string): State => {
    const known = states.get(uri);
    if (known) return known;
    const state: State = {
      ...{ isAsked: false, stop: () => {}, shown: { version: -1, problems: [] } },
      ...{ memo: undefined, borrowed: newMemo(), joined: undefined },
    };
    states.set(uri, state);
    return state;
  };

  const codesFor = (document: TextDocument, isAsked: boolean): Set<CheckCode> => {
    const { options } = settings();
    if (articleAt(document.uri) || (!isAsked && document.languageId !== SPEECH_DRAFT)) return new Set();
    const codes = wantedCodes(isAsked ? 'asked' : 'writing', options);
    // The outline tells of numbers by itself, sooner, where its own setting wants it.
    if (!isAsked || isChecked(document, options)) codes.delete('numbering');
    return codes;
  };

  const show = (document: TextDocument, state: State, checked: Checked): CheckOutcome => {
    const { uri, version } = document;
    const problems = checked.problems.filter(
      problem => !ignored.isIgnored(uri, { code: problem.code, text: document.getText(rangeOf(problem)) }),
    );
    state.shown = { version, problems };
    const { texts } = settings();
    const outcome = outcomeOf(problems, checked);
    if (state.isAsked) router.tell('fanben/checked', { uri, outcome });
    publish(
      uri,
      'check',
      problems.map(problem => checkDiagnostic(uri, problem, texts)),
      version,
    );
    return outcome;
  };

  /** Calls `done` with what was found, or with null where it came to nothing. */
  const run = (
    uri: string,
    lists: readonly TermList[],
    { view: others, common }: Pick<Borrowed, 'view' | 'common'>,
    done: (outcome: CheckOutcome | null) => void,
  ) => {
    const document = documents.get(uri);
    const state = stateOf(uri);
    const codes =
      document && !isLonger(document, engineLimits.checkedDraft)
        ? codesFor(document, state.isAsked)
        : new Set<CheckCode>();
    if (!document || codes.size === 0) {
      if (state.shown.problems.length > 0) publish(uri, 'check', []);
      state.shown = { version: -1, problems: [] };
      return done(null);
    }
    const { version } = document;
    const own = corpus.view();
    if (state.joined?.own !== own || state.joined.others !== others)
      state.joined = { own, others, view: others.length > 0 ? [...own, ...others] : own };
    const { view } = state.joined;
    if (state.memo?.view !== view) state.memo = { view, lines: new Map() };
    const lines = allLines(document);
    const memo = state.memo.lines;
    // What is written over is not needed again.
    if (memo.size > 4 * lines.length + 100) memo.clear();
    const token = { isCancellationRequested: false };
    state.stop = () => {
      token.isCancellationRequested = true;
      done(null);
    };
    inTurns(checkSteps(view, lines, { ...optionsOf(uri, codes, lists, memo), common }), token)
      // A draft that has changed meanwhile is checked again soon.
      .then(checked => done(documents.get(uri)?.version === version ? show(document, state, checked) : null))
      .catch(error => {
        if (!token.isCancellationRequested) report(`check: ${describeFailure(error)}`);
        done(null);
      });
  };

  const optionsOf = (
    uri: string,
    codes: ReadonlySet<CheckCode>,
    terms: readonly TermList[],
    memo: LineMemo,
  ): CheckOptions => {
    const { check } = settings().options;
    return {
      codes,
      terms,
      memo,
      gazetteer,
      idioms,
      exceptCluster: ownCluster(corpus.directory(), uri),
      overlapLeast: check?.overlapLength,
      overlapMany: check?.overlapArticles,
      longest: check?.longSentence,
    };
  };

  /** What libraries that are read on demand have of a document, where that is checked. */
  const borrowed = async (uri: string): Promise<Pick<Borrowed, 'view' | 'common'>> => {
    const document = documents.get(uri);
    const state = stateOf(uri);
    if (!document || corpus.libraries.partial().length === 0 || isLonger(document, engineLimits.checkedDraft))
      return NOTHING_BORROWED;
    const codes = codesFor(document, state.isAsked);
    if (!BORROWING.some(code => codes.has(code))) return NOTHING_BORROWED;
    const { check } = settings().options;
    const found = await corpus.libraries.borrow(allLines(document), {
      least: check?.overlapLength,
      many: check?.overlapArticles,
      memo: state.borrowed,
    });
    if (state.isAsked && !found.isWhole) context.leftOut('fanben/check', true);
    return found;
  };

  /** In place of what waits or runs. */
  const start = (uri: string, done: (outcome: CheckOutcome | null) => void) => {
    stateOf(uri).stop();
    let isStopped = false;
    stateOf(uri).stop = () => {
      isStopped = true;
      done(null);
    };
    void Promise.all([terms.lists(), borrowed(uri)])
      .then(([lists, others]) => {
        if (!isStopped) run(uri, lists, others, done);
      })
      .catch(error => {
        report(`check: ${(error as Error).name}`);
        done(null);
      });
  };

  return {
    later(uri) {
      const state = stateOf(uri);
      state.stop();
      state.stop = host.after(PAUSE_MS, () => start(uri, () => {}));
    },
    now(uri) {
      const state = stateOf(uri);
      state.isAsked = true;
      return new Promise(resolve => start(uri, resolve));
    },
    again: uri => start(uri, () => {}),
    corpusChanged() {
      for (const [uri, { isAsked }] of states) if (isAsked) start(uri, () => {});
    },
    clear(uri) {
      const state = stateOf(uri);
      state.isAsked = false;
      router.tell('fanben/checked', { uri, outcome: null });
      start(uri, () => {});
    },
    close(uri) {
      states.get(uri)?.stop();
      states.delete(uri);
      publish(uri, 'check', []);
    },
    shown(document) {
      const shown = states.get(document.uri)?.shown;
      return shown?.version === document.version ? shown.problems : [];
    },
  };
}

function outcomeOf(problems: readonly Problem[], { overlap }: Checked): CheckOutcome {
  if (!overlap) return { problems: problems.length, overlap: null };
  const runs = problems.flatMap(problem =>
    problem.code === 'overlap' && problem.source ? [{ range: rangeOf(problem), source: problem.source }] : [],
  );
  return { problems: problems.length, overlap: { ...overlap.total, runs, lines: overlap.lines } };
}
