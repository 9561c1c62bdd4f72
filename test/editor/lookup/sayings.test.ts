import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, setSetting, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('sayings', () => {
  let window: Driver;
  const file = () => join(inWorkspace(), '金句.json');
  const kept = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(file())));

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await writeFile(file(), '["干字当头、实字托底"]');
    await setSetting('sayings.file', file());
  });
  after(async () => {
    await setSetting('sayings.file', undefined);
    await deleteFile(file());
  });
  afterEach(closeEditors);

  it('are kept from a selection, with tags, and stand in the side bar', async () => {
    const editor = await openEditor('功成不必在我，功成必定有我。');
    editor.selection = new vscode.Selection(0, 0, 0, 13);
    void vscode.commands.executeCommand('fanben.keepSaying');
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    // What is kept is seen while its tags are chosen.
    const box = window.page.locator('.quick-input-widget');
    await waitFor(async () => (await box.innerText()).includes('功成不必在我，功成必定有我'));
    await window.compose('担当');
    await window.press('Enter');
    await waitFor(async () => (await kept()).includes('功成必定有我'));
    // What somebody has written by hand stays as it is.
    assert.deepEqual(JSON.parse(await kept()), [
      '干字当头、实字托底',
      { text: '功成不必在我，功成必定有我', tags: ['担当'] },
    ]);
    await vscode.commands.executeCommand('fanben.sayings.focus');
    await window.page.locator('.monaco-list-row', { hasText: '担当' }).first().waitFor();
    await window.page.locator('.monaco-list-row', { hasText: '干字当头' }).first().waitFor();
    await window.screenshot('sayings');
  });

  it('come first where one is begun, and Tab takes it', async () => {
    const editor = await openEditor('我们要有境界，');
    await waitFor(async () => {
      await window.compose('干字当');
      const rows = await waitFor(window.suggestions, 2000).catch(() => []);
      if (rows[0]?.label.includes('头、实字托底')) return true;
      await vscode.commands.executeCommand('undo');
      return false;
    }, 20_000);
    await window.press('Tab');
    await waitFor(() => editor.document.getText() === '我们要有境界，干字当头、实字托底');
  });

  it('go into the draft by a click', async () => {
    const editor = await openEditor('同志们：');
    await vscode.commands.executeCommand('fanben.sayings.focus');
    await window.page.locator('.monaco-list-row', { hasText: '干字当头' }).first().click();
    await waitFor(() => editor.document.getText() === '同志们：干字当头、实字托底');
  });

  it('are told of and left alone where their file is a pipe, a folder or none of ours', async function () {
    if (process.platform === 'win32') this.skip();
    const pipe = join(inWorkspace(), '管道.json');
    execFileSync('mkfifo', [pipe]);
    try {
      for (const [path, why] of [
        [pipe, 'no ordinary file'],
        [inWorkspace('语料'), 'no ordinary file'],
      ] as const) {
        await vscode.commands.executeCommand('notifications.clearAll');
        await setSetting('sayings.file', path);
        await waitFor(async () => (await window.notifications()).some(text => text.includes(why)));
      }
      await openEditor('我们要|');
      await window.compose('扑下身子');
      await waitFor(window.suggestions);
    } finally {
      await vscode.commands.executeCommand('notifications.clearAll');
      await setSetting('sayings.file', file());
      await deleteFile(pipe);
    }
  });
});
