import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('hover', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  const oldDraft = () => inWorkspace('语料', '2020-09-01 旧稿.txt');

  after(() => deleteFile(oldDraft()));

  afterEach(closeEditors);

  it('tells where a wording was said, and its link opens the article there, set for reading', async () => {
    await openEditor('我县一张蓝图绘到底不动摇。');
    await window.hoverAt(0, 5);
    const text = await waitFor(window.hoverText);
    assert.match(text, /一张蓝图绘到底/);
    assert.match(text, /3 articles/);
    assert.match(text, /2025-01-10/);

    await window.clickHoverLink('在县委全会上的讲话');
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.fileName.includes('县委全会')),
    );
    const { line, character } = source!.selection.active;
    assert.ok(source!.document.lineAt(line).text.startsWith('一张蓝图绘到底', character));
    assert.equal(source!.viewColumn, vscode.ViewColumn.Two);
    // Set for reading: paragraphs of one line are wrapped.
    assert.equal(source!.document.languageId, 'speech-draft');
  });

  it('shows in an article of the corpus the other articles that have the wording', async () => {
    const path = inWorkspace('语料', '2025-01-10 在县委全会上的讲话.txt');
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(path));
    const offset = editor.document.getText().indexOf('蓝图');
    const { line, character } = editor.document.positionAt(offset);
    await window.hoverAt(line, character);
    const text = await waitFor(window.hoverText);
    assert.match(text, /2 articles/);
    assert.doesNotMatch(text, /县委全会/);
  });

  it('opens a source in the encoding that it has, also the file itself', async () => {
    const path = oldDraft();
    // “听民声不能隔着窗户，解民忧不能隔着文件。” in UTF-16, as old editors save it.
    const text = '基层治理旧稿\n听民声不能隔着窗户，解民忧不能隔着文件。\n';
    await vscode.workspace.fs.writeFile(vscode.Uri.file(path), Buffer.from(`\ufeff${text}`, 'utf16le'));
    await openEditor('听民声不能隔着窗户。');
    await waitFor(async () => {
      await window.hoverAt(0, 3);
      return (await waitFor(window.hoverText, 2000)).includes('基层治理旧稿');
    }, 20_000);
    await window.clickHoverLink('基层治理旧稿');
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    );
    assert.match(source!.document.getText(), /听民声不能隔着窗户/);
    await vscode.window.showTextDocument(source!.document, { viewColumn: source!.viewColumn });
    await vscode.commands.executeCommand('fanben.openSourceFile');
    const file = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.fileName === path),
    );
    assert.match(file!.document.getText(), /听民声不能隔着窗户/);
  });

  it('shows nothing where the writer has turned it off', async () => {
    await setSetting('hover.enabled', false);
    await openEditor('我县一张蓝图绘到底不动摇。');
    await window.hoverAt(0, 5);
    await new Promise(resolve => setTimeout(resolve, 800));
    assert.equal(await window.hoverText(), '');
    // Off the wording first: where the mouse rests on it, hovering would begin with the setting.
    await window.page.mouse.move(0, 0);
    await closeEditors();
    await setSetting('hover.enabled', undefined);
  });

  it('shows nothing over words that no article has', async () => {
    await openEditor('紫色犀牛跳踢踏舞。');
    await window.press('Escape');
    await waitFor(async () => (await window.hoverText()) === '');
    await window.hoverAt(0, 3);
    await new Promise(resolve => setTimeout(resolve, 800));
    assert.equal(await window.hoverText(), '');
  });
});
