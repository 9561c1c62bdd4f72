import { type CheckOptions, checkDraft } from '../../../../src/engine/check/checkDraft';
import type { CheckCode, Problem } from '../../../../src/engine/check/problem';
import type { CorpusView } from '../../../../src/engine/index/segment';

/** The problems of one kind in a draft, each as the text it is about. */
export function found(draft: string, code: CheckCode, view: CorpusView = [], options: CheckOptions = {}): string[] {
  const lines = draft.split('\n');
  return problems(draft, code, view, options).map(problem => textOf(lines, problem));
}

export function problems(
  draft: string,
  code: CheckCode,
  view: CorpusView = [],
  options: CheckOptions = {},
): readonly Problem[] {
  return checkDraft(view, draft.split('\n'), { ...options, codes: new Set([code]) });
}

export function textOf(lines: readonly string[], { line, start, endLine, end }: Problem): string {
  if (line === endLine) return lines[line]!.slice(start, end);
  return [lines[line]!.slice(start), ...lines.slice(line + 1, endLine), lines[endLine]!.slice(0, end)].join('\n');
}

/** The draft with all fixes of a kind applied. */
export function mended(draft: string, code: CheckCode, view: CorpusView = [], options: CheckOptions = {}): string {
  const lines = draft.split('\n');
  const edits = problems(draft, code, view, options).flatMap(({ fix }) => fix?.edits ?? []);
  for (const { paragraph, start, end, text } of [...edits].sort(
    (a, b) => b.paragraph - a.paragraph || b.start - a.start,
  ))
    lines[paragraph] = lines[paragraph]!.slice(0, start) + text + lines[paragraph]!.slice(end);
  return lines.join('\n');
}

/** The head of a speech of 青禾县. */
export const HEAD = '在青禾县委经济工作会议上的讲话\n（2026年1月8日）\n周明远\n\n同志们：\n';
