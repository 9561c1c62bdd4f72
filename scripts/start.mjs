#!/usr/bin/env node
/**
 * `npm start`: opens the example draft in VS Code with Fanben in it, the package that writers install. In the installed desktop VS Code where there is
 * one; else in a VS Code from npm, served on this machine to your browser until Ctrl+C, in the language of the system or
 * of `npm start -- --locale=zh-cn`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './package/fingerprint.mjs';
import { ownTarget } from './package/targets.mjs';
import { buildBundles, layOutExtension, makeVsix, packagePath } from './package.mjs';
import { answers, root, run } from './run.mjs';
import { parseFlags } from './vscode/flags.mjs';
import { hasDisplay, isRoot } from './vscode/machine.mjs';
import { hasNpmEditor, installNpmEditor } from './vscode/npmEditor.mjs';
import { installExtension, startServer, windowUrl } from './vscode/server.mjs';
import { writeSettings } from './vscode/settings.mjs';

const flags = parseFlags(process.argv.slice(2), () => false);
const isChinese = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh');
const locale = flags.locale ?? (isChinese ? 'zh-cn' : 'en');

const folder = join(root, 'examples');
const file = join(folder, '草稿.gao');

/** The desktop VS Code refuses to run as root. */
const hasDesktop = hasDisplay && !isRoot && answers('code');

/** Unpacked beside what the writer has installed, for this window only. */
function startDesktop(unpacked) {
  run('code', ['--new-window', `--extensionDevelopmentPath=${unpacked}`, folder, file]);
}

/** Installs the package, unless the very same is. */
async function installPackage(unpacked, kind, folders) {
  const stamp = join(folders.extensionsDir, 'fanben.txt');
  const wanted = fingerprint(unpacked);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(folders.extensionsDir, { recursive: true, force: true });
  mkdirSync(folders.extensionsDir, { recursive: true });
  await makeVsix(unpacked, kind);
  installExtension({ vsix: packagePath(kind), ...folders });
  writeFileSync(stamp, wanted);
}

/** Opens an address in the browser of the desktop, if there is one. */
function openInBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['explorer'] }[process.platform] ?? ['xdg-open'];
  if (hasDisplay)
    spawn(command, [...args, url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

async function startInBrowser(unpacked, kind) {
  if (!hasNpmEditor()) installNpmEditor();
  const home = join(root, '.vscode-test', 'start');
  const userDataDir = join(home, 'user');
  const extensionsDir = join(home, 'extensions');
  if (!existsSync(userDataDir)) writeSettings(userDataDir);
  await installPackage(unpacked, kind, { userDataDir, extensionsDir });
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

const kind = ownTarget() ?? 'universal';
const { folder: unpacked } = await layOutExtension(await buildBundles(), kind);
await (hasDesktop ? startDesktop(unpacked) : startInBrowser(unpacked, kind));
