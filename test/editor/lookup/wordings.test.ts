import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inWorkspace, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('what the corpus does with a wording', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('references-view.clear');
    await closeEditors();
  });

  /** The rows of the References view. */
  const rows = async () => {
    const labels = await window.page.locator('.pane-body .monaco-list-row .label-name').allTextContents();
    return labels.filter(label => label.trim() !== '');
  };
  const viewMessage = () => window.page.locator('.tree-explorer-viewlet-tree-view .message').allTextContents();

  it('shows where it was said, line below line, by keyboard alone, and opens a source read-only', async () => {
    const editor = await openEditor('我们要一张蓝图绘到底。');
    await placeCursor(editor, new vscode.Position(0, 4));
    await vscode.commands.executeCommand('fanben.concordance');
    await waitFor(async () => (await viewMessage()).join().includes('3 articles, 3 places'));
    await waitFor(async () => (await rows())[0] === '蓝图');
    await window.press('ArrowDown');
    await window.press('ArrowRight');
    await waitFor(async () => (await rows()).some(label => label.includes('坚持一张蓝图绘到底')));
    await window.press('ArrowDown');
    await window.press('Enter');
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    );
    assert.match(source!.document.getText(), /一张蓝图绘到底/);
    await window.screenshot('concordance');
  });

  it('puts the lines in another order', async () => {
    const editor = await openEditor('推动高质量发展');
    editor.selection = new vscode.Selection(0, 2, 0, 7);
    await vscode.commands.executeCommand('fanben.concordance');
    await waitFor(async () => (await rows()).length > 0);
    await vscode.commands.executeCommand('fanben.concordance.date');
    await waitFor(async () => (await rows()).includes('2025'));
    assert.deepEqual(await rows(), ['2025', '2024', '2023', '2022']);
    await window.screenshot('concordance-years');
    await vscode.commands.executeCommand('fanben.concordance.left');
    await waitFor(async () => (await rows()).includes('推动'));
  });

  it('offers other ways to say it: Enter puts a variant in its place', async () => {
    const editor = await openEditor('要以舍我其谁的紧迫感抓项目');
    editor.selection = new vscode.Selection(0, 2, 0, 6);
    await window.press('Alt+Shift+B');
    await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes('时不我待')));
    await window.screenshot('other-ways');
    const index = (await window.quickPick()).findIndex(({ label }) => label === '时不我待');
    for (let at = 0; at < index; at++) await window.press('ArrowDown');
    await window.press('Enter');
    await waitFor(() => editor.document.getText() === '要以时不我待的紧迫感抓项目');
  });

  it('has its passages in the editor’s own peek, and nothing makes a file of the corpus dirty', async () => {
    const editor = await openEditor('年轻人扑下身子抓落实，不图虚名。');
    await placeCursor(editor, new vscode.Position(0, 5));
    await window.press('Shift+F12');
    const peek = window.page.locator('.reference-zone-widget');
    await peek.waitFor();
    await waitFor(async () => (await peek.locator('.ref-tree .monaco-list-row').count()) > 0);
    await window.screenshot('references');
    await window.press('Escape');
    const locations = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      editor.document.uri,
      new vscode.Position(0, 5),
    );
    assert.deepEqual([...new Set(locations.map(({ uri }) => uri.scheme))], ['fanben-source']);
    const newest = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      new vscode.Position(0, 5),
    );
    assert.match(newest[0]!.uri.query, /2025-01-10/);
    // The newest source, set for reading.
    await window.press('F12');
    await waitFor(() => vscode.window.activeTextEditor?.document.uri.scheme === 'fanben-source');
    await waitFor(() => vscode.window.activeTextEditor?.document.languageId === 'speech-draft');
    await window.typeKeys('abc');
    assert.ok(inWorkspace('语料').length > 0);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uri.scheme === 'file'),
      [],
    );
  });
});
