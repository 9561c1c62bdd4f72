import { areApart } from './packedDate';
import { bandKey, copyLikeness, SKETCH_SIZE } from './sketch';

/** Bins that must agree for two articles to be compared at all: at 80 % likeness one of the 16 bands all but always does. */
const BAND = 2;
/**
 * What was given at another time is a copy only from this likeness on: what is said every year keeps much of its wording, and is a speech of
 * its own; a copy that was published later differs in hardly a letter.
 */
const SAME_LATER = 0.93;
/** Entering a sketch into the hash table costs as much as comparing it with this many. */
const SCANS_WORTH_FILING = 100;

/** What is known of a representative that an article may be a copy of. */
interface Match {
  readonly representative: number;
  readonly likeness: number;
}

/** An article whose cluster is asked for. */
interface Asked {
  readonly sketches: Uint16Array;
  /** Where its sketch starts. */
  readonly at: number;
  readonly date: number;
  readonly isDraft: boolean;
}

/**
 * Gives near-duplicates the same cluster number, unless they were given at different times. It keeps the sketch of one article of each cluster. A few new articles are
 * compared with all of them, one by one; for many, a hash table of bands of sketches is made on the way, so that only
 * sketches that agree in a band are compared (locality-sensitive hashing: Indyk, Motwani 1998).
 */
export class ClusterTable {
  private sketches = new Uint16Array(1024 * SKETCH_SIZE);
  private clusters = new Int32Array(1024);
  /** When each representative was given, packed; 0: not known yet. */
  private dates = new Int32Array(1024);
  private count = 0;
  /** Representatives that are being written. */
  private readonly drafts = new Set<number>();
  /** Representative + 1 of each cluster; 0: it has none yet. */
  private known = new Int32Array(1024);
  /** Open addressing: representative + 1 of each band; 0 is free. The first `filed` representatives are entered. */
  private slots = new Int32Array(1 << 12);
  private filed = 0;
  private scans = 0;

  /** `next`: the first cluster number that is not taken. */
  constructor(private next: number) {}

  /** First number that is free for a cluster not seen yet. */
  get nextCluster(): number {
    return this.next;
  }

  /** Makes an article known that has its cluster already; `at` is where its sketch starts, `date` when it was given, packed. */
  add(sketches: Uint16Array, at: number, cluster: number, date: number): void {
    this.next = Math.max(this.next, cluster + 1);
    this.known = grown(this.known, cluster + 1);
    if (this.known[cluster]) {
      this.tell(this.known[cluster]! - 1, date);
      return;
    }
    const representative = this.count++;
    this.known[cluster] = this.count;
    this.clusters = grown(this.clusters, this.count);
    this.dates = grown(this.dates, this.count);
    this.dates[representative] = date;
    this.sketches = grown(this.sketches, this.count * SKETCH_SIZE);
    this.clusters[representative] = cluster;
    for (let bin = 0; bin < SKETCH_SIZE; bin++) {
      this.sketches[representative * SKETCH_SIZE + bin] = sketches[at + bin]!;
    }
  }

  /**
   * The cluster of the article whose sketch starts at `at`: that of its nearest near-duplicate, else a new one. `date`: when it was given,
   * packed; 0: unknown. `isDraft`: it is being written, on that date; however like one of another time it is, that is what it was made from.
   */
  clusterOf(sketches: Uint16Array, at: number, date: number, isDraft = false): number {
    const asked = { sketches, at, date, isDraft };
    const match = this.scan(asked, this.lookUp(asked));
    if (match) {
      this.tell(match.representative, date);
      return this.clusters[match.representative]!;
    }
    const cluster = this.next;
    if (isDraft) this.drafts.add(this.count);
    this.add(sketches, at, cluster, date);
    return cluster;
  }

  /** One of a cluster says when it was given. */
  private tell(representative: number, date: number): void {
    if (this.dates[representative] === 0) this.dates[representative] = date;
  }

  private lookUp(asked: Asked): Match | undefined {
    const { sketches, at } = asked;
    let best: Match | undefined;
    for (let band = 0; band < SKETCH_SIZE; band += BAND) {
      const key = bandKey(sketches, at + band, BAND);
      if (key < 0) continue;
      const representative = this.slots[this.find(key, sketches, at + band)]! - 1;
      if (representative >= 0) best = this.nearer(best, representative, asked);
    }
    return best;
  }

  /** Looks at those that are not filed yet, too. */
  private scan(asked: Asked, found: Match | undefined): Match | undefined {
    const waiting = this.count - this.filed;
    this.scans += waiting;
    let best = found;
    for (let representative = this.filed; representative < this.count; representative++) {
      best = this.nearer(best, representative, asked);
    }
    if (!best && this.scans > waiting * SCANS_WORTH_FILING) this.fileAll();
    return best;
  }

  private nearer(
    best: Match | undefined,
    representative: number,
    { sketches, at, date, isDraft }: Asked,
  ): Match | undefined {
    if (best?.representative === representative) return best;
    const likeness = copyLikeness(this.sketches, representative * SKETCH_SIZE, sketches, at);
    if (likeness <= (best?.likeness ?? 0)) return best;
    const mayBeCopy = likeness >= SAME_LATER && !isDraft && !this.drafts.has(representative);
    const isOther = !mayBeCopy && areApart(this.dates[representative]!, date);
    return isOther ? best : { representative, likeness };
  }

  /** Enters all that wait; the table is made large enough to stay less than half full. */
  private fileAll(): void {
    const needed = (2 * this.count * SKETCH_SIZE) / BAND;
    if (needed > this.slots.length) {
      this.slots = new Int32Array(2 ** Math.ceil(Math.log2(needed * 2)));
      this.filed = 0;
    }
    for (; this.filed < this.count; this.filed++) this.file(this.filed);
    this.scans = 0;
  }

  /** Enters the bands of a representative; a band that another one has stays with that one, there are 15 more. */
  private file(representative: number): void {
    const at = representative * SKETCH_SIZE;
    for (let band = 0; band < SKETCH_SIZE; band += BAND) {
      const key = bandKey(this.sketches, at + band, BAND);
      if (key < 0) continue;
      const slot = this.find(key, this.sketches, at + band);
      if (this.slots[slot] === 0) this.slots[slot] = representative + 1;
    }
  }

  /** The slot of the band that starts at `at`, or the free one where it belongs. */
  private find(key: number, sketches: Uint16Array, at: number): number {
    const mask = this.slots.length - 1;
    const band = at % SKETCH_SIZE;
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const representative = this.slots[slot]! - 1;
      if (representative < 0) return slot;
      if (sameBand(this.sketches, representative * SKETCH_SIZE + band, sketches, at)) return slot;
    }
  }
}

function sameBand(a: Uint16Array, atA: number, b: Uint16Array, atB: number): boolean {
  for (let i = 0; i < BAND; i++) if (a[atA + i] !== b[atB + i]) return false;
  return true;
}

/** The array itself, or one twice as large or more with its content. */
function grown<T extends Uint8Array | Uint16Array | Int32Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(length * 2);
  larger.set(array);
  return larger;
}
