import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
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
import { closeEditors, openEditor } from '../harness/openEditor';
import { treeRowsOf } from '../harness/treeRows';
import { waitFor } from '../harness/waitFor';

const LAST_YEAR = `在全县茶产业发展大会上的讲话
（2024年3月2日）
同志们：
去年冬天少雨，山场的墒情不好，先把水窖修起来，再谈扩面积的事。
炒茶的师傅老了，要请回年轻人，开班授艺，让手艺有人接得住。
让我们沿着溪水把茶种到云上去。`;
const speech = (wish: string) => `在全县茶产业发展大会上的讲话
（2025年3月2日）
同志们：
今年的茶事要早谋划、早动手，各乡镇要把冬管、采摘、加工、销售连成一条线来抓。
扫一扫在手机打开当前页
每家茶企都要有自己的牌子，包装不求豪华，只求干净，标签上写清哪座山、哪一天采。
客商来了有人接，货发出去有人跟，一车货、一张单、一个电话都不能落下。
让我们${wish}，把每一片叶子的文章做足。`;
const NAME = '茶产业大会 2025.txt';
const KEPT = '扫一扫在手机打开当前页';

describe('the corpus by hand', () => {
  let window: Driver;
  let tree: ReturnType<typeof treeRowsOf>;
  const path = () => inWorkspace('语料', NAME);
  const older = () => inWorkspace('语料', '茶产业大会 2024.txt');
  const copy = () => inWorkspace('语料', '茶产业大会 2025 初稿.txt');
  const typeInto = async (title: string, text: string) => {
    await waitFor(async () => (await window.page.locator('.quick-input-title').innerText()) === title);
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await window.press('ControlOrMeta+a');
    if (/^[\x20-\x7e]*$/.test(text)) await window.typeKeys(text);
    else await window.compose(text);
    await window.press('Enter');
  };

  before(async () => {
    window = await mainWindow();
    tree = treeRowsOf(window);
    await useCorpus(window);
    await writeFile(older(), LAST_YEAR);
    await writeFile(path(), speech('沿着山路把茶卖到远方去'));
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 2} articles`));
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await tree.row('2025-03-02').waitFor();
  });
  after(async () => {
    for (const file of [path(), older(), copy()]) await deleteFile(file);
    await setSetting('corpus.folders', undefined);
    await vscode.commands.executeCommand('fanben.clearFilter');
    await closeEditors();
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  it('puts title, day, speaker and occasion right by keyboard', async () => {
    for (const [field, text, seen] of [
      ['Speaker', '程向南', /2025-03-02.*程向南/],
      ['Date', '2025-03-05', /茶产业.*2025-03-05/],
      ['Title', '在茶产业大会上的讲话', /^在茶产业大会上的讲话.*2025-03-05/],
    ] as const) {
      await tree.chooseByKeys(/2025-03-0/, 'Put Title');
      await waitFor(window.quickPick);
      await window.typeKeys(field);
      await window.press('Enter');
      await typeInto(field, text);
      await tree.shows(seen);
    }
    await tree.chooseByKeys(/2025-03-05/, 'Put Title');
    await waitFor(window.quickPick);
    await window.typeKeys('Occasion');
    await window.press('Enter');
    await typeInto('Occasion', '全县茶产业发展大会');
    // The row knows it when the tree has been asked again.
    await waitFor(async () => {
      await window.press('Escape');
      await tree.chooseByKeys(/2025-03-05/, 'Put Title');
      const picked = await waitFor(window.quickPick);
      return picked.some(({ description }) => description === '全县茶产业发展大会');
    }, 30_000);
    await window.typeKeys('Restore');
    await window.press('Enter');
    await tree.shows(/^在全县茶产业发展大会上的讲话.*2025-03-02/);
  });

  it('refuses a day that is none', async () => {
    await tree.chooseByKeys(/2025-03-02/, 'Put Title');
    await waitFor(window.quickPick);
    await window.typeKeys('Date');
    await window.press('Enter');
    await typeInto('Date', '2025-13-05');
    await window.page.locator('.quick-input-message', { hasText: '2024-05-20' }).waitFor();
    await window.press('Escape');
  });

  it('leaves an article out, and takes it in again', async () => {
    await tree.chooseByKeys(/2025-03-02/, 'Exclude');
    await tree.shows(/茶产业.*excluded.*2025-03-02/);
    await tree.chooseByKeys(/2025-03-02/, 'Include Again');
    await waitFor(async () => !(await tree.texts()).some(text => /excluded/.test(text)));
  });

  it('filters by a part of the title, composed', async () => {
    void vscode.commands.executeCommand('fanben.setFilter');
    await waitFor(window.quickPick);
    await window.typeKeys('Title');
    await window.press('Enter');
    await typeInto('Title or file name', '茶产业');
    await window.page.locator('.statusbar-item', { hasText: '茶产业' }).first().waitFor();
    await tree.shows(/春耕.*not asked now/);
    await vscode.commands.executeCommand('fanben.clearFilter');
    await waitFor(async () => !(await tree.texts()).some(text => /not asked now/.test(text)));
  });

  it('compares two versions by keyboard', async () => {
    await writeFile(copy(), speech('沿着山路把茶卖到城里去').replace('3月2日', '2月26日'));
    await tree.shows(/2025-03-02.*2 versions/);
    await tree.chooseByKeys(/2 versions/, 'Compare');
    const diff = await waitFor(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    const read = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(await read(diff!.original), /城里去/);
    assert.match(await read(diff!.modified), /远方去/);
    await deleteFile(copy());
    await waitFor(async () => !(await tree.texts()).some(text => /2 versions/.test(text)), 30_000);
  });

  it('keeps a line that was removed wrongly with Enter, and lets it go with a click', async () => {
    await tree.chooseByKeys(/2025-03-02/, 'Show What Was Removed');
    const editor = await waitFor(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === 'fanben-imported' ? active : undefined;
    });
    const text = () => editor!.document.getText();
    const line = text()
      .split('\n')
      .findIndex(row => row.includes(KEPT));
    assert.ok(line > 0, text());
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    editor!.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.press('Enter');
    await waitFor(() => /Kept（1）\n扫一扫/.test(text()));
    await window.page.locator('.codelens-decoration a', { hasText: 'Remove it after all' }).first().click();
    await waitFor(() => !/Kept/.test(text()));
    await window.page.locator('.codelens-decoration a', { hasText: 'Keep this line' }).first().waitFor();
  });

  it('reports as a page, from which Enter leads to what was removed from a file', async () => {
    await vscode.commands.executeCommand('fanben.openReport');
    const report = await waitFor(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === 'fanben-report' && active.document.lineCount > 5 ? active : undefined;
    });
    const lines = report!.document.getText().split('\n');
    const line = lines.findIndex(text => text.includes(NAME));
    assert.ok(line > 0 && /removed/.test(lines[line]!), lines.join('\n'));
    report!.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.press('Enter');
    await waitFor(() => {
      const { document } = vscode.window.activeTextEditor ?? {};
      return document?.uri.scheme === 'fanben-imported' && document.getText().includes(KEPT);
    });
  });

  /** Drops the addresses of files and folders on a row of the tree, as the system or the explorer would. */
  const drop = async (target: Locator, ...paths: readonly string[]) => {
    // The browser is not on the machine of the extension host: addresses say so.
    const { protocol, host } = new URL(window.page.url());
    const place = protocol === 'http:' ? `vscode-remote://${host}` : 'file://';
    const addresses = paths.map(path => `${place}${encodeURI(path)}`).join('\r\n');
    const dataTransfer = await window.page.evaluateHandle(list => {
      const { DataTransfer: Transfer } = globalThis as unknown as {
        DataTransfer: new () => { setData(type: string, data: string): void };
      };
      const transfer = new Transfer();
      transfer.setData('text/uri-list', list);
      return transfer;
    }, addresses);
    const box = (await target.boundingBox())!;
    const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    for (const type of ['dragenter', 'dragover', 'dragover', 'drop'])
      await target.dispatchEvent(type, { dataTransfer, bubbles: true, cancelable: true, ...at });
  };

  it('adds a folder that is dropped, where it is', async () => {
    const folder = inWorkspace('收藏');
    await writeFile(
      join(folder, '水利会.txt'),
      '在全县水利会上的讲话\n（2020年9月9日）\n同志们：\n渠要通，水要到田头。\n',
    );
    await drop(tree.row('语料'), folder);
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 3} articles`));
    await tree.shows(/^收藏/);
    await setSetting('corpus.folders', undefined);
    await deleteFile(folder);
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 2} articles`));
  });

  it('copies files that are dropped, and names a pipe, a device and a file of gigabytes instead', async () => {
    const desk = inWorkspace('桌面');
    await writeFile(join(desk, '好.txt'), '在全县修路会上的讲话\n（2020年8月8日）\n同志们：\n路要修到每一个村口。\n');
    const pipe = join(desk, '管道.txt');
    execFileSync('mkfifo', [pipe]);
    const device = join(desk, '设备.txt');
    symlinkSync('/dev/zero', device);
    const huge = join(desk, '巨大.txt');
    writeFileSync(huge, '');
    truncateSync(huge, 3e9); // it takes no room
    await drop(tree.row('语料'), pipe, device, huge, join(desk, '好.txt'));
    await waitFor(async () => (await window.page.locator('.quick-input-title').innerText()).includes('Copy the file'));
    await window.press('Enter');
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 3} articles`));
    const told = (await window.notifications()).find(text => text.includes('Not copied'));
    for (const name of ['管道.txt（neither', '设备.txt（neither', '巨大.txt（larger than 50 MB'])
      assert.ok(told?.includes(name), told);
    assert.deepEqual(
      ['管道.txt', '设备.txt', '巨大.txt'].filter(name => existsSync(inWorkspace('语料', name))),
      [],
    );
    for (const path of [inWorkspace('语料', '好.txt'), desk]) await deleteFile(path);
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 2} articles`));
  });

  it('welcomes a writer without a corpus, and has a button to add one', async () => {
    await setSetting('corpus.folders', []);
    await vscode.commands.executeCommand('fanben.corpus.focus');
    const welcome = window.page.locator('.welcome-view-content', { hasText: 'Your articles stand here' }).first();
    await welcome.waitFor();
    await welcome.locator('.monaco-button', { hasText: 'Open Sample' }).waitFor();
    await welcome.locator('.monaco-button', { hasText: 'Add Corpus Folder' }).click();
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await window.press('Escape');
    await setSetting('corpus.folders', undefined);
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 2} articles`));
    await tree.row('2025-03-02').waitFor();
  });

  it('says in the status bar which speech a draft follows; it opens, and is switched off and on there', async () => {
    const editor = await openEditor('|');
    await window.compose('在全县茶产业发展大会上的讲话');
    const item = (start: string) =>
      window.page.locator('.statusbar-item', { hasText: new RegExp(`^\\s*${start}`) }).first();
    const closed = () => waitFor(async () => (await window.quickPick()).length === 0);
    await item('After: 2025').waitFor();
    await item('After: 2025').click();
    await waitFor(async () => (await window.quickPick()).length >= 3);
    const picked = await window.quickPick();
    assert.deepEqual(
      picked.slice(0, 2).map(({ description }) => description.slice(0, 4)),
      ['2025', '2024'],
    );
    await window.typeKeys('Do not lean');
    await window.press('Enter');
    await closed();
    await item('Not after: 2025').waitFor();
    await item('Not after: 2025').click();
    await waitFor(window.quickPick);
    await window.typeKeys('Lean to');
    await window.press('Enter');
    await closed();
    await item('After: 2025').waitFor();
    await item('After: 2025').click();
    await waitFor(async () => (await window.quickPick())[0]?.focused && (await window.quickPick()).length >= 3);
    await window.press('Enter');
    await waitFor(() => vscode.window.visibleTextEditors.some(({ document }) => document.getText().includes('远方去')));
    assert.equal(editor.document.getText(), '在全县茶产业发展大会上的讲话');
  });
});
