import { basename, relative, sep } from 'node:path';
import type { FileRecord, Manifest } from '../corpus/index/manifest';
import { paths } from '../paths/pathIdentity';
import type { PublishedFile } from './fileTable';
import { nameOnAnySystem } from './folderNames';

/** The files by names that say nothing of the machine they were on. */
export function publishedFiles(
  { files, segments }: Manifest,
  corpus: readonly string[],
): { folders: string[]; files: PublishedFile[] } {
  const numbers = new Map(segments.map(({ id }, number) => [id, number]));
  const tops = namedRoots(corpus);
  const published = files.flatMap(file => {
    const path = publishedPath(file, tops);
    if (path === undefined || file.articles === 0) return [];
    const spans = file.spans.map(({ segment, first, count }) => ({ segment: numbers.get(segment)!, first, count }));
    const { size, mtimeMs, hash, articles, characters } = file;
    return [{ path, size, mtimeMs, hash, articles, characters, spans }];
  });
  return { folders: [...new Set(tops.map(({ name }) => name))], files: published };
}

interface NamedRoot {
  readonly root: string;
  readonly name: string;
}

/** `/稿/大会`, `/别处/大会` → 大会, 大会 (2). */
function namedRoots(corpus: readonly string[]): NamedRoot[] {
  const taken = new Set<string>();
  return corpus.map(root => {
    const own = nameOnAnySystem(basename(root) || 'corpus');
    let name = own;
    for (let number = 2; taken.has(name); number++) name = `${own} (${number})`;
    taken.add(name);
    return { root, name };
  });
}

/** Weights of folders, by the names that these are published under, without those that count 1. */
export function weightsByName(
  corpus: readonly string[],
  weights: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    namedRoots(corpus).flatMap(({ root, name }) => {
      const given = Object.entries(weights).find(([path]) => paths.isSame(path, root));
      return given && given[1] !== 1 ? [[name, given[1]]] : [];
    }),
  );
}

function publishedPath({ path }: FileRecord, tops: readonly NamedRoot[]): string | undefined {
  const top = tops.find(({ root }) => paths.isWithin(path, root));
  if (!top) return undefined;
  const inner = relative(top.root, path) || basename(path);
  // A colon is a plain character here, and part of a drive elsewhere.
  return [top.name, ...inner.split(sep).map(nameOnAnySystem)].join('/');
}
