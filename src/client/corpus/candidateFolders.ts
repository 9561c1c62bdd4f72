import { isAbsolute, join, normalize } from 'node:path';
import { paths } from '../../paths/pathIdentity';

/**
 * Absolute paths that a list of folders or files in the settings may mean, in its order and each once:
 * a relative entry means a folder in each workspace folder, `~/` the writer's home.
 *
 *     candidateFolders(['语料', '/srv/speeches'], ['/home/lin/drafts'], '/home/lin')
 *     // ['/home/lin/drafts/语料', '/srv/speeches']
 */
export function candidateFolders(
  entries: readonly string[],
  workspaceFolders: readonly string[],
  home: string,
): string[] {
  const candidates = entries
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
    .flatMap(entry => {
      if (/^~[\\/]/.test(entry)) return [join(home, entry.slice(2))];
      return isAbsolute(entry) ? [entry] : workspaceFolders.map(folder => join(folder, entry));
    })
    .map(path => normalize(path).replace(/(?<=[^\\/:])[\\/]+$/, ''));
  return [...new Map(candidates.map(path => [paths.keyOf(path), path] as const).reverse()).values()].reverse();
}
