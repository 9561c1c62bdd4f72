/** A set of positions as a bit field: bit `position & 7` of byte `position >> 3`. */
export function hasBit(bits: Uint8Array, position: number): boolean {
  return (bits[position >> 3]! & (1 << (position & 7))) !== 0;
}

export function setBit(bits: Uint8Array, position: number): void {
  bits[position >> 3]! |= 1 << (position & 7);
}

/** Bytes that `count` bits take. */
export function bitBytes(count: number): number {
  return (count + 7) >> 3;
}

/** Sets in `target`, from `at` on, the bits that stand in `source` at [start, end). */
export function copyBits(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): void {
  for (let position = start; position < end; position++) {
    if (hasBit(source, position)) setBit(target, at + position - start);
  }
}
