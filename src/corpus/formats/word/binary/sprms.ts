/** A modification of formatting: `code` as [MS-DOC] 2.6 lists them, and the bytes of its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: Buffer;
}

/** Bytes of the operand by the three top bits of the code; 0: the first byte says it. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];
const [TABLE_DEFINITION, TABS] = [0xd608, 0xc615];

/** The modifications in a list of them, as far as it goes. */
export function* sprms(list: Buffer): Generator<Sprm> {
  for (let at = 0; at + 3 <= list.length; ) {
    const code = list.readUInt16LE(at);
    at += 2;
    let length = OPERAND_BYTES[code >> 13]!;
    if (code === TABLE_DEFINITION) {
      if (at + 2 > list.length) return;
      length = list.readUInt16LE(at) + 1;
    } else if (length === 0) {
      if (code === TABS && list[at] === 255) return;
      length = list[at]! + 1;
    }
    yield { code, operand: list.subarray(at, at + length) };
    at += length;
  }
}
