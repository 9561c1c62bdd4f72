import { type DocFile, STRUCTURES } from './docFile';

/** Where the text of a text box stands among that of all boxes, and where in the body the box hangs; in characters. */
export interface BoxPlace {
  readonly anchor: number;
  readonly start: number;
  readonly length: number;
}

const [SHAPE_BYTES, BOX_BYTES, SHAPE_OF_BOX_AT] = [26, 22, 14];

/** The text boxes in the order in which they hang in the body; those nobody knows the place of at the end. */
export function placedBoxes(file: DocFile): BoxPlace[] {
  const anchors = new Map<number, number>();
  for (const { start, data } of entries(file.table(STRUCTURES.shapes), SHAPE_BYTES))
    anchors.set(data.readInt32LE(0), start);
  const places: BoxPlace[] = [];
  let known = 0;
  for (const { start, end, data } of entries(file.table(STRUCTURES.boxes), BOX_BYTES)) {
    if (start !== known || end < start || end > file.boxesLength) break;
    const anchor = anchors.get(data.readInt32LE(SHAPE_OF_BOX_AT)) ?? file.bodyLength;
    places.push({ anchor, start, length: end - start });
    known = end;
  }
  if (known < file.boxesLength)
    places.push({ anchor: file.bodyLength, start: known, length: file.boxesLength - known });
  return places.sort((a, b) => a.anchor - b.anchor);
}

/** A table of places with something about each: n + 1 places, then n entries of so many bytes. */
function* entries(table: Buffer, bytes: number): Generator<{ start: number; end: number; data: Buffer }> {
  const count = Math.floor((table.length - 4) / (4 + bytes));
  for (let i = 0; i < count; i++) {
    const at = 4 * (count + 1) + bytes * i;
    yield {
      start: table.readUInt32LE(4 * i),
      end: table.readUInt32LE(4 * i + 4),
      data: table.subarray(at, at + bytes),
    };
  }
}
