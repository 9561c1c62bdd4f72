/** How a system tells paths apart. */
export interface PathManner {
  readonly separator: '/' | '\\';
  /** `讲话.TXT` and `讲话.txt` are one file, `d:` and `D:` one drive. */
  readonly foldsCase: boolean;
  /** `é` in one piece and in two are one name: macOS gives back the second, whatever was written. */
  readonly composes: boolean;
}

/** Which paths are the same, on this system. Paths are absolute. */
export interface PathIdentity {
  /** Equal for paths of one file, and only for them. To compare with, not to open. */
  keyOf(path: string): string;
  isSame(path: string, other: string): boolean;
  /** The folder itself is within it. */
  isWithin(path: string, folder: string): boolean;
}

/** A volume of macOS may tell cases apart; hardly one does, and then two files of a corpus that differ in nothing else are read alike. */
export const MANNERS = {
  win32: { separator: '\\', foldsCase: true, composes: false },
  darwin: { separator: '/', foldsCase: true, composes: true },
  other: { separator: '/', foldsCase: false, composes: false },
} as const satisfies Record<string, PathManner>;

/** `createPathIdentity(MANNERS.win32).isSame('d:\\稿\\', 'D:/稿')` is true. */
export function createPathIdentity({ separator, foldsCase, composes }: PathManner): PathIdentity {
  const keyOf = (path: string): string => {
    const portable = separator === '\\' ? path.replaceAll('/', '\\') : path;
    // The root of a drive or of all keeps its own.
    const bare = /^(?:[a-z]:)?[\\/]$/i.test(portable) ? portable : withoutSeparators(portable, separator);
    const composed = composes ? bare.normalize('NFC') : bare;
    return foldsCase ? composed.toUpperCase().toLowerCase() : composed;
  };
  return {
    keyOf,
    isSame: (path, other) => path === other || keyOf(path) === keyOf(other),
    isWithin(path, folder) {
      const [inner, outer] = [keyOf(path), keyOf(folder)];
      return inner === outer || inner.startsWith(outer.endsWith(separator) ? outer : outer + separator);
    },
  };
}

function withoutSeparators(path: string, separator: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === separator) end--;
  return path.slice(0, end);
}

/** When paths are one on the system this runs on. */
export const paths: PathIdentity = createPathIdentity(
  process.platform === 'win32' ? MANNERS.win32 : process.platform === 'darwin' ? MANNERS.darwin : MANNERS.other,
);

/**
 * What a list by paths holds of this path: what is written the same, else what is the same file. So names that differ in case
 * alone stay apart where the system tells them apart after all.
 */
export function byPath<Item>(
  items: ReadonlyMap<string, Item>,
  identity: PathIdentity = paths,
): (path: string) => Item | undefined {
  let byKey: Map<string, Item> | undefined;
  return path => {
    const same = items.get(path);
    if (same !== undefined) return same;
    byKey ??= new Map([...items].map(([own, item]) => [identity.keyOf(own), item]));
    return byKey.get(identity.keyOf(path));
  };
}
