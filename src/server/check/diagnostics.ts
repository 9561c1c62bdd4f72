import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { checkKind, type Severity } from '../../engine/check/codes';
import type { DraftSpan, Problem } from '../../engine/check/problem';
import type { CheckData } from '../protocol/check';
import type { Range } from '../protocol/schema';
import type { Texts } from '../textTable';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A stretch of a draft as the protocol has it. */
export function rangeOf({ line, start, endLine, end }: DraftSpan): Range {
  return { start: { line, character: start }, end: { line: endLine, character: end } };
}

/** A problem as the protocol has it; the other places of the draft it is about come with it. */
export function checkDiagnostic(uri: string, problem: Problem, texts: Texts): Diagnostic {
  const { code, message, related = [], openUntil, endLine } = problem;
  const { severity, name } = checkKind(code);
  const data: CheckData = { code, openUntilLine: openUntil ?? endLine };
  return {
    range: rangeOf(problem),
    severity: SEVERITY[severity],
    code,
    source: texts.source,
    message: message[texts.language],
    data,
    ...(related.length > 0 && {
      relatedInformation: related.map(span => ({
        location: { uri, range: rangeOf(span) },
        message: name[texts.language],
      })),
    }),
  };
}
