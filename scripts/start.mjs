#!/usr/bin/env node
/**
 * `npm start`: opens the example draft in VS Code with Fanben in it. In the installed desktop VS Code where there is
 * one; else in a VS Code from npm, served on this machine to your browser until Ctrl+C, in the language of the system or
 * of `npm start -- --locale=zh-cn`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { answers, root, run } from './run.mjs';
import { parseFlags } from './vscode/flags.mjs';
import { hasDisplay, isRoot } from './vscode/machine.mjs';
import { hasNpmEditor, installNpmEditor } from './vscode/npmEditor.mjs';
import { startServer, windowUrl } from './vscode/server.mjs';
import { writeSettings } from './vscode/settings.mjs';

const flags = parseFlags(process.argv.slice(2), () => false);
const isChinese = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh');
const locale = flags.locale ?? (isChinese ? 'zh-cn' : 'en');

const folder = join(root, 'examples');
const file = join(folder, '草稿.gao');

/** The desktop VS Code refuses to run as root. */
const hasDesktop = hasDisplay && !isRoot && answers('code');

function startDesktop() {
  run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder, file]);
}

/** Fanben as an installed extension: the folder of the project itself, so that a rebuild needs only a reload. */
function linkExtension(extensionsDir) {
  rmSync(extensionsDir, { recursive: true, force: true });
  mkdirSync(extensionsDir, { recursive: true });
  symlinkSync(root, join(extensionsDir, 'fanben.fanben'), 'junction');
}

/** Opens an address in the browser of the desktop, if there is one. */
function openInBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['explorer'] }[process.platform] ?? ['xdg-open'];
  if (hasDisplay)
    spawn(command, [...args, url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

async function startInBrowser() {
  if (!hasNpmEditor()) installNpmEditor();
  const home = join(root, '.vscode-test', 'start');
  const userDataDir = join(home, 'user');
  const extensionsDir = join(home, 'extensions');
  if (!existsSync(userDataDir)) writeSettings(userDataDir);
  linkExtension(extensionsDir);
  const server = await startServer({ userDataDir, extensionsDir, locale });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void server.stop());
  const url = windowUrl(server.port, { folder, file });
  console.log(`
范本已在 VS Code 中打开，请用浏览器访问下面的地址；按 Ctrl+C 结束。
Fanben is open in VS Code. Visit this address with your browser; Ctrl+C ends it.

    ${url}
`);
  openInBrowser(url);
  await server.ended;
}

await (hasDesktop ? startDesktop() : startInBrowser());
