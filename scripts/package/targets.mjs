/**
 * The platforms that VS Code has packages for, and what nodejieba calls them.
 * `published`: its releases have a binary for it (node-api: one serves every version of Node and of VS Code).
 * The others can be had only by compiling there; without a binary the portable segmenter serves.
 */
export const targets = {
  'linux-x64': { platform: 'linux', arch: 'x64', libc: 'glibc', published: true },
  'linux-arm64': { platform: 'linux', arch: 'arm64', libc: 'glibc', published: true },
  'alpine-x64': { platform: 'linux', arch: 'x64', libc: 'musl', published: false },
  'darwin-x64': { platform: 'darwin', arch: 'x64', libc: 'unknown', published: false },
  'darwin-arm64': { platform: 'darwin', arch: 'arm64', libc: 'unknown', published: true },
  'win32-x64': { platform: 'win32', arch: 'x64', libc: 'unknown', published: true },
  'win32-arm64': { platform: 'win32', arch: 'arm64', libc: 'unknown', published: false },
};

const ownLibc = () => {
  if (process.platform !== 'linux') return 'unknown';
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
};

/** The target that this machine is, or `undefined`. */
export function ownTarget() {
  const libc = ownLibc();
  return Object.keys(targets).find(name => {
    const target = targets[name];
    return target.platform === process.platform && target.arch === process.arch && target.libc === libc;
  });
}
