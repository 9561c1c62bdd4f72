import * as vscode from 'vscode';
import { setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('the first line of a paragraph', () => {
  let window: Driver;
  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(async () => {
    await setSetting('indent', undefined);
    await closeEditors();
  });
  /** The window is told what Tab means here. */
  const told = () => new Promise(resolve => setTimeout(resolve, 400));

  it('is indented where the paragraph above is, and one Undo takes the line back', async () => {
    const editor = await openEditor('　　水利是命脉。|');
    await window.press('Enter');
    await waitFor(() => shown(editor) === '　　水利是命脉。\n　　|');
    await window.compose('农时', []);
    await waitFor(() => shown(editor) === '　　水利是命脉。\n　　农时|');
    await placeCursor(editor, new vscode.Position(0, 4));
    await window.press('Enter');
    await waitFor(() => shown(editor) === '　　水利\n　　|是命脉。\n　　农时');
    await window.press('ControlOrMeta+z');
    await waitFor(() => editor.document.getText() === '　　水利是命脉。\n　　农时');
  });

  it('is indented by Tab at its beginning, and stays as it is elsewhere', async () => {
    const editor = await openEditor('同志们：\n|水利是命脉。');
    await told();
    await window.press('Tab');
    await waitFor(() => shown(editor) === '同志们：\n　　|水利是命脉。');
    await setSetting('indent', 'spaces');
    await placeCursor(editor, new vscode.Position(0, 0));
    await told();
    await window.press('Tab');
    await waitFor(() => shown(editor) === '    |同志们：\n　　水利是命脉。');
  });

  it('has no blanks where the writer wants none', async () => {
    await setSetting('indent', 'none');
    const editor = await openEditor('　　水利是命脉。|');
    await window.press('Enter');
    await waitFor(() => shown(editor) === '　　水利是命脉。\n|');
    await window.compose('农', []);
    await waitFor(() => shown(editor) === '　　水利是命脉。\n农|');
  });
});
