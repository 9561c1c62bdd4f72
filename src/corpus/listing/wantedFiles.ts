import { sep } from 'node:path';
import picomatch from 'picomatch';

/** Which files below the folders of a corpus are taken. */
export interface ListOptions {
  /** Globs on the path within the corpus folder, `/` between parts. Without `include` everything is taken. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Folders that are never entered: where the index itself is. */
  readonly never?: readonly string[];
  readonly limit?: number;
}

/** What the globs say of a path within a corpus folder. */
export interface WantedFiles {
  readonly wanted: (within: string) => boolean;
  /** Not even looked into: `exclude` matches all that it holds. */
  readonly closed: (within: string) => boolean;
}

/** @example wantedFiles({ exclude: ['草稿/**'] }).closed('草稿') // true */
export function wantedFiles({ include, exclude }: ListOptions): WantedFiles {
  const included = include?.length ? picomatch([...include], { nocase: true }) : () => true;
  const excluded = exclude?.length ? picomatch([...exclude], { nocase: true }) : () => false;
  // What matches any name in a folder matches all of it.
  const whole = (exclude ?? []).filter(glob => /(^|\/)\*\*$/.test(glob)).map(glob => glob.replace(/\/?\*\*$/, ''));
  const closed = whole.length > 0 ? picomatch(whole, { nocase: true }) : () => false;
  return {
    wanted(within) {
      const path = portable(within);
      return included(path) && !excluded(path);
    },
    closed: within => closed(portable(within)),
  };
}

/** `/` between the parts, as globs have it. */
const portable = (within: string): string => (sep === '/' ? within : within.split(sep).join('/'));
