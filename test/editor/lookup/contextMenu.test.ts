import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { inWorkspace, setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('the menu of a selection', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(async () => {
    await window.press('Escape');
    await vscode.commands.executeCommand('references-view.clear');
    await closeEditors();
  });
  // The menu took the release of the mouse, and an editor whose mouse is down shows no hovers to the next test.
  after(async () => {
    await openEditor('');
    const box = (await window.page.locator('.monaco-editor.focused').first().boundingBox())!;
    await window.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await closeEditors();
  });

  /** Selects [start, end) of the first line, and takes an entry of the menu over it until what it does is seen: a menu that just opens may miss a click. */
  async function choose(
    editor: vscode.TextEditor,
    [start, end]: readonly [number, number],
    entry: string,
    isDone: () => Promise<boolean>,
  ): Promise<void> {
    editor.selection = new vscode.Selection(0, start, 0, end);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const selected = window.page.locator('.monaco-editor.focused .selected-text').first();
    const item = window.page.locator('.context-view .action-item', { hasText: entry }).first();
    await waitFor(async () => {
      const box = await waitFor(() => selected.boundingBox());
      await window.page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2, { button: 'right' });
      await item.waitFor({ timeout: 2000 });
      await item.hover({ timeout: 2000 });
      await item.click({ timeout: 2000 });
      return waitFor(isDone, 4000);
    }, 30_000);
  }
  const message = async () =>
    (await window.page.locator('.tree-explorer-viewlet-tree-view .message').allTextContents()).join();

  it('shows its lines in the References view, which are saved as a table or for Word by a button', async () => {
    await choose(await openEditor('要扑下身子抓落实。'), [1, 8], 'Lines of a Wording', async () =>
      (await message()).includes('2 articles, 3 places'),
    );
    await window.screenshot('concordance-menu');
    for (const kind of ['csv', 'docx']) {
      const file = join(inWorkspace(), `逐行.${kind}`);
      await window.page.locator('.action-label[aria-label^="Save Lines"]').first().click();
      const field = window.page.locator('.quick-input-widget input:focus').first();
      await waitFor(async () => (await field.inputValue()).endsWith('扑下身子抓落实.csv'));
      await field.fill(file);
      // The dialog looks into a folder that was typed before it takes a name there.
      await waitFor(async () => {
        if (await field.isVisible()) await window.press('Enter');
        return !(await field.isVisible());
      });
      const bytes = await waitFor(async () => vscode.workspace.fs.readFile(vscode.Uri.file(file)));
      if (kind === 'csv') assert.match(new TextDecoder().decode(bytes), /扑下身子抓落实,，最怕的是半途而废。/);
      else assert.equal(new TextDecoder('latin1').decode(bytes.subarray(0, 2)), 'PK');
      await rm(file);
    }
  });

  it('does by a key what it does in the menu', async () => {
    const editor = await openEditor('要扑下身子抓落实。');
    editor.selection = new vscode.Selection(0, 1, 0, 8);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.press('Alt+Shift+K');
    await waitFor(async () => (await message()).includes('2 articles, 3 places'));
  });

  it('looks the wording up', async () => {
    await choose(await openEditor('要扑下身子抓落实。'), [1, 5], 'Look Up Phrasing', async () =>
      (await window.quickPick()).some(({ label }) => label.includes('扑下身子抓落实')),
    );
    const field = window.page.locator('.quick-input-widget input').first();
    assert.equal(await field.inputValue(), '扑下身子');
  });

  it('keeps it as a saying', async () => {
    const file = join(inWorkspace(), '菜单金句.json');
    await setSetting('sayings.file', file);
    try {
      await choose(await openEditor('要一张蓝图绘到底。'), [1, 8], 'Keep as a Saying', () =>
        window.page.locator('.quick-input-widget input:focus').first().isVisible(),
      );
      await window.press('Enter');
      const kept = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(file)));
      assert.deepEqual(JSON.parse(await waitFor(kept)), [{ text: '一张蓝图绘到底' }]);
    } finally {
      await setSetting('sayings.file', undefined);
      await rm(file, { force: true });
    }
  });
});
