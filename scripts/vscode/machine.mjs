import { existsSync } from 'node:fs';
import { run } from '../run.mjs';

/** Can a desktop program show itself here? */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

export const isRoot = process.getuid?.() === 0;

export const canUseApt = isRoot && process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** @param {readonly string[]} packages Debian packages to install; only where `canUseApt`. */
export function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
