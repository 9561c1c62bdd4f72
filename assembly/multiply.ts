/**
 * Whole numbers of a matrix times whole numbers of some vectors, in WebAssembly, many at a time: what takes the language model's time
 * (`src/engine/model/kernel.ts`). What is read of the one is used for four rows, what is read of the other for two vectors, and for one
 * that is left. More at once want more registers than there are, and are slower.
 */

/** Makes room for so many bytes; returns where they begin, a multiple of 16. */
export function reserve(bytes: i32): usize {
  const from = (__heap_base + 15) & ~15;
  const pages = <i32>((from + bytes + 0xffff) >>> 16);
  if (pages > memory.size()) memory.grow(pages - memory.size());
  return from;
}

/**
 * `sums[n][row] = matrix[row] · vectors[n]` for `count` vectors. The matrix has 8 bits a number, the vectors 16, the sums 32; `rows` is
 * a multiple of 4, `width` of 16. Byte addresses, multiples of 16.
 */
export function multiply(matrix: usize, vectors: usize, sums: usize, rows: i32, width: i32, count: i32): void {
  const vectorBytes = (<usize>width) << 1;
  const sumBytes = (<usize>rows) << 2;
  let left = count;
  for (; left >= 2; left -= 2) {
    multiplyTwo(matrix, vectors, sums, rows, width);
    vectors += vectorBytes << 1;
    sums += sumBytes << 1;
  }
  if (left > 0) multiplyOne(matrix, vectors, sums, rows, width);
}

function multiplyTwo(matrix: usize, vectors: usize, sums: usize, rows: i32, width: i32): void {
  const vectorBytes = (<usize>width) << 1;
  const sumBytes = (<usize>rows) << 2;
  const last = sums + sumBytes;
  let w0 = matrix;
  for (let out = sums; out < last; out += 16) {
    const end = w0 + width;
    let w1 = end;
    let w2 = w1 + width;
    let w3 = w2 + width;
    let x = vectors;
    let y = vectors + vectorBytes;
    let a0 = i32x4.splat(0);
    let a1 = i32x4.splat(0);
    let a2 = i32x4.splat(0);
    let a3 = i32x4.splat(0);
    let b0 = i32x4.splat(0);
    let b1 = i32x4.splat(0);
    let b2 = i32x4.splat(0);
    let b3 = i32x4.splat(0);
    for (; w0 < end; w0 += 8) {
      const v = v128.load(x);
      const u = v128.load(y);
      const m0 = v128.load_ext<i8>(w0);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(m0, v));
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(m0, u));
      const m1 = v128.load_ext<i8>(w1);
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(m1, v));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(m1, u));
      const m2 = v128.load_ext<i8>(w2);
      a2 = i32x4.add(a2, i32x4.dot_i16x8_s(m2, v));
      b2 = i32x4.add(b2, i32x4.dot_i16x8_s(m2, u));
      const m3 = v128.load_ext<i8>(w3);
      a3 = i32x4.add(a3, i32x4.dot_i16x8_s(m3, v));
      b3 = i32x4.add(b3, i32x4.dot_i16x8_s(m3, u));
      x += 16;
      y += 16;
      w1 += 8;
      w2 += 8;
      w3 += 8;
    }
    v128.store(out, totals(a0, a1, a2, a3));
    v128.store(out + sumBytes, totals(b0, b1, b2, b3));
    w0 = w3;
  }
}

function multiplyOne(matrix: usize, vector: usize, sums: usize, rows: i32, width: i32): void {
  const last = sums + ((<usize>rows) << 2);
  let w0 = matrix;
  for (let out = sums; out < last; out += 16) {
    const end = w0 + width;
    let w1 = end;
    let w2 = w1 + width;
    let w3 = w2 + width;
    let x = vector;
    let a0 = i32x4.splat(0);
    let a1 = i32x4.splat(0);
    let a2 = i32x4.splat(0);
    let a3 = i32x4.splat(0);
    for (; w0 < end; w0 += 16) {
      const low = v128.load(x);
      const high = v128.load(x, 16);
      a0 = i32x4.add(a0, dot(w0, low, high));
      a1 = i32x4.add(a1, dot(w1, low, high));
      a2 = i32x4.add(a2, dot(w2, low, high));
      a3 = i32x4.add(a3, dot(w3, low, high));
      x += 32;
      w1 += 16;
      w2 += 16;
      w3 += 16;
    }
    v128.store(out, totals(a0, a1, a2, a3));
    w0 = w3;
  }
}

/** `row · vector`, both of `width` numbers: of a matrix of which few rows are asked about. */
export function dotProduct(row: usize, vector: usize, width: i32): i32 {
  const end = row + width;
  let sums = i32x4.splat(0);
  for (; row < end; row += 16) {
    sums = i32x4.add(sums, dot(row, v128.load(vector), v128.load(vector, 16)));
    vector += 32;
  }
  return i32x4.extract_lane(totals(sums, sums, sums, sums), 0);
}

/** Sixteen numbers of a row times sixteen of a vector, in two registers: four sums, to be added up at the end. */
function dot(row: usize, low: v128, high: v128): v128 {
  return i32x4.add(i32x4.dot_i16x8_s(v128.load_ext<i8>(row), low), i32x4.dot_i16x8_s(v128.load_ext<i8>(row, 8), high));
}

/** The sums of the lanes of each. */
function totals(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}
