import { pinyin } from 'pinyin-pro';
import type { CDPSession, Page } from 'playwright-core';
import * as vscode from 'vscode';
import { placeCursor } from './openEditor';

/** What an input method shows while a text is typed letter by letter: `推动` → `t`, `tu`, `tui`, `tuid`, … */
function lettersOf(text: string): string[] {
  const letters = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
  return [...letters].map((_, index) => letters.slice(0, index + 1));
}

/** All its letters at once, for what is long: letter by letter a speech takes minutes on a busy machine. */
export const fastLetters = (text: string): string[] => lettersOf(text).slice(-1);

/** The hands of the writer: input method, keys and mouse, as the operating system would deliver them. */
export function inputOf(page: Page, browser: CDPSession) {
  return {
    /**
     * Types with an input method: a real composition through `steps` (the pinyin letters where none are given), then
     * its commit. Nothing of the letters stays.
     */
    async compose(text: string, steps: readonly string[] = lettersOf(text)): Promise<void> {
      for (const step of steps) {
        const end = step.length;
        await browser.send('Input.imeSetComposition', { text: step, selectionStart: end, selectionEnd: end });
      }
      await browser.send('Input.insertText', { text });
    },

    /**
     * Tab, and a composition right behind it, while the extensions are busy for so long: the window has it all before any of them hears
     * of the key.
     */
    async tabAndCompose(text: string, busyMs: number): Promise<void> {
      const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
      const sent = [
        browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
        browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
        ...lettersOf(text).map(step =>
          browser.send('Input.imeSetComposition', {
            text: step,
            selectionStart: step.length,
            selectionEnd: step.length,
          }),
        ),
        browser.send('Input.insertText', { text }),
      ];
      // Sent, but not answered.
      await new Promise(resolve => setTimeout(resolve, 0));
      for (const until = Date.now() + busyMs; Date.now() < until; );
      await Promise.all(sent);
    },

    /** Types ASCII key by key, without an input method. */
    async typeKeys(text: string): Promise<void> {
      await page.keyboard.type(text, { delay: 20 });
    },

    /** Presses a key or chord: `Enter`, `Escape`, `ArrowDown`, `Control+Space`, `ControlOrMeta+z`. */
    async press(key: string): Promise<void> {
      await page.keyboard.press(key);
    },

    /** Rests the mouse on the character at a 0-based place of the active editor. Main window only. */
    async hoverAt(line: number, character: number): Promise<void> {
      const editor = vscode.window.activeTextEditor;
      if (!editor) throw new Error('No editor is active.');
      const place = new vscode.Position(line, character);
      const { selection } = editor;
      editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      // The cursor, put there for a moment, tells where the place is on the screen, whatever wrapping and folding do.
      await placeCursor(editor, place);
      const box = await page.locator('.monaco-editor.focused .cursors-layer .cursor').first().boundingBox();
      editor.selection = selection;
      if (!box) throw new Error('The editor has no cursor: it is not focused.');
      await page.mouse.move(0, 0);
      await page.mouse.move(box.x + 5, box.y + box.height / 2, { steps: 3 });
    },

    /** Clicks a link in the open hover by its text. */
    async clickHoverLink(text: string): Promise<void> {
      await page.locator('.monaco-hover:not(.hidden) a', { hasText: text }).first().click();
    },

    /** Clicks an item of the status bar by its text. */
    async clickStatusBar(text: string): Promise<void> {
      await page.locator('.statusbar-item', { hasText: text }).first().click();
    },
  };
}
