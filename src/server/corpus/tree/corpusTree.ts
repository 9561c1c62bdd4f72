import { basename, dirname } from 'node:path';
import { type FileRecord, type Manifest, type SkippedFile, skippedFiles } from '../../../corpus/index/manifest';
import { articleEnd, type CorpusView } from '../../../engine/index/segment';
import type { ArticleDirectory } from '../../../engine/passages/articleDirectory';
import type { ArticlePlace } from '../../../engine/passages/articlePlace';
import { paths } from '../../../paths/pathIdentity';
import type { ArticleRow, FolderRow, TreePage, TreeParams, TreeRow } from '../../protocol/corpusTree';
import type { LibraryState } from '../../protocol/libraries';
import { createVersions, type Versions } from './versions';

/** What the tree is made of; each stays the same as long as nothing has changed. */
export interface TreeWorld {
  readonly manifest: Manifest;
  readonly roots: readonly string[];
  readonly libraries: readonly { readonly state: LibraryState; readonly files: readonly FileRecord[] }[];
  readonly everything: ArticleDirectory;
  /** What is asked now. */
  readonly asked: CorpusView;
  readonly isExcluded: (path: string, entry: number) => boolean;
  readonly language: 'zh' | 'en';
}

/** Answers for the children of a parent, a page at a time. */
export type CorpusTree = (params: TreeParams) => TreePage;

/** Rows in one answer. */
const PAGE = 500;
/** A folder with more is sorted by code points: the order of a dictionary would take a second. */
const MOST_COLLATED = 5_000;

interface Folder {
  readonly folders: Set<string>;
  readonly files: FileRecord[];
  articles: number;
}

/** The tree of one moment. Folders are found at once, rows are made when they are asked for. */
export function createCorpusTree(world: TreeWorld): CorpusTree {
  const { manifest, roots, libraries, everything, language } = world;
  const allFiles = [...manifest.files, ...libraries.flatMap(library => library.files)];
  const allRoots = [...roots, ...libraries.map(({ state }) => state.root)];
  const folders = foldersOf(allFiles, allRoots);
  const versions = createVersions(everything.view, new Map(allFiles.map(file => [file.path, file.mtimeMs])));
  const files = new Map(allFiles.map(file => [file.path, file]));
  const sorted = new Map<string, readonly (string | FileRecord)[]>();

  const folderRow = (path: string): FolderRow => ({
    kind: 'folder',
    path,
    name: basename(path) || path,
    isRoot: isRoot(path, roots),
    articles: folders.get(path)?.articles ?? 0,
    isOfLibrary: isOfLibrary(world, path),
    problem: manifest.skipped.find(place => place.path === path && place.count === undefined)?.reason[language] ?? null,
  });
  const articlesOf = (path: string) => everything.ofFile(path).filter(place => versions.isShown(place));
  const fileRow = (file: FileRecord): TreeRow => {
    const { path, articles, characters } = file;
    const [only, another] = articlesOf(path);
    return only && !another && articles === 1
      ? articleRow(world, versions, only, files)
      : { kind: 'file', path, name: basename(path), articles, characters };
  };
  /** Sub-folders, then files; a file whose only article is a version of another one is with that. */
  const childrenOf = (path: string): readonly (string | FileRecord)[] => {
    const known = sorted.get(path);
    if (known) return known;
    const folder = folders.get(path) ?? { folders: new Set<string>(), files: [] };
    const isThere = (file: FileRecord) => file.articles > 0 && articlesOf(file.path).length > 0;
    const list = [
      ...byName([...folder.folders], one => one),
      ...byName(folder.files.filter(isThere), ({ path }) => path),
    ];
    sorted.set(path, list);
    return list;
  };
  let inOrder: readonly SkippedFile[] | undefined;
  /** Files by name, then the kinds that are never meant as text: the order does not follow the one in which they were read. */
  const skippedInOrder = () => {
    const isKind = ({ count }: SkippedFile) => count !== undefined;
    const group = (kinds: boolean) =>
      byName(
        manifest.skipped.filter(place => isKind(place) === kinds),
        ({ path }) => path,
      );
    inOrder ??= [...group(false), ...group(true)];
    return inOrder;
  };
  const rowOf = (child: string | FileRecord) => (typeof child === 'string' ? folderRow(child) : fileRow(child));

  return ({ parent, from }) => {
    if (parent.kind === 'corpus') {
      const tops = roots.map(root => files.get(root) ?? root);
      const group: TreeRow[] = manifest.skipped.length > 0 ? [{ kind: 'skipped', count: skippedFiles(manifest) }] : [];
      const shared = libraries.map(({ state }): TreeRow => ({ kind: 'library', path: state.root, ...state }));
      return page([...tops.map(rowOf), ...shared, ...group], from, row => row);
    }
    if (parent.kind === 'folder') return page(childrenOf(parent.path), from, rowOf);
    if (parent.kind === 'file')
      return page(articlesOf(parent.path), from, place => articleRow(world, versions, place, files));
    if (parent.kind === 'skipped') {
      return page(skippedInOrder(), from, ({ path, reason, count }) => ({
        kind: 'skippedFile',
        path,
        reason: reason[language],
        isKind: count !== undefined,
      }));
    }
    const place = everything.find(parent.path, parent.entry);
    const others = place ? versions.of(place).slice(1) : [];
    return page(others, from, other => ({ ...articleRow(world, versions, other, files), versions: 1 }));
  };
}

