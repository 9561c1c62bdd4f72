/** A Chromium for the npm-based VS Code: found on the system, or provided. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { answers, root, run } from '../run.mjs';
import { aptInstall, canUseApt, isRoot } from './machine.mjs';

// The newest that runs on Node 20.
const PACKAGED = '@sparticuz/chromium@143.0.4';
const packagedHome = join(root, '.vscode-test', 'browser');

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome'];
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(variable =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(tail =>
      join(process.env[variable] ?? '', tail),
    ),
  ),
};

function systemBrowser() {
  const path = (process.env.PATH ?? '').split(delimiter);
  const onPath = process.platform === 'linux' ? commands.flatMap(name => path.map(folder => join(folder, name))) : [];
  return [process.env.CHROME_PATH, ...(places[process.platform] ?? []), ...onPath].find(
    file => file && existsSync(file),
  );
}

async function packagedBrowser() {
  if (!existsSync(join(packagedHome, 'node_modules'))) return undefined;
  const packaged = createRequire(join(packagedHome, 'index.js')).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(packaged);
  const file = await chromium.executablePath();
  // It is a bare binary: the libraries it needs may be missing here.
  return answers(file) ? file : undefined;
}

/** Absolute path of a browser that runs here, or `undefined`. `CHROME_PATH` has the first word. */
export async function findBrowser() {
  return systemBrowser() ?? (await packagedBrowser());
}

/** Provides a browser where there is none, and returns its path; throws with the command to run where that cannot be done. */
export async function installBrowser() {
  if (process.platform === 'linux' && process.arch === 'x64') {
    run('npm', [
      'install',
      '--prefix',
      packagedHome,
      '--no-audit',
      '--no-fund',
      '--no-save',
      '--loglevel=error',
      PACKAGED,
    ]);
    const file = await packagedBrowser();
    if (file) return file;
  }
  if (canUseApt) aptInstall(['chromium']);
  const file = systemBrowser();
  if (file) return file;
  throw new Error(
    'No browser runs here. Install Chrome, Chromium or Edge (Debian, Ubuntu: sudo apt-get install chromium), or set CHROME_PATH.\n' +
      '没有可用的浏览器。请安装 Chrome、Chromium 或 Edge（Debian、Ubuntu：sudo apt-get install chromium），或设置 CHROME_PATH。',
  );
}

/** Flags for a browser that talks to nobody but our server. */
export const browserArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
