import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownBinary } from '../build.mjs';
import { root, run } from '../run.mjs';
import { ownTarget, targets } from './targets.mjs';

/** Its releases name a version of Node although the binary depends on none. */
const NODE_ABI = 'node-v127';
const TIMEOUT_MS = 20_000;
const cache = join(root, '.vscode-test', 'nodejieba');

function findBinary(folder) {
  const found = readdirSync(folder, { recursive: true }).find(file => file.endsWith('nodejieba.node'));
  return found && join(folder, found);
}

async function download(target, file) {
  const { version, binary } = JSON.parse(readFileSync(join(root, 'node_modules/nodejieba/package.json'), 'utf8'));
  const { platform, arch, libc } = targets[target];
  const archive = `nodejieba-v${version}-${NODE_ABI}-${platform}-${arch}-${libc}.tar.gz`;
  const response = await fetch(`${binary.host}v${version}/${archive}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${archive}: ${response.status}`);
  const scratch = `${file}.unpacked`;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(scratch, 'archive.tar.gz'), Buffer.from(await response.arrayBuffer()));
  run('tar', ['-xzf', 'archive.tar.gz'], { cwd: scratch });
  const unpacked = findBinary(scratch);
  if (!unpacked) throw new Error(`${archive} holds no nodejieba.node`);
  renameSync(unpacked, file);
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * nodejieba's binary for a target: this machine's own as it was built here, another's from nodejieba's releases, kept.
 *
 * @param {string} target such as `linux-x64`
 * @returns {Promise<{ binary?: string, why?: string }>} an absolute path, or why there is none
 */
export async function nativeBinary(target) {
  if (target === ownTarget() && ownBinary()) return { binary: ownBinary() };
  if (!targets[target].published) return { why: 'nodejieba publishes none' };
  const file = join(cache, target, 'nodejieba.node');
  if (existsSync(file)) return { binary: file };
  try {
    mkdirSync(join(cache, target), { recursive: true });
    await download(target, file);
    return { binary: file };
  } catch (error) {
    return { why: `not to be had from here: ${error.cause?.code ?? error.message}` };
  }
}
