import {
  type CodeAction,
  type CodeActionKind,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Steps } from '../../engine/steps';
import type { ServerContext } from '../context';

/** What can be done about problems in a range of a document, of which the editor shows these. */
export type ActionSource = (
  document: TextDocument,
  range: Range,
  shown: readonly Diagnostic[],
  asked: Asked,
) => Steps<CodeAction[]> | CodeAction[];

/** What the editor wants to hear of. */
export interface Asked {
  /** The writer has asked; else the editor does by itself, as the cursor moves. */
  readonly byWriter: boolean;
  /** Whether actions of this kind are wanted: `quickfix`, `refactor.rewrite`. */
  wants(kind: CodeActionKind): boolean;
}

/** Answers an editor that asks what can be done, from all sources. */
export function registerActions({ router }: Pick<ServerContext, 'router'>, sources: readonly ActionSource[]): void {
  router.answerAboutInTurns('textDocument/codeAction', [], function* (document, { range, context }) {
    const found: CodeAction[] = [];
    const { only, triggerKind } = context;
    const asked: Asked = {
      byWriter: triggerKind !== CodeActionTriggerKind.Automatic,
      wants: kind => !only || only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`)),
    };
    for (const actions of sources) {
      const these = actions(document, range, context.diagnostics, asked);
      for (const action of 'next' in these ? yield* these : these) found.push(action);
    }
    return found;
  });
}
