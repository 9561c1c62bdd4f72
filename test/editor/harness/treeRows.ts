import * as vscode from 'vscode';
import type { Driver } from './driver';
import { waitFor } from './waitFor';

/** The rows of the trees in the side bar, by mouse and by keys. */
export function treeRowsOf(window: Driver) {
  const rows = () => window.page.locator('.pane-body .monaco-list-row');
  const row = (text: string | RegExp) => rows().filter({ hasText: text }).first();
  const texts = async () => (await rows().allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim());
  /** Resolves when the trees have stood as they are for a moment: one that is drawn anew closes a menu, and keys go elsewhere. */
  const settle = async () => {
    let [before, since] = ['', Date.now()];
    await waitFor(async () => {
      const now = (await texts()).join('\n');
      if (now !== before) [before, since] = [now, Date.now()];
      return Date.now() - since > 500;
    }, 20_000);
  };

  return {
    row,
    /** What the rows say, layout blanks made one. */
    texts,

    /** Resolves when a row says so; with `isThere` false, when none does. */
    shows: (wanted: RegExp, isThere = true) =>
      waitFor(async () => {
        const now = await texts();
        if (now.some(text => wanted.test(text)) !== isThere) throw new Error(`${wanted} among\n${now.join('\n')}`);
        return true;
      }, 30_000),

    /** Chooses in the menu of a row with the mouse: a click that comes at once is not taken, and a menu closes as the tree is drawn anew. */
    async choose(text: string | RegExp, item: string): Promise<void> {
      const menu = window.page.locator('.monaco-menu').first();
      await settle();
      await waitFor(async () => {
        if (!(await menu.isVisible())) await row(text).click({ button: 'right' });
        const items = window.page.locator('.monaco-menu .action-item', { hasText: item });
        await items.first().click({ timeout: 3000, delay: 100 });
        await menu.waitFor({ state: 'hidden', timeout: 1000 });
        return true;
      }, 20_000);
    },

    /** Chooses in the menu of a row of the corpus, by keys alone; a menu closes as the tree is drawn anew, so again where it did. */
    async chooseByKeys(text: string | RegExp, item: string): Promise<void> {
      const menu = window.page.locator('.monaco-menu').first();
      const focused = menu.locator('.action-item.focused').first();
      await waitFor(async () => {
        if (await menu.isVisible()) await window.press('Escape');
        await settle();
        await row(text).click({ modifiers: [], timeout: 5000 });
        await vscode.commands.executeCommand('fanben.corpus.focus');
        await window.press('Shift+F10');
        await menu.waitFor({ timeout: 3000 });
        for (let i = 0; i < 30; i++) {
          await window.press('ArrowDown');
          if ((await focused.innerText({ timeout: 1000 })).includes(item)) {
            await window.press('Enter');
            return true;
          }
        }
        throw new Error(`The menu has no “${item}”.`);
      }, 30_000);
    },
  };
}
