import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('slots', () => {
  let window: Driver;
  const selected = (editor: vscode.TextEditor) => editor.document.getText(editor.selection);
  /** Also in the window: what is told to it is done in turn. */
  const untilSelected = async (editor: vscode.TextEditor, text: string) => {
    await waitFor(() => selected(editor) === text);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  };
  const statusText = async () =>
    (await window.page.locator('.statusbar-item').allInnerTexts()).find(text => text.includes('slot')) ?? '';

  /** A key that depends on where the cursor is: the window learns of that within a round trip, a hand takes longer. */
  const known = () => new Promise(resolve => setTimeout(resolve, 300));

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  /** A frame of two slots, put in by the picker. */
  const insertFrame = async () => {
    const editor = await openEditor('我们|');
    void vscode.commands.executeCommand('fanben.insertFrame');
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await window.typeKeys('jiyaoyouyao');
    await waitFor(async () => (await window.quickPick())[0]?.label.includes('既要'));
    await window.press('Enter');
    await waitFor(() => editor.document.getText().includes('既要〔'));
    return editor;
  };

  it('stay slots after Escape: Tab goes to the next, in brackets, and inserts nothing', async () => {
    const editor = await insertFrame();
    const first = await waitFor(() => selected(editor));
    assert.match(first!, /^〔.+〕$/);
    await window.press('Escape');
    const text = editor.document.getText();
    await waitFor(async () => /slots · Tab: next/.test(await statusText()));
    await window.press('Tab');
    await waitFor(() => selected(editor) !== first && /^〔.+〕$/.test(selected(editor)));
    await untilSelected(editor, selected(editor));
    assert.equal(editor.document.getText(), text);
    await window.compose('抓紧');
    await waitFor(() => editor.document.getText().includes('抓紧'));
    assert.doesNotMatch(editor.document.getText(), /〔抓紧|抓紧〕/);
  });

  it('take what is composed right behind Tab, however busy the extensions are, from slot to slot', async () => {
    const editor = await openEditor('|（一）更加〔两字〕，“聚力〔三字〕”；\n（二）《〔文件名称〕》〔两字〕〔三字〕。');
    for (const [filled, word] of ['开放', '抓落实', '实施办法', '有序', '见成效'].entries()) {
      await known();
      await window.tabAndCompose(word, 400);
      await waitFor(() => editor.document.getText().split('〔').length === 5 - filled).catch(() =>
        assert.fail(shown(editor)),
      );
    }
    assert.equal(editor.document.getText(), '（一）更加开放，“聚力抓落实”；\n（二）《实施办法》有序见成效。');
  });

  it('are replaced whole by what is composed after a click', async () => {
    const editor = await openEditor('营商环境更加〔两字〕。|');
    await window.page.locator('.view-line').filter({ hasText: '〔两字〕' }).first().waitFor();
    const box = await window.page.locator('.view-line span', { hasText: '两字' }).last().boundingBox();
    await window.page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    await untilSelected(editor, '〔两字〕');
    await window.compose('优良');
    await waitFor(() => shown(editor) === '营商环境更加优良|。');
  });

  it('go with one Backspace behind them, one Delete before them, and come back with one Undo', async () => {
    const editor = await openEditor('聚力〔三字〕|，再出发');
    await waitFor(async () => /1 slot/.test(await statusText()));
    await known();
    await window.press('Backspace');
    await waitFor(() => shown(editor) === '聚力|，再出发');
    await window.press('ControlOrMeta+z');
    await waitFor(() => editor.document.getText() === '聚力〔三字〕，再出发');
    await window.press('ArrowLeft');
    await untilSelected(editor, '〔三字〕');
    await window.press('ArrowLeft');
    await waitFor(() => editor.selection.active.character === 2);
    await known();
    await window.press('Delete');
    await waitFor(() => shown(editor) === '聚力|，再出发');
  });

  it('fill their twins when they are left, and one Undo takes all back', async () => {
    const editor = await openEditor('|在〔会议名称〕上的讲话\n今天召开〔会议名称〕，投入〔数字〕万元、〔数字〕人。');
    await window.press('Alt+n');
    await untilSelected(editor, '〔会议名称〕');
    await window.compose('全县茶业大会');
    await waitFor(() => editor.document.getText().startsWith('在全县茶业大会上')).catch(() =>
      assert.fail(shown(editor)),
    );
    await waitFor(async () => /Tab: next/.test(await statusText()));
    await window.press('Tab');
    await waitFor(() => editor.document.getText().includes('今天召开全县茶业大会，'));
    assert.match(editor.document.getText(), /〔数字〕万元、〔数字〕人/);
    await window.press('ControlOrMeta+z');
    await waitFor(() => /今天召开〔会议名称〕/.test(editor.document.getText()));
  });

  it('fill their twins while the next slot is being written already', async () => {
    const editor = await openEditor('|在〔会议名称〕上的〔两字〕讲话\n今天召开〔会议名称〕。');
    await window.press('Alt+n');
    await untilSelected(editor, '〔会议名称〕');
    await window.compose('全县茶业大会');
    await waitFor(async () => /Tab: next/.test(await statusText()));
    await known();
    await window.tabAndCompose('开局', 200);
    await waitFor(() => editor.document.getText() === '在全县茶业大会上的开局讲话\n今天召开全县茶业大会。').catch(() =>
      assert.fail(shown(editor)),
    );
  });

  it('with the words of an article keep them with one Tab, and are replaced by what is typed', async () => {
    const editor = await openEditor('|要〔念好山字经？〕，建设〔云岭？〕之乡，投入〔数字〕万元，〔向深处走？〕。');
    await window.press('Alt+n');
    await untilSelected(editor, '〔念好山字经？〕');
    await waitFor(async () => /Tab: keep the words/.test(await statusText()));
    await known();
    await window.press('Tab');
    await untilSelected(editor, '〔云岭？〕');
    assert.match(editor.document.getText(), /^要念好山字经，/);
    await window.compose('茶');
    await waitFor(() => editor.document.getText().includes('建设茶之乡'));
    await known();
    await window.press('Tab');
    await untilSelected(editor, '〔数字〕');
    await waitFor(async () => /Tab: next/.test(await statusText()));
    await window.compose('八百');
    await known();
    await window.press('Tab');
    await untilSelected(editor, '〔向深处走？〕');
    await known();
    await window.press('Tab');
    await waitFor(() => editor.document.getText() === '要念好山字经，建设茶之乡，投入八百万元，向深处走。');
    await window.press('ControlOrMeta+z');
    await waitFor(() => editor.document.getText().endsWith('，〔向深处走？〕。'));
  });

  it('with the words of an article keep them as tab stops of a snippet, too', async () => {
    const editor = await openEditor('|');
    await editor.insertSnippet(
      new vscode.SnippetString()
        .appendText('要')
        .appendPlaceholder('〔念好山字经？〕')
        .appendText('，到')
        .appendPlaceholder('〔地名〕')
        .appendText('去，')
        .appendPlaceholder('〔向深处走？〕')
        .appendText('。'),
    );
    await untilSelected(editor, '〔念好山字经？〕');
    await known();
    await window.press('Tab');
    await untilSelected(editor, '〔地名〕');
    assert.match(editor.document.getText(), /^要念好山字经，/);
    await window.compose('平川');
    await known();
    await window.press('Tab');
    await untilSelected(editor, '〔向深处走？〕');
    await known();
    await window.press('Tab');
    await waitFor(() => editor.document.getText() === '要念好山字经，到平川去，向深处走。').catch(() =>
      assert.fail(shown(editor)),
    );
  });

  it('with the words of an article have them as the first row of their list, and in the quick fix of their problem', async () => {
    const editor = await openEditor('|要〔念好山字经？〕，建设〔云岭？〕之乡。');
    const slots = () => vscode.languages.getDiagnostics(editor.document.uri).filter(({ code }) => code === 'slot');
    await waitFor(() => slots().length === 2);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      slots()[1]!.range,
    );
    const keep = fixes.find(({ title }) => title === 'Keep the words “云岭”');
    assert.ok(keep?.edit && (await vscode.workspace.applyEdit(keep.edit)));
    assert.equal(editor.document.getText(), '要〔念好山字经？〕，建设云岭之乡。');
    await window.press('Alt+n');
    await untilSelected(editor, '〔念好山字经？〕');
    await known();
    await window.press('Alt+/');
    await waitFor(async () => (await window.suggestions())[0]?.label.includes('念好山字经'));
    await window.press('ArrowDown');
    await waitFor(async () => (await window.suggestions())[0]?.focused);
    await window.press('Enter');
    await waitFor(() => shown(editor) === '要念好山字经|，建设云岭之乡。');
  });

  it('are dimmed, but not while they are selected: there the theme has its own colours', async () => {
    const editor = await openEditor('|更加〔两字〕，聚力〔三字〕。');
    const colourOf = (text: string) =>
      window.page
        .locator('.view-line span span', { hasText: text })
        .first()
        .evaluate(element => element.ownerDocument.defaultView.getComputedStyle(element).color);
    await waitFor(async () => (await colourOf('两字')) !== (await colourOf('更加')));
    await window.press('Alt+n');
    await untilSelected(editor, '〔两字〕');
    await waitFor(async () => (await colourOf('两字')) !== (await colourOf('三字')));
  });

  it('stand in the Problems view and the status bar until they are written; the year of a document number does not', async () => {
    const editor = await openEditor('|更加〔两字〕，聚力〔三字〕。（青政发〔2026〕3号）');
    const slots = () => vscode.languages.getDiagnostics(editor.document.uri).filter(({ code }) => code === 'slot');
    await waitFor(() => slots().length === 2);
    assert.ok(slots().every(({ severity }) => severity === vscode.DiagnosticSeverity.Information));
    await waitFor(async () => /2 slots/.test(await statusText()));
    await window.press('Alt+n');
    await untilSelected(editor, '〔两字〕');
    await window.compose('开放');
    await waitFor(() => slots().length === 1);
  });
});
