import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { memberListSteps } from '../../engine/outline/memberLists';
import { type NumberingProblem, numberingSteps } from '../../engine/outline/problems/problems';
import { spokenOf } from '../../engine/outline/problems/problemText';
import { renumberSteps, type Scope } from '../../engine/outline/renumbering/renumber';
import type { Steps } from '../../engine/steps';
import { allLines, toTextEdits } from '../lines';
import type { ServerOptions } from '../protocol/options';
import type { Texts } from '../textTable';
import { isChecked } from './diagnostics';

/** A menu holds no more; the section or the draft mends the rest. */
const MOST_SINGLE = 20;

/** Ways to mend the numbers in these lines: each by itself, its section, the whole draft; none that would do the same. */
export function* numberingActions(
  document: TextDocument,
  range: Range,
  shown: readonly Diagnostic[],
  options: Pick<ServerOptions, 'numbering'>,
  texts: Texts,
): Steps<CodeAction[]> {
  if (!isChecked(document, options)) return [];
  const lines = allLines(document);
  const problems = (yield* numberingSteps(lines)).filter(
    ({ paragraph, fix }) => fix.length > 0 && paragraph >= range.start.line && paragraph <= range.end.line,
  );
  const [first] = problems;
  if (!first) return [];

  const placeOf = (line: number, character: number) => `${line}:${character}`;
  const shownAt = new Map(
    shown.map(diagnostic => [placeOf(diagnostic.range.start.line, diagnostic.range.start.character), diagnostic]),
  );
  const action = (title: string, edits: TextEdit[], mended: readonly NumberingProblem[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: mended.flatMap(({ paragraph, start }) => shownAt.get(placeOf(paragraph, start)) ?? []),
    edit: { changes: { [document.uri]: edits } },
  });
  const single = problems.slice(0, MOST_SINGLE).map(problem => {
    const marker = spokenOf(problem.expected!);
    const title = problem.fix.length > 1 ? texts.changeList(marker) : texts.changeTo(marker);
    return { ...action(title, toTextEdits(problem.fix), [problem]), isPreferred: problems.length === 1 };
  });
  const section = action(
    texts.renumberSection,
    toTextEdits(yield* renumberSteps(lines, yield* sectionOf(lines, first))),
    problems,
  );
  const draft = action(texts.renumberDraft, toTextEdits(yield* renumberSteps(lines)), problems);
  return distinct([...single, section, draft]);
}

/** The lines of the part that holds the list in which the problem is; all lines, where none does. */
function* sectionOf(lines: readonly string[], { paragraph, start }: NumberingProblem): Steps<Scope> {
  const list = (yield* memberListSteps(lines)).find(({ members }) =>
    members.some(member => member.paragraph === paragraph && member.start === start),
  );
  return {
    paragraph: list?.parent?.paragraph ?? 0,
    endParagraph: list?.parent?.endParagraph ?? lines.length - 1,
  };
}

/** Without those that change nothing, or the same as one before them. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Set(['[[]]']);
  return actions.filter(({ edit }) => {
    const what = JSON.stringify(Object.values(edit!.changes!));
    return !known.has(what) && known.add(what);
  });
}
