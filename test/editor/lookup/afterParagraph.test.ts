import assert from 'node:assert/strict';
import { setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const PARAGRAPH = '　　要扑下身子抓落实，坚持一张蓝图绘到底，一任接着一任干。';

describe('behind a paragraph', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(closeEditors);
  after(() => setSetting('paragraphLens.enabled', undefined));

  /** What stands in grey behind the text of a line. */
  const hints = async () => {
    const lines = await window.page.locator('.monaco-editor .view-line').allTextContents();
    return lines.map(line => line.replaceAll('\u00a0', ' ')).filter(line => line.includes('goes on'));
  };

  it('says nothing by itself, unless it is wanted', async () => {
    const editor = await openEditor(PARAGRAPH);
    await placeCursor(editor, editor.document.lineAt(0).range.end);
    await window.press('Enter');
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.deepEqual(await hints(), []);
  });

  it('says quietly what the corpus has like it; a key shows it, and Enter puts the next paragraph in its place', async () => {
    await setSetting('paragraphLens.enabled', true);
    const editor = await openEditor(PARAGRAPH);
    await placeCursor(editor, editor.document.lineAt(0).range.end);
    await window.press('Enter');
    await waitFor(async () => (await hints()).some(text => /like \d+% · goes on \d ways/.test(text)));
    await window.screenshot('paragraph-lens');
    const { line } = editor.selection.active;
    await window.press('Alt+Shift+N');
    await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes('过上好日子')));
    await window.screenshot('after-paragraph');
    await window.press('Enter');
    await waitFor(() => editor.document.lineAt(line).text === '　　推动高质量发展，归根到底是让群众过上好日子。');
    assert.equal(editor.document.lineAt(0).text, PARAGRAPH);
  });
});
