/**
 * The windows of the VS Code that runs the tests, driven from the extension host. The desktop's Electron and our
 * launcher's browser both listen on the port given as `--remote-debugging-port`.
 *
 *     const window = await mainWindow();
 *     await window.compose('推动');
 *     const rows = await waitFor(window.suggestions);
 */
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { displayOf } from './display';
import { inputOf } from './input';
import { keyToListMs } from './keyToListMs';
import { notificationsOf } from './notifications';
import { waitFor } from './waitFor';

/** One window: what a writer does to it, and what it shows. */
export type Driver = Awaited<ReturnType<typeof drive>>;

async function drive(page: Page) {
  await page.locator('.monaco-workbench').waitFor();
  const input = inputOf(page, await page.context().newCDPSession(page));
  const display = displayOf(page);

  /** Opens the pane beside the suggestion list, if VS Code has not remembered to, and gives its text. */
  async function openSuggestDocumentation(): Promise<string> {
    const remembered = await waitFor(display.suggestDocumentation, 500).catch(() => '');
    if (remembered === '') await input.press('Control+Space');
    return waitFor(display.suggestDocumentation);
  }

  return {
    ...input,
    ...display,
    openSuggestDocumentation,
    ...notificationsOf(page),
    /** See `keyToListMs.ts`. */
    keyToListMs: (text: string) => keyToListMs(page, text, input.compose),
    close: () => page.close(),
    /** For what is not here. */
    page,
  };
}

async function connect(): Promise<BrowserContext> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${process.env.FANBEN_DEBUGGING_PORT}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser of VS Code has no windows.');
  return context;
}

/** Desktop VS Code has pages beside its windows. */
async function workbench(context: BrowserContext): Promise<Page | undefined> {
  for (const page of context.pages()) if ((await page.locator('.monaco-workbench').count()) > 0) return page;
  return undefined;
}

let context: Promise<BrowserContext> | undefined;
let main: Promise<Driver> | undefined;

/** The window whose extension host runs the tests. */
export function mainWindow(): Promise<Driver> {
  context ??= connect();
  main ??= context.then(windows => waitFor(() => workbench(windows))).then(page => drive(page as Page));
  return main;
}

/**
 * The window that `open` opens, once its workbench stands. It has the extension, but not the tests.
 *
 *     newWindow(() => commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true }))
 */
export async function newWindow(open: () => PromiseLike<unknown>): Promise<Driver> {
  await mainWindow();
  const windows = (await context) as BrowserContext;
  const opened = windows.waitForEvent('page', { timeout: 20_000 });
  await Promise.all([opened, open()]);
  return drive(await opened);
}
