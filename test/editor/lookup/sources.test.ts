import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Whatever a writer clicks to get to a source and then types: no file of the corpus is changed. */
describe('sources', () => {
  let window: Driver;
  const skipped = () => inWorkspace('语料', '坏文件.docx');

  /** What the files of the corpus hold. */
  async function corpusHashes(): Promise<Record<string, string>> {
    const folder = inWorkspace('语料');
    const names = (await readdir(folder)).sort();
    const hash = async (name: string) => createHash('sha256').update(await readFile(`${folder}/${name}`));
    return Object.fromEntries(await Promise.all(names.map(async name => [name, (await hash(name)).digest('hex')])));
  }

  const sourceEditor = () =>
    waitFor(() => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'));

  /** The source stands beside, the next key goes into the draft, and no file of the corpus is touched, in sight or on disk. */
  async function typeAfter(editor: vscode.TextEditor, before: Record<string, string>): Promise<vscode.TextEditor> {
    const source = await sourceEditor();
    assert.equal(source!.viewColumn, vscode.ViewColumn.Two);
    const text = source!.document.getText();
    await window.compose('新词');
    await window.typeKeys('abc');
    await waitFor(() => editor.document.getText().includes('新词abc'));
    assert.equal(source!.document.getText(), text);
    await untouched(before);
    return source!;
  }

  /** A second is many times the delay of auto-save. */
  async function untouched(before: Record<string, string>): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, 1000));
    const dirty = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uri.scheme !== 'untitled');
    assert.deepEqual(
      dirty.map(({ uri }) => uri.toString()),
      [],
    );
    assert.deepEqual(await corpusHashes(), before);
  }

  async function beginLookUp(words: string): Promise<void> {
    void vscode.commands.executeCommand('fanben.lookUp');
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await window.compose(words);
    await waitFor(async () => (await window.quickPick())[0]?.label.includes(words));
  }

  /** The buttons of a row of a picker show when the mouse is on it. */
  async function pressRowButton(icon: string): Promise<void> {
    const row = window.page.locator('.quick-input-widget .monaco-list-row').first();
    await row.hover();
    await row.locator(icon).first().click();
  }

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await vscode.workspace.getConfiguration('files').update('autoSave', 'afterDelay', true);
    await vscode.workspace.getConfiguration('files').update('autoSaveDelay', 100, true);
  });
  after(async () => {
    await vscode.workspace.getConfiguration('files').update('autoSave', undefined, true);
    await vscode.workspace.getConfiguration('files').update('autoSaveDelay', undefined, true);
    await deleteFile(skipped());
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  it('from a hover: read-only and beside, the wording marked, the writer stays in the draft', async () => {
    const before = await corpusHashes();
    const editor = await openEditor('我县一张蓝图绘到底不动摇。');
    await window.hoverAt(0, 5);
    await waitFor(window.hoverText);
    await window.clickHoverLink('在县委全会上的讲话');
    const source = await typeAfter(editor, before);
    assert.match(source.document.getText(), /^在县委全会上的讲话\n2025-01-10 在县委全会上的讲话\.txt\n\n/);
    await window.screenshot('source-beside');
    assert.ok(source.selection.isEmpty, 'nothing is selected that a key would replace');
    await waitFor(async () => (await window.page.locator('.view-overlays .cdr[class*="ced-"]').count()) > 0);
  });

  it('from “all places” of a hover: the look-up has the wording, and its button opens a source', async () => {
    const before = await corpusHashes();
    const editor = await openEditor('我们推动高质量发展不动摇。');
    await window.hoverAt(0, 5);
    await waitFor(window.hoverText);
    await window.clickHoverLink('all ');
    await waitFor(async () => (await window.quickPick()).length >= 4);
    await pressRowButton('.codicon-go-to-file');
    await sourceEditor();
    await window.press('Escape');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await typeAfter(editor, before);
  });

  it('from the look-up: its button, and its sentence goes into the draft, not into the article that is read', async () => {
    const before = await corpusHashes();
    const editor = await openEditor('会议强调，|');
    await beginLookUp('决不能误了农时');
    await pressRowButton('.codicon-go-to-file');
    const source = await sourceEditor();
    await window.press('Escape');
    await window.page.locator('.editor-group-container .monaco-editor textarea, .native-edit-context').last().focus();
    await waitFor(() => vscode.window.activeTextEditor === source || vscode.window.activeTextEditor === editor);
    await vscode.window.showTextDocument(source!.document, { viewColumn: source!.viewColumn });
    await window.typeKeys('xyz');
    const { line } = source!.document.positionAt(source!.document.getText().indexOf('紧迫感'));
    const start = source!.document.lineAt(line).text.indexOf('紧迫感');
    const there = vscode.window.activeTextEditor!;
    there.selection = new vscode.Selection(line, start, line, start + 3);
    await window.press('Alt+b');
    await waitFor(async () => (await window.quickPick())[0]?.label.includes('紧迫感'));
    await window.press('Enter');
    await waitFor(() => /^会议强调，.*紧迫感/.test(editor.document.getText()));
    await waitFor(() => vscode.window.activeTextEditor === editor);
    await typeAfter(editor, before);
  });

  it('from the report: what was indexed; what was skipped is told about, and opened only by name', async () => {
    await writeFile(skipped(), 'not a zip file');
    const editor = await openEditor('各位代表：|');
    await untilStatus(window, /: 6 articles/);
    const before = await corpusHashes();
    const report = async (name: string) => {
      await waitFor(async () => {
        void vscode.commands.executeCommand('fanben.showReport');
        await window.page.locator('.quick-input-widget input:focus').first().waitFor();
        await window.compose(name);
        const found = (await window.quickPick()).some(({ label }) => label.includes(name));
        if (!found) await window.press('Escape');
        return found;
      }, 20_000);
      await window.press('Enter');
    };
    await report('防汛');
    await typeAfter(editor, before);
    await report('坏文件');
    await waitFor(async () => (await window.notifications()).some(text => text.includes('坏文件')));
    assert.equal(vscode.window.activeTextEditor, editor);
    await untouched(before);
  });

  it('from the button of an exemplar, and from a click that inserts the part', async () => {
    const path = inWorkspace('语料', '2025-01-10 在县委全会上的讲话.txt');
    const before = await corpusHashes();
    const editor = await openEditor('各位代表：|');
    await vscode.commands.executeCommand('fanben.useAsExemplar', { path, entry: 0 });
    const row = window.page.locator('.pane-body .monaco-list-row', { hasText: '要扑下身子抓落实' }).first();
    await row.hover();
    await row.locator('.codicon-go-to-file').click();
    await sourceEditor();
    await row.click();
    await waitFor(() => editor.document.lineCount > 1);
    await typeAfter(editor, before);
    await vscode.commands.executeCommand('fanben.removeExemplar', { pinned: { path, entry: 0 } });
  });

  it('is opened itself by the button that says so, and then nothing is selected that a key would replace', async () => {
    const before = await corpusHashes();
    await openEditor('我县一张蓝图绘到底不动摇。');
    await window.hoverAt(0, 5);
    await waitFor(window.hoverText);
    await window.clickHoverLink('在县委全会上的讲话');
    const source = await sourceEditor();
    await vscode.window.showTextDocument(source!.document, { viewColumn: source!.viewColumn });
    await window.page.locator('.editor-actions .codicon-edit').first().click();
    const file = await waitFor(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === 'file' ? active : undefined;
    });
    assert.match(file!.document.fileName, /县委全会/);
    assert.ok(file!.selection.isEmpty);
    assert.match(shown(file!), /\|一张蓝图绘到底/);
    await untouched(before);
  });
});
