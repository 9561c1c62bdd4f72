import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { treeRowsOf } from '../harness/treeRows';
import { waitFor } from '../harness/waitFor';

const TITLE = '$(flame)[点此](command:workbench.action.closeWindow)<img src=x>**粗**';
/** As hostile as the system lets a name be. */
const NAME = process.platform === 'win32' ? TITLE.replace(/[<>:]/g, '') : TITLE;

describe('titles and names of files that look like icons, links and markup', () => {
  let window: Driver;
  const path = () => inWorkspace('语料', `2025-03-03 ${NAME}.txt`);
  /** What would have come of them, anywhere in the window. */
  const drawn = () =>
    window.page
      .locator('.codicon-flame, a[href^="command:workbench"], a[data-href^="command:workbench"], img[src="x"]')
      .evaluateAll(all => all.map(({ outerHTML }) => outerHTML));

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await writeFile(path(), `${TITLE}\n夜航的渔船要守好每一盏灯，$(flame)不可大意。`);
    await untilStatus(window, /: 7 articles/);
  });
  after(async () => {
    await deleteFile(path());
    await closeEditors();
  });

  it('are text in hovers', async () => {
    await openEditor('夜航的渔船要守好每一盏灯。');
    await window.hoverAt(0, 3);
    const text = await waitFor(window.hoverText);
    assert.match(text, /\*\*粗\*\*/);
    assert.deepEqual(await drawn(), []);
  });

  it('are text in the tree of the corpus', async () => {
    const { row, texts } = treeRowsOf(window);
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await row('语料').waitFor();
    // Whoever came before may have left the folder closed, or other rows above it in a low view: its rows are reached by keys.
    await waitFor(async () => {
      await row('语料').click();
      for (const key of ['ArrowRight', ...Array<string>(16).fill('ArrowDown')]) {
        if (await row('粗').isVisible()) return true;
        await window.press(key);
      }
      throw new Error(`No such row among\n${(await texts()).join('\n')}`);
    }, 20_000);
    assert.deepEqual(await drawn(), []);
  });

  it('are text in a notification', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('fanben.concordance', TITLE);
    await vscode.commands.executeCommand('notifications.showList');
    const item = window.page.locator('.notification-list-item', { hasText: '点此' }).first();
    await item.waitFor({ timeout: 8_000 });
    assert.equal(await item.locator('.notification-list-item-message a').count(), 0);
    assert.deepEqual(await drawn(), []);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('notifications.hideList');
  });

  it('are text where articles are chosen', async () => {
    const choosing = vscode.commands.executeCommand('fanben.lookUp', '夜航的渔船');
    await window.page
      .locator('.quick-input-list .monaco-list-row', { hasText: '粗' })
      .first()
      .waitFor({ timeout: 8_000 });
    assert.deepEqual(await drawn(), []);
    await window.press('Escape');
    await choosing;
  });
});
