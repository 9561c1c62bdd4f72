#!/usr/bin/env node
/**
 * Lints what has changed since it was last in order: a file is in order by itself, and a circle of imports that is new goes through one that
 * is new. All of it where there is no git, where nothing is known, or where the rules are others.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const stateFile = join(root, 'out', 'lint.json');
/** As many as fit on the command line of every system. */
const MOST_NAMED = 200;

/** File -> its size and time, of all that is not ignored; undefined without git. */
function filesNow() {
  const { status, stdout } = spawnSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) return undefined;
  const files = {};
  for (const file of stdout.split('\0')) {
    const info = file && statSync(join(root, file), { throwIfNoEntry: false });
    if (info) files[file] = `${info.size} ${info.mtimeMs}`;
  }
  return files;
}

/** What was in order; nothing where it was judged by other rules. */
function inOrder(rules) {
  try {
    const state = JSON.parse(readFileSync(stateFile, 'utf8'));
    return state.rules === rules ? state.files : {};
  } catch {
    return {};
  }
}

const text = path => readFileSync(join(root, path), 'utf8');
const rules = text('biome.json') + JSON.parse(text('node_modules/@biomejs/biome/package.json')).version;
const now = filesNow();
const before = inOrder(rules);
const changed = Object.keys(now ?? {}).filter(file => now[file] !== before[file]);
const isAll = !now || changed.length > MOST_NAMED;
if (!isAll && changed.length === 0) {
  console.log('Nothing has changed since it was in order.');
} else {
  const paths = isAll ? ['.'] : ['--no-errors-on-unmatched', ...changed];
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', ...paths],
    { cwd: root, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
  if (status === 0 && now) {
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(stateFile, JSON.stringify({ rules, files: now }));
  }
}