function page<Item>(items: readonly Item[], from: number, rowOf: (item: Item) => TreeRow): TreePage {
  return { rows: items.slice(from, from + PAGE).map(rowOf), total: items.length };
}

function articleRow(
  world: TreeWorld,
  versions: Versions,
  place: ArticlePlace,
  files: ReadonlyMap<string, FileRecord>,
): ArticleRow {
  const { everything, asked, isExcluded } = world;
  const segment = everything.view[place.segment]!;
  const { path, entry, title, date, speaker, occasion } = segment.meta(place.article);
  const file = files.get(path);
  return {
    kind: 'article',
    path,
    entry,
    title,
    date,
    speaker,
    occasion,
    characters: articleEnd(segment, place.article) - segment.articleStart(place.article) - 1,
    versions: versions.of(place).length,
    isHidden: asked[place.segment]?.isDead(place.article) ?? false,
    isExcluded: isExcluded(path, entry),
    isOfLibrary: isOfLibrary(world, path),
    findings: (file?.removed ?? 0) + (file?.problems.length ?? 0),
  };
}

const isOfLibrary = ({ libraries }: TreeWorld, path: string): boolean =>
  libraries.some(({ state }) => state.root !== '' && paths.isWithin(path, state.root));

/** Every folder between the corpus setting and a file, with all the articles below it. */
function foldersOf(files: readonly FileRecord[], roots: readonly string[]): Map<string, Folder> {
  const folders = new Map<string, Folder>(roots.map(root => [root, newFolder()]));
  for (const file of files) {
    if (isRoot(file.path, roots)) continue;
    let child: string | undefined;
    for (let path = dirname(file.path); ; path = dirname(path)) {
      const folder = folders.get(path) ?? newFolder();
      folders.set(path, folder);
      folder.articles += file.articles;
      if (child === undefined) folder.files.push(file);
      else folder.folders.add(child);
      if (isRoot(path, roots) || dirname(path) === path) break;
      child = path;
    }
  }
  return folders;
}

const newFolder = (): Folder => ({ folders: new Set(), files: [], articles: 0 });

function byName<Item>(items: Item[], pathOf: (item: Item) => string): Item[] {
  if (items.length > MOST_COLLATED) return items.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const { compare } = new Intl.Collator('zh-Hans-CN', { numeric: true });
  return items.sort((a, b) => compare(basename(pathOf(a)), basename(pathOf(b))));
}

const isRoot = (path: string, roots: readonly string[]): boolean => roots.some(root => paths.isSame(path, root));
