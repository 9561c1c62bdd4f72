import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Driver, mainWindow, newWindow } from './driver';
import { closeEditors, openEditor, shown } from './openEditor';
import { waitFor } from './waitFor';

/** A language that Fanben does not serve: what is seen here comes from the providers of this file. */
const LANGUAGE = 'ini';

/** What was typed when the editor asked for completions. */
const asked: string[] = [];

const completions: vscode.CompletionItemProvider = {
  provideCompletionItems(document, position) {
    const typed = document.lineAt(position).text.slice(0, position.character);
    asked.push(typed);
    const item = new vscode.CompletionItem({ label: '产业兴旺', detail: ' 3 篇', description: '青禾县 2024' });
    item.range = new vscode.Range(position.line, 0, position.line, position.character);
    item.filterText = item.insertText = `${typed}产业兴旺`;
    item.documentation = '出处：全县农业工作会议';
    return new vscode.CompletionList([item], true);
  },
};

const hover: vscode.HoverProvider = {
  provideHover(_, position) {
    const text = new vscode.MarkdownString(`第 ${position.character} 字 [打开文章](command:driverTest.open)`);
    text.isTrusted = { enabledCommands: ['driverTest.open'] };
    return new vscode.Hover(text, new vscode.Range(position, position.translate(0, 1)));
  },
};

describe('the driver of the editor tests', () => {
  let window: Driver;
  let opened = 0;
  let disposables: vscode.Disposable[];

  before(async () => {
    window = await mainWindow();
    disposables = [
      vscode.languages.registerCompletionItemProvider(LANGUAGE, completions),
      vscode.languages.registerHoverProvider(LANGUAGE, hover),
      vscode.commands.registerCommand('driverTest.open', () => opened++),
    ];
  });

  after(() => vscode.Disposable.from(...disposables).dispose());

  afterEach(closeEditors);

  it('composes text, after which the suggestion list opens', async () => {
    const editor = await openEditor('我们要', LANGUAGE);
    await window.compose('推动');
    const rows = await waitFor(window.suggestions);
    assert.equal(shown(editor), '我们要推动|');
    assert.deepEqual(
      rows.map(({ label, detail, description }) => ({ label, detail, description })),
      [{ label: '产业兴旺', detail: '3 篇', description: '青禾县 2024' }],
    );
    await window.screenshot('driver');
    await window.press('Escape');
    await waitFor(async () => (await window.suggestions()).length === 0);
  });

  it('composes as an input method does: the editor asks once, after the commit', async () => {
    const { document } = await openEditor('', LANGUAGE);
    asked.length = 0;
    await window.compose('乡村振兴', ['x', 'xi', 'xiang', 'xiangc']);
    await waitFor(window.suggestions);
    assert.equal(document.getText(), '乡村振兴');
    assert.deepEqual(asked, ['乡村振兴']);
  });

  it('reads the documentation of the chosen suggestion', async () => {
    await openEditor('', LANGUAGE);
    await window.compose('推动');
    await waitFor(window.suggestions);
    await window.press('ArrowDown');
    assert.match(await window.openSuggestDocumentation(), /全县农业工作会议/);
    await window.press('Escape');
  });

  it('types keys, and accepts with them', async () => {
    const { document } = await openEditor('', LANGUAGE);
    await window.typeKeys('ab');
    await waitFor(window.suggestions);
    await window.press('Tab');
    await waitFor(() => document.getText() === 'ab产业兴旺');
  });

  it('measures the time from the commit to the list', async () => {
    await openEditor('', LANGUAGE);
    await vscode.commands.executeCommand('hideSuggestWidget');
    const elapsedMs = await window.keyToListMs('改革');
    assert.ok(elapsedMs > 0 && elapsedMs < 5000, `${elapsedMs} ms`);
    await window.press('Escape');
  });

  it('hovers over a character, and clicks a link there', async () => {
    await openEditor('全面推进乡村振兴', LANGUAGE);
    await window.hoverAt(0, 4);
    assert.match(await waitFor(window.hoverText), /第 4 字/);
    await window.clickHoverLink('打开文章');
    await waitFor(() => opened === 1);
  });

  it('reads notifications, and clicks their buttons', async () => {
    const answer = vscode.window.showInformationMessage('已建立索引', '查看');
    await waitFor(async () => (await window.notifications()).some(text => text.includes('已建立索引')));
    await window.clickNotification('查看');
    assert.equal(await answer, '查看');
  });

  it('reads the quick pick and the status bar', async () => {
    const status = vscode.window.createStatusBarItem();
    status.text = '三篇';
    status.show();
    await waitFor(async () => (await window.statusBar()).includes('三篇'));
    status.dispose();
    const picked = vscode.window.showQuickPick([{ label: '一是', description: '分点', detail: '一是……二是……' }]);
    const rows = await waitFor(window.quickPick);
    assert.deepEqual(rows, [{ label: '一是', description: '分点', detail: '一是……二是……', focused: true }]);
    await window.press('Enter');
    assert.equal((await picked)?.label, '一是');
  });

  it('drives a second window', async () => {
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'second');
    await vscode.workspace.fs.createDirectory(folder);
    const second = await newWindow(() =>
      vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true }),
    );
    assert.deepEqual(await second.suggestions(), []);
    await waitFor(async () => (await second.statusBar()).length > 0);
    await second.screenshot('second');
    await second.close();
  });
});
