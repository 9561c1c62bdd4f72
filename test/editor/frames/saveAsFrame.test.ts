import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('save as frame', () => {
  let window: Driver;
  const file = () => inWorkspace('.vscode', 'fanben.code-snippets');
  const input = () => window.page.locator('.quick-input-widget input:focus').first();
  const title = (text: string) =>
    window.page.locator('.quick-input-widget .quick-input-title', { hasText: text }).waitFor();

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await deleteFile(file());
  });
  after(() => deleteFile(file()));
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  const keepAs = async (name: string) => {
    await title('Keep the frame for');
    await window.press('Enter');
    await title('Name of the frame');
    await input().waitFor();
    await window.press('ControlOrMeta+a');
    await window.compose(name);
    await window.press('Enter');
  };
  const saved = () => waitFor(async () => JSON.parse(await readFile(file(), 'utf8')));

  it('keeps the selected sentences with the checked words as slots, and inserts them again', async () => {
    const text = '把方便群众的实事做好，把解决群众的难事做细，把有利群众的好事做实。';
    const editor = await openEditor(text);
    editor.selection = new vscode.Selection(0, 0, 0, text.length);
    void vscode.commands.executeCommand('fanben.saveAsFrame');
    await title('which words become slots');
    await window.press('Enter');
    await keepAs('为民三事');
    const frames = await saved();
    assert.match(frames.为民三事.body[0], /^把\$\{1:.*群众的.*事.*。$/);

    const next = await openEditor('同志们：\n|');
    void vscode.commands.executeCommand('fanben.insertFrame');
    await input().waitFor();
    await window.typeKeys('wmss');
    const [row] = await waitFor(async () => (await window.quickPick()).filter(({ label }) => label === '为民三事'));
    assert.match(row?.description ?? '', /Mine/);
    await window.press('Enter');
    await waitFor(() => next.document.getText().includes('把') && !next.selection.isEmpty);
    await window.compose('温暖');
    await waitFor(() => next.document.getText().startsWith('同志们：\n把温暖群众的'));
  });

  it('takes several selections as the slots of the lines they stand in', async () => {
    // Whoever has the file may have written into it why a frame is there.
    const noted = (await readFile(file(), 'utf8')).replace('{', '{\n  // 群众工作');
    await writeFile(file(), noted);
    const editor = await openEditor('　　要向山水要产业，向田野要收成。');
    editor.selections = [new vscode.Selection(0, 4, 0, 6), new vscode.Selection(0, 11, 0, 13)];
    void vscode.commands.executeCommand('fanben.saveAsFrame');
    await keepAs('向哪要什么');
    await waitFor(async () => (await readFile(file(), 'utf8')).includes('向哪要什么'));
    const text = await readFile(file(), 'utf8');
    assert.ok(text.startsWith('{\n  // 群众工作'), text);
    const saved = () => JSON.parse(text.replace('// 群众工作', ''));
    const frame = saved().向哪要什么;
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
    assert.deepEqual(frame.body, ['要向${1:山水}要产业，向${2:田野}要收成。']);
    // The frame saved before is still there.
    assert.ok('为民三事' in saved());
  });

  it('names a broken file, does not write over it, and the picker says so, too', async () => {
    await writeFile(file(), '{ "坏": ');
    const editor = await openEditor('抓早抓小抓苗头');
    editor.selection = new vscode.Selection(0, 0, 0, 7);
    void vscode.commands.executeCommand('fanben.saveAsFrame');
    await title('which words become slots');
    await window.press('Enter');
    await title('Keep the frame for');
    await window.press('Enter');
    await waitFor(async () =>
      (await window.notifications()).some(text => /fanben\.code-snippets.*not valid JSON/.test(text)),
    );
    assert.equal(await readFile(file(), 'utf8'), '{ "坏": ');
    await vscode.commands.executeCommand('notifications.clearAll');

    await openEditor('');
    void vscode.commands.executeCommand('fanben.insertFrame');

    await waitFor(async () => (await window.quickPick()).some(({ label }) => /fanben\.code-snippets/.test(label)));
  });

  it('opens a file that is broken as it is, so that it can be mended', async () => {
    const broken = '{ "三讲": 忘了引号 }';
    await writeFile(file(), broken);
    void vscode.commands.executeCommand('fanben.openOwnFrames');
    await title('Open the file of');
    await window.press('Enter');
    const editor = await waitFor(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.fileName.endsWith('fanben.code-snippets') ? active : undefined;
    });
    assert.equal(editor?.document.getText(), broken);
  });
});
