import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { onSettingsChange, readSettings } from '../settings';

/** As package.json names them, each with what a person is told that it does. */
const TOOLS: Readonly<Record<string, () => string>> = {
  fanben_search: () => vscode.l10n.t('Search your articles'),
  fanben_passages: () => vscode.l10n.t('Find passages in your articles'),
  fanben_variants: () => vscode.l10n.t('Find other wordings in your articles'),
  fanben_check: () => vscode.l10n.t('Check a draft against your articles'),
};

/**
 * Lets the assistants of the editor ask the corpus, where the writer has turned it on. The first time in a window the editor asks,
 * and says what leaves the machine: an assistant may send what it gets to its own server.
 */
export function registerAssistantTools(server: LanguageServer): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  let isAllowed = false;
  const confirmation = (name: string, input: unknown): vscode.PreparedToolInvocation => {
    const invocationMessage = TOOLS[name]!();
    if (isAllowed) return { invocationMessage };
    return {
      invocationMessage,
      confirmationMessages: {
        title: invocationMessage,
        message: vscode.l10n.t(
          'The assistant gets sentences of your articles, with title, date, speaker and path, and may send them to its own server. Fanben itself sends nothing. It asks: {0}',
          JSON.stringify(input).slice(0, 300),
        ),
      },
    };
  };
  const register = () =>
    vscode.Disposable.from(
      ...Object.keys(TOOLS).map(name =>
        vscode.lm.registerTool<Record<string, unknown>>(name, {
          prepareInvocation: ({ input }) => confirmation(name, input),
          async invoke({ input }, token) {
            isAllowed = true;
            const answer = await server.request('fanben/tool', { name, input }, token);
            return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer ?? '')]);
          },
        }),
      ),
    );
  const follow = () => {
    const isWanted = readSettings().assistant;
    if (isWanted && !registered) registered = register();
    if (isWanted) return;
    registered?.dispose();
    registered = undefined;
    isAllowed = false;
  };
  follow();
  return vscode.Disposable.from(onSettingsChange(follow), { dispose: () => registered?.dispose() });
}
