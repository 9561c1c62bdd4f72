import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor, shown } from '../harness/openEditor';
import { runByPalette } from '../harness/palette';
import { waitFor } from '../harness/waitFor';

/** Stands in two articles of the corpus. */
const COPIED = '各级干部要以时不我待的紧迫感抓好春耕，守初心、担使命，把政策送到田间地头';

describe('the checks of a draft', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  const codes = ({ document }: vscode.TextEditor) =>
    vscode.languages.getDiagnostics(document.uri).map(({ code }) => String(code));
  const shows = (editor: vscode.TextEditor, wanted: readonly string[]) =>
    waitFor(() => JSON.stringify(codes(editor).sort()) === JSON.stringify([...wanted].sort()), 20_000).catch(error => {
      throw new Error(`shown: ${codes(editor)}; wanted: ${wanted}`, { cause: error });
    });
  const command = (title: string) => runByPalette(window, title);

  it('say nothing in the line that is being written, and mend what a wrong mark was meant to be', async () => {
    const editor = await openEditor('截止目前，一切顺利。\n|\n大家放心。');
    await shows(editor, ['terms']);
    await window.compose('修路');
    await window.typeKeys(',');
    await window.compose('引水');
    await new Promise(resolve => setTimeout(resolve, 2500));
    assert.deepEqual(codes(editor), ['terms']);
    await window.press('ArrowDown');
    await shows(editor, ['terms', 'width']);
    await placeCursor(editor, new vscode.Position(1, 3));
    await window.press('Control+Period');
    await window.page.locator('.action-widget').first().waitFor();
    await window.press('Enter');
    await waitFor(() => editor.document.lineAt(1).text === '修路，引水');
    await shows(editor, ['terms']);
  });

  it('tell all when asked: the share in the status bar, the places in the draft, the source behind', async () => {
    const editor = await openEditor(`今年怎么办？\n${COPIED}。\n“要扑下身子抓好落实，守初心、担使命”，这话要记牢。|`);
    await command('Check Draft');
    await shows(editor, ['overlap', 'quotation']);
    const item = await waitFor(async () => (await window.statusBar()).find(text => text.startsWith('Overlap')));
    assert.match(item!, /^Overlap \d\d%$/);
    await window.press('Control+Home');
    await window.press('ArrowDown');
    await waitFor(async () => (await window.statusBar()).some(text => /^Overlap \d\d% · here \d\d/.test(text)));
    await window.page.locator('.statusbar-item', { hasText: 'Overlap' }).click();
    await waitFor(
      async () => (await window.page.locator('.monaco-editor .view-overlays .cdr[class*="ced-"]').count()) > 0,
    );
    const { range, message } = vscode.languages
      .getDiagnostics(editor.document.uri)
      .find(({ code }) => code === 'overlap')!;
    assert.equal(editor.document.getText(range), COPIED);
    assert.match(message, /春耕生产会/);
    await window.page.locator('.statusbar-item', { hasText: 'Overlap' }).click();
    await placeCursor(editor, new vscode.Position(2, 5));
    await window.press('Control+Period');
    await window.page.locator('.action-widget').first().waitFor();
    await window.press('Enter');
    await waitFor(() => editor.document.lineAt(2).text.startsWith('“要扑下身子抓落实，守初心、担使命”'));
    await shows(editor, ['overlap']);
    await command('Clear Check of Draft');
    await shows(editor, []);
    await waitFor(async () => !(await window.statusBar()).some(text => text.startsWith('Overlap')));
    assert.match(shown(editor), /今年怎么办/);
  });

  it('does not show again what the writer does not want to see in this draft', async () => {
    const editor = await openEditor('截止目前，一切顺利。\n修路,引水|');
    await shows(editor, ['terms', 'width']);
    await placeCursor(editor, new vscode.Position(0, 2));
    const row = window.page.locator('.action-widget .monaco-list-row', { hasText: 'Do not show' });
    await waitFor(async () => {
      if (!(await row.isVisible())) await window.press('Control+Period');
      await new Promise(resolve => setTimeout(resolve, 500));
      return row.isVisible();
    });
    await row.click();
    await shows(editor, ['width']);
  });

  it('list what is taken over by source, in the References view; Enter shows it in the draft and where it is from', async () => {
    const editor = await openEditor(`今年怎么办？\n${COPIED}。\n就这样办。|`);
    await command('List What Stands in Articles, by Source');
    const row = (text: string) => window.page.locator('.pane-body .monaco-list-row', { hasText: text });
    await row('在全县春耕生产会上的讲话').first().waitFor();
    await window.press('ArrowDown');
    await window.press('ArrowDown');
    await window.press('Enter');
    await waitFor(() => editor.document.getText(editor.selection) === COPIED);
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    );
    assert.match(source!.document.getText(), /送到田间地头/);
    await window.screenshot('overlap-sources');
    await vscode.commands.executeCommand('references-view.clear');
    await window.page.locator('.pane-body', { hasText: 'No results' }).waitFor();
    await vscode.commands.executeCommand('workbench.view.explorer');
    await window.page.locator('.monaco-editor .view-lines').first().click();
  });
});
