import { byPath, type PathIdentity, paths } from '../../paths/pathIdentity';
import type { FileState, Manifest } from '../index/manifest';

/**
 * The manifest with its paths as they are spelled now. Where names that differ in case or accents are one, a file renamed so, or reached by
 * `D:` that was `d:`, is the file it was: entered again beside itself, its old text would never go. What was entered twice is one.
 */
export function respelled(manifest: Manifest, found: readonly FileState[], identity: PathIdentity = paths): Manifest {
  const spelledNow = byPath(new Map(found.map(({ path }) => [path, path])), identity);
  const isOld = ({ path }: FileState) => (spelledNow(path) ?? path) !== path;
  const { files, skipped } = manifest;
  if (!files.some(isOld) && !skipped.some(isOld)) return manifest;
  const respell = <File extends FileState>(all: readonly File[]): File[] => {
    const known = new Map(all.filter(file => !isOld(file)).map(file => [file.path, file]));
    for (const file of all) {
      const path = spelledNow(file.path) ?? file.path;
      if (!known.has(path)) known.set(path, { ...file, path });
    }
    return [...known.values()];
  };
  return { ...manifest, files: respell(files), skipped: respell(skipped) };
}
