import type { Manifest } from '../index/manifest';
import { listFiles } from './listFiles';
import type { Listing } from './listing';
import { type FoundPlaces, listPlaces, withPlaces } from './listPlaces';
import type { ListOptions } from './wantedFiles';
import { watchFolders } from './watchFolders';

/** What a look at the files has found. */
export interface Looked {
  readonly listing: Listing;
  /** Where only some folders stirred: what was found in them. The rest of the listing is as the index has it. */
  readonly places?: FoundPlaces;
}

/** Looks at the files of a corpus, again and again, and at no more of them than it must. */
export interface Look {
  /** Something may have changed in these folders; null for anywhere. */
  stir(places: readonly string[] | null): void;
  /** The files as they are now; their folders are watched from then on. `manifest`: what the index has at this moment. */
  look(manifest: Manifest): Promise<Looked>;
  /** The index has all that the last look found, so that the next one need not look at what did not stir. */
  settle(isWhole: boolean): void;
  close(): void;
}

/** What is heard of changes on disk. */
export interface LookEvents {
  /** A burst of changes begins. */
  readonly stirred: () => void;
  /** It is over: it is time for a look. */
  readonly changed: () => void;
}

/** @param watch follow changes on disk; else only who asks is told of them */
export function openLook(corpus: readonly string[], options: ListOptions, watch: boolean, events: LookEvents): Look {
  let stirred: Set<string> | null = null;
  let listed: ReadonlySet<string> = new Set();
  let isWhole = false;
  const stir = (places: readonly string[] | null) => {
    if (places === null) stirred = null;
    else for (const place of places) stirred?.add(place);
  };
  const folders = watch
    ? watchFolders(corpus, options.never ?? [], {
        stirred: events.stirred,
        changed(places) {
          stir(places);
          events.changed();
        },
      })
    : undefined;

  return {
    stir,
    async look(manifest) {
      const at = isWhole ? stirred : null;
      stirred = new Set();
      isWhole = false;
      const places = at && (await listPlaces([...at], corpus, listed, options));
      const atPlaces = places && withPlaces(manifest, places);
      if (atPlaces) return { listing: atPlaces, places };
      const listing = await listFiles(corpus, options);
      folders?.follow(listing.folders);
      listed = new Set(listing.folders);
      return { listing };
    },
    settle(whole) {
      isWhole = whole;
    },
    close: () => folders?.close(),
  };
}
