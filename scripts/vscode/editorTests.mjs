import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { root } from '../run.mjs';
import { testExecutable } from './executable.mjs';
import { writeSettings } from './settings.mjs';

/** A session tells of a test every few seconds; one that is silent for so long hangs, however slow the machine. */
const SILENCE_MS = 10 * 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Prints what is added to `file` until stopped, and tells of each piece. */
function follow(file, heard) {
  let shown = 0;
  const show = () => {
    const text = readFileSync(file, 'utf8');
    if (text.length === shown) return;
    process.stdout.write(text.slice(shown));
    shown = text.length;
    heard();
  };
  const timer = setInterval(show, 300);
  return () => {
    clearInterval(timer);
    show();
  };
}

const isLauncher = executable => executable.endsWith('launcher.mjs');

/** Installs a package by VS Code's own command line. Throws with its words where that fails. */
function install(vsix, executable, folders) {
  const [command, ...args] = isLauncher(executable)
    ? [process.execPath, executable]
    : resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const shell = process.platform === 'win32';
  const options = { encoding: 'utf8', shell };
  const { status, stdout, stderr } = spawnSync(command, [...args, `--install-extension=${vsix}`, ...folders], options);
  if (status !== 0) throw new Error(`${vsix} cannot be installed: ${stdout}${stderr}`);
}

/** VS Code runs tests only for an extension under development: an empty one, where Fanben is installed. */
function emptyExtension(folder) {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'tests', publisher: 'fanben-tests', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/**
 * Runs bundled tests in a real VS Code with Fanben in it, in a fresh profile and a copy of a workspace.
 *
 * @param {object} options
 * @param {import('../../test/editor/harness/run').TestRun} options.testRun
 * @param {string} options.entry absolute path of the bundled `run.ts`
 * @param {string} options.out folder for logs and the workspace
 * @param {string} [options.workspace] folder to copy
 * @param {string} [options.screenshots] folder for screenshots
 * @param {string} [options.locale] `zh-cn`, or English
 * @param {readonly string[]} [options.installed] packages to install, and nothing else; else Fanben runs from the project
 */
export async function runEditorTests({
  testRun,
  entry,
  out,
  workspace = join(root, 'test', 'fixtures', 'workspace'),
  screenshots = join(root, 'out', 'screenshots'),
  locale = 'en',
  installed,
}) {
  const vscodeExecutablePath = await testExecutable();
  const profile = mkdtempSync(join(tmpdir(), 'fanben-profile-'));
  const copy = join(out, basename(workspace));
  const report = join(out, 'report.txt');
  const log = join(out, 'vscode.log');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  if (existsSync(workspace)) cpSync(workspace, copy, { recursive: true });
  writeFileSync(report, '');
  writeSettings(join(profile, 'user'));
  const port = await freePort();
  const folders = [`--user-data-dir=${join(profile, 'user')}`, `--extensions-dir=${join(profile, 'extensions')}`];
  for (const vsix of installed ?? []) install(vsix, vscodeExecutablePath, folders);

  const session = {
    vscodeExecutablePath,
    extensionDevelopmentPath: installed ? emptyExtension(join(out, 'no-extension')) : root,
    extensionTestsPath: entry,
    launchArgs: [copy, ...folders, `--remote-debugging-port=${port}`, `--locale=${locale}`],
    extensionTestsEnv: {
      FANBEN_TEST_RUN: JSON.stringify({ ...testRun, report }),
      FANBEN_DEBUGGING_PORT: String(port),
      FANBEN_SCREENSHOTS: screenshots,
      FANBEN_ROOT: root,
      FANBEN_EXTENSIONS: join(profile, 'extensions'),
      // A desktop VS Code speaks Chinese only with a language pack from the network.
      ...(isLauncher(vscodeExecutablePath) ? { FANBEN_LOCALE: locale } : {}),
      // The report is a file.
      NO_COLOR: '1',
    },
  };
  const logFile = openSync(log, 'a');
  // A group of its own: when the session hangs, all of it goes.
  const child = spawn(process.execPath, [join(root, 'scripts', 'vscode', 'session.mjs'), JSON.stringify(session)], {
    stdio: ['ignore', logFile, logFile],
    detached: process.platform !== 'win32',
  });
  const kill = () => process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    kill();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const hanging = setTimeout(kill, SILENCE_MS);
  const stop = follow(report, () => hanging.refresh());
  await new Promise(resolve => child.once('exit', resolve));
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  stop();
  clearTimeout(hanging);
  closeSync(logFile);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (interrupted) process.exit(130);
  if (!existsSync(testRun.results))
    console.error(`The session ended without results. Its log: ${log}\n${readFileSync(log, 'utf8').slice(-3000)}`);
}
