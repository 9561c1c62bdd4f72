import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type IgnoredKind, ignoredKind, SKIP_KINDS } from '../formats/skipKinds';
import type { FileState } from '../index/manifest';
import type { EmptyFolder, Listing } from './listing';
import { LINK_TO_NOWHERE, MISSING, noAccess, tooMany, UNDECODABLE, type UnreadablePlace } from './unreadablePlaces';
import { type ListOptions, type WantedFiles, wantedFiles } from './wantedFiles';

/** A writer of thirty years has a tenth of it; every look at the folders looks at every file. */
export const FILE_LIMIT = 250_000;
const order = new Intl.Collator('zh-Hans-CN', { numeric: true });

/**
 * Finds the files of a corpus: folders are walked, symbolic links followed once and never into the
 * system's own folders. What is never meant as text (pictures,
 * programs, Word's lock files `~$…`, hidden files) is counted, a row a kind and corpus folder. A file that the corpus names
 * itself is always taken. Never throws: what cannot be read is reported.
 */
export async function listFiles(corpus: readonly string[], options: ListOptions = {}): Promise<Listing> {
  const walk: Walk = {
    files: new Map(),
    folders: [],
    unreadable: [],
    entered: new Set(await Promise.all((options.never ?? []).map(path => realpath(path).catch(() => path)))),
    limit: options.limit ?? FILE_LIMIT,
    isCut: { value: false },
    ...wantedFiles(options),
    ignored: new Map(),
    devices: new Map(),
    empty: [],
  };
  for (const root of corpus) await visit(walk, resolve(root), resolve(root));
  if (walk.isCut.value) walk.unreadable.push(tooMany(corpus[0] ?? '', walk.limit));
  return {
    files: [...walk.files.values()],
    rootFiles: corpus.map(path => resolve(path)).filter(path => walk.files.has(path)),
    folders: walk.folders,
    devices: [...walk.devices]
      .filter(([path, device]) => walk.devices.get(dirname(path)) !== device)
      .map(([path, device]) => ({ path, device })),
    empty: walk.empty,
    unreadable: [...walk.unreadable, ...walk.ignored.values()],
  };
}

interface Walk extends WantedFiles {
  readonly files: Map<string, FileState>;
  readonly folders: string[];
  readonly unreadable: UnreadablePlace[];
  /** Real paths of the folders that were entered: breaks the circles that links make. */
  readonly entered: Set<string>;
  readonly limit: number;
  /** There are more files than that. */
  readonly isCut: { value: boolean };
  /** The rows of kinds never meant as text, by their path. */
  readonly ignored: Map<string, UnreadablePlace>;
  /** Of each folder that was entered. */
  readonly devices: Map<string, number>;
  readonly empty: EmptyFolder[];
}

async function visit(walk: Walk, path: string, root: string): Promise<void> {
  if (walk.files.size >= walk.limit) {
    walk.isCut.value = true;
    return;
  }
  try {
    const found = await stat(path);
    if (found.isDirectory() && path !== root && walk.closed(relative(root, path))) return;
    if (found.isDirectory()) await visitFolder(walk, path, root, found.dev);
    else if (found.isFile() && (path === root || walk.wanted(relative(root, path)))) {
      if (isSystems(await realpath(path))) countIgnored(walk, 'system', root);
      else walk.files.set(path, { path, size: found.size, mtimeMs: found.mtimeMs });
    } else if (!found.isFile() && walk.wanted(relative(root, path))) countIgnored(walk, 'system', root); // a pipe, a device
  } catch (error) {
    if (path !== root && isMissing(error) && (await isLink(path))) {
      if (walk.wanted(relative(root, path))) walk.unreadable.push({ path, kept: true, reason: LINK_TO_NOWHERE });
    } else notVisited(walk, path, root, error);
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isSymbolicLink() ?? false;
}

/** A file that is no link, in a folder that may be read: where it really is need not be asked. Most files are such. */
async function plainFile(walk: Walk, path: string, root: string): Promise<FileState | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, size, mtimeMs };
  } catch (error) {
    return notVisited(walk, path, root, error);
  }
}

