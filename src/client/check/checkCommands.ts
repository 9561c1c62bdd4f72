import * as vscode from 'vscode';
import type { CheckOutcome } from '../../server/protocol/check';
import { onFirstSave } from '../draft/firstSaves';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { tell } from '../ui/tell';
import { shareOf } from './share';

/**
 * “Check Draft” and “Clear Check”, for the draft in front; what the server was told of an untitled draft holds for its file. `beforeCheck`:
 * what the writer is in the midst of is held back no longer.
 */
export function registerCheckCommands(server: LanguageServer, beforeCheck: () => void): vscode.Disposable {
  const ask = async (method: 'fanben/check' | 'fanben/clearCheck') => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const params = { textDocument: { uri: document.uri.toString() } };
    try {
      if (method === 'fanben/clearCheck') await server.request(method, params);
      else {
        beforeCheck();
        tellOutcome(await server.request(method, params));
      }
    } catch (error) {
      await showFailure(vscode.l10n.t('The draft cannot be checked.'), error);
    }
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.checkDraft', () => ask('fanben/check')),
    vscode.commands.registerCommand('fanben.clearCheck', () => ask('fanben/clearCheck')),
    onFirstSave(({ uri }, file) => {
      if (server.state.phase !== 'running') return;
      const files = [{ oldUri: uri.toString(), newUri: file.uri.toString() }];
      return server.notify('workspace/didRenameFiles', { files });
    }),
  );
}

/** The writer stays in the draft; the list of problems opens where they want it. */
async function tellOutcome(outcome: CheckOutcome | null): Promise<void> {
  if (!outcome) {
    void tell.information(
      vscode.l10n.t('Nothing was checked: the document is no draft, too long, or was changed meanwhile.'),
    );
    return;
  }
  const { problems, overlap } = outcome;
  const found = problems === 0 ? vscode.l10n.t('No problems found.') : vscode.l10n.t('{0} problems found.', problems);
  const taken =
    overlap && overlap.taken > 0
      ? vscode.l10n.t('{0} of the draft stands in articles ({1} characters).', shareOf(overlap), overlap.taken)
      : '';
  const open = vscode.l10n.t('Open the List');
  const message = [found, taken].filter(Boolean).join(' ');
  const bySource = vscode.l10n.t('Taken Over, by Source');
  const offers = [...(problems > 0 ? [open] : []), ...(overlap && overlap.runs.length > 0 ? [bySource] : [])];
  const chosen = await tell.information(message, ...offers);
  if (chosen === open) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === bySource) await vscode.commands.executeCommand('fanben.overlapSources');
}
