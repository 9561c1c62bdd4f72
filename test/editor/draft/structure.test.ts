import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Longer than the server waits for the hand to rest. */
const QUIET_MS = 1500;

describe('The structure of a draft', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  afterEach(closeEditors);

  const problems = ({ document }: vscode.TextEditor) =>
    vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
  /** What the draft is again after one press. */
  const undo = async () => window.press('ControlOrMeta+z');
  const draft = '开场。\n一、产业\n产业|的话。\n二、作风\n（一）实\n（二）严\n三、民生';

  it('moves a section by key, numbers and cursor with it, in one step', async () => {
    const editor = await openEditor(draft);
    await window.press('Control+Alt+PageDown');
    await waitFor(() => shown(editor) === '开场。\n一、作风\n（一）实\n（二）严\n二、产业\n产业|的话。\n三、民生');
    // What is told to the window is done in turn: when this is, so is the cursor.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.compose('很好');
    await waitFor(() => editor.document.getText().includes('产业很好的话'));
    await undo();
    await window.press('Control+Alt+PageUp');
    await waitFor(() => editor.document.getText() === draft.replace('|', ''));
    await undo();
    await waitFor(() => editor.document.getText().startsWith('开场。\n一、作风'));
  });

  it('renumbers the draft, or what is selected, in one step', async () => {
    const text = '一、甲\n三、乙\n（一）子\n（三）丑\n六、丙';
    const editor = await openEditor(text);
    editor.selection = new vscode.Selection(2, 0, 4, 0);
    await vscode.commands.executeCommand('fanben.renumber');
    assert.equal(editor.document.getText(), '一、甲\n三、乙\n（一）子\n（二）丑\n六、丙');
    await placeCursor(editor, new vscode.Position(0, 0));
    await vscode.commands.executeCommand('fanben.renumber');
    assert.equal(editor.document.getText(), '一、甲\n二、乙\n（一）子\n（二）丑\n三、丙');
    await undo();
    await undo();
    await waitFor(() => editor.document.getText() === text);
  });

  it('points a wrong number out once the writer has moved on, and mends it in one step', async () => {
    const editor = await openEditor('一、甲\n|');
    await window.compose('三、');
    await window.compose('乙');
    await new Promise(resolve => setTimeout(resolve, QUIET_MS));
    await waitFor(() => problems(editor).length === 0);
    await window.press('Enter');
    await waitFor(() => shown(editor).endsWith('三、乙\n四、|'));
    await window.press('Enter');
    await waitFor(() => shown(editor) === '一、甲\n三、乙\n|');
    await waitFor(() => problems(editor).length === 1);

    await placeCursor(editor, new vscode.Position(1, 2));
    await vscode.commands.executeCommand('editor.action.autoFix');
    await waitFor(() => editor.document.getText() === '一、甲\n二、乙\n');
    await waitFor(() => problems(editor).length === 0);
    await undo();
    await waitFor(() => editor.document.getText() === '一、甲\n三、乙\n');
    // Seen before: it stays in sight where the cursor is.
    await waitFor(() => problems(editor).length === 1);
  });

  it('waits for 二是 while its part is being written', async () => {
    const editor = await openEditor('一、甲\n一是快。\n|\n二、乙');
    await window.compose('再说几句。');
    await new Promise(resolve => setTimeout(resolve, QUIET_MS));
    assert.deepEqual(problems(editor), []);
    // Not by arrow key: where the list of phrases is open, that would move in the list.
    await placeCursor(editor, new vscode.Position(3, 0));
    await waitFor(() => problems(editor).length === 1);
  });

  it('waits where VS Code saves by itself, too', async () => {
    const files = vscode.workspace.getConfiguration('files');
    const path = inWorkspace('存.gao');
    await writeFile(path, '一、甲\n');
    await files.update('autoSaveDelay', 100, true);
    await files.update('autoSave', 'afterDelay', true);
    try {
      const editor = await vscode.window.showTextDocument(vscode.Uri.file(path));
      await placeCursor(editor, new vscode.Position(1, 0));
      await window.compose('三、乙');
      await waitFor(() => editor.document.getText().endsWith('三、乙') && !editor.document.isDirty);
      await new Promise(resolve => setTimeout(resolve, QUIET_MS));
      assert.deepEqual(problems(editor), []);
      await placeCursor(editor, new vscode.Position(0, 0));
      await waitFor(() => problems(editor).length === 1);
    } finally {
      await files.update('autoSave', undefined, true);
      await files.update('autoSaveDelay', undefined, true);
      await closeEditors();
      await deleteFile(path);
    }
  });

  it('counts on when Enter puts a point in, and back when it is taken out', async () => {
    const editor = await openEditor('一是快。|\n二是稳。\n三是准。');
    await window.press('Enter');
    await waitFor(() => shown(editor) === '一是快。\n二是|\n三是稳。\n四是准。');
    await window.press('Enter');
    await waitFor(() => shown(editor) === '一是快。\n|\n二是稳。\n三是准。');
  });

  it('writes no number between a heading and its text', async () => {
    const editor = await openEditor('一、产业|\n产业的话。\n二、作风');
    await window.press('Enter');
    await waitFor(() => shown(editor) === '一、产业\n|\n产业的话。\n二、作风');
  });

  it('tells length and speaking time, of the selection too', async () => {
    const editor = await openEditor('抓落实。'.repeat(200));
    await waitFor(async () => (await window.statusBar()).some(text => text.includes('800 chars · ~4 min')));
    editor.selection = new vscode.Selection(0, 0, 0, 20);
    await waitFor(async () => (await window.statusBar()).some(text => text.includes('20 chars selected')));
    await closeEditors();
    await waitFor(async () => !(await window.statusBar()).some(text => /\d chars (·|selected)/.test(text)));
  });
});
