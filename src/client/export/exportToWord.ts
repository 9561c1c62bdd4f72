import * as vscode from 'vscode';
import type { WordDocument } from '../../server/protocol/export';
import { isDraft } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { filesAreHere } from '../ui/showFile';
import { tell } from '../ui/tell';
import { chooseTarget } from './chooseTarget';
import { documentName } from './documentName';

/** As many slots as a question names. */
const MOST_NAMED = 6;

/** The draft of the active editor as an official document for Word: asks about open slots, then where to put it. */
export function registerExportToWord(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.exportToWord', async () => {
    const draft = vscode.window.activeTextEditor?.document;
    if (!draft || !isDraft(draft)) {
      void tell.information(vscode.l10n.t('Open the draft first, then export it.'));
      return;
    }
    try {
      const textDocument = { uri: draft.uri.toString() };
      const word = await server.request('fanben/wordDocument', { textDocument });
      if (!word) {
        void tell.information(vscode.l10n.t('The draft holds no text that could be exported.'));
        return;
      }
      if (!(await isFinished(word))) return;
      const target = await chooseTarget(draft, documentName(draft, word.title));
      if (!target) return;
      await vscode.workspace.fs.writeFile(target, Buffer.from(word.docx, 'base64'));
      await offerToOpen(target, word.guidance);
    } catch (error) {
      await showFailure(vscode.l10n.t('The draft cannot be exported.'), error);
    }
  });
}

/** Are all slots filled, or may they stay? Who wants to fill them is taken to the first. */
async function isFinished({ slots }: WordDocument): Promise<boolean> {
  if (slots.length === 0) return true;
  const names = slots.slice(0, MOST_NAMED).join(' ') + (slots.length > MOST_NAMED ? ' …' : '');
  const [fill, exportNow] = [vscode.l10n.t('Go to the Next Slot'), vscode.l10n.t('Export As It Is')];
  const answer = await tell.warning(
    vscode.l10n.t('{0} slots of the draft are still to be filled.', slots.length),
    { modal: true, detail: names },
    fill,
    exportNow,
  );
  if (answer === fill) await vscode.commands.executeCommand('fanben.nextSlot');
  return answer === exportNow;
}

async function offerToOpen(target: vscode.Uri, guidance: number): Promise<void> {
  const name = vscode.workspace.asRelativePath(target);
  const done =
    guidance > 0
      ? vscode.l10n.t('Exported to {0}, without the guidance 【提示·…】.', name)
      : vscode.l10n.t('Exported to {0}.', name);
  // Word runs where the window is: a file on another machine can only be shown.
  const isHere = filesAreHere();
  const offer = isHere ? vscode.l10n.t('Open') : vscode.l10n.t('Show in Explorer');
  if ((await tell.information(done, offer)) !== offer) return;
  if (isHere) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('revealInExplorer', target);
}
