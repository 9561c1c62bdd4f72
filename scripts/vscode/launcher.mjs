#!/usr/bin/env node
/**
 * A stand-in for the `code` executable where only npm can be reached: takes VS Code's own flags, runs VS Code's server
 * from npm and opens its window in a headless browser, prints what the extension host logs, and ends with its exit code.
 * `--install-extension` installs a package and ends. `--remote-debugging-port` opens the window to the test driver, as it does in the desktop VS Code.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { browserArgs, findBrowser, installBrowser } from './browser.mjs';
import { parseFlags } from './flags.mjs';
import { hasNpmEditor, installNpmEditor } from './npmEditor.mjs';
import { installExtension, startServer, windowUrl } from './server.mjs';

const flags = parseFlags(process.argv.slice(2), path => existsSync(path) && statSync(path).isDirectory());
const scratch = mkdtempSync(join(tmpdir(), 'fanben-vscode-'));
const userDataDir = flags.userDataDir ?? join(scratch, 'user');
const extensionsDir = flags.extensionsDir ?? join(scratch, 'extensions');
for (const folder of [userDataDir, extensionsDir]) mkdirSync(folder, { recursive: true });

/** What is open, to be closed in reverse. */
const open = [() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })];
let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  for (const close of open.reverse()) await Promise.resolve(close()).catch(() => {});
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  if (!hasNpmEditor()) installNpmEditor();
  if (flags.installExtension) {
    installExtension({ vsix: flags.installExtension, userDataDir, extensionsDir });
    await end(0);
  }
  const executablePath = (await findBrowser()) ?? (await installBrowser());

  const server = await startServer({ userDataDir, extensionsDir, locale: flags.locale, development: true });
  open.push(server.stop);

  const context = await chromium.launchPersistentContext(join(scratch, 'browser'), {
    executablePath,
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [...browserArgs, `--remote-debugging-port=${flags.remoteDebuggingPort}`],
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  open.push(() => context.close());

  // What the server of code-server answers before VS Code's own: half of the key under which the browser keeps secrets.
  const halfKey = randomBytes(32);
  await context.route('**/mint-key', route => route.fulfill({ body: halfKey }));

  // The workbench calls these two by name; every window may log, only the one with tests exits.
  await context.exposeFunction('codeAutomationLog', (type, args) =>
    console[type === 'error' ? 'error' : 'log'](format(...args)),
  );
  await context.exposeFunction('codeAutomationExit', code => end(code));
  const [page] = context.pages();
  page.on('close', () => void end(1));
  page.on('crash', () => void end(1));
  void server.ended.then(() => end(1));
  await page.goto(windowUrl(server.port, flags));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}
