import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE_COUNT, deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const SPEECH = `在全县林业工作会上的讲话
（2024年8月9日）
同志们：
这次会议的主要任务是护好山林。
一、看清形势
2024年，全县造林86亩，推动高质量发展，必须坚持一张蓝图绘到底。
二、抓好落实
要扑下身子抓落实，一是巡山护林；二是见缝植绿。
同志们，让我们一起上山！`;

describe('exemplars', () => {
  let window: Driver;
  const path = () => inWorkspace('语料', '2024-08-09 在全县林业工作会上的讲话.txt');
  const rows = () => window.page.locator('.pane-body .monaco-list-row');
  const row = (text: string) => rows().filter({ hasText: text }).first();
  const rowTexts = async () => (await rows().allInnerTexts()).map(text => text.trim());
  const pick = async (command: string, typed: string) => {
    void vscode.commands.executeCommand(command);
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await waitFor(window.quickPick);
    await window.compose(typed);
    await waitFor(async () => (await window.quickPick())[0]?.label.includes(typed));
    await window.press('Enter');
  };

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await writeFile(path(), SPEECH);
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 1} articles`));
  });
  after(async () => {
    await deleteFile(path());
    await vscode.commands.executeCommand('fanben.removeExemplar', { pinned: { path: path(), entry: 0 } });
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  it('pins an article chosen by its title; its outline stands in the side bar, the writer stays in the draft', async () => {
    const editor = await openEditor('各位代表：|');
    await pick('fanben.useAsExemplar', '林业');
    await waitFor(async () => (await rowTexts()).some(text => text.startsWith('二、抓好落实')));
    await waitFor(() => vscode.window.activeTextEditor === editor);
    assert.equal(shown(editor), '各位代表：|');
  });

  it('shows the passage of a node beside the draft', async () => {
    const editor = await openEditor('各位代表：|');
    await row('一、看清形势').hover();
    await row('一、看清形势').locator('.codicon-go-to-file').click();
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.fileName.includes('林业')),
    );
    const { line, character } = source!.selection.active;
    assert.equal(source!.document.lineAt(line).text.slice(character), '一、看清形势');
    assert.equal(shown(editor), '各位代表：|');
  });

  it('inserts a node that is clicked as a skeleton at the cursor of the draft, also while its source is in sight', async () => {
    const editor = await openEditor('各位代表：|');
    await row('一、看清形势').hover();
    await row('一、看清形势').locator('.codicon-go-to-file').click();
    await waitFor(() => vscode.window.visibleTextEditors.length === 2);
    await row('一、看清形势').click();
    await waitFor(() => editor.document.lineCount > 2);
    const text = editor.document.getText();
    assert.match(text, /^各位代表：\n一、[^\n]+\n〔年份〕年.*〔数字〕亩/);
    const first = editor.document.getText(editor.selection);
    assert.match(first, /^〔.*〕$/);
    await window.compose('开局良好');
    await waitFor(() => editor.document.getText().includes('开局良好'));
  });

  it('fills an inserted part by keys alone: Tab keeps the words of the article, others are written over, no slot is left', async () => {
    const editor = await openEditor('各位代表：|');
    await row('二、抓好落实').click();
    await waitFor(() => editor.document.getText().includes('〔'));
    const slots = () => editor.document.getText().match(/〔[^〕]+〕/g) ?? [];
    const own = slots().filter(slot => slot.endsWith('？〕'));
    assert.ok(own.length >= 2, editor.document.getText());
    const [kept] = own;
    for (let left = slots().length; left > 0; left = slots().length) {
      const slot = await waitFor(() => /^〔.+〕$/.exec(editor.document.getText(editor.selection))?.[0]);
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      // The window learns within a round trip what Tab means here.
      await new Promise(resolve => setTimeout(resolve, 300));
      if (slot !== kept) await window.compose('新话');
      else await window.press('Tab');
      // What is composed stands as letters in between.
      await waitFor(() => slots().length < left && !/[a-z]/.test(editor.document.getText()));
      if (slot !== kept && slots().length > 0) {
        await new Promise(resolve => setTimeout(resolve, 300));
        await window.press('Tab');
      }
    }
    const text = editor.document.getText();
    assert.match(text, /^各位代表：\n二、/);
    assert.ok(text.includes(kept!.slice(1, -2)) && text.includes('新话'), text);
    assert.doesNotMatch(text, /[〔〕]/);
  });

  it('makes a new draft from the article in the active editor', async () => {
    await vscode.window.showTextDocument(vscode.Uri.file(path()));
    await waitFor(() => vscode.window.activeTextEditor?.document.fileName === path());
    // The menu of the editor knows that it shows an article.
    await window.page.locator('.editor-actions .codicon-new-file').first().click();
    const draft = await waitFor(() => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && document.getText() !== '' ? document : undefined;
    });
    assert.equal(draft!.languageId, 'speech-draft');
    const text = draft!.getText();
    assert.match(text, /^在〔.*〕上的讲话\n（〔日期〕）\n\n【提示·称呼】.*\n同志们：\n/);
    assert.match(text, /\n一、.*\n【提示·/);
    assert.match(text, /\n二、.*\n/);
    assert.doesNotMatch(text, /86/);

    await vscode.commands.executeCommand('fanben.removeGuidance');
    assert.doesNotMatch(draft!.getText(), /提示/);
    assert.match(draft!.getText(), /^在〔.*〕上的讲话\n（〔日期〕）\n\n同志们：\n/);
  });

  it('goes to the next slot, and from the last to the first', async () => {
    const editor = await openEditor('|在〔地名〕的讲话\n投入〔数字〕万元');
    const next = async () => {
      await window.press('Alt+n');
      return waitFor(() => editor.document.getText(editor.selection));
    };
    assert.equal(await next(), '〔地名〕');
    await window.press('Alt+n');
    await waitFor(() => editor.document.getText(editor.selection) === '〔数字〕');
    await window.press('Alt+n');
    await waitFor(() => editor.document.getText(editor.selection) === '〔地名〕');
  });

  it('says of a pinned file that is gone that it is gone, and takes it down', async () => {
    await openEditor('');
    await deleteFile(path());
    await waitFor(async () => (await rowTexts()).some(text => text.includes('not in the corpus any more')), 20_000);
    await row('not in the corpus any more').hover();
    await row('not in the corpus any more').locator('.codicon-close').click();
    await waitFor(async () => !(await rowTexts()).some(text => text.includes('not in the corpus any more')));
  });
});
