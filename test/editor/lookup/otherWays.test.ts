import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Verbs and nouns that keep company with 责任, each in two articles at least. */
const COMPANY = [
  '各级党组织要压实责任，要扛起责任，把主体责任落到每一个环节。',
  '要层层压实责任，人人扛起责任，主体责任一天也不能松。',
  '乡镇要压实责任，部门要扛起责任，主体责任说到底是政治责任。',
];
const VISIT =
  '2022年，青禾县新建农村公路86公里，县委书记程向南同志三次到工地检查，群众出行难的问题得到彻底解决。\n下一步，要把好事办好、实事办实。';
const SENTENCE = '2024年，白水县新建农村公路，县委书记周明远同志到工地检查，群众出行难的问题得到彻底解决。';

describe('other ways to say it', () => {
  let window: Driver;
  const paths = () => [
    ...COMPANY.map((_, at) => inWorkspace('语料', `2024-0${at + 1}-05 责任会 ${at + 1}.txt`)),
    inWorkspace('语料', '2022-12-20 在青禾县交通工作会上的讲话.txt'),
  ];

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    const texts = [
      ...COMPANY.map((text, at) => `在责任落实会上的讲话（${at + 1}）\n（2024年${at + 1}月5日）\n${text}`),
      `在青禾县交通工作会上的讲话\n（2022年12月20日）\n${VISIT}`,
    ];
    for (const [at, path] of paths().entries()) await writeFile(path, `${texts[at]}\n`);
    await untilStatus(window, /: 10 articles/);
  });
  after(async () => {
    for (const path of paths()) await deleteFile(path);
  });
  afterEach(async () => {
    await window.press('Escape');
    await vscode.commands.executeCommand('references-view.clear');
    await closeEditors();
  });

  const labels = async () => (await window.quickPick()).map(({ label }) => label);
  const separators = () => window.page.locator('.quick-input-widget .quick-input-list-separator').allTextContents();
  /** Goes down to a row and takes it. */
  async function take(wanted: (label: string) => boolean): Promise<void> {
    await waitFor(async () => (await labels()).some(wanted));
    await waitFor(async () => {
      const row = (await window.quickPick()).find(({ focused }) => focused);
      if (row && wanted(row.label)) return true;
      await window.press('ArrowDown');
      return false;
    }, 20_000);
    await window.press('Enter');
  }

  it('names what goes with a word by part of speech, and a row leads to its lines', async () => {
    const editor = await openEditor('我们的责任很重');
    await placeCursor(editor, new vscode.Position(0, 4));
    await window.press('Alt+Shift+B');
    await waitFor(async () => (await separators()).some(text => text.includes('Together with “责任”: verbs')));
    await waitFor(async () => (await labels()).includes('压实 … 责任'));
    assert.ok(
      (await separators()).some(text => text.includes('Together with “责任”: nouns')),
      `${await separators()}`,
    );
    assert.ok((await labels()).includes('扛起 … 责任'));
    await window.screenshot('collocates');
    // By the mouse, as whoever looks through a list does.
    await window.page.locator('.quick-input-widget .monaco-list-row', { hasText: '压实 … 责任' }).first().click();
    const message = () => window.page.locator('.tree-explorer-viewlet-tree-view .message').allTextContents();
    await waitFor(async () => (await message()).join().includes('3 articles'));
    assert.equal(editor.document.getText(), '我们的责任很重');
  });

  it('offers other wordings in the editor’s own menu, and takes one', async () => {
    const editor = await openEditor('要以舍我其谁的紧迫感抓项目');
    editor.selection = new vscode.Selection(0, 2, 0, 6);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const menu = window.page.locator('.action-widget .monaco-list-row', { hasText: '时不我待' }).first();
    await waitFor(async () => {
      if (!(await menu.isVisible())) await window.press('ControlOrMeta+.');
      return waitFor(() => menu.isVisible(), 2000);
    }, 20_000);
    await window.screenshot('other-wording-menu');
    await menu.click();
    await waitFor(() => editor.document.getText() === '要以时不我待的紧迫感抓项目');
  });

  it('puts in a like sentence with the year, place and person of the draft, and a slot for its figure', async () => {
    const editor = await openEditor(`在白水县交通工作会上的讲话\n${SENTENCE}\n白水县的干部要接着干。`);
    await placeCursor(editor, new vscode.Position(1, 20));
    await window.press('Alt+Shift+B');
    const adapted = (label: string) => /^\d+% {2}2024年，白水县新建农村公路/.test(label);
    await waitFor(async () => (await labels()).some(adapted));
    await window.screenshot('like-sentences');
    await take(adapted);
    const line = await waitFor(() => {
      const { text } = editor.document.lineAt(1);
      return text !== SENTENCE && text;
    });
    assert.match(line as string, /^2024年，白水县新建农村公路〔[^〕]+〕公里，县委书记周明远同志.*到工地检查/);
    assert.doesNotMatch(line as string, /2022|青禾|程向南|86/);
    assert.equal(editor.document.lineAt(2).text, '白水县的干部要接着干。');
  });
});
