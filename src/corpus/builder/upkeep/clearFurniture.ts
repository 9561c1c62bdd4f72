import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { mergeColumns } from '../../../engine/index/columns/mergeColumns';
import {
  type ColumnArticle,
  columnArticle,
  edgesOf,
  innerOf,
  withoutFurniture,
} from '../../../engine/recurring/columnArticle';
import { edgeForm } from '../../../engine/recurring/edgeForm';
import { EdgeSketch } from '../../../engine/recurring/edgeSketch';
import { RecurringEdges } from '../../../engine/recurring/recurringEdges';
import { type FileRecord, type Manifest, ownersBySegment } from '../../index/manifest';
import { readColumns } from '../../index/segmentFile';
import { allKept, type KeptLines } from '../../writer/articleNotes';
import type { Ledger } from '../publishing/ledger';
import type { Publish } from '../publishing/publisher';
import type { Sorter } from '../sorting/sorter';

/** A file of so many articles is a source by itself: a collection, a volume. Others belong to their folder. */
const COLLECTION = 8;
/** More edges than an article has. */
const EDGES = 10;

/** The source that a file belongs to. */
function sourceOf({ path, articles }: FileRecord): string {
  return articles >= COLLECTION ? path : dirname(path);
}

/** An article of the index, and the file it came from. */
interface Found {
  readonly file: FileRecord;
  readonly found: ColumnArticle;
}

/**
 * Takes out of the index what recurs at the edges of the articles of one source. What stands in the index alone decides, so the
 * result is the same in whatever order the files came. Returns the files that were cut before by what is no furniture any more:
 * they are to be read again.
 */
export async function clearFurniture(
  storage: string,
  ledger: Ledger,
  sorter: Sorter,
  publish: Publish,
  signal: AbortSignal,
  keptOf: (file: FileRecord) => KeptLines,
): Promise<string[]> {
  const manifest = ledger.manifest(0);
  const articles = manifest.files.reduce((sum, file) => sum + file.articles, 0);
  const sketch = new EdgeSketch(articles * EDGES);
  const recurring = new RecurringEdges(sketch);
  const passes: readonly ((article: Found) => void)[] = [
    ({ found }) => {
      for (const text of new Set(edgesOf(found))) sketch.add(edgeForm(text));
    },
    ({ file, found }) =>
      recurring.add({
        source: sourceOf(file),
        cluster: found.cluster,
        edges: edgesOf(found),
        inner: innerOf(found),
      }),
  ];
  for (const pass of passes) {
    for (const { id } of manifest.segments) {
      await eachArticle(storage, manifest, id, pass, signal);
      if (signal.aborted) return [];
    }
  }
  const stale = new Set<string>();
  for (const { id } of manifest.segments) {
    if (signal.aborted) return [];
    await rewrite(storage, manifest, id, recurring, { ledger, sorter, publish, stale, keptOf, signal });
  }
  return signal.aborted ? [] : [...stale];
}

interface Rewriting {
  readonly ledger: Ledger;
  readonly sorter: Sorter;
  readonly publish: Publish;
  readonly stale: Set<string>;
  readonly signal: AbortSignal;
  /** What the writer keeps of a file is no furniture in it. */
  readonly keptOf: (file: FileRecord) => KeptLines;
}

/** Writes a segment anew where articles of it have furniture. */
async function rewrite(
  storage: string,
  manifest: Manifest,
  id: string,
  recurring: RecurringEdges,
  { ledger, sorter, publish, stale, keptOf, signal }: Rewriting,
): Promise<void> {
  const shortened = new Map<number, ReturnType<typeof withoutFurniture> & object>();
  const living = new Set<number>();
  const taken = new Map<string, number>();
  const columns = await eachArticle(
    storage,
    manifest,
    id,
    ({ file, found }) => {
      const source = sourceOf(file);
      const kept = allKept(keptOf(file));
      const isFurniture = (text: string) => recurring.isFurniture(text, source) && !kept.has(text);
      living.add(found.article);
      const { head = [], foot = [] } = found.meta.furniture ?? {};
      if (![...head, ...foot].every(isFurniture)) stale.add(file.path);
      const short = withoutFurniture(found, isFurniture);
      if (!short) return;
      shortened.set(found.article, short);
      taken.set(file.path, (taken.get(file.path) ?? 0) + short.count);
    },
    signal,
  );
  if (shortened.size === 0 || signal.aborted) return;
  const merged = mergeColumns([
    { columns, isDead: article => !living.has(article), shortened: article => shortened.get(article) },
  ]);
  const segment = await sorter.write(merged.columns);
  const numbers = merged.numbers[0]!;
  ledger.merged(new Set([id]), segment, span => ({ ...span, segment: segment.id, first: numbers[span.first]! }));
  for (const [path, count] of taken) ledger.noteFurniture(path, count);
  await publish();
}

/** Shows the living articles of a segment one after the other, until it is aborted, and returns its columns. Throws as `readColumns` does. */
async function eachArticle(
  storage: string,
  manifest: Manifest,
  id: string,
  see: (article: Found) => void,
  signal: AbortSignal,
) {
  const columns = await readColumns(storage, id);
  const files = new Map(manifest.files.map(file => [file.path, file]));
  for (const { path, first, count } of ownersBySegment(manifest).get(id) ?? []) {
    if (signal.aborted) break;
    const file = files.get(path)!;
    for (let i = first; i < first + count; i++) see({ file, found: columnArticle(columns, i) });
    await nextTurn();
  }
  return columns;
}
