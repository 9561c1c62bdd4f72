/** Every surface of looking up, in each theme: scripts/screenshots.mjs --look-up runs these scenes in a Chinese window on the sample draft. */
import * as vscode from 'vscode';
import { type Driver, mainWindow } from './driver';
import { closeEditors, placeCursor } from './openEditor';
import { waitFor } from './waitFor';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

describe('looking up', () => {
  let window: Driver;

  async function openDraft(): Promise<{ editor: vscode.TextEditor; place: (text: string) => vscode.Position }> {
    const [draft] = await waitFor(() => vscode.workspace.findFiles('*.gao'));
    const editor = await vscode.window.showTextDocument(draft!, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    return {
      editor,
      place: text => editor.document.positionAt(editor.document.getText().indexOf(text) + text.length),
    };
  }
  const field = () => window.page.locator('.quick-input-widget input:focus').first();
  /** What grows in has grown in. */
  const rest = () => new Promise(resolve => setTimeout(resolve, 800));

  before(async () => {
    window = await mainWindow();
    await window.page.setViewportSize({ width: 1120, height: 680 });
    await openDraft();
    await waitFor(async () => (await window.statusBar()).some(text => /范本.*篇/.test(text)), 60_000);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  for (const [name, theme] of Object.entries(themes)) {
    describe(name, () => {
      before(() => vscode.workspace.getConfiguration().update('workbench.colorTheme', theme, true));
      afterEach(async () => {
        await window.press('Escape');
        await vscode.commands.executeCommand('references-view.clear');
        await vscode.commands.executeCommand('workbench.action.closePanel');
        await vscode.commands.executeCommand('workbench.view.explorer');
        await closeEditors();
      });

      it('hover', async () => {
        const { place } = await openDraft();
        const middle = place('守初心');
        await window.hoverAt(middle.line, middle.character - 1);
        await waitFor(window.hoverText);
        await rest();
        await window.screenshot(`hover-${name}`);
      });

      it('search, by article and as lines', async () => {
        await openDraft();
        await window.press('Alt+k');
        await field().waitFor();
        await window.press('ControlOrMeta+a');
        await window.compose('抓落实');
        await rest();
        await window.screenshot(`search-typing-${name}`);
        await window.press('Enter');
        await rest();
        await window.screenshot(`search-articles-${name}`);
        await window.press('ControlOrMeta+l');
        await field().waitFor();
        await rest();
        await window.screenshot(`search-order-${name}`);
        await window.press('ArrowDown');
        await window.press('Enter');
        await rest();
        await window.screenshot(`search-lines-${name}`);
        await vscode.commands.executeCommand('fanben.search.focus');
        await window.press('ControlOrMeta+l');
        await field().waitFor();
        await window.press('ArrowUp');
        await window.press('Enter');
        await rest();
      });

      it('lines of a wording, and its years', async () => {
        const { editor, place } = await openDraft();
        await placeCursor(editor, place('守初心'));
        await window.press('Alt+Shift+K');
        await window.page.locator('.monaco-list-row .label-name').first().waitFor();
        await window.press('ArrowDown');
        await window.press('ArrowRight');
        await rest();
        await window.screenshot(`concordance-${name}`);
        await vscode.commands.executeCommand('fanben.concordance.date');
        await rest();
        await window.screenshot(`over-time-${name}`);
        await vscode.commands.executeCommand('fanben.concordance.left');
        await rest();
        await window.screenshot(`concordance-left-${name}`);
      });

      it('other ways to say it', async () => {
        const { editor, place } = await openDraft();
        const end = place('以时不我待');
        editor.selection = new vscode.Selection(end.translate(0, -4), end);
        await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
        await window.press('Alt+Shift+B');
        await waitFor(window.quickPick);
        await rest();
        await window.screenshot(`variants-${name}`);
        for (let row = 0; row < 12; row++) await window.press('ArrowDown');
        await rest();
        await window.screenshot(`like-sentences-${name}`);
        await window.press('Escape');
        await window.press('ControlOrMeta+.');
        await rest();
        await window.screenshot(`other-wording-menu-${name}`);
      });

      it('what goes with a word', async () => {
        const { editor, place } = await openDraft();
        await placeCursor(editor, place('守初心'));
        await editor.edit(edit => edit.insert(place('守初心'), '，抓落实'));
        await placeCursor(editor, place('守初心，抓落实'));
        await window.press('Alt+Shift+B');
        await waitFor(window.quickPick);
        await rest();
        await window.screenshot(`collocates-${name}`);
        await window.press('Escape');
      });

      it('a speaker', async () => {
        await openDraft();
        void vscode.commands.executeCommand('fanben.speakerProfile');
        await waitFor(window.quickPick);
        await window.screenshot(`speakers-${name}`);
        await window.press('Enter');
        await waitFor(() =>
          vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'fanben-profile'),
        );
        await rest();
        await window.screenshot(`speaker-${name}`);
      });

      it('an article that is read', async () => {
        const { place } = await openDraft();
        const middle = place('守初心');
        await window.hoverAt(middle.line, middle.character - 1);
        await waitFor(window.hoverText);
        await window.page.locator('.monaco-hover:not(.hidden) a').nth(1).click();
        const source = await waitFor(() =>
          vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
        );
        await vscode.window.showTextDocument(source!.document, { viewColumn: source!.viewColumn });
        await rest();
        await window.screenshot(`article-${name}`);
      });

      it('what comes next', async () => {
        const { editor } = await openDraft();
        await placeCursor(editor, editor.document.lineAt(editor.document.lineCount - 1).range.end);
        await window.press('Alt+Shift+N');
        await waitFor(window.quickPick);
        await rest();
        await window.screenshot(`after-paragraph-${name}`);
      });

      it('a draft that is checked', async () => {
        const { editor } = await openDraft();
        const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
        const added = '。\n截止目前，全县粮食总产12.6万吨。\n粮食总产达到12.8万吨，离不开全县上下的共同努力。';
        await editor.edit(edit => edit.insert(end, added));
        await vscode.commands.executeCommand('fanben.checkDraft');
        const share = window.page.locator('.statusbar-item', { hasText: '重合' });
        await share.first().waitFor();
        await share.first().click();
        await vscode.commands.executeCommand('workbench.actions.view.problems');
        await rest();
        await window.screenshot(`check-problems-${name}`);
        await vscode.commands.executeCommand('workbench.action.closePanel');
        await placeCursor(editor, new vscode.Position(end.line + 1, 2));
        await window.press('Control+Period');
        await window.page.locator('.action-widget').first().waitFor();
        await rest();
        await window.screenshot(`check-fix-${name}`);
        await window.press('Escape');
        await vscode.commands.executeCommand('fanben.overlapSources');
        await rest();
        await window.screenshot(`check-sources-${name}`);
        await vscode.commands.executeCommand('fanben.clearCheck');
      });

      it('sayings', async () => {
        const { editor, place } = await openDraft();
        const end = place('守初心');
        editor.selection = new vscode.Selection(end.translate(0, -3), end);
        void vscode.commands.executeCommand('fanben.keepSaying');
        await field().waitFor();
        await window.compose('担当');
        await window.screenshot(`keep-saying-${name}`);
        await window.press('Enter');
        await vscode.commands.executeCommand('fanben.sayings.focus');
        await rest();
        await window.screenshot(`sayings-${name}`);
      });
    });
  }
});
