import * as vscode from 'vscode';
import { showFailure } from '../ui/failure';
import { tell } from '../ui/tell';
import type { FrameFiles } from './frameFiles';
import { pickFrameFile } from './pickFrameFile';
import { renamedFrames } from './renamedFrames';

/** The files of the writer's own frames: taken in from elsewhere, looked at. */
export function registerOwnFrameCommands(files: FrameFiles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.importFrames', async () => {
      try {
        await importFrames(files);
      } catch (error) {
        await showFailure(vscode.l10n.t('The frames cannot be imported.'), error);
      }
    }),
    vscode.commands.registerCommand('fanben.openOwnFrames', async () => {
      const file = await pickFrameFile(files, vscode.l10n.t('Open the file of …'));
      if (!file) return;
      // An empty one shows where it would be, and what it is. One that is there is opened as it is, to be mended.
      if (!(await isThere(file))) await files.add(file, {});
      await vscode.window.showTextDocument(file);
    }),
  );
}

const isThere = (file: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );

/** Takes in the frames of a file that somebody passed on; none of one's own is lost. */
async function importFrames(files: FrameFiles): Promise<void> {
  const [from] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Frames'),
      filters: { [vscode.l10n.t('Frames')]: ['code-snippets', 'json'] },
    })) ?? [];
  const to = from && (await pickFrameFile(files, vscode.l10n.t('Keep the frames for …')));
  if (!to) return;
  const [coming, known] = await Promise.all([files.read(from), files.read(to)]);
  await files.add(to, renamedFrames(coming, known));
  void tell.information(vscode.l10n.t('{0} frames imported.', Object.keys(coming).length));
}
