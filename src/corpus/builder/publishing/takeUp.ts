import type { Manifest } from '../../index/manifest';
import { isManifest } from '../../index/manifestShape';
import type { Sorter } from '../sorting/sorter';
import { keptBatches } from '../sorting/unsorted';
import { type FilePart, Ledger } from './ledger';

/**
 * The manifest with what a builder before had read and was stopped before it had sorted it: that is sorted now. What it has already
 * is left out, and so is what does not fit.
 */
export async function takeUp(storage: string, manifest: Manifest, sorter: Sorter): Promise<Manifest> {
  const ledger = new Ledger(manifest, manifest.maxFileBytes);
  let nextCluster = manifest.nextCluster;
  for await (const { columns, parts } of keptBatches(storage)) {
    if (parts.every(part => has(ledger, part))) continue;
    if (!parts.every(part => part.fresh || goesOn(ledger, part))) break;
    // What is handed to another thread is gone here.
    for (const cluster of columns?.clusters ?? []) nextCluster = Math.max(nextCluster, cluster + 1);
    const wordBits = columns && (await sorter.cut(columns.text.slice(), [...columns.articleStarts]));
    const segment = columns && (await sorter.write({ ...columns, wordBits: wordBits! }));
    ledger.enter(segment, parts);
  }
  const next = ledger.manifest(nextCluster);
  return ledger.changed && isManifest(next) ? next : manifest;
}

function has(ledger: Ledger, { file, hash, entries }: FilePart): boolean {
  const known = ledger.file(file.path);
  return known !== undefined && known.hash === hash && known.entries >= entries;
}

function goesOn(ledger: Ledger, { file, hash, entries }: FilePart): boolean {
  const known = ledger.file(file.path);
  return known !== undefined && known.hash === hash && !known.complete && known.entries <= entries;
}
