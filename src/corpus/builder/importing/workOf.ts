import type { FileRecord, Manifest } from '../../index/manifest';
import { withAbsentFolders } from '../../listing/absentFolders';
import { type Changes, findChanges, isGone } from '../../listing/changes';
import { listFiles } from '../../listing/listFiles';
import type { Listing } from '../../listing/listing';
import { withPlaces } from '../../listing/listPlaces';
import { respelled } from '../../listing/respelled';
import type { BuildRequest } from '../messages';
import { withoutDeadly } from './skipped';

/** What a build has to do. */
export interface Work {
  /** The index, its paths spelled as the files are now. */
  readonly old: Manifest;
  /** The files that are there, or count as being there while their folder is away. */
  readonly listing: Listing;
  /** Which of them are to be read, and which of the index are gone. */
  readonly changes: Changes & { readonly gone: readonly FileRecord[] };
}

/**
 * Looks at the files of a corpus, or takes what somebody has seen of them, and compares them with an index. `isNew`: the index is not the
 * one that was there when that was seen.
 */
export async function workOf(request: BuildRequest, index: Manifest, isNew: boolean): Promise<Work> {
  const { corpus, storage, include, exclude, fromScratch, deadly } = request;
  // An index that is not as it was when the folders were looked at says nothing of the others.
  const atPlaces = request.places && !isNew ? withPlaces(index, request.places) : null;
  const there = request.listing ?? atPlaces ?? (await listFiles(corpus, { include, exclude, never: [storage] }));
  const old = respelled(index, there.files);
  // Who wants all to be read again means what is there now.
  const listing = fromScratch ? there : withAbsentFolders(old, there);
  const known = fromScratch ? { ...old, files: [], skipped: [] } : old;
  const { maxFileBytes = null, retryDied, again, converter } = request;
  const found = findChanges(known, listing, maxFileBytes, retryDied, again, converter);
  return { old, listing, changes: withoutDeadly({ ...found, gone: old.files.filter(isGone(listing)) }, deadly) };
}
