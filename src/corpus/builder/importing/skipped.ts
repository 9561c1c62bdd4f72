import { type SkippedFile, UNKNOWN_SIZE } from '../../index/manifest';
import { type Changes, isGone } from '../../listing/changes';
import type { Listing } from '../../listing/listing';
import type { BuildRequest } from '../messages';
import type { Ledger } from '../publishing/ledger';

/** The changes without the files that killed a builder. */
export function withoutDeadly(changes: Changes, deadly: BuildRequest['deadly']): Changes {
  const paths = new Set(deadly.map(({ path }) => path));
  return { ...changes, toRead: changes.toRead.filter(({ path }) => !paths.has(path)) };
}

/** Brings the list of skipped files up to date with what was found, before any file is read. */
export function settleSkipped(ledger: Ledger, listing: Listing, deadly: BuildRequest['deadly']): void {
  const gone = isGone(listing);
  const places = new Map(listing.unreadable.map(place => [place.path, place]));
  const isKnown = ({ path, count }: SkippedFile) => places.get(path)?.count === count && places.delete(path);
  ledger.keepSkipped(file => (file.size === UNKNOWN_SIZE ? isKnown(file) : !gone(file)));
  for (const place of places.values()) {
    const { path, reason, count } = place;
    ledger.noteUnreadable({ path, size: UNKNOWN_SIZE, mtimeMs: 0, reason, ...(count !== undefined && { count }) });
  }

  const states = new Map(listing.files.map(file => [file.path, file]));
  for (const { path, reason, hung } of deadly) {
    const state = states.get(path);
    if (state) ledger.skip({ ...state, reason, ...(!hung && { deaths: (ledger.deaths(state) ?? 0) + 1 }) });
  }
}
