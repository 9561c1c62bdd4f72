import { bandKey, likeness, SKETCH_SIZE } from './sketch';

/** Bins that must agree for two articles to be compared at all: at 80 % likeness one of the 16 bands all but always does. */
const BAND = 2;
/**
 * From this share of equal bins on two articles are copies of one text. Two speeches that quote the same passages
 * reach 0.2 at most; a copy with a changed headline and a few edits stays above 0.8.
 */
const SAME = 0.6;

/**
 * Numbers near-duplicates alike. It keeps the sketch of one article of each cluster, and an open-addressing hash table
 * from bands of sketches to them: about 200 bytes a cluster, a microsecond an article.
 */
export class ClusterTable {
  private sketches = new Uint16Array(1024 * SKETCH_SIZE);
  private clusters = new Int32Array(1024);
  private count = 0;
  /** Representative + 1 of each band key; 0 is free. */
  private slots = new Int32Array(1 << 16);
  private used = 0;
  private readonly known = new Set<number>();

  /** `next`: the first cluster number that is not taken. */
  constructor(private next: number) {}

  /** First number that is free for a cluster not seen yet. */
  get nextCluster(): number {
    return this.next;
  }

  /** Makes an article known that has its cluster already; `at` is where its sketch starts. */
  add(sketches: Uint16Array, at: number, cluster: number): void {
    this.next = Math.max(this.next, cluster + 1);
    if (this.known.has(cluster)) return;
    this.known.add(cluster);
    this.reserve();
    const representative = this.count++;
    this.sketches.set(sketches.subarray(at, at + SKETCH_SIZE), representative * SKETCH_SIZE);
    this.clusters[representative] = cluster;
    this.file(representative);
  }

  /** The cluster of the article whose sketch starts at `at`: that of its near-duplicate, else a new one. */
  clusterOf(sketches: Uint16Array, at: number): number {
    for (let band = 0; band < SKETCH_SIZE; band += BAND) {
      const key = bandKey(sketches, at + band, BAND);
      if (key < 0) continue;
      const representative = this.slots[this.find(key, sketches, at + band)]! - 1;
      if (representative < 0) continue;
      if (likeness(this.sketches, representative * SKETCH_SIZE, sketches, at) >= SAME) {
        return this.clusters[representative]!;
      }
    }
    const cluster = this.next;
    this.add(sketches, at, cluster);
    return cluster;
  }

  /** Enters the bands of a representative; a band that another one has stays with that one, there are 15 more. */
  private file(representative: number): void {
    const at = representative * SKETCH_SIZE;
    for (let band = 0; band < SKETCH_SIZE; band += BAND) {
      const key = bandKey(this.sketches, at + band, BAND);
      if (key < 0) continue;
      const slot = this.find(key, this.sketches, at + band);
      if (this.slots[slot] !== 0) continue;
      this.slots[slot] = representative + 1;
      this.used++;
    }
  }

  /** The slot of the band that starts at `at`, or the free one where it belongs. */
  private find(key: number, sketches: Uint16Array, at: number): number {
    const mask = this.slots.length - 1;
    const band = at % SKETCH_SIZE;
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const representative = this.slots[slot]! - 1;
      if (representative < 0) return slot;
      const other = representative * SKETCH_SIZE + band;
      if (bandKey(this.sketches, other, BAND) === key && sameBand(this.sketches, other, sketches, at)) return slot;
    }
  }

  /** Room for one more representative: tables double before they are half full. */
  private reserve(): void {
    if (this.count === this.clusters.length) {
      this.clusters = doubled(this.clusters, new Int32Array(this.count * 2));
      this.sketches = doubled(this.sketches, new Uint16Array(this.count * 2 * SKETCH_SIZE));
    }
    if ((this.used + SKETCH_SIZE / BAND) * 2 <= this.slots.length) return;
    this.slots = new Int32Array(this.slots.length * 2);
    this.used = 0;
    for (let representative = 0; representative < this.count; representative++) this.file(representative);
  }
}

function sameBand(a: Uint16Array, atA: number, b: Uint16Array, atB: number): boolean {
  for (let i = 0; i < BAND; i++) if (a[atA + i] !== b[atB + i]) return false;
  return true;
}

function doubled<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
