import { GRAM, visitGrams } from '../../index/grams/grams';
import type { CorpusView } from '../../index/segment';
import type { Steps } from '../../steps';

/** May text[start, end) stand in the segment of that number? False: surely not. */
export type MayStand = (segment: number, start: number, end: number) => boolean;

/** Nothing is known of it. */
export const ANYTHING: MayStand = () => true;

/** Code units that are asked about at once: what is kept of them is some bytes each in each segment. */
const AT_ONCE = 1 << 15;

/**
 * What of these lines may stand where, as the grams of the segments tell: most of what does not stand in a segment is known not to, without one
 * look into its suffixes. All lines are asked about together, so that the grams of a segment are read once, from beginning to end. Yields behind each
 * segment.
 */
export function* mayStand(view: CorpusView, lines: readonly string[]): Steps<Map<string, MayStand>> {
  const found = new Map<string, MayStand>();
  if (!view.some(segment => segment.mayHave)) return found;
  for (let first = 0; first < lines.length; ) {
    let length = 0;
    const starts: number[] = [];
    while (first + starts.length < lines.length && (starts.length === 0 || length < AT_ONCE)) {
      starts.push(length);
      length += lines[first + starts.length - 1]!.length + 1;
    }
    const some = lines.slice(first, first + starts.length);
    first += some.length;
    const reach = yield* reaches(view, some.join('\n'));
    for (const [number, line] of some.entries()) {
      const base = starts[number]!;
      found.set(line, (segment, start, end) => end - start <= (reach[segment]?.[base + start] ?? end));
    }
  }
  return found;
}

/** For each segment and code unit, how many from there on may stand there side by side; undefined: it is not known. */
function* reaches(view: CorpusView, text: string): Steps<(Int32Array | undefined)[]> {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  const hashes = new Uint32Array(text.length);
  const places = new Int32Array(text.length);
  let count = 0;
  visitGrams(units, (hash, at) => {
    hashes[count] = hash;
    places[count++] = at;
  });
  const all: (Int32Array | undefined)[] = [];
  for (const segment of view) {
    const has = segment.mayHave?.(hashes.subarray(0, count));
    all.push(has && reachOf(has, places, text.length));
    yield;
  }
  return all;
}

function reachOf(has: Uint8Array, places: Int32Array, length: number): Int32Array {
  // What is shorter than a gram has none to tell of it.
  const reach = new Int32Array(length + 1).fill(GRAM - 1);
  for (let i = has.length - 1; i >= 0; i--) if (has[i]) reach[places[i]!] = reach[places[i]! + 1]! + 1;
  return reach;
}
