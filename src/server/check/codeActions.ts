import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkKind } from '../../engine/check/codes';
import type { Problem } from '../../engine/check/problem';
import { toTextEdits } from '../lines';
import { NUMBERING } from '../outline/diagnostics';
import { IGNORE_COMMAND } from '../protocol/check';
import type { PassageRef } from '../protocol/passages';
import type { Texts } from '../textTable';
import { rangeOf } from './diagnostics';

/** A menu holds no more. */
const MOST_PROBLEMS = 8;

/** What can be done about the problems in a range: mend, mend all of the kind, open the source, see no more of it in this draft. */
export function checkActions(
  document: TextDocument,
  range: Range,
  shown: readonly Diagnostic[],
  problems: readonly Problem[],
  texts: Texts,
): CodeAction[] {
  const here = problems.filter(problem => touches(rangeOf(problem), range)).slice(0, MOST_PROBLEMS);
  const { uri } = document;
  const { language } = texts;
  const about = (problem: Problem) =>
    shown.filter(({ code, range: other }) => code === problem.code && isSame(other, rangeOf(problem)));
  const mend = here.flatMap(problem => {
    const { fix } = problem;
    if (!fix) return [];
    const edit = { changes: { [uri]: toTextEdits(fix.edits) } };
    const isPreferred = here.filter(other => other.fix).length === 1;
    return [
      { title: fix.title[language], kind: CodeActionKind.QuickFix, diagnostics: about(problem), edit, isPreferred },
    ];
  });
  const kinds = [...new Set(here.map(({ code }) => code))];
  const mendAll = kinds.flatMap((code): CodeAction[] => {
    const edits = problems.flatMap(problem => (problem.code === code ? (problem.fix?.edits ?? []) : []));
    // Quotations are looked at one by one.
    if (edits.length < 2 || code === 'quotation' || !here.some(problem => problem.code === code && problem.fix))
      return [];
    const title = texts.mendAll(checkKind(code).name[language], edits.length);
    return [{ title, kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: toTextEdits(edits) } } }];
  });
  const open = here.flatMap(({ source }): CodeAction[] => {
    if (!source) return [];
    const { path, entry, paragraph, offset, length, text } = source;
    const ref: PassageRef = { path, entry, paragraph, offset, length, text };
    const title = texts.seeSource(source.title);
    return [
      { title, kind: CodeActionKind.QuickFix, command: { title, command: 'fanben.openPassage', arguments: [ref] } },
    ];
  });
  const ignore = here.map(problem => {
    const given = { uri, code: problem.code, text: document.getText(rangeOf(problem)) };
    return ignoring(texts.ignoreHere(excerpt(given.text)), given, about(problem));
  });
  // The outline tells of numbers, and mends them; what is not to be seen again is one list.
  const numbers = shown.filter(({ code, range: place }) => code === NUMBERING && touches(place, range));
  const ignoreNumbers = numbers.slice(0, MOST_PROBLEMS).map(diagnostic => {
    const given = { uri, code: NUMBERING, text: document.getText(diagnostic.range) };
    return ignoring(texts.ignoreHere(excerpt(given.text)), given, [diagnostic]);
  });
  const told = numbers.length > 0 ? ([...kinds, NUMBERING] as const) : kinds;
  const ignoreKind = told.map(code =>
    ignoring(texts.ignoreKind(checkKind(code).name[language]), { uri, code, text: null }, []),
  );
  return distinct([...mend, ...mendAll, ...open, ...ignore, ...ignoreNumbers, ...ignoreKind]);
}

function ignoring(
  title: string,
  given: { uri: string; code: string; text: string | null },
  diagnostics: Diagnostic[],
): CodeAction {
  const command = { title, command: IGNORE_COMMAND, arguments: [given] };
  return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
}

const LONGEST = 12;
const excerpt = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text.replaceAll('\n', ' ');

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
const touches = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);
const isSame = (a: Range, b: Range): boolean =>
  !before(a.start, b.start) && !before(b.start, a.start) && !before(a.end, b.end) && !before(b.end, a.end);

/** One title stands in a menu once. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Set<string>();
  return actions.filter(({ title }) => !known.has(title) && known.add(title));
}
