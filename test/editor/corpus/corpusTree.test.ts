import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE_COUNT, deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors } from '../harness/openEditor';
import { treeRowsOf } from '../harness/treeRows';
import { waitFor } from '../harness/waitFor';

const FINAL = `在全县护林防火会上的讲话
（2024年4月2日）
同志们：
清明将至，护林防火进入最要紧的时候，各级干部要守好每一道卡口。
一要管住火源，进山不带火，祭扫献鲜花，把劝导做到每一户、每一人。
二要备足力量，半专业队伍集中食宿，水泵油锯逐台检修，做到一声令下、拉得出去。
三要压实责任，包片干部天天到岗，夜里也要有人值守，出了火情第一时间报告。
同志们，山上的每一棵树都是几代人栽下的，让我们一起守住它！`;
const DRAFT = FINAL.replace('4月2日', '3月28日').replace('祭扫献鲜花', '祭扫不烧纸');

describe('the tree of the corpus', () => {
  let window: Driver;
  let tree: ReturnType<typeof treeRowsOf>;
  const final = () => inWorkspace('语料', '护林防火 定稿.txt');
  const draft = () => inWorkspace('语料', '稿子', '护林防火 初稿.txt');
  const empty = () => inWorkspace('语料', '空白.txt');

  before(async () => {
    window = await mainWindow();
    tree = treeRowsOf(window);
    await useCorpus(window);
    await writeFile(final(), FINAL);
    await writeFile(draft(), DRAFT);
    await writeFile(empty(), ' ');
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 2} articles`));
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await tree.row('护林防火').waitFor();
  });
  after(async () => {
    for (const path of [final(), inWorkspace('语料', '稿子'), empty()]) await deleteFile(path);
    await vscode.commands.executeCommand('fanben.clearFilter');
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  it('shows articles with day and length, folders, and what was skipped with its reason', async () => {
    const shown = await tree.texts();
    assert.ok(
      shown.some(text => /护林防火.*2024-04-02.*chars.*2 versions/.test(text)),
      shown.join('\n'),
    );
    await tree.row('Skipped').click();
    await tree.row('空白.txt').waitFor();
    assert.ok(
      (await tree.texts()).some(text => /空白\.txt\s*.*no text/.test(text)),
      (await tree.texts()).join('\n'),
    );
  });

  it('shows what came while it was hidden', async () => {
    const late = inWorkspace('语料', '2025-06-06 在林长会上的讲话.txt');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await tree.row('护林防火').waitFor({ state: 'hidden' });
    await writeFile(late, '在林长会上的讲话\n（2025年6月6日）\n林长要管林，护林员要护林。');
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 3} articles`));
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await tree.shows(/在林长会上的讲话/);
    await deleteFile(late);
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 2} articles`));
    await tree.shows(/在林长会上的讲话/, false);
  });

  it('opens an article by keyboard', async () => {
    const isOpen = () =>
      vscode.window.visibleTextEditors.some(({ document }) => document.getText().includes('种子化肥'));
    await tree.row('春耕').click();
    await waitFor(isOpen);
    await closeEditors();
    await waitFor(() => !isOpen());
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await window.press('Enter');
    await waitFor(isOpen);
  });

  it('compares two versions in the editor’s own diff', async () => {
    await tree.row('护林防火').hover();
    await tree.row('护林防火').locator('.action-label.codicon-diff').click();
    const tab = await waitFor(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    const read = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(await read(tab!.original), /祭扫不烧纸/);
    assert.match(await read(tab!.modified), /祭扫献鲜花/);
  });

  it('takes a filter, which stands in the status bar, and lets it go', async () => {
    void vscode.commands.executeCommand('fanben.setFilter');
    await waitFor(window.quickPick);
    await window.compose('Years');
    await window.press('Enter');
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await waitFor(async () => (await window.page.locator('.quick-input-title').innerText()) === 'Years');
    await window.compose('2024-');
    await window.press('Enter');
    const item = window.page.locator('.statusbar-item', { hasText: '2024-' }).first();
    await item.waitFor();
    await waitFor(async () => (await tree.texts()).some(text => /春耕.*not asked now/.test(text)));
    await vscode.commands.executeCommand('fanben.clearFilter');
    await waitFor(async () => !(await tree.texts()).some(text => /not asked now/.test(text)));
  });
});
