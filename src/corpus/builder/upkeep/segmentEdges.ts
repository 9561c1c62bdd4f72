import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Merged } from '../../../engine/index/columns/mergeColumns';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import { type ColumnArticle, columnArticle, edgesOf } from '../../../engine/recurring/columnArticle';
import { type ArticleEdges, type EdgeColumns, joinEdges, packEdges } from '../../../engine/recurring/edgeColumns';
import { readEdges, writeEdges } from '../../index/edgesFile';
import { readColumns } from '../../index/segmentColumns';

/** Articles that are looked at before others have their turn. */
const TURN_ARTICLES = 500;

/** The edges of a segment, as they lie beside it; where they do not, they are made and put there. Throws as `readColumns` does. */
export async function edgesOfSegment(storage: string, id: string): Promise<EdgeColumns> {
  const known = await readEdges(storage, id);
  if (known) return known;
  const edges = await edgesOfColumns(await readColumns(storage, id));
  await writeEdges(storage, id, edges).catch(() => undefined); // the next one makes them again
  return edges;
}

/** All of them, dead articles too. Throws where metadata is damaged. */
export async function edgesOfColumns(columns: SegmentColumns): Promise<EdgeColumns> {
  const parts: EdgeColumns[] = [];
  const { length } = columns.articleStarts;
  for (let from = 0; from < length; from += TURN_ARTICLES) {
    parts.push(packEdges(articlesOf(columns, from, Math.min(length, from + TURN_ARTICLES))));
    await nextTurn();
  }
  return joinEdges(parts);
}

function* articlesOf(columns: SegmentColumns, from: number, to: number): Generator<ArticleEdges> {
  for (let article = from; article < to; article++) yield edgesOf(columnArticle(columns, article));
}

/** Notes of an article which of its forms stay where they are; false where that was known. */
export function settle({ starts, traits }: EdgeColumns, found: ColumnArticle): boolean {
  const settled = packEdges([edgesOf(found, true)]).traits;
  const own = traits.subarray(starts[found.article]!, starts[found.article + 1]!);
  if (settled.every((trait, i) => trait === own[i])) return false;
  own.set(settled);
  return true;
}

/** The edges of the segment that a segment became: those of the articles that became shorter are made anew, others taken over. */
export function carriedEdges(
  edges: EdgeColumns,
  { columns, numbers }: Merged,
  shortened: ReadonlyMap<number, unknown>,
): EdgeColumns {
  const parts: EdgeColumns[] = [];
  numbers[0]!.forEach((number, article) => {
    if (number < 0) return;
    parts.push(
      shortened.has(article)
        ? packEdges([edgesOf(columnArticle(columns, number))])
        : {
            clusters: edges.clusters.subarray(article, article + 1),
            starts: Int32Array.of(0, edges.starts[article + 1]! - edges.starts[article]!),
            forms: edges.forms.subarray(edges.starts[article], edges.starts[article + 1]),
            traits: edges.traits.subarray(edges.starts[article], edges.starts[article + 1]),
          },
    );
  });
  return joinEdges(parts);
}
