import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { paths } from '../../paths/pathIdentity';
import { ignoredKind } from '../formats/skipKinds';
import { isRemote, stateOf } from './rootState';

/** Editors write a file in several steps, and a folder is copied file by file. */
const SETTLE_MS = 300;
/** A storm of changes is looked at once so often at the latest. */
const STORM_MS = 10_000;
/** A root that was removed, renamed, unmounted or made again is noticed within this time: nothing else tells of it. */
const ROOTS_MS = 5_000;
/** Where the system cannot watch (too many folders, network drives) we look now and then. */
const LOOK_MS = 60_000;
/** Folders watched at most: each costs a handle of the system. Changes in the others are found by looking. */
const MOST_FOLDERS = 8_192;

/** On these the system watches a whole tree with one handle; elsewhere every folder needs its own. */
const WATCHES_TREES = process.platform === 'darwin' || process.platform === 'win32';

/** The folders of a corpus being watched. */
export interface FolderWatch {
  /** Watches the folders of the last listing, and no others: what the listing does not enter is not watched either. */
  follow(folders: readonly string[]): void;
  close(): void;
}

/** What is heard of them. */
export interface FolderEvents {
  /** A burst of changes begins. */
  readonly stirred: () => void;
  /** A burst of changes is over: in these folders; null where nobody can tell, and everything must be looked at. */
  readonly changed: (places: readonly string[] | null) => void;
}

/** Where the system tells of no changes, and how often it is looked at there. */
export interface Looking {
  /** May files below this root change without a word? */
  readonly isRemote: (root: string) => Promise<boolean>;
  readonly everyMs: number;
  /** Beyond so many folders, too. */
  readonly mostFolders?: number;
  /** A root is looked at so often. */
  readonly rootsMs?: number;
}

/** A burst in more folders is looked at as a whole. */
const MOST_PLACES = 64;

/**
 * Tells when files of the corpus were added, changed or deleted, once for a burst of changes. Folders may be missing, and
 * come later. `never`: folders whose changes are our own. Which folders there are is known from `listFiles` alone, so that
 * a circle of links costs neither a second time.
 */
export function watchFolders(
  corpus: readonly string[],
  never: readonly string[],
  { stirred, changed }: FolderEvents,
  looking: Looking = { isRemote, everyMs: LOOK_MS },
): FolderWatch {
  const { mostFolders = MOST_FOLDERS, rootsMs = ROOTS_MS } = looking;
  const roots = corpus.map(path => resolve(path));
  const closed = never.map(path => resolve(path));
  const watchers = new Map<string, FSWatcher>();
  let isClosed = false;
  let isFollowing = false;
  let settling: NodeJS.Timeout | undefined;
  let stormBegan = 0;
  let polling: NodeJS.Timeout | undefined;

  /** Folders that stirred in this burst; null for anywhere. */
  let places: Set<string> | null = new Set();
  let followed: ReadonlySet<string> = new Set();

  const settle = () => {
    settling = undefined;
    const stirredIn = places;
    places = new Set();
    if (!isClosed) changed(stirredIn && stirredIn.size <= MOST_PLACES ? [...stirredIn] : null);
  };
  const stir = (place: string | null) => {
    if (isClosed) return;
    if (place === null) places = null;
    else places?.add(place);
    if (!settling) {
      stormBegan = performance.now();
      stirred();
    }
    clearTimeout(settling);
    settling = setTimeout(settle, Math.max(0, Math.min(SETTLE_MS, stormBegan + STORM_MS - performance.now())));
  };
  const poll = () => {
    if (!isClosed) polling ??= setInterval(() => changed(null), looking.everyMs).unref();
  };

  const isOurs = (path: string) => closed.some(folder => paths.isWithin(path, folder));
  const isHidden = (within: string) =>
    within.split(sep).some(part => part.startsWith('.')) || ignoredKind(basename(within)) !== null;
  /** A folder that came or went under its name may hold anything. */
  const placeOf = (event: string, path: string) => (event === 'rename' && followed.has(path) ? null : dirname(path));
  const open = (folder: string) => {
    try {
      const watcher = watch(folder, { persistent: false, recursive: WATCHES_TREES }, (event, name) => {
        if (name === null) stir(null);
        else if (!(isHidden(name) || isOurs(resolve(folder, name)))) stir(placeOf(event, resolve(folder, name)));
      });
      const drop = () => {
        watcher.close();
        if (watchers.get(folder) === watcher) watchers.delete(folder);
      };
      // It was removed, or the system has had enough: the roots tell of the first, a look now and then of the second.
      watcher.on('error', () => {
        drop();
        poll();
      });
      watchers.set(folder, watcher);
    } catch (error) {
      // Gone already: its parent tells. Otherwise there are too many, or it may not be watched.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') poll();
    }
  };

  const rootStates = new Map<string, string>();
  const lookAtRoots = async () => {
    const states = await Promise.all(roots.map(stateOf));
    let isOther = false;
    roots.forEach((root, i) => {
      const known = rootStates.get(root);
      rootStates.set(root, states[i]!);
      if (known === undefined || known === states[i]) return;
      isOther = true;
      dropBelow(root);
    });
    if (isOther) stir(null);
  };
  /** Another folder of the same name: the handles of the old one tell nothing. */
  const dropBelow = (root: string) => {
    for (const [folder, watcher] of watchers) {
      if (!paths.isWithin(folder, root)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };
  const lookingAtRoots = setInterval(() => void lookAtRoots(), rootsMs).unref();
  void lookAtRoots();
  void Promise.all(roots.map(looking.isRemote)).then(remote => remote.includes(true) && poll());

  return {
    follow(folders) {
      if (isClosed) return;
      followed = new Set(folders);
      const wanted = new Set([...(WATCHES_TREES ? topmost(folders) : folders), ...singleFiles(roots, folders)]);
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      const added = [...wanted].filter(folder => !watchers.has(folder));
      for (const folder of added.slice(0, Math.max(0, mostFolders - watchers.size))) open(folder);
      if (wanted.size > mostFolders) poll();
      // A folder that has just come is still being filled: what came before it was watched is found by one more look.
      if (isFollowing && added.length > 0) stir(null);
      isFollowing = true;
    },
    close() {
      isClosed = true;
      clearTimeout(settling);
      clearInterval(polling);
      clearInterval(lookingAtRoots);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** Folders that lie in no other one of the list. */
function topmost(folders: readonly string[]): string[] {
  const tops: string[] = [];
  for (const folder of [...folders].sort()) if (!tops.some(top => paths.isWithin(folder, top))) tops.push(folder);
  return tops;
}

/** A file that the corpus names itself is watched by its folder: a file that is replaced is another file. */
function singleFiles(roots: readonly string[], folders: readonly string[]): string[] {
  const known = new Set(folders);
  return roots.filter(root => !known.has(root) && basename(root) !== '').map(dirname);
}
