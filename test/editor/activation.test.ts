import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, statusText, untilStatus, writeFile } from './corpus';
import { type Driver, mainWindow, newWindow } from './harness/driver';
import { closeEditors, openEditor } from './harness/openEditor';
import { waitFor } from './harness/waitFor';

const BUDGET_MS = 50;

describe('activation', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
  });

  afterEach(closeEditors);

  it('leaves a window alone that reads Markdown and has no corpus', async () => {
    await openEditor('# Read me\n\n你好|', 'markdown');
    await waitFor(() => vscode.extensions.getExtension('fanben.fanben')?.isActive);
    await window.compose('世界');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(await statusText(window), undefined);
    assert.deepEqual(await window.suggestions(), []);
  });

  it('starts the server with the first speech draft', async () => {
    await openEditor('');
    await untilStatus(window, /Fanben: no corpus/);
  });

  it(`takes at most ${BUDGET_MS} ms, loading the code included, by the editor's own clock`, async () => {
    const times = [await activationMs(window)];
    // A window that starts beside another has to wait for it: the best of three tells what we cost.
    while (times.length < 3 && Math.min(...times) > BUDGET_MS) {
      const file = vscode.Uri.file(inWorkspace(`${times.length}`, 'draft.gao'));
      await writeFile(file.fsPath, '');
      const folder = vscode.Uri.joinPath(file, '..');
      const other = await newWindow(() =>
        vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true }),
      );
      times.push(await activationMs(other));
      await other.close();
      await deleteFile(folder.fsPath);
    }
    assert.ok(Math.min(...times) <= BUDGET_MS, `${times} ms, not ${BUDGET_MS} ms`);
  });
});

/** What VS Code itself shows among the running extensions. */
async function activationMs(window: Driver): Promise<number> {
  await window.press('F1');
  await window.page.locator('.quick-input-widget input').waitFor();
  await window.typeKeys('Show Running Extensions');
  await waitFor(window.quickPick);
  await window.press('Enter');
  const list = window.page.locator('.runtime-extensions-editor .monaco-list');
  const row = list.locator('.monaco-list-row', { hasText: 'Fanben' });
  const time = row.locator('.activation-time', { hasText: 'ms' });
  await list.waitFor();
  // The slowest stand first, and only rows in sight exist.
  await waitFor(async () => {
    if ((await time.count()) > 0) return true;
    await list.press((await row.count()) > 0 ? 'Home' : 'PageDown');
    return false;
  }, 20_000);
  return Number(/(\d+)ms/.exec(await time.innerText())?.[1]);
}
