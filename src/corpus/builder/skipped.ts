import { type Changes, isGone } from '../changes';
import type { Listing } from '../listFiles';
import { UNKNOWN_SIZE } from '../manifest';
import type { Ledger } from './ledger';
import type { BuildRequest } from './messages';

/** The changes without the files that killed a builder. */
export function withoutDeadly(changes: Changes, deadly: BuildRequest['deadly']): Changes {
  const paths = new Set(deadly.map(({ path }) => path));
  return { ...changes, toRead: changes.toRead.filter(({ path }) => !paths.has(path)) };
}

/** Brings the list of skipped files up to date with what was found, before any file is read. */
export function settleSkipped(ledger: Ledger, listing: Listing, deadly: BuildRequest['deadly']): void {
  const gone = isGone(listing);
  const places = new Map(listing.unreadable.map(place => [place.path, place]));
  ledger.keepSkipped(file => (file.size === UNKNOWN_SIZE ? places.delete(file.path) : !gone(file)));
  for (const { path, reason } of places.values())
    ledger.noteUnreadable({ path, size: UNKNOWN_SIZE, mtimeMs: 0, reason });

  const states = new Map(listing.files.map(file => [file.path, file]));
  for (const { path, reason } of deadly) {
    const state = states.get(path);
    if (state) ledger.skip({ ...state, reason });
  }
}
