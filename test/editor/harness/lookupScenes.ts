/** Every surface of looking up, in each theme: scripts/screenshots.mjs --look-up runs these scenes in a Chinese window on the sample draft. */
import * as vscode from 'vscode';
import { placeCursor } from './openEditor';
import { inEachTheme } from './scenes';
import { waitFor } from './waitFor';

inEachTheme('looking up', stage => {
  const { executeCommand: command } = vscode.commands;
  const down = async (rows: number) => {
    for (let row = 0; row < rows; row++) await stage.window.press('ArrowDown');
  };
  const pickerIsThere = async () => {
    await waitFor(stage.window.quickPick, 20_000);
    await stage.rest();
  };

  it('hover', async () => {
    await stage.hoverOn(await stage.openDraft(), '守初心');
    await stage.rest();
    await stage.picture('hover');
  });

  it('search, by article and as lines', async () => {
    const { window } = stage;
    await stage.openDraft();
    await window.press('Alt+k');
    await stage.field();
    await window.press('ControlOrMeta+a');
    await window.compose('抓落实');
    const message = window.page.locator('.part.panel .message');
    await waitFor(async () => (await message.allTextContents()).join().includes('抓落实 ·'), 20_000);
    await stage.rest();
    await stage.picture('search-typing');
    await window.press('Enter');
    await stage.rest();
    await stage.picture('search-articles');
    await window.press('ControlOrMeta+l');
    await stage.field();
    await stage.rest();
    await stage.picture('search-order');
    await down(1);
    await window.press('Enter');
    await waitFor(async () => (await message.allTextContents()).join().includes('按后面的词'), 20_000);
    await stage.rest();
    await stage.picture('search-lines');
    await command('fanben.search.focus');
    await window.press('ControlOrMeta+l');
    await stage.field();
    await window.press('ArrowUp');
    await window.press('Enter');
    await stage.rest();
  });

  it('lines of a wording, and its years', async () => {
    await stage.select(await stage.openDraft(), '抓落实');
    await stage.window.press('Alt+Shift+K');
    await stage.row('篇');
    await down(1);
    await stage.window.press('ArrowRight');
    await stage.rest();
    await stage.picture('concordance');
    await command('fanben.concordance.date');
    await stage.row('█');
    await stage.picture('over-time');
    await command('fanben.concordance.left');
    await stage.row(/^(?!.*█).*篇/);
    await stage.picture('concordance-left');
  });

  it('references in the editor’s own peek', async () => {
    await stage.behind(await stage.openDraft(), '守初');
    await stage.window.press('Shift+F12');
    await stage.window.page.locator('.reference-zone-widget .ref-tree .monaco-list-row').first().waitFor();
    await stage.rest();
    await stage.picture('references');
    await stage.window.press('Escape');
  });

  it('other ways to say it', async () => {
    const editor = await stage.openDraft();
    const gap = '以时不我待的';
    await stage.behind(editor, gap);
    await editor.edit(edit => edit.insert(editor.selection.active, '紧迫感抓好每一天'));
    await stage.select(editor, '时不我待');
    await stage.window.press('Alt+Shift+B');
    await pickerIsThere();
    await stage.picture('variants');
    for (let row = 0; row < 20; row++) {
      const focused = (await stage.window.quickPick()).find(item => item.focused);
      if (/^\d+%/.test(focused?.label ?? '')) break;
      await down(1);
    }
    await down(2);
    await stage.rest();
    await stage.picture('like-sentences');
    await stage.window.press('Escape');
    await stage.select(editor, '下面');
    await stage.openFixes();
    await stage.picture('other-wording-menu');
  });

  it('a like sentence that comes in, fitted to the draft', async () => {
    const editor = await stage.openDraft();
    await stage.behind(editor, '讲得都很');
    await stage.window.press('Alt+Shift+B');
    await pickerIsThere();
    for (let row = 0; row < 30; row++) {
      const focused = (await stage.window.quickPick()).find(item => item.focused);
      if (/^\d+%/.test(focused?.label ?? '')) break;
      await down(1);
    }
    await stage.rest();
    await stage.picture('like-sentence-chosen');
    const before = editor.document.getText();
    await stage.window.press('Enter');
    await waitFor(() => editor.document.getText() !== before);
    await stage.rest();
    await stage.picture('like-sentence-inserted');
  });

  it('what goes with a word', async () => {
    await stage.select(await stage.openDraft(), '高质量发展');
    await stage.window.press('Alt+Shift+B');
    await pickerIsThere();
    await stage.picture('collocates');
    await stage.window.press('Escape');
  });

  it('a speaker', async () => {
    await stage.openDraft();
    void command('fanben.speakerProfile');
    await pickerIsThere();
    await stage.picture('speakers');
    await stage.window.press('Enter');
    await waitFor(() =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'fanben-profile'),
    );
    await stage.rest();
    await stage.picture('speaker');
  });

  it('an article that is read', async () => {
    await stage.hoverOn(await stage.openDraft(), '守初心');
    await stage.window.page.locator('.monaco-hover:not(.hidden) a').nth(1).click();
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    );
    await stage.window.page.mouse.move(0, 0);
    await vscode.window.showTextDocument(source!.document, { viewColumn: source!.viewColumn });
    await stage.window.press('Escape');
    await stage.rest();
    await stage.picture('article');
  });

  it('what comes next', async () => {
    const editor = await stage.openDraft();
    await placeCursor(editor, editor.document.lineAt(editor.document.lineCount - 1).range.end);
    await stage.window.press('Alt+Shift+N');
    await pickerIsThere();
    await stage.picture('after-paragraph');
    await stage.window.press('Escape');
    const settings = vscode.workspace.getConfiguration('fanben');
    await settings.update('paragraphLens.enabled', true, vscode.ConfigurationTarget.Global);
    await stage.openDraft();
    await stage.behind(editor, '三点意见。');
    await stage.window.press('Enter');
    await stage.window.page.locator('.view-line', { hasText: '后文' }).first().waitFor();
    await stage.rest();
    await stage.picture('paragraph-lens');
    await settings.update('paragraphLens.enabled', undefined, vscode.ConfigurationTarget.Global);
  });

  it('sayings', async () => {
    await stage.select(await stage.openDraft(), '守初心担使命、转作风抓落实');
    void command('fanben.keepSaying');
    await stage.field();
    await stage.window.compose('作风 ');
    await stage.picture('keep-saying');
    await stage.window.press('Enter');
    await command('fanben.sayings.focus');
    await stage.row('守初心担使命');
    await stage.picture('sayings');
  });
});
