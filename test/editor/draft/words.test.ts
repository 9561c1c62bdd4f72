import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('editing by word in a speech draft', () => {
  let window: Driver;
  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(closeEditors);

  /** Time to ask ahead, as a hand rests before it edits by word. */
  const rest = () => new Promise(resolve => setTimeout(resolve, 1000));
  const selected = ({ document, selection }: vscode.TextEditor) => document.getText(selection);

  it('moves and selects by the words of the corpus, and stops at marks', async () => {
    const editor = await openEditor('要推动高质量发展，抓落实。\n　　下一段|');
    await placeCursor(editor, new vscode.Position(0, 0));
    await rest();
    for (const stop of ['要|推', '推动|高', '高质量|发展', '发展|，', '，|抓']) {
      await window.press('Control+ArrowRight');
      await waitFor(() => shown(editor).includes(stop));
    }
    await window.press('Control+Shift+ArrowLeft');
    await window.press('Control+Shift+ArrowLeft');
    await waitFor(() => selected(editor) === '发展，');
    await window.press('End');
    await window.press('Control+ArrowRight');
    await waitFor(() => shown(editor).endsWith('。\n　　|下一段'));
    await window.press('Control+ArrowLeft');
    await window.press('Control+ArrowLeft');
    await waitFor(() => shown(editor).includes('。|\n　　'));
  });

  it('deletes a word or a mark for every cursor, and what is typed next stays', async () => {
    const editor = await openEditor('推动高质量发展，\n推动高质量发展，|');
    editor.selections = [0, 1].map(line => new vscode.Selection(line, 8, line, 8));
    await rest();
    await window.press('Control+Backspace');
    await waitFor(() => editor.document.getText() === '推动高质量发展\n推动高质量发展');
    await window.press('Control+Backspace');
    await waitFor(() => editor.document.getText() === '推动高质量\n推动高质量');
    await window.press('Home');
    await window.press('Control+Delete');
    await waitFor(() => editor.document.getText() === '高质量\n高质量');
    await window.press('ControlOrMeta+z');
    await waitFor(() => editor.document.getText() === '推动高质量\n推动高质量');
  });

  it('keeps up with a fast hand', async () => {
    const editor = await openEditor('坚持一张蓝图绘到底，一任接着一任干。|');
    await rest();
    for (let i = 0; i < 5; i++) await window.press('Control+Backspace');
    await rest();
    const text = editor.document.getText();
    assert.ok(text.length <= '坚持一张蓝图绘到底，一任'.length, text);
    await window.compose('好', []);
    await waitFor(() => editor.document.getText() === `${text}好`);
  });

  for (const [place, word] of [
    [1, '推动'],
    [3, '高质量'],
    [4, '高质量'],
    [5, '高质量'],
    [6, '发展'],
  ] as const) {
    it(`takes ${word} with a double click on its character ${place}`, async () => {
      const editor = await openEditor('要推动高质量发展，抓落实。|');
      await placeCursor(editor, new vscode.Position(0, place));
      await rest();
      const box = await window.page.locator('.monaco-editor.focused .cursors-layer .cursor').first().boundingBox();
      await window.page.mouse.dblclick(box!.x + 10, box!.y + box!.height / 2);
      await rest();
      assert.equal(selected(editor), word);
    });
  }

  it('leaves a drag over half a word alone', async () => {
    const editor = await openEditor('要推动高质量发展，抓落实。|');
    await placeCursor(editor, new vscode.Position(0, 3));
    await rest();
    const box = (await window.page.locator('.monaco-editor.focused .cursors-layer .cursor').first().boundingBox())!;
    const y = box.y + box.height / 2;
    await window.page.mouse.move(box.x + 1, y);
    await window.page.mouse.down();
    await rest();
    await window.page.mouse.move(box.x + 30, y, { steps: 4 });
    await window.page.mouse.up();
    await rest();
    assert.equal(selected(editor), '高质');
  });

  it('leaves other files as they are', async () => {
    const editor = await openEditor('推动高质量发展|', 'plaintext');
    await window.press('Control+Backspace');
    await waitFor(() => editor.document.getText() === '');
  });
});
