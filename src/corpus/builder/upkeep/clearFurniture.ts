import { dirname } from 'node:path';
import { type Merged, mergeColumns } from '../../../engine/index/columns/mergeColumns';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import { columnArticle, edgesOf, withoutFurniture } from '../../../engine/recurring/columnArticle';
import { type EdgeColumns, TRAIT } from '../../../engine/recurring/edgeColumns';
import { EdgeSketch } from '../../../engine/recurring/edgeSketch';
import { RecurringEdges } from '../../../engine/recurring/recurringEdges';
import { writeEdges } from '../../index/edgesFile';
import type { FileRecord, Manifest, SegmentRecord } from '../../index/manifest';
import { readColumns, type TextColumns } from '../../index/segmentColumns';
import { allKept, type KeptLines } from '../../writer/articleNotes';
import type { Ledger } from '../publishing/ledger';
import type { Publish } from '../publishing/publisher';
import { CancelledError } from '../publishing/storageErrors';
import { newSegmentId } from '../sorting/sortAndWrite';
import type { Sorter } from '../sorting/sorter';
import { eachArticle, type Owned, ownedBySegment } from './ownedArticles';
import { carriedEdges, edgesOfColumns, edgesOfSegment, settle } from './segmentEdges';

/** A file of so many articles is a source by itself: a collection, a volume. Others belong to their folder. */
const COLLECTION = 8;
/** The source that a file belongs to. */
function sourceOf({ path, articles }: FileRecord): string {
  return articles >= COLLECTION ? path : dirname(path);
}

/** The index that furniture is taken out of, and what that is done with. */
export interface FurnitureRun {
  readonly storage: string;
  readonly ledger: Ledger;
  readonly sorter: Sorter;
  readonly publish: Publish;
  readonly signal: AbortSignal;
  /** What the writer keeps of a file is no furniture in it. */
  readonly keptOf: (file: FileRecord) => KeptLines;
  /** Segments that the ledger knows already and that are still to be sorted, by id: they are written here, and leave this table. */
  readonly held: Map<string, SegmentColumns>;
  /** Told of each segment that stays as it is, as soon as that is known: with what it holds, in memory that is shared, where it is not written yet. */
  readonly onSettled: (segment: Pick<SegmentRecord, 'id' | 'characters'>, columns?: TextColumns) => void;
}

/**
 * Takes out of the index what recurs at the edges of the articles of one source. What stands in the index alone decides, so the
 * result is the same in whatever order the files came. Returns the files that were cut before by what is no furniture any more:
 * they are to be read again. Throws `CancelledError` where it is aborted while something is held.
 */
export async function clearFurniture(run: FurnitureRun): Promise<string[]> {
  const { ledger, signal, held } = run;
  const manifest = ledger.manifest(0);
  const owned = ownedBySegment(manifest);
  const stale = new Set<string>();
  const edges = await readAllEdges(run, manifest);
  const recurring = edges && (await countEdges(owned, edges, signal));
  for (const segment of manifest.segments) {
    const { id } = segment;
    if (signal.aborted && held.size > 0) throw new CancelledError();
    const isCleared =
      recurring && !signal.aborted && (await clearSegment(run, owned, id, edges.get(id)!, recurring, stale));
    const columns = held.get(id);
    if (columns) await replace(run, id, { columns, numbers: [columns.articleStarts.map((_, i) => i)] }, edges?.get(id));
    else if (!isCleared) run.onSettled(segment);
  }
  return signal.aborted ? [] : [...stale];
}

/** The edges of all segments, by id; undefined where it is aborted. */
async function readAllEdges({ storage, signal, held }: FurnitureRun, { segments }: Manifest) {
  const edges = new Map<string, EdgeColumns>();
  for (const { id } of segments) {
    if (signal.aborted) return undefined;
    const columns = held.get(id);
    edges.set(id, columns ? await edgesOfColumns(columns) : await edgesOfSegment(storage, id));
  }
  return edges;
}

/** Counts the living articles: first roughly, then what may recur; undefined where it is aborted. */
async function countEdges(owned: Owned, edges: ReadonlyMap<string, EdgeColumns>, signal: AbortSignal) {
  const sketch = new EdgeSketch([...edges.values()].reduce((sum, { forms }) => sum + forms.length, 0));
  const recurring = new RecurringEdges(sketch);
  const passes: readonly ((columns: EdgeColumns, article: number, file: FileRecord) => void)[] = [
    ({ starts, forms, traits }, article) => {
      for (let i = starts[article]!; i < starts[article + 1]!; i++) {
        if (!(traits[i]! & TRAIT.inner)) sketch.add(forms[i]!);
      }
    },
    (columns, article, file) => recurring.add(sourceOf(file), columns, article),
  ];
  for (const pass of passes) {
    for (const [id, columns] of edges) {
      await eachArticle(owned, id, signal, (file, article) => pass(columns, article, file));
      if (signal.aborted) return undefined;
    }
  }
  return recurring;
}

