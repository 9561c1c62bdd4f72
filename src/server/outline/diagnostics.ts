import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { engineLimits } from '../../engine/limits';
import { type NumberingCode, numberingSteps } from '../../engine/outline/problems/problems';
import { describeProblem } from '../../engine/outline/problems/problemText';
import { unevenMemberSteps } from '../../engine/outline/problems/unevenMembers';
import type { Steps } from '../../engine/steps';
import { allLines, isLonger } from '../lines';
import { articleAt } from '../passages/articleAddress';
import type { NumberingData } from '../protocol/numbering';
import type { ServerOptions } from '../protocol/options';
import type { Texts } from '../textTable';

/** The code of them all, as of every check; which kind of problem it is stands in `data`. */
export const NUMBERING = 'numbering';
const SPEECH_DRAFT = 'speech-draft';
/** A list of problems nobody reads to its end; the editor itself keeps no more of one file. */
const MOST_SHOWN = 1_000;

/** A wrong number is wrong; two ways of counting and a lone 一是 are a matter of style. */
const SEVERITY: Record<NumberingCode, DiagnosticSeverity> = {
  missing: DiagnosticSeverity.Warning,
  repeated: DiagnosticSeverity.Warning,
  'out-of-order': DiagnosticSeverity.Warning,
  'mixed-level': DiagnosticSeverity.Warning,
  'mixed-series': DiagnosticSeverity.Information,
  alone: DiagnosticSeverity.Information,
  doubled: DiagnosticSeverity.Warning,
  unread: DiagnosticSeverity.Information,
};

/** Whether the writer wants the numbers of this document checked. An article that is read is as it is. */
export function isChecked(document: TextDocument, { numbering }: Pick<ServerOptions, 'numbering'>): boolean {
  const { check } = numbering ?? { check: 'speechDrafts' };
  if (check === 'off' || isLonger(document, engineLimits.numberedDraft) || articleAt(document.uri)) return false;
  return check === 'all' || document.languageId === SPEECH_DRAFT;
}

function diagnostic(
  place: { readonly paragraph: number; readonly start: number; readonly end: number },
  more: Pick<Diagnostic, 'severity' | 'message' | 'source'>,
  data: NumberingData,
): Diagnostic {
  const { paragraph: line, start, end } = place;
  return {
    range: { start: { line, character: start }, end: { line, character: end } },
    source: 'fanben',
    code: NUMBERING,
    data,
    ...more,
  };
}

/** What is wrong with the numbers of a document, in its order; nothing where they are not checked. */
export function* numberingDiagnostics(
  document: TextDocument,
  options: Pick<ServerOptions, 'numbering'>,
  texts: Texts,
): Steps<Diagnostic[]> {
  if (!isChecked(document, options)) return [];
  const lines = allLines(document);
  const all = yield* numberingSteps(lines);
  // Where reading stopped is told whatever else there is.
  const shown = all.filter(({ code }, index) => index < MOST_SHOWN || code === 'unread');
  const problems = shown.map(problem => {
    const message = describeProblem(problem, texts.language === 'zh' ? 'zh-cn' : 'en');
    const { code, openUntil: openUntilLine } = problem;
    return diagnostic(problem, { severity: SEVERITY[code], message, source: texts.source }, { code, openUntilLine });
  });
  if (!options.numbering?.uneven) return problems;
  const uneven = (yield* unevenMemberSteps(lines)).slice(0, MOST_SHOWN).map(member => {
    const message = texts.uneven(member.measure, member.found, member.others);
    const data = { code: 'uneven', openUntilLine: member.paragraph };
    return diagnostic(member, { severity: DiagnosticSeverity.Hint, message, source: texts.source }, data);
  });
  return [...problems, ...uneven];
}
