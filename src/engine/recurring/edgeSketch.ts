/** Cells for each form that is to be counted: few forms share one. */
const CELLS_A_FORM = 8;
const MOST_CELLS = 1 << 26;
const FULL = 255;

/**
 * How often each of very many texts has occurred, at least: a table of small counters, each shared by the texts that hash to it,
 * so that it takes the same memory whatever comes (a count-min sketch of one row). Sums do not depend on the order.
 */
export class EdgeSketch {
  private readonly cells: Uint8Array;

  /** `forms`: how many will be counted, at most. */
  constructor(forms: number) {
    this.cells = new Uint8Array(Math.min(MOST_CELLS, Math.max(1024, forms * CELLS_A_FORM)));
  }

  add(form: string): void {
    const cell = this.cellOf(form);
    if (this.cells[cell]! < FULL) this.cells[cell]!++;
  }

  /** Never below the truth, up to 255. */
  atMost(form: string): number {
    return this.cells[this.cellOf(form)]!;
  }

  private cellOf(form: string): number {
    return hash(form) % this.cells.length;
  }
}

/** FNV-1a over the code units, 32 bits, unsigned. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
