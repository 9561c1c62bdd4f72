import { relative, sep } from 'node:path';
import type { LibraryPlace } from '../engine/tools/tools';
import { paths } from '../paths/pathIdentity';

/** A library that answers, and where its articles seem to lie. */
export interface RootedLibrary {
  readonly name: string;
  /** Absolute path. */
  readonly root: string;
}

/** Tells of the path of an article which library it is of, and where in it; undefined of a file. */
export function libraryPlaces(libraries: readonly RootedLibrary[]): (path: string) => LibraryPlace | undefined {
  return path => {
    const found = libraries.find(({ root }) => paths.isWithin(path, root));
    return found && { library: found.name, path: relative(found.root, path).replaceAll(sep, '/') };
  };
}
