import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  ARTICLE_COUNT,
  deleteFile,
  inWorkspace,
  setSetting,
  untilStatus,
  useCorpus,
  writeFile,
} from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors } from '../harness/openEditor';
import { treeRowsOf } from '../harness/treeRows';
import { waitFor } from '../harness/waitFor';

const BY = (name: string, year: number, what: string, text: string) =>
  `在全县${what}会上的讲话\n（${year}年4月2日）\n县委书记 ${name}\n同志们：\n${text}\n`;

describe('folders of the corpus, filters and what is dropped, by mouse', () => {
  let window: Driver;
  let tree: ReturnType<typeof treeRowsOf>;
  const old = () => inWorkspace('语料', '旧稿 养蜂.txt');
  const recent = () => inWorkspace('语料', '新稿 养鱼.txt');
  const elsewhere = () => inWorkspace('桌面', '种菇.txt');
  const copied = () => inWorkspace('语料', '种菇.txt');
  const pick = async (...typed: string[]) => {
    for (const text of typed) {
      await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes(text)));
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
    }
  };
  const enter = async (title: string, text: string) => {
    await waitFor(async () => (await window.page.locator('.quick-input-title').innerText()).includes(title));
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await window.press('ControlOrMeta+a');
    if (text === '') await window.press('Delete');
    else await window.typeKeys(text);
    await window.press('Enter');
  };

  before(async () => {
    window = await mainWindow();
    tree = treeRowsOf(window);
    // All rows of the tree are in sight.
    await window.page.setViewportSize({ width: 1280, height: 1100 });
    await useCorpus(window);
    await writeFile(old(), BY('程向南', 2012, '养蜂', '花开到哪里，蜂箱就摆到哪里，蜜的成色要对得起山里的花。'));
    await writeFile(recent(), BY('何巧云', 2025, '养鱼', '水清了鱼才肥，塘埂要整修，尾水要治理，销路要早早联系。'));
    await writeFile(
      elsewhere(),
      BY('何巧云', 2024, '种菇', '菌棒要一根一根地查，菇棚要一座一座地看，行情要一天一天地盯。'),
    );
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 2} articles`));
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await tree.row('养蜂').waitFor();
  });
  after(async () => {
    for (const path of [old(), recent(), copied(), inWorkspace('桌面')]) await deleteFile(path);
    await setSetting('corpus.folderOptions', undefined);
    await vscode.commands.executeCommand('fanben.clearFilter');
    await closeEditors();
    await window.page.setViewportSize({ width: 1280, height: 720 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.screenshot(`fail-${this.currentTest.title.slice(0, 20)}`);
    await window.press('Escape');
    await closeEditors();
  });

  it('switches a folder off, and on again', async () => {
    await tree.choose(/^语料/, 'Switch Off');
    await tree.shows(/^语料.*switched off/);
    await tree.shows(/养鱼.*not asked now/);
    await tree.choose(/^语料/, 'Switch On');
    await tree.shows(/not asked now/, false);
  });

  it('weighs a folder', async () => {
    await tree.choose(/^语料/, 'Weigh');
    await pick('×3');
    await tree.shows(/^语料.*×3/);
    await tree.choose(/^语料/, 'Weigh');
    await waitFor(async () => (await window.quickPick()).some(({ description }) => description === 'now'));
    await pick('×1');
    await tree.shows(/^语料.*×3/, false);
  });

  it('limits a folder by years, and says what years look like', async () => {
    await tree.choose(/^语料/, 'Years');
    await enter('Years of', '20');
    await window.page.locator('.quick-input-message', { hasText: '2018-2023' }).waitFor();
    await enter('Years of', '2020-');
    await tree.shows(/^语料.*2020-/);
    await tree.shows(/养蜂.*not asked now/);
    assert.ok(!(await tree.texts()).some(text => /养鱼.*not asked now/.test(text)));
    await tree.choose(/^语料/, 'Years');
    await enter('Years of', '');
    await tree.shows(/not asked now/, false);
  });

  it('filters by speaker, told by the status bar, which clears it too', async () => {
    void vscode.commands.executeCommand('fanben.setFilter');
    await pick('Speaker');
    await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes('何巧云')));
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '何巧云' }).first().click();
    await window.press('Enter');
    const item = window.page.locator('.statusbar-item', { hasText: '何巧云' }).first();
    await item.waitFor();
    await tree.shows(/养蜂.*not asked now/);
    assert.ok(!(await tree.texts()).some(text => /养鱼.*not asked now/.test(text)));
    await item.click();
    await pick('Clear the filter');
    await tree.shows(/not asked now/, false);
    await item.waitFor({ state: 'hidden' });
  });

  it('filters by occasion', async () => {
    void vscode.commands.executeCommand('fanben.setFilter');
    await pick('Occasion');
    await waitFor(async () => (await window.page.locator('.quick-input-title').innerText()) === 'Occasion');
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await window.compose('养鱼');
    await window.press('Enter');
    await tree.shows(/养蜂.*not asked now/);
    assert.ok(!(await tree.texts()).some(text => /养鱼.*not asked now/.test(text)));
    await vscode.commands.executeCommand('fanben.clearFilter');
    await tree.shows(/not asked now/, false);
  });

  it('copies a file that is dragged in from an editor, after asking into which folder', async () => {
    await vscode.window.showTextDocument(vscode.Uri.file(elsewhere()), { preview: false });
    const tab = window.page.locator('.tab', { hasText: '种菇.txt' }).first();
    await tab.waitFor();
    const [from, to] = [(await tab.boundingBox())!, (await tree.row('养鱼').boundingBox())!];
    await window.page.mouse.move(from.x + 20, from.y + from.height / 2);
    await window.page.mouse.down();
    await window.page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
    await window.page.mouse.move(to.x + 62, to.y + to.height / 2 + 1, { steps: 3 });
    await window.page.mouse.up();
    await waitFor(async () => (await window.page.locator('.quick-input-title').innerText()).includes('Copy the file'));
    await window.press('Enter');
    await tree.shows(/种菇.*2024-04-02/);
    assert.match(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(copied()))),
      /一根一根地查/,
    );
    await deleteFile(copied());
    await tree.shows(/种菇/, false);
  });
});
