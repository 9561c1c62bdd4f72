/** Every surface of the corpus, in each theme: scripts/screenshots.mjs --corpus runs these scenes in a Chinese window on a folder of its own. */
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, openCorpus, setSetting, writeFile } from './corpus';
import { type Driver, mainWindow } from './driver';
import { closeEditors } from './openEditor';
import { treeRowsOf } from './treeRows';
import { waitFor } from './waitFor';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

const FINAL = `在全县护林防火会上的讲话
（2024年4月2日）
县委书记 程向南
同志们：
清明将至，护林防火进入最要紧的时候，各级干部要守好每一道卡口。
扫一扫在手机打开当前页
一要管住火源，进山不带火，祭扫献鲜花，把劝导做到每一户、每一人。
二要备足力量，半专业队伍集中食宿，水泵油锯逐台检修，做到一声令下、拉得出去。
三要压实责任，包片干部天天到岗，夜里也要有人值守，出了火情第一时间报告。
同志们，山上的每一棵树都是几代人栽下的，让我们一起守住它！`;
const FILES = {
  '护林防火 定稿.txt': FINAL,
  '护林防火 初稿.txt': FINAL.replace('4月2日', '3月28日').replace('祭扫献鲜花', '祭扫不烧纸'),
  '空白.txt': ' ',
  '合影.jpg': 'no picture',
  '登记表.xls': 'no table',
};

describe('the corpus', () => {
  let window: Driver;
  let tree: ReturnType<typeof treeRowsOf>;
  const names = () => Object.entries(FILES);
  /** What grows in has grown in. */
  const rest = () => new Promise(resolve => setTimeout(resolve, 1000));
  const field = () => window.page.locator('.quick-input-widget input:focus').first();

  before(async () => {
    window = await mainWindow();
    tree = treeRowsOf(window);
    await window.page.setViewportSize({ width: 1120, height: 760 });
    await openCorpus();
    for (const [name, text] of names()) await writeFile(inWorkspace('语料', name), text);
    await writeFile(inWorkspace('桌面', '种菇.txt'), '在全县种菇会上的讲话\n（2024年4月2日）\n同志们：\n菌棒要查。\n');
    await waitFor(async () => (await window.statusBar()).some(text => /范本.*8 篇/.test(text)), 60_000);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
  });
  after(async () => {
    for (const [name] of names()) await deleteFile(inWorkspace('语料', name));
    await deleteFile(inWorkspace('桌面'));
  });

  for (const [name, theme] of Object.entries(themes)) {
    describe(name, () => {
      before(async () => {
        await vscode.workspace.getConfiguration().update('workbench.colorTheme', theme, true);
        await vscode.commands.executeCommand('fanben.corpus.focus');
        await tree.row('护林防火').waitFor();
      });
      afterEach(async () => {
        await window.press('Escape');
        await window.page.mouse.click(900, 600); // a menu leaves the mouse down
        await closeEditors();
      });

      it('tree, and the menu of a row', async () => {
        if (!(await tree.row('空白.txt').isVisible())) await tree.row('跳过').click();
        await tree.row('空白.txt').waitFor();
        if (!(await tree.row('2024-03-28').isVisible())) {
          await tree.row('护林防火').click();
          await vscode.commands.executeCommand('fanben.corpus.focus');
          await window.press('ArrowRight');
        }
        await rest();
        await window.screenshot(`tree-${name}`);
        await tree.row('护林防火').click({ button: 'right' });
        await rest();
        await window.screenshot(`tree-menu-${name}`);
        await window.press('Escape');
        await tree.row('护林防火').hover();
        await new Promise(resolve => setTimeout(resolve, 2500));
        await window.screenshot(`tree-hover-${name}`);
      });

      it('a file dragged in', async () => {
        await vscode.window.showTextDocument(vscode.Uri.file(inWorkspace('桌面', '种菇.txt')), { preview: false });
        const tab = window.page.locator('.tab', { hasText: '种菇.txt' }).first();
        await tab.waitFor();
        const [from, to] = [(await tab.boundingBox())!, (await tree.row('春耕').boundingBox())!];
        await window.page.mouse.move(from.x + 20, from.y + from.height / 2);
        await window.page.mouse.down();
        await window.page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
        await window.page.mouse.move(to.x + 62, to.y + to.height / 2 + 1, { steps: 3 });
        await rest();
        await window.screenshot(`drag-${name}`);
        await window.page.mouse.up();
        await field().waitFor();
        await rest();
        await window.screenshot(`drop-${name}`);
      });

      it('two versions', async () => {
        await tree.row('护林防火').hover();
        await tree.row('护林防火').locator('.action-label.codicon-diff').click();
        await waitFor(() => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
        await rest();
        await window.screenshot(`versions-${name}`);
      });

      it('filters', async () => {
        void vscode.commands.executeCommand('fanben.setFilter');
        await waitFor(window.quickPick);
        await rest();
        await window.screenshot(`filter-kinds-${name}`);
        await window.compose('年份');
        await window.press('Enter');
        await waitFor(async () => (await window.page.locator('.quick-input-title').innerText()) === '年份');
        await window.compose('2024-');
        await window.press('Enter');
        await tree.shows(/春耕.*现在不用/);
        await rest();
        await window.screenshot(`filtered-${name}`);
        await vscode.commands.executeCommand('fanben.clearFilter');
        await tree.shows(/现在不用/, false);
      });

      it('putting title, day and speaker right', async () => {
        await tree.chooseByKeys(/护林防火.*04-02/, '更正');
        await waitFor(window.quickPick);
        await rest();
        await window.screenshot(`correct-${name}`);
      });

      it('what was removed, and the report', async () => {
        await tree.chooseByKeys(/护林防火.*04-02/, '清除内容');
        await waitFor(() => vscode.window.activeTextEditor?.document.uri.scheme === 'fanben-imported');
        await rest();
        await window.screenshot(`removed-${name}`);
        await vscode.commands.executeCommand('fanben.openReport');
        await waitFor(() => vscode.window.activeTextEditor?.document.uri.scheme === 'fanben-report');
        await rest();
        await window.screenshot(`report-${name}`);
      });

      it('a folder that is switched off, weighed and limited', async () => {
        const folder = inWorkspace('语料');
        await setSetting('corpus.folderOptions', { [folder]: { enabled: false, weight: 3, years: '2020-' } });
        await tree.shows(/已停用/);
        await rest();
        await window.screenshot(`folder-off-${name}`);
        await setSetting('corpus.folderOptions', undefined);
        await tree.shows(/已停用/, false);
      });

      it('no corpus', async () => {
        await setSetting('corpus.folders', []);
        await vscode.commands.executeCommand('fanben.corpus.focus');
        await window.page.locator('.welcome-view-content').first().waitFor();
        await rest();
        await window.screenshot(`welcome-${name}`);
        await setSetting('corpus.folders', undefined);
        await tree.row('护林防火').waitFor();
      });
    });
  }
});
