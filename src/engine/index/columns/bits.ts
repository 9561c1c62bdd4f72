/** A set of positions as a bit field: bit `position & 7` of byte `position >> 3`. */
export function hasBit(bits: Uint8Array, position: number): boolean {
  return (bits[position >> 3]! & (1 << (position & 7))) !== 0;
}

/** Puts a position into the set. */
export function setBit(bits: Uint8Array, position: number): void {
  bits[position >> 3]! |= 1 << (position & 7);
}

/** Bytes that `count` bits take. */
export function bitBytes(count: number): number {
  return (count + 7) >> 3;
}

/** Sets in `target`, from `at` on, the bits that stand in `source` at [start, end): a byte of the target at a time. */
export function copyBits(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): void {
  const copyEach = (to: number) => {
    for (; start < to; start++, at++) if (hasBit(source, start)) setBit(target, at);
  };
  copyEach(Math.min(end, start + (-at & 7)));
  const shift = start & 7;
  for (; start + 8 <= end; start += 8, at += 8) {
    const byte = start >> 3;
    target[at >> 3]! |= (source[byte]! >> shift) | (source[byte + 1]! << (8 - shift));
  }
  copyEach(end);
}
