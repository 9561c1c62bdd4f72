import { below, oneOf } from '../attackKind';

/** Numbers that somebody who means harm would write: ends of ranges, and what is just beyond. */
const NUMBERS = [
  0,
  1,
  -1,
  2,
  255,
  256,
  65_535,
  65_536,
  0x7fff_ffff,
  0x8000_0000,
  0xffff_ffff,
  2 ** 24,
  2 ** 32,
  2 ** 53,
  1e14,
  1e308,
  0.5,
];

/** Some of the bytes are others: one, a number of four, a stretch, two numbers in each other's place. The length stays. */
export function otherBytes(bytes: Uint8Array, next: () => number): Buffer {
  const changed = Buffer.from(bytes);
  if (changed.length === 0) return changed;
  for (let times = 1 + below(next, 3); times > 0; times--) {
    const at = below(next, changed.length);
    const word = at - (at % 4);
    const kind = below(next, 6);
    if (kind === 0 || changed.length < 8) changed[at] = below(next, 256);
    else if (kind === 1) changed.writeInt32LE(oneOf(next, NUMBERS) | 0, Math.min(word, changed.length - 4));
    else if (kind === 2) changed.fill(oneOf(next, [0, 255]), at, Math.min(changed.length, at + 64));
    else if (kind === 3) changed.copyWithin(at, below(next, changed.length), below(next, changed.length));
    else if (kind === 4) {
      // A number beside what was there.
      const place = Math.min(word, changed.length - 4);
      changed.writeInt32LE((changed.readInt32LE(place) + oneOf(next, [1, -1, 1000, -1000])) | 0, place);
    } else {
      const other = Math.min(below(next, changed.length / 4) * 4, changed.length - 4);
      const [one, two] = [changed.readInt32LE(Math.min(word, changed.length - 4)), changed.readInt32LE(other)];
      changed.writeInt32LE(two, Math.min(word, changed.length - 4));
      changed.writeInt32LE(one, other);
    }
  }
  return changed;
}

/** Likewise, or shorter, or longer. */
export function othersBytes(bytes: Uint8Array, next: () => number): Buffer {
  const kind = below(next, 8);
  if (kind === 0) return Buffer.from(bytes.subarray(0, below(next, bytes.length + 1)));
  if (kind === 1) return Buffer.concat([bytes, Buffer.alloc(4 * (1 + below(next, 100)), below(next, 256))]);
  return otherBytes(bytes, next);
}

const VALUES: readonly unknown[] = [
  ...NUMBERS,
  null,
  true,
  '',
  '../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '/etc/passwd',
  '.. ',
  '\u202e文件',
  '长'.repeat(20_000),
  [],
  {},
  [[[[]]]],
  { slot: 99 },
  { length: 1e9 },
];

/** A value as JSON has it, of which one place, or a few, is another. */
export function otherValue(value: unknown, next: () => number): unknown {
  const copy = { value: structuredClone(value) };
  for (let times = 1 + below(next, 2); times > 0; times--) {
    let holder = copy as Record<string, unknown>;
    let key = 'value';
    // Down by chance: what is deep is reached as often as what is not.
    while (typeof holder[key] === 'object' && holder[key] !== null && next() < 0.85) {
      const keys = Object.keys(holder[key] as object);
      if (keys.length === 0) break;
      holder = holder[key] as Record<string, unknown>;
      key = oneOf(next, keys);
    }
    const kind = below(next, 5);
    const now = holder[key];
    if (kind === 0) delete holder[key];
    else if (kind === 1 && Array.isArray(now)) holder[key] = [...now, ...now];
    else if (kind === 2 && typeof now === 'number') holder[key] = now + oneOf(next, [1, -1, 1000]);
    else holder[key] = oneOf(next, VALUES);
  }
  return copy.value;
}
