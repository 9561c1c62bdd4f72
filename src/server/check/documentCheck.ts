import type { TextDocument } from 'vscode-languageserver-textdocument';
import { gazetteer } from '../../corpus/check/gazetteer';
import { idioms } from '../../corpus/check/idioms';
import { type Checked, checkSteps } from '../../engine/check/checkDraft';
import type { LineMemo } from '../../engine/check/overlap/overlaps';
import type { CheckCode } from '../../engine/check/problem';
import type { TermList } from '../../engine/check/terms/termList';
import type { CorpusView } from '../../engine/index/segment';
import { engineLimits } from '../../engine/limits';
import { type Borrowed, type BorrowMemo, newMemo } from '../../library/blocks/borrowShared';
import type { ServerContext } from '../context';
import { joinedViews } from '../corpus/libraries/joinedViews';
import { inTurns } from '../door/inTurns';
import { filePath } from '../filePath';
import { allLines, isLonger } from '../lines';
import { isChecked } from '../outline/diagnostics';
import { articleAt } from '../passages/articleAddress';
import { ownCluster } from '../passages/ownCluster';
import { wantedCodes } from './wantedCodes';

/** What is remembered of a document from one check to the next, so that only what has changed is looked up again. */
export interface CheckMemory {
  /** What its lines share with the view that they were compared with. */
  overlaps: { readonly view: CorpusView; readonly lines: LineMemo } | undefined;
  /** What libraries that are read on demand have of it. */
  readonly borrowed: BorrowMemo;
  /** Puts that behind the corpus. */
  readonly joined: ReturnType<typeof joinedViews>;
}

/** Of a document that was not checked yet. */
export function newCheckMemory(): CheckMemory {
  return { overlaps: undefined, borrowed: newMemo(), joined: joinedViews() };
}

/** Articles of libraries that are read on demand, as `borrowShared` brings them. */
export type BorrowedView = Pick<Borrowed, 'view' | 'common'>;

/** One check of one document. */
export interface DocumentCheck {
  /** Which checks it gets; none where it is no draft or too long. */
  codesFor(document: TextDocument, isAsked: boolean): Set<CheckCode>;
  /** What libraries that are read on demand have of it; asked for only where some check compares with them. */
  borrowed(document: TextDocument, isAsked: boolean, memory: CheckMemory): Promise<BorrowedView>;
  /** Its problems by these checks. Rejects when it is cancelled. */
  run(
    document: TextDocument,
    asked: CheckQuestion,
    token: { readonly isCancellationRequested: boolean },
  ): Promise<Checked>;
}

/** What a document is checked for, and against what. */
export interface CheckQuestion {
  readonly codes: ReadonlySet<CheckCode>;
  readonly terms: readonly TermList[];
  readonly borrowed: BorrowedView;
  readonly memory: CheckMemory;
}

const SPEECH_DRAFT = 'speech-draft';
/** These compare the draft with articles. */
const COMPARING: readonly CheckCode[] = ['overlap', 'leftover', 'quotation'];
/** Nothing borrowed. One object for all, so that the view made with it, and what is remembered of that view, stay the same. */
const NOTHING_BORROWED: BorrowedView = { view: [] };

/** Checks documents with the corpus and the settings of this server. */
export function createDocumentCheck({ corpus, host, settings, leftOut }: ServerContext): DocumentCheck {
  const codesFor = (document: TextDocument, isAsked: boolean): Set<CheckCode> => {
    const { options } = settings();
    const isDraft = !articleAt(document.uri) && (isAsked || document.languageId === SPEECH_DRAFT);
    if (!isDraft || isLonger(document, engineLimits.checkedDraft)) return new Set();
    const codes = wantedCodes(isAsked ? 'asked' : 'writing', options);
    // The outline tells of numbers by itself, sooner, where its own setting wants it.
    if (!isAsked || isChecked(document, options)) codes.delete('numbering');
    return codes;
  };

  /** What the lines of a document share with a view, as far as it is known. */
  const known = (memory: CheckMemory, view: CorpusView, lines: readonly string[]): LineMemo => {
    if (memory.overlaps?.view !== view) memory.overlaps = { view, lines: new Map() };
    const memo = memory.overlaps.lines;
    // What is written over is not needed again.
    if (memo.size > 4 * lines.length + 100) memo.clear();
    return memo;
  };

  return {
    codesFor,
    async borrowed(document, isAsked, memory) {
      if (corpus.libraries.partial().length === 0) return NOTHING_BORROWED;
      const codes = codesFor(document, isAsked);
      if (!COMPARING.some(code => codes.has(code))) return NOTHING_BORROWED;
      const { check } = settings().options;
      const found = await corpus.libraries.borrow(allLines(document), {
        least: check?.overlapLength,
        many: check?.overlapArticles,
        memo: memory.borrowed,
      });
      if (isAsked && !found.isWhole) leftOut('fanben/check', 'check');
      return found;
    },
    async run(document, { codes, terms, borrowed, memory }, token) {
      const lines = allLines(document);
      const writtenOn = await host.lastWritten(filePath(document.uri));
      const view = memory.joined(corpus.view(), borrowed.view);
      const { check } = settings().options;
      const steps = checkSteps(view, lines, {
        codes,
        terms,
        memo: known(memory, view, lines),
        gazetteer,
        idioms,
        exceptCluster: ownCluster(corpus.directory(), document.uri),
        writtenOn,
        overlapLeast: check?.overlapLength,
        overlapMany: check?.overlapArticles,
        longest: check?.longSentence,
        common: borrowed.common,
      });
      return inTurns(steps, token);
    },
  };
}
