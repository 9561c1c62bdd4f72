/** The pictures of the README: scripts/screenshots.mjs runs these scenes in a Chinese window on the sample draft. */
import * as vscode from 'vscode';
import { type Driver, mainWindow } from './driver';
import { closeEditors, placeCursor } from './openEditor';
import { waitFor } from './waitFor';

/** A busy machine is slow, and a picture too early shows something else: so long a scene waits for what it is to show. */
const PATIENCE_MS = 60_000;
const until = <T>(ask: () => T | PromiseLike<T>) => waitFor(ask, PATIENCE_MS);

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** Opens the sample draft, and gives the place after the first `text` in it. */
async function openDraft(): Promise<{ editor: vscode.TextEditor; place: (text: string) => vscode.Position }> {
  const [draft] = await until(() => vscode.workspace.findFiles('*.gao'));
  const editor = await vscode.window.showTextDocument(draft!);
  return {
    editor,
    place: text => editor.document.positionAt(editor.document.getText().indexOf(text) + text.length),
  };
}

describe('the pictures of the README', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await window.page.setViewportSize({ width: 1120, height: 680 });
    // A draft that saves itself would keep what one scene has written for the next.
    await vscode.workspace.getConfiguration().update('files.autoSave', 'off', true);
    await openDraft();
    await until(async () => (await window.statusBar()).some(text => /范本.*篇/.test(text)));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  for (const [name, theme] of Object.entries(themes)) {
    describe(name, () => {
      before(() => vscode.workspace.getConfiguration().update('workbench.colorTheme', theme, true));
      afterEach(closeEditors);

      it('list', async () => {
        const { editor, place } = await openDraft();
        await placeCursor(editor, place('以时不我待的'));
        await window.compose('紧迫感');
        await until(window.suggestions);
        await window.press('ArrowDown');
        await until(async () => (await window.suggestions()).some(({ focused }) => focused));
        await window.openSuggestDocumentation();
        await window.screenshot(`list-${name}`);
        await window.press('Escape');
      });

      it('hover', async () => {
        const { place } = await openDraft();
        const middle = place('守初心');
        // The mouse comes again where the server was not asked the first time.
        await until(async () => {
          await window.hoverAt(middle.line, middle.character - 1);
          return waitFor(window.hoverText, 5_000);
        });
        await window.screenshot(`hover-${name}`);
      });

      it('insert frame', async () => {
        const { editor } = await openDraft();
        await placeCursor(editor, editor.document.lineAt(editor.document.lineCount - 1).range.end);
        void vscode.commands.executeCommand('fanben.insertFrame');
        await until(window.quickPick);
        await window.typeKeys('yishi');
        await until(async () => (await window.quickPick()).some(({ label }) => label.includes('一是')));
        await window.screenshot(`frames-${name}`);
        await window.press('Escape');
      });

      it('series', async () => {
        const { editor, place } = await openDraft();
        const begun =
          '紧迫感。\n冲刺一百天、干出全年红，必须始终保持“慢不得”的警醒。县里要盯进度。\n冲刺一百天、干出全年红，必须始终保持“坐不住”的干劲。部门要保要素。\n';
        await editor.edit(edit => edit.insert(place('以时不我待的'), begun));
        await placeCursor(editor, place(begun));
        await vscode.commands.executeCommand('fanben.suggest');
        await until(async () => (await window.suggestions()).some(({ label }) => label.startsWith('冲刺一百天、')));
        await window.screenshot(`series-${name}`);
        await window.press('Escape');
      });

      it('exemplar', async () => {
        const { editor, place } = await openDraft();
        void vscode.commands.executeCommand('fanben.useAsExemplar');
        await window.page.locator('.quick-input-widget input:focus').first().waitFor();
        await until(window.quickPick);
        await window.compose('攻坚');
        await until(async () => (await window.quickPick()).every(({ label }) => label.includes('攻坚')));
        await window.press('Enter');
        // It comes by itself with the first article alone; in the second round that is there already.
        await vscode.commands.executeCommand('fanben.exemplars.focus');
        await until(async () => (await window.page.locator('.monaco-list-row:has-text("攻坚")').count()) > 0);
        await placeCursor(editor, place('以时不我待的'));
        await new Promise(resolve => setTimeout(resolve, 1000));
        await window.screenshot(`exemplar-${name}`);
        await vscode.commands.executeCommand('workbench.view.explorer');
      });

      it('concordance', async () => {
        const { editor, place } = await openDraft();
        await placeCursor(editor, place('守初心'));
        await vscode.commands.executeCommand('fanben.concordance', '落实');
        const group = window.page.locator('.monaco-list-row:has-text("上级")').first();
        await group.click();
        await until(async () => (await window.page.locator('.monaco-list-row[aria-level="2"]').count()) > 0);
        await new Promise(resolve => setTimeout(resolve, 1000));
        await window.screenshot(`concordance-${name}`);
        await vscode.commands.executeCommand('references-view.clear');
        await vscode.commands.executeCommand('workbench.view.explorer');
      });

      it('check', async () => {
        await openDraft();
        await vscode.commands.executeCommand('fanben.checkDraft');
        await vscode.commands.executeCommand('workbench.actions.view.problems');
        await new Promise(resolve => setTimeout(resolve, 3000));
        await window.screenshot(`check-${name}`);
        await vscode.commands.executeCommand('workbench.action.closePanel');
      });

      it('look up', async () => {
        await openDraft();
        void vscode.commands.executeCommand('fanben.lookUp');
        await window.page.locator('.quick-input-widget input:focus').first().waitFor();
        await window.compose('作风');
        await until(async () => (await window.quickPick()).some(({ label }) => label.includes('作风')));
        await window.screenshot(`look-up-${name}`);
        await window.press('Escape');
      });
    });
  }
});
