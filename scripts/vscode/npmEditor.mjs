/** The real VS Code that npm has: code-server's build of it, run by the Node that it wants. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../run.mjs';

const CODE_SERVER = 'code-server@4.139.1';
const NODE_MAJOR = '24';
const home = join(root, '.vscode-test', 'npm');
const vscode = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
const stamp = join(home, 'installed.json');
const wanted = JSON.stringify({ codeServer: CODE_SERVER, node: NODE_MAJOR });

const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodeBinary = process.platform === 'win32' ? 'node.exe' : 'node';

/** Where the pieces are; they exist once `installNpmEditor` has run. */
export const npmEditor = {
  /** Script of VS Code's server. */
  server: join(vscode, 'out', 'server-main.js'),
  /** The Node that runs it. */
  node: join(home, 'node_modules', nodePackage, 'bin', nodeBinary),
};

/** Is it there, in the version wanted? */
export function hasNpmEditor() {
  return existsSync(npmEditor.server) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Fetches it from the npm registry: about 25 s and 650 MB, once. */
export function installNpmEditor() {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  run('npm', ['install', ...quiet, CODE_SERVER, `${nodePackage}@${NODE_MAJOR}`], { cwd: home });
  // No optional packages: they are native, would need compiling, and nothing here uses them.
  run('npm', ['install', ...quiet, '--omit=dev', '--omit=optional'], { cwd: vscode });
  writeFileSync(stamp, wanted);
}
