import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE_COUNT, deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Said in every speech of eight years, and in none since. */
const FORMER = '奔着问题去、迎着困难上';
const LATELY = [2023, 2024, 2025].flatMap(year => [1, 2, 3, 4].map(month => [year, month] as const));
const FORMERLY = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].flatMap(year =>
  [3, 9].map(month => [year, month] as const),
);

describe('a wording over time', () => {
  let window: Driver;
  const path = ([year, month]: readonly [number, number]) =>
    inWorkspace('语料', `历年/${year}-0${month}-10 第${year - 2000}${month}次例会讲话.txt`);
  const topics = [
    '春灌要赶在清明前，渠首的闸门先修好',
    '山上林子密，防火的哨点一个也不能空',
    '修到村口的路断了头，剩下三百米今年必须接上',
    '学校食堂换了新灶台，家长可以随时去看',
    '敬老院缺两名护工，从邻镇请来的下周到岗',
    '招商不比谁酒量大，比谁办事利索',
    '水库除险的钱已经到账，汛前要完工',
    '社区夜里没有灯，老人下楼摔了跤，这笔账记在我头上',
  ];

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    for (const [at, when] of [...FORMERLY, ...LATELY].entries()) {
      const [year, month] = when;
      const topic = topics[at % topics.length]!;
      const head = `第${year - 2000}${month}次例会讲话\n周明远\n（${year}年${month}月10日）\n`;
      // Near-duplicates count once, and lines that recur at the edges are furniture: each speech is mostly of its own.
      const own = `${topic}，${[...topic].reverse().join('')}${String.fromCharCode(0x4e00 + 37 * at).repeat(3)}。`;
      const said = at < FORMERLY.length ? `${own}${FORMER}，第${at}件事才办得成。` : own;
      await writeFile(path(when), `${head}${said}${own}\n`);
    }
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + FORMERLY.length + LATELY.length} articles`));
  });
  after(() => deleteFile(inWorkspace('语料', '历年')));
  afterEach(async () => {
    await vscode.commands.executeCommand('references-view.clear');
    await closeEditors();
  });

  it('stands as a line in its hover, which says where it is hardly said any more', async () => {
    await openEditor(`我们要${FORMER}。`);
    await waitFor(async () => {
      await window.hoverAt(0, 6);
      return waitFor(window.hoverText, 2000);
    }, 20_000);
    const text = await window.hoverText();
    assert.match(text, /16 articles/);
    assert.match(text, /2014 [▁▂▃▄▅▆▇█\u2003]+ 2021/u);
    assert.match(text, /周明远/);
    assert.match(text, /hardly said in the last years/);
    await window.screenshot('over-time-hover');
  });

  it('is a chart of years in the References view, from the latest, with who said it', async () => {
    const editor = await openEditor(`我们要${FORMER}。`);
    editor.selection = new vscode.Selection(0, 3, 0, 3 + FORMER.length);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.press('Alt+Shift+K');
    const message = async () =>
      (await window.page.locator('.tree-explorer-viewlet-tree-view .message').allTextContents()).join();
    await waitFor(async () => (await message()).includes('16 articles, 16 places'));
    await window.page.locator('.action-label[aria-label^="Views and More Actions"]').first().click();
    const item = window.page.locator('.context-view .action-item', { hasText: 'By Year' }).first();
    await item.click();
    const rows = async () =>
      (await window.page.locator('.pane-body .monaco-list-row').allInnerTexts()).map(text => text.replace(/\s+/g, ' '));
    await waitFor(async () => (await rows()).some(text => /^ ?2021/.test(text)));
    assert.match((await rows()).find(text => text.includes('2021'))!, /█+ ?2 of 3 articles/);
    assert.match(await message(), /2014 to 2021.*周明远: 16 articles.*hardly said in the last years/);
    // In the colour that the theme has for charts.
    const row = window.page.locator('.pane-body .monaco-list-row', { hasText: '2021' }).first();
    await waitFor(() =>
      row.locator('.label-description').evaluate(bar => {
        const chart = bar.appendChild(bar.ownerDocument.createElement('span'));
        chart.style.color = 'var(--vscode-charts-blue)';
        const colourOf = (element: typeof chart) => element.ownerDocument.defaultView.getComputedStyle(element).color;
        const isSame = colourOf(bar) === colourOf(chart);
        chart.remove();
        return isSame;
      }),
    );
    await window.screenshot('over-time');
  });
});
