import { spawn } from 'node:child_process';
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
import { root } from '../run.mjs';
import { testExecutable } from './executable.mjs';
import { writeSettings } from './settings.mjs';

/** A session takes seconds; one that takes this long hangs. */
const SESSION_LIMIT_MS = 15 * 60_000;

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

/** Prints what is added to `file` until stopped. */
function follow(file) {
  let shown = 0;
  const show = () => {
    const text = readFileSync(file, 'utf8');
    process.stdout.write(text.slice(shown));
    shown = text.length;
  };
  const timer = setInterval(show, 300);
  return () => {
    clearInterval(timer);
    show();
  };
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
 */
export async function runEditorTests({
  testRun,
  entry,
  out,
  workspace = join(root, 'test', 'fixtures', 'workspace'),
  screenshots = join(root, 'out', 'screenshots'),
  locale = 'en',
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

  const session = {
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: entry,
    launchArgs: [
      copy,
      `--user-data-dir=${join(profile, 'user')}`,
      `--extensions-dir=${join(profile, 'extensions')}`,
      `--remote-debugging-port=${port}`,
      `--locale=${locale}`,
    ],
    extensionTestsEnv: {
      FANBEN_TEST_RUN: JSON.stringify({ ...testRun, report }),
      FANBEN_DEBUGGING_PORT: String(port),
      FANBEN_SCREENSHOTS: screenshots,
      FANBEN_ROOT: root,
      // The report is a file.
      NO_COLOR: '1',
    },
  };
  const logFile = openSync(log, 'a');
  const stop = follow(report);
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
  const hanging = setTimeout(kill, SESSION_LIMIT_MS);
  await new Promise(resolve => child.once('exit', resolve));
  clearTimeout(hanging);
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  stop();
  closeSync(logFile);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (interrupted) process.exit(130);
  if (!existsSync(testRun.results))
    console.error(`The session ended without results. Its log: ${log}\n${readFileSync(log, 'utf8').slice(-3000)}`);
}
