import { homedir } from 'node:os';
import { join } from 'node:path';

/** A folder for what can be had again, where the system keeps such things: `~/.cache/fanben/libraries`. */
export function cacheFolder(name: string): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const ofSystem: Partial<Record<NodeJS.Platform, string | undefined>> = {
    win32: LOCALAPPDATA,
    darwin: join(homedir(), 'Library', 'Caches'),
  };
  return join(XDG_CACHE_HOME || (ofSystem[process.platform] ?? join(homedir(), '.cache')), 'fanben', name);
}
