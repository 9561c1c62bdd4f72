/** Cells for each form that is to be counted: few forms share one. */
const CELLS_A_FORM = 8;
const MOST_CELLS = 1 << 26;
const FULL = 255;

/**
 * How often each of very many forms has occurred, at least: a table of small counters, each shared by the forms that fall on it,
 * so that it takes the same memory whatever comes (a count-min sketch of one row). Sums do not depend on the order.
 */
export class EdgeSketch {
  private readonly cells: Uint8Array;

  /** `forms`: how many will be counted, at most. */
  constructor(forms: number) {
    this.cells = new Uint8Array(Math.min(MOST_CELLS, Math.max(1024, forms * CELLS_A_FORM)));
  }

  /** `form`: a `formKey`. */
  add(form: number): void {
    const cell = form % this.cells.length;
    if (this.cells[cell]! < FULL) this.cells[cell]!++;
  }

  /** Never below the truth, up to 255. */
  atMost(form: number): number {
    return this.cells[form % this.cells.length]!;
  }
}
