/** What the scenes of `scripts/screenshots.mjs` share: each is taken in every theme, from the sample draft as it is shipped. */
import * as vscode from 'vscode';
import { type Driver, mainWindow } from './driver';
import { closeEditors, placeCursor } from './openEditor';
import { waitFor } from './waitFor';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

/** The stage of one theme. */
export interface Stage {
  readonly window: Driver;
  /** Saves a picture of that name. */
  picture(name: string): Promise<unknown>;
  /** The sample draft as it is shipped, whatever was written into it before. */
  openDraft(): Promise<vscode.TextEditor>;
  /** Puts the cursor behind a wording of the draft. */
  behind(editor: vscode.TextEditor, text: string): Promise<void>;
  select(editor: vscode.TextEditor, text: string): Promise<void>;
  /** Rests on the last character of a wording till its hover is there. */
  hoverOn(editor: vscode.TextEditor, text: string): Promise<string>;
  /** Opens the menu of quick fixes, however slow the machine. */
  openFixes(): Promise<void>;
  /** A row of a tree in the side bar or the panel. */
  row(text: string | RegExp): Promise<unknown>;
  /** The text field that has the keys. */
  field(): Promise<unknown>;
  /** What grows in has grown in. */
  rest(): Promise<unknown>;
}

/** Plays scenes in all themes. */
export function inEachTheme(title: string, play: (stage: Stage) => void): void {
  describe(title, () => {
    const stage = {} as Stage;
    before(async () => {
      const window = await mainWindow();
      Object.assign(stage, toolsOf(window));
      await window.page.setViewportSize({ width: 1120, height: 680 });
      await stage.openDraft();
      await waitFor(async () => {
        const texts = await window.statusBar();
        if (!texts.some(text => /范本.*篇/.test(text)))
          throw new Error(`The corpus is not indexed: ${texts.join(' | ')}`);
        return true;
      }, 170_000);
      await vscode.commands.executeCommand('notifications.clearAll');
    });
    for (const [name, theme] of Object.entries(THEMES)) {
      describe(name, () => {
        before(async () => {
          Object.assign(stage, { picture: (of: string) => stage.window.screenshot(`${of}-${name}`) });
          await vscode.workspace.getConfiguration().update('workbench.colorTheme', theme, true);
        });
        afterEach(async () => {
          await stage.window.press('Escape');
          await stage.window.page.mouse.move(0, 0);
          await vscode.commands.executeCommand('references-view.clear');
          await vscode.commands.executeCommand('workbench.action.closePanel');
          await vscode.commands.executeCommand('workbench.view.explorer');
          await closeEditors();
        });
        play(stage);
      });
    }
  });
}

function toolsOf(window: Driver): Omit<Stage, 'picture'> {
  const { page } = window;
  let shipped: string | undefined;
  const rest = () => new Promise(resolve => setTimeout(resolve, 1200));
  const endOf = ({ document }: vscode.TextEditor, text: string) => {
    const at = document.getText().indexOf(text);
    if (at < 0) throw new Error(`The draft has no “${text}”.`);
    return document.positionAt(at + text.length);
  };
  return {
    window,
    rest,
    async openDraft() {
      const [draft] = await waitFor(() => vscode.workspace.findFiles('*.gao'));
      const editor = await vscode.window.showTextDocument(draft!, { viewColumn: vscode.ViewColumn.One });
      const { document } = editor;
      shipped ??= document.getText();
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      if (document.getText() !== shipped) await editor.edit(edit => edit.replace(all, shipped!));
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      return editor;
    },
    behind: (editor, text) => placeCursor(editor, endOf(editor, text)),
    async select(editor, text) {
      const end = endOf(editor, text);
      editor.selection = new vscode.Selection(end.translate(0, -text.length), end);
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    },
    hoverOn: (editor, text) =>
      waitFor(async () => {
        const { line, character } = endOf(editor, text);
        await window.hoverAt(line, character - 1);
        return waitFor(window.hoverText, 4000);
      }, 30_000),
    async openFixes() {
      const menu = page.locator('.action-widget').first();
      await waitFor(async () => {
        if (!(await menu.isVisible())) await window.press('ControlOrMeta+.');
        return waitFor(() => menu.isVisible(), 4000);
      }, 30_000);
      await rest();
    },
    async row(text) {
      await page.locator('.pane-body .monaco-list-row').filter({ hasText: text }).first().waitFor();
      await rest();
    },
    field: () => page.locator('.quick-input-widget input:focus').first().waitFor(),
  };
}
