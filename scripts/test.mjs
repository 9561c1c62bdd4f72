#!/usr/bin/env node
/**
 * Runs the checks and tests, and ends with the line `N passed, N failed`.
 *
 *     node scripts/test.mjs [--check] [--unit] [--process] [--server] [--editor] [--package] [--thorough] [--grep=TITLE] [PATH…]
 *
 * Without a choice, everything. PATH keeps only the test files whose path contains it. Thorough: every property is tried
 * ten times as often (`test/fixtures/runs.ts`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { buildAll } from './build.mjs';
import { bundleTests } from './bundles/bundleTests.mjs';
import { provideOtherEditors } from './otherEditors.mjs';
import { printBundleSizes } from './package/bundleSizes.mjs';
import { ownTarget } from './package/targets.mjs';
import { bundles, makePackages } from './package.mjs';
import { root } from './run.mjs';
import { runEditorTests } from './vscode/editorTests.mjs';

const args = process.argv.slice(2);
const chosen = args.filter(arg => /^--(check|unit|process|server|editor|package)$/.test(arg)).map(arg => arg.slice(2));
const wants = part => chosen.length === 0 || chosen.includes(part);
const paths = args.filter(arg => !arg.startsWith('--'));
const isThorough = args.includes('--thorough');
if (isThorough) process.env.FANBEN_THOROUGH = '1';
const patience = isThorough ? 10 : 1;
const grep = args.find(arg => arg.startsWith('--grep='))?.slice('--grep='.length);

const out = join(root, 'out');
const binary = name => join(root, 'node_modules', '.bin', name);
const checks = {
  // On one thread: four checkers look at much of it four times.
  types: [
    binary('tsc'),
    '--singleThreaded',
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    join(out, 'types.tsbuildinfo'),
  ],
  lint: [binary('biome'), 'check', '--error-on-warnings', '.'],
  walls: [process.execPath, join(root, 'scripts', 'walls.mjs')],
};

const total = { passed: 0, failed: 0, skipped: 0 };
const count = more => {
  for (const key of Object.keys(total)) total[key] += more[key] ?? 0;
};
const title = text => console.log(`\n== ${text}`);

function runCheck(name, [command, ...rest]) {
  title(name);
  const { status } = spawnSync(command, rest, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  count(status === 0 ? { passed: 1 } : { failed: 1 });
}

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => join(folder, file))
    .filter(file => paths.length === 0 || paths.some(path => file.split(sep).join('/').includes(path)))
    .sort();
}

/** In plain Node, in a process of its own. */
function runInNode({ testRun, entry }) {
  const env = { ...process.env, FANBEN_TEST_RUN: JSON.stringify(testRun), FANBEN_ROOT: root };
  spawnSync(process.execPath, [entry], { cwd: root, stdio: 'inherit', env });
}

/** Each package installed into a VS Code of its own; the portable one in a Chinese window. */
const installations = [
  { kind: 'universal', locale: 'zh-cn' },
  { kind: ownTarget(), locale: 'en' },
].filter(({ kind }) => kind);

/** The packages, once they are made. */
let made = [];

/**
 * Room of test/ -> how its tests run:
 *
 * - unit: functions and files, in this one process;
 * - process: whatever starts one, the builder and the command line, with a segmenter that loads at once;
 * - server: the language server as built, by its protocol;
 * - editor: VS Code itself, by real input;
 * - package: what is installed, opened by those who install it.
 *
 * A folder within a room runs when its `part` is wanted.
 */
const rooms = {
  unit: { timeoutMs: 20_000, start: runInNode },
  process: { timeoutMs: 120_000, start: runInNode },
  server: { timeoutMs: 60_000, start: runInNode },
  // Once more: a real window on a busy machine misses a key now and then.
  editor: {
    timeoutMs: 60_000,
    retries: 1,
    start: options => runEditorTests({ ...options, out: join(out, 'editor') }),
  },
  'package/archives': { part: 'package', timeoutMs: 120_000, start: runInNode },
  ...Object.fromEntries(
    installations.map(({ kind, locale }) => [
      `package/installed ${kind}`,
      {
        part: 'package',
        timeoutMs: 60_000,
        retries: 1,
        start(options) {
          const { path, segmenters } = made.find(one => one.kind === kind);
          process.env.FANBEN_SEGMENTERS = segmenters.replace(/ \(.*/, '');
          return runEditorTests({ ...options, locale, installed: [path], out: join(out, `installed-${kind}`) });
        },
      },
    ]),
  ),
};

/** A window that missed a key leaves what the tests behind it do not expect. More suites than so many that fail are no accident. */
const MOST_SUITES_AGAIN = 4;

async function runRoom(room, { timeoutMs, retries, start }) {
  const [name] = room.split(' ');
  const folder = join(root, 'test', name);
  const files = testFiles(folder);
  if (files.length === 0) return;
  title(`${room} tests`);
  const results = join(out, `${room.replace(/\W/g, '-')}.json`);
  rmSync(results, { force: true });
  /** What the run wrote; nothing where nothing bundled, or whatever ran the tests fell over. */
  const read = () => existsSync(results) && JSON.parse(readFileSync(results, 'utf8'));
  let ended;
  try {
    const { entry, tests } = await bundleTests(files, join(out, 'test', name));
    const testRun = { tests, results, timeoutMs: timeoutMs * patience, retries, grep };
    await start({ entry, testRun });
    ended = read();
    const failed = Object.keys(ended || {}).filter(suite => ended[suite].failed > 0);
    if (retries && failed.length > 0 && failed.length <= MOST_SUITES_AGAIN) {
      title(`${room} tests: again in a new window: ${failed.join(', ')}`);
      rmSync(results);
      await start({ entry, testRun: { ...testRun, suites: failed } });
      ended = { ...ended, ...read() };
    }
  } catch (error) {
    console.error(error.message);
  }
  for (const suite of Object.values(ended || { none: { failed: 1 } })) count(suite);
}

mkdirSync(out, { recursive: true });
if (wants('check')) for (const [name, command] of Object.entries(checks)) runCheck(name, command);
if (wants('process') || wants('server') || wants('editor')) {
  title('build');
  await buildAll().catch(() => count({ failed: 1 }));
}
if (wants('process') && testFiles(join(root, 'test', 'process', 'editors')).length > 0) provideOtherEditors();
if (wants('package')) {
  title('packages');
  try {
    made = await makePackages([...installations.map(({ kind }) => kind), 'npm']);
    process.env.FANBEN_PACKAGES = JSON.stringify(made);
    count(printBundleSizes(bundles) ? { passed: 1 } : { failed: 1 });
  } catch (error) {
    console.error(error.message);
    count({ failed: 1 });
  }
}
for (const [room, how] of Object.entries(rooms)) if (wants(how.part ?? room)) await runRoom(room, how);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
