import { rename, utimes } from 'node:fs/promises';
import * as vscode from 'vscode';
import { ARTICLE_COUNT, deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors } from '../harness/openEditor';
import { treeRowsOf } from '../harness/treeRows';
import { waitFor } from '../harness/waitFor';

const NAME = '养蚕 定稿.txt';
const speech = (animal: string) => `在全县养${animal}工作会上的讲话
（2024年4月2日）
同志们：
桑园要连片，蚕室要通风，小蚕共育要把火候守住，一季茧子才有一季收成。
`;

const WRITTEN = new Date('2024-04-03T08:00:00Z');
const ways = ['mouse', 'keys'] as const;

describe('what a row of the corpus can do, by mouse and by keys', () => {
  let window: Driver;
  let tree: ReturnType<typeof treeRowsOf>;
  const path = () => inWorkspace('语料', NAME);
  /** Puts the file there at once; texts of the same size look alike to any listing. */
  const place = async (text: string) => {
    const beside = inWorkspace('桌面', 'beside.txt');
    await writeFile(beside, text);
    await utimes(beside, WRITTEN, WRITTEN);
    await rename(beside, path());
    await deleteFile(inWorkspace('桌面'));
  };
  const chooser = { mouse: () => tree.choose, keys: () => tree.chooseByKeys };

  before(async () => {
    window = await mainWindow();
    tree = treeRowsOf(window);
    await window.page.setViewportSize({ width: 1280, height: 1100 });
    await useCorpus(window);
    await place(speech('蚕'));
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 1} articles`));
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await tree.row('养蚕').waitFor();
  });
  after(async () => {
    await deleteFile(path());
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await closeEditors();
    await window.page.setViewportSize({ width: 1280, height: 720 });
  });
  afterEach(async () => {
    await window.press('Escape');
    await window.page.mouse.click(900, 700); // a menu leaves the mouse down
    await closeEditors();
  });

  const exemplars = () => window.page.locator('.pane', { hasText: 'Exemplars' }).locator('.monaco-list-row');
  const isPinned = async (is: boolean) =>
    waitFor(async () => (await exemplars().filter({ hasText: '养蚕' }).count()) > 0 === is, 20_000);
  const unpin = async () => {
    await vscode.commands.executeCommand('fanben.removeExemplar', { pinned: { path: path(), entry: 0 } });
    await isPinned(false);
    await vscode.commands.executeCommand('fanben.corpus.focus');
  };

  it('pins an article as exemplar with the pin in its row', async () => {
    await tree.row('养蚕').hover();
    await tree.row('养蚕').locator('.action-label.codicon-pin').click();
    await vscode.commands.executeCommand('fanben.exemplars.focus');
    await isPinned(true);
    await unpin();
  });

  for (const way of ways) {
    it(`pins an article as exemplar in its menu, by ${way}`, async () => {
      await chooser[way]()(/养蚕.*2024-04-02/, 'Use as Exemplar');
      await vscode.commands.executeCommand('fanben.exemplars.focus');
      await isPinned(true);
      await unpin();
    });
  }

  it('reads a file again that looks as it was, by mouse and by keys', async () => {
    for (const way of ways) {
      const shown = (await tree.texts()).some(text => /养蚕工作会/.test(text)) ? '蚕' : '蜂';
      const next = shown === '蚕' ? '蜂' : '蚕';
      await place(speech(next));
      await tree.shows(new RegExp(`养${shown}工作会`));
      await chooser[way]()(new RegExp(`养${shown}.*2024-04-02`), 'Read Again');
      await tree.shows(new RegExp(`养${next}工作会`));
      await tree.shows(new RegExp(`养${shown}工作会`), false);
    }
  });

  for (const way of ways) {
    it(`shows where a file lies, by ${way}`, async function () {
      // On the writer's own machine that is a window of the system, which no test can see.
      if (vscode.env.uiKind === vscode.UIKind.Desktop) this.skip();
      await chooser[way]()(/养[蚕蜂].*2024-04-02/, 'Reveal');
      const chosen = window.page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: NAME });
      await chosen.first().waitFor();
      await vscode.commands.executeCommand('fanben.corpus.focus');
    });
  }
});
