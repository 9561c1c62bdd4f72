import { bandKey, isNearDuplicate, SKETCH_SIZE } from './sketch';

/** Bins that must agree for two articles to be compared at all: at 80 % likeness one of the 16 bands all but always does. */
const BAND = 2;
/** Entering a sketch into the hash table costs as much as comparing it with this many. */
const SCANS_WORTH_FILING = 100;

/**
 * Gives near-duplicates the same cluster number. It keeps the sketch of one article of each cluster. A few new articles are
 * compared with all of them, one by one; for many, a hash table of bands of sketches is made on the way, so that only
 * sketches that agree in a band are compared (locality-sensitive hashing: Indyk, Motwani 1998).
 */
export class ClusterTable {
  private sketches = new Uint16Array(1024 * SKETCH_SIZE);
  private clusters = new Int32Array(1024);
  private count = 0;
  /** Clusters that have their representative. */
  private known = new Uint8Array(1024);
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

  /** Makes an article known that has its cluster already; `at` is where its sketch starts. */
  add(sketches: Uint16Array, at: number, cluster: number): void {
    this.next = Math.max(this.next, cluster + 1);
    this.known = grown(this.known, cluster + 1);
    if (this.known[cluster]) return;
    this.known[cluster] = 1;
    const representative = this.count++;
    this.clusters = grown(this.clusters, this.count);
    this.sketches = grown(this.sketches, this.count * SKETCH_SIZE);
    this.clusters[representative] = cluster;
    for (let bin = 0; bin < SKETCH_SIZE; bin++) {
      this.sketches[representative * SKETCH_SIZE + bin] = sketches[at + bin]!;
    }
  }

  /** The cluster of the article whose sketch starts at `at`: that of its near-duplicate, else a new one. */
  clusterOf(sketches: Uint16Array, at: number): number {
    const representative = this.lookUp(sketches, at) ?? this.scan(sketches, at);
    if (representative !== undefined) return this.clusters[representative]!;
    const cluster = this.next;
    this.add(sketches, at, cluster);
    return cluster;
  }

  private lookUp(sketches: Uint16Array, at: number): number | undefined {
    for (let band = 0; band < SKETCH_SIZE; band += BAND) {
      const key = bandKey(sketches, at + band, BAND);
      if (key < 0) continue;
      const representative = this.slots[this.find(key, sketches, at + band)]! - 1;
      if (representative >= 0 && this.isSame(representative, sketches, at)) return representative;
    }
    return undefined;
  }

  private scan(sketches: Uint16Array, at: number): number | undefined {
    const waiting = this.count - this.filed;
    this.scans += waiting;
    for (let representative = this.filed; representative < this.count; representative++) {
      if (this.isSame(representative, sketches, at)) return representative;
    }
    if (this.scans > waiting * SCANS_WORTH_FILING) this.fileAll();
    return undefined;
  }

  private isSame(representative: number, sketches: Uint16Array, at: number): boolean {
    return isNearDuplicate(this.sketches, representative * SKETCH_SIZE, sketches, at);
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