/** Writes a segment anew where articles of it have furniture; false where none has. */
async function clearSegment(
  run: FurnitureRun,
  owned: Owned,
  id: string,
  edges: EdgeColumns,
  recurring: RecurringEdges,
  stale: Set<string>,
): Promise<boolean> {
  const { storage, ledger, signal, held } = run;
  const suspects: { readonly file: FileRecord; readonly article: number }[] = [];
  const living = new Set<number>();
  const keptOf = memoised((file: FileRecord) => allKept(run.keptOf(file)));
  await eachArticle(owned, id, signal, (file, article) => {
    living.add(article);
    if (isSuspect(edges, article, sourceOf(file), recurring) || keptOf(file).size > 0) suspects.push({ file, article });
  });
  if (suspects.length === 0 || signal.aborted) return false;
  const columns = held.get(id) ?? (await readColumns(storage, id));
  const shortened = new Map<number, ReturnType<typeof withoutFurniture> & object>();
  const taken = new Map<string, number>();
  let hasSettled = false;
  for (const { file, article } of suspects) {
    const found = columnArticle(columns, article);
    const isFurniture = (text: string) => recurring.isFurniture(text, sourceOf(file)) && !keptOf(file).has(text);
    if (!edgesOf(found).taken.every(isFurniture)) stale.add(file.path);
    const short = withoutFurniture(found, isFurniture);
    if (short) {
      shortened.set(article, short);
      taken.set(file.path, (taken.get(file.path) ?? 0) + short.count);
    } else hasSettled = settle(edges, found) || hasSettled;
  }
  if (signal.aborted) return false;
  // They need not be looked at next time.
  if (hasSettled && !held.has(id)) await writeEdges(storage, id, edges).catch(() => undefined);
  if (shortened.size === 0) return false;
  const merged = mergeColumns([
    { columns, isDead: article => !living.has(article), shortened: article => shortened.get(article) },
  ]);
  await replace(run, id, merged, carriedEdges(edges, merged, shortened));
  for (const [path, count] of taken) ledger.noteFurniture(path, count);
  await publishOnce(run);
  return true;
}

/** May an article have furniture, or have lost what is none? */
function isSuspect(
  { starts, forms, traits }: EdgeColumns,
  article: number,
  source: string,
  recurring: RecurringEdges,
): boolean {
  for (let i = starts[article]!; i < starts[article + 1]!; i++) {
    const trait = traits[i]!;
    if (trait & TRAIT.inner) continue;
    const recurs = recurring.recurs(forms[i]!, source);
    if (recurs ? (trait & (TRAIT.stands | TRAIT.stays)) === TRAIT.stands : trait & TRAIT.taken) return true;
  }
  return false;
}

/** Puts a segment of these columns in the place of another. */
async function replace(run: FurnitureRun, id: string, { columns, numbers }: Merged, edges?: EdgeColumns) {
  const { storage, ledger, sorter, held, onSettled } = run;
  const own = newSegmentId();
  const text = shared(columns);
  onSettled({ id: own, characters: columns.text.length }, text);
  const segment = await sorter.write({ ...columns, ...text }, own);
  if (edges) await writeEdges(storage, segment.id, edges).catch(() => undefined);
  held.delete(id);
  const number = numbers[0]!;
  ledger.merged(new Set([id]), segment, span => ({ ...span, segment: segment.id, first: number[span.first]! }));
}

/** A copy that several threads read. */
function shared({ text, wordBits, articleStarts }: TextColumns): TextColumns {
  const memory = ({ byteLength }: ArrayBufferView) => new SharedArrayBuffer(byteLength);
  const copy = {
    text: new Uint16Array(memory(text)),
    wordBits: new Uint8Array(memory(wordBits)),
    articleStarts: new Int32Array(memory(articleStarts)),
  };
  copy.text.set(text);
  copy.wordBits.set(wordBits);
  copy.articleStarts.set(articleStarts);
  return copy;
}

/** Publishes, unless segments held back by the build are still to be written: publishing those publishes this, too. */
async function publishOnce({ held, publish }: FurnitureRun): Promise<void> {
  if (held.size === 0) await publish();
}

function memoised<T extends object, R>(make: (of: T) => R): (of: T) => R {
  const known = new Map<T, R>();
  return of => {
    const found = known.get(of) ?? make(of);
    known.set(of, found);
    return found;
  };
}
