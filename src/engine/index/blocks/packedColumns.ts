/** Columns of numbers, one behind the other: `[number of columns][bytes of each][columns]`, each from a multiple of four on. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

const WORD = 4;
const padded = (bytes: number): number => Math.ceil(bytes / WORD) * WORD;

/** The columns in this form, which says their bytes but not of what numbers they are. */
export function packColumns(columns: readonly Column[]): Uint8Array {
  const head = WORD * (1 + columns.length);
  const bytes = new Uint8Array(columns.reduce((sum, column) => sum + padded(column.byteLength), head));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, columns.length, true);
  let at = head;
  columns.forEach((column, number) => {
    view.setUint32(WORD * (1 + number), column.byteLength, true);
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += padded(column.byteLength);
  });
  return bytes;
}

/** The bytes of each column; null where there are not `count`, or not all of them. */
export function unpackColumns(packed: Uint8Array, count: number): ArrayBuffer[] | null {
  const head = WORD * (1 + count);
  if (packed.length < head) return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (view.getUint32(0, true) !== count) return null;
  const columns: ArrayBuffer[] = [];
  let at = head;
  for (let number = 0; number < count; number++) {
    const length = view.getUint32(WORD * (1 + number), true);
    if (at + length > packed.length) return null;
    // Not `slice`: what is given may be a view that shares its memory when sliced.
    columns.push(new Uint8Array(packed.subarray(at, at + length)).buffer);
    at += padded(length);
  }
  return at === packed.length ? columns : null;
}
