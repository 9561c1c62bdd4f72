/**
 * What a library holds at one moment, as `library.json` says: the collections of its publishers, each as its index was. Whatever it
 * names lies beside it in objects called by the SHA-256 of their bytes.
 */
export interface Library {
  readonly name: string;
  /** Who may do what with the texts; shown to every reader. */
  readonly licence: string;
  readonly collections: readonly Collection[];
  /** Objects that are not named any more, and since when: milliseconds of the epoch. */
  readonly retired: readonly Retired[];
}

/** What one publisher has published: the index of some folders. */
export interface Collection {
  /** Its publisher's; publishing again replaces it. */
  readonly id: string;
  /** Tells it from the others of the library, where numbers are short. */
  readonly slot: number;
  /** Milliseconds of the epoch. */
  readonly published: number;
  /** Names of its folders; paths begin with one of them. */
  readonly folders: readonly string[];
  /** How much its publisher wants articles of a folder to count, against 1 elsewhere. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly articles: number;
  readonly characters: number;
  readonly segments: readonly PublishedSegment[];
  /** The table of its files, packed. */
  readonly files: StoredObject;
  /** The same articles for readers that read on demand; left out where they were not laid out. */
  readonly blocks?: readonly BlockLayout[] | undefined;
}

/** Some segments of a collection in pieces that are read one by one: see `layOut`. */
export interface BlockLayout {
  /** Ids of the segments. */
  readonly segments: readonly string[];
  readonly characters: number;
  /** What a reader has in memory of it, packed. */
  readonly index: StoredObject;
  /** Which of its articles are dead: one bit each, packed. */
  readonly dead: StoredObject;
  /** Which of the collection's folders each article is in: two bytes each, packed. */
  readonly folders?: StoredObject | undefined;
  /** Who spoke in each article, packed; left out by publishers of before. */
  readonly speakers?: StoredObject | undefined;
  /** The best of its mined frames, packed; left out where they were not mined. */
  readonly frames?: StoredObject | undefined;
  /** What its pieces are in, one behind the other. */
  readonly objects: readonly { readonly name: string; readonly bytes: number }[];
}

/** Something in pieces of 8 MiB, of which the last may be shorter. */
export interface StoredObject {
  readonly bytes: number;
  /** Names of the pieces. */
  readonly chunks: readonly string[];
}

/** A segment file of the publisher's index. Characters are UTF-16 code units of its text. */
export interface PublishedSegment extends StoredObject {
  /** Its id in the index of the publisher: segments never change, so one that is known need not be read again. */
  readonly id: string;
  readonly characters: number;
  readonly articles: number;
  /** Its mined frames, block by block; empty where they were not mined. */
  readonly frames: readonly StoredObject[];
}

/** An object that no collection names any more, and since when, in milliseconds of the epoch: readers of the version before may still fetch it. */
export interface Retired {
  readonly name: string;
  readonly since: number;
}
