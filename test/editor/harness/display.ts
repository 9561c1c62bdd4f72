import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { quickPickList, readRows, suggestionList } from './rows';

const DETAILS = '.suggest-details-container .suggest-details';
const GHOST = '.monaco-editor .ghost-text-decoration';
const HOVER = '.monaco-hover:not(.hidden) .hover-contents';

/** The eyes of the writer: what one window shows now. Nothing here waits; `waitFor` does. */
export function displayOf(page: Page) {
  /** Texts of the elements in sight, layout blanks made one. */
  async function texts(selector: string): Promise<string[]> {
    const found = await page.locator(selector).filter({ visible: true }).allInnerTexts();
    return found.map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== '');
  }

  return {
    /** Rows of the suggestion list; `[]` when it is closed. */
    suggestions: () => readRows(page, suggestionList),

    /** Text of the pane beside the suggestion list, `''` when it is closed. `Control+Space` opens it for the chosen row. */
    suggestDocumentation: async () => (await texts(DETAILS)).join('\n'),

    /** The grey text at the cursor, `''` when there is none. */
    ghostText: async () => (await texts(GHOST)).join(''),

    /** Text of the hover, `''` when there is none. */
    hoverText: async () => (await texts(HOVER)).join('\n'),

    /** Rows of the quick pick; `[]` when it is closed. */
    quickPick: () => readRows(page, quickPickList),

    /** Texts in the status bar. */
    statusBar: () => texts('.statusbar-item'),

    /** Saves what the window looks like as out/screenshots/`name`.png, and returns the path. */
    async screenshot(name: string): Promise<string> {
      const folder = process.env.FANBEN_SCREENSHOTS;
      if (!folder) throw new Error('FANBEN_SCREENSHOTS names no folder.');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
      return path;
    },
  };
}
