import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checked } from '../../engine/check/checkDraft';
import type { Problem } from '../../engine/check/problem';
import type { TermList } from '../../engine/check/terms/termList';
import { addressAfter, type Renamed } from '../../paths/renamedAddress';
import type { ServerContext } from '../context';
import { describeFailure } from '../door/answer';
import type { CheckOutcome } from '../protocol/check';
import { checkDiagnostic, rangeOf } from './diagnostics';
import { type BorrowedView, type CheckMemory, createDocumentCheck, newCheckMemory } from './documentCheck';
import { outcomeOf } from './outcome';
import type { TermSession } from './termSession';

/** What is known of one open document. */
interface State {
  /** The writer has asked: all is checked, after each change anew, until the document is closed or they have had enough. */
  isAsked: boolean;
  /** Ends what waits or runs. */
  stop: () => void;
  /** What was found last, and in which version of the document. */
  shown: { readonly version: number; readonly problems: readonly Problem[] };
  readonly memory: CheckMemory;
}

const NOTHING_SHOWN: State['shown'] = { version: -1, problems: [] };

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
  /** What the writer has asked for in a draft is asked for at its other address. */
  rename(renames: readonly Renamed[]): void;
  close(uri: string): void;
  /** What is shown, where the document is still as it was then. */
  shown(document: TextDocument): readonly Problem[];
}

/** A hand that rests this long has finished a sentence. */
const PAUSE_MS = 1200;

/** The checks of one server; `terms` gives the lists of terms that drafts are held against. */
export function createCheckSession(context: ServerContext, terms: TermSession): CheckSession {
  const { host, documents, settings, ignored, publish, router, report } = context;
  const check = createDocumentCheck(context);
  const states = new Map<string, State>();
  const stateOf = (uri: string): State => {
    const known = states.get(uri);
    if (known) return known;
    const state: State = { isAsked: false, stop: () => {}, shown: NOTHING_SHOWN, memory: newCheckMemory() };
    states.set(uri, state);
    return state;
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
    borrowed: BorrowedView,
    done: (outcome: CheckOutcome | null) => void,
  ) => {
    const document = documents.get(uri);
    const state = stateOf(uri);
    const codes = document && check.codesFor(document, state.isAsked);
    if (!document || !codes?.size) {
      if (state.shown.problems.length > 0) publish(uri, 'check', []);
      state.shown = NOTHING_SHOWN;
      return done(null);
    }
    const { version } = document;
    const token = { isCancellationRequested: false };
    state.stop = () => {
      token.isCancellationRequested = true;
      done(null);
    };
    check
      .run(document, { codes, terms: lists, borrowed, memory: state.memory }, token)
      // A draft that has changed meanwhile is checked again soon.
      .then(checked => done(documents.get(uri)?.version === version ? show(document, state, checked) : null))
      .catch(error => {
        if (!token.isCancellationRequested) report(`check: ${describeFailure(error)}`);
        done(null);
      });
  };

  /** Begins a check of a draft; one of it that waits or runs is dropped. */
  const start = (uri: string, done: (outcome: CheckOutcome | null) => void) => {
    const state = stateOf(uri);
    state.stop();
    let isStopped = false;
    state.stop = () => {
      isStopped = true;
      done(null);
    };
    const document = documents.get(uri);
    const others = document ? check.borrowed(document, state.isAsked, state.memory) : { view: [] };
    void Promise.all([terms.lists(), others])
      .then(([lists, borrowed]) => {
        if (!isStopped) run(uri, lists, borrowed, done);
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
    rename(renames) {
      for (const [uri, { isAsked }] of [...states]) {
        const now = addressAfter(renames, uri);
        if (!isAsked || now === uri) continue;
        stateOf(now).isAsked = true;
        start(now, () => {});
      }
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
