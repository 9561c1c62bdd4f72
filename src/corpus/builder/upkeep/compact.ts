import { mergeColumns } from '../../../engine/index/columns/mergeColumns';
import { planMerges } from '../../../engine/index/columns/planMerges';
import { type Manifest, ownersBySegment, type SegmentRecord, type Span } from '../../index/manifest';
import { readColumns } from '../../index/segmentColumns';
import type { Ledger } from '../publishing/ledger';
import type { Publish } from '../publishing/publisher';
import type { Sorter } from '../sorting/sorter';

/** Which articles of a segment are alive, by number. */
type Living = ReadonlySet<number>;

/**
 * Drops dead segments and merges small or half-dead ones, out of the segments themselves: no file is read again.
 * Published step by step; may be left at any time.
 */
export async function compact(
  storage: string,
  ledger: Ledger,
  sorter: Sorter,
  publish: Publish,
  signal: AbortSignal,
): Promise<void> {
  const manifest = ledger.manifest(0);
  const living = livingArticles(manifest);
  const segments = manifest.segments;
  const dead = segments.filter(({ id }) => living.get(id)!.size === 0).map(({ id }) => id);
  if (dead.length > 0) {
    ledger.merged(new Set(dead), null, span => span);
    await publish();
  }
  const sizes = segments.map(segment => ({ characters: segment.characters, alive: alivePart(segment, living) }));
  for (const group of planMerges(sizes)) {
    if (signal.aborted) return;
    await mergeGroup(
      storage,
      ledger,
      sorter,
      group.map(i => segments[i]!),
      living,
    );
    await publish();
  }
}

async function mergeGroup(
  storage: string,
  ledger: Ledger,
  sorter: Sorter,
  group: readonly SegmentRecord[],
  living: ReadonlyMap<string, Living>,
): Promise<void> {
  const sources = [];
  for (const { id } of group) {
    const alive = living.get(id)!;
    sources.push({ columns: await readColumns(storage, id), isDead: (article: number) => !alive.has(article) });
  }
  const { columns, numbers } = mergeColumns(sources);
  const segment = await sorter.write(columns);
  const from = new Map(group.map(({ id }, i) => [id, numbers[i]!]));
  // All articles of a span live, and order is kept, so it stays one span.
  const move = (span: Span): Span => ({ ...span, segment: segment.id, first: from.get(span.segment)![span.first]! });
  ledger.merged(new Set(from.keys()), segment, move);
}

function livingArticles(manifest: Manifest): Map<string, Living> {
  return new Map(
    [...ownersBySegment(manifest)].map(([id, owners]) => [
      id,
      new Set(owners.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i))),
    ]),
  );
}

/** Characters of the living articles, taking all articles of a segment for equally long: good enough to decide by. */
function alivePart({ id, characters, articles }: SegmentRecord, living: ReadonlyMap<string, Living>): number {
  return Math.round((characters * living.get(id)!.size) / Math.max(1, articles));
}
