import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Steps } from '../../engine/steps';
import type { ServerContext } from '../context';

/** What can be done about problems in a range of a document, of which the editor shows these. */
export type ActionSource = (
  document: TextDocument,
  range: Range,
  shown: readonly Diagnostic[],
) => Steps<CodeAction[]> | CodeAction[];

/** Answers an editor that asks what can be done, from all sources. */
export function registerActions({ router }: Pick<ServerContext, 'router'>, sources: readonly ActionSource[]): void {
  router.answerAboutInTurns('textDocument/codeAction', [], function* (document, { range, context }) {
    const found: CodeAction[] = [];
    for (const actions of sources) {
      const these = actions(document, range, context.diagnostics);
      for (const action of 'next' in these ? yield* these : these) found.push(action);
    }
    return found;
  });
}