function notVisited(walk: Walk, path: string, root: string, error: unknown): undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  // A file that went while we looked: nothing to tell, unless the corpus names it.
  if (isMissing(error) && path !== root) return;
  walk.unreadable.push({ path, kept: true, reason: isMissing(error) ? MISSING : noAccess(path, code) });
}

/** The files that a folder or a link leads to, apart from those listed so far. */
async function visitApart(walk: Walk, path: string, root: string): Promise<Iterable<FileState>> {
  const apart: Walk = { ...walk, files: new Map(), limit: walk.limit - walk.files.size };
  await visit(apart, path, root);
  return apart.files.values();
}

function take(walk: Walk, file: FileState): void {
  if (walk.files.size < walk.limit || walk.files.has(file.path)) walk.files.set(file.path, file);
  else walk.isCut.value = true;
}

async function visitFolder(walk: Walk, path: string, root: string, device: number): Promise<void> {
  const real = await realpath(path);
  if (walk.entered.has(real)) return;
  if (isSystems(real)) return countIgnored(walk, 'system', root);
  walk.entered.add(real);
  walk.folders.push(path);
  walk.devices.set(path, device);
  const all = await readdir(path, { withFileTypes: true });
  if (all.length === 0) walk.empty.push({ path, device, isRoot: path === root });
  const entries = all.filter(entry => mayMatter(walk, entry, path, root)).sort((a, b) => order.compare(a.name, b.name));
  if (entries.some(({ name }) => name.includes('\ufffd'))) await reportUndecodable(walk, path);
  // A handful at a time hides the latency of a network drive, and keeps the order.
  for (let at = 0; at < entries.length; at += BATCH) {
    const batch = entries.slice(at, at + BATCH).filter(({ name }) => !name.includes('\ufffd'));
    const found = await Promise.all(
      batch.map(entry => (entry.isFile() ? plainFile : visitApart)(walk, join(path, entry.name), root)),
    );
    for (const one of found) {
      if (!one) continue;
      if ('path' in one) take(walk, one);
      else for (const file of one) take(walk, file);
    }
    if (walk.isCut.value) return;
  }
}

const BATCH = 64;

/** Spares the look at files that cannot be wanted, and counts them; folders and links must be looked at. */
function mayMatter(walk: Walk, entry: Dirent, folder: string, root: string): boolean {
  const isWanted = !entry.isFile() || walk.wanted(relative(root, join(folder, entry.name)));
  const kind = entry.isDirectory() ? (entry.name.startsWith('.') ? 'system' : null) : ignoredKind(entry.name);
  if (kind === null) return isWanted;
  if (isWanted) countIgnored(walk, kind, root);
  return false;
}

/** A row for all the files of a kind; its path stands for them. */
function countIgnored(walk: Walk, kind: IgnoredKind, root: string): void {
  const path = join(root, `*(${kind})`);
  const count = (walk.ignored.get(path)?.count ?? 0) + 1;
  const { zh, en } = SKIP_KINDS[kind];
  const reason = { kind, zh: `${zh} ${count} 个，不是文本，未读取。`, en: `${en}: ${count}, not text, not read.` };
  walk.ignored.set(path, { path, kept: false, reason, count });
}

/** Of the system itself: such “files” may never end, and hold no articles. Reached by a link in a folder from elsewhere. */
function isSystems(real: string): boolean {
  return process.platform !== 'win32' && /^\/(proc|sys|dev)(\/|$)/.test(real);
}

/** Names that are not UTF-8 (an old archive unpacked): they cannot be opened by name, but can be told. */
async function reportUndecodable(walk: Walk, folder: string): Promise<void> {
  const decoder = new TextDecoder('gb18030');
  for (const bytes of await readdir(folder, { encoding: 'buffer' })) {
    if (!bytes.toString('utf8').includes('\ufffd')) continue;
    walk.unreadable.push({ path: join(folder, decoder.decode(bytes)), kept: false, reason: UNDECODABLE });
  }
}
