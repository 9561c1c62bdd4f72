import { existsSync, mkdirSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const folder = join(root, '.vscode-test', 'peers');
const home = join(folder, 'node_modules', 'better-sqlite3');
const VERSION = '12.11.1';

/**
 * Absolute path of a SQLite for the comparison of the benchmark, installed once, apart from the packages of the project: they do not
 * want a compiler, and it may where no binary of it can be fetched. Undefined where Node has its own, or it cannot be had.
 */
export function provideSqlite() {
  if (isBuiltin('node:sqlite')) return undefined;
  if (!works()) {
    console.log('SQLite is installed for the comparison, once; where it must be compiled, that takes some minutes.');
    mkdirSync(folder, { recursive: true });
    try {
      const how = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=error'];
      run('npm', ['install', '--prefix', folder, ...how, `better-sqlite3@${VERSION}`]);
    } catch (error) {
      console.warn(error.message);
    }
  }
  return works() ? home : undefined;
}

function works() {
  if (!existsSync(home)) return false;
  try {
    new (createRequire(import.meta.url)(home))(':memory:').close();
    return true;
  } catch {
    return false;
  }
}
