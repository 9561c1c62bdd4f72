import type { ClusterTable } from '../../../engine/index/articles/clusterTable';
import { SKETCH_SIZE } from '../../../engine/index/articles/sketch';
import { DamagedSegmentError } from '../../../engine/index/columns/segmentCodec';
import type { Manifest } from '../../index/manifest';
import { readSketches } from '../../index/segmentColumns';

/** Makes the articles that are indexed known, so that a copy of one of them joins its cluster. */
export async function recallClusters(table: ClusterTable, storage: string, { segments }: Manifest): Promise<void> {
  for (const { id } of segments) {
    try {
      const { sketches, clusters, dates } = await readSketches(storage, id);
      clusters.forEach((cluster, article) => {
        table.add(sketches, article * SKETCH_SIZE, cluster, dates[article]!);
      });
    } catch (error) {
      // Costs a few copies their cluster; that the segment is damaged is found and mended elsewhere.
      if (!(error instanceof DamagedSegmentError)) throw error;
    }
  }
}
