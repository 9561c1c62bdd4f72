/**
 * Whole numbers of a matrix times whole numbers of some vectors, in WebAssembly, many at a time: what takes the language model's time
 * (`src/engine/model/kernel.ts`). What is read of the one is used four times: a row with four vectors, then each vector that is left
 * with four rows. More at once want more registers than there are, and are slower.
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
  for (; left >= 4; left -= 4) {
    multiplyFour(matrix, vectors, sums, rows, width);
    vectors += vectorBytes << 2;
    sums += sumBytes << 2;
  }
  for (; left > 0; left--) {
    multiplyOne(matrix, vectors, sums, rows, width);
    vectors += vectorBytes;
    sums += sumBytes;
  }
}

function multiplyFour(matrix: usize, vectors: usize, sums: usize, rows: i32, width: i32): void {
  const vectorBytes = (<usize>width) << 1;
  const sumBytes = (<usize>rows) << 2;
  const last = sums + sumBytes;
  let w = matrix;
  for (let out = sums; out < last; out += 4) {
    const end = w + width;
    let x0 = vectors;
    let x1 = x0 + vectorBytes;
    let x2 = x1 + vectorBytes;
    let x3 = x2 + vectorBytes;
    let a0 = i32x4.splat(0);
    let a1 = i32x4.splat(0);
    let a2 = i32x4.splat(0);
    let a3 = i32x4.splat(0);
    for (; w < end; w += 16) {
      const low = v128.load_ext<i8>(w);
      const high = v128.load_ext<i8>(w, 8);
      a0 = i32x4.add(a0, dot(low, high, x0));
      a1 = i32x4.add(a1, dot(low, high, x1));
      a2 = i32x4.add(a2, dot(low, high, x2));
      a3 = i32x4.add(a3, dot(low, high, x3));
      x0 += 32;
      x1 += 32;
      x2 += 32;
      x3 += 32;
    }
    store<i32>(out, total(a0));
    store<i32>(out + sumBytes, total(a1));
    store<i32>(out + 2 * sumBytes, total(a2));
    store<i32>(out + 3 * sumBytes, total(a3));
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
      a0 = i32x4.add(a0, dot(v128.load_ext<i8>(w0), v128.load_ext<i8>(w0, 8), x));
      a1 = i32x4.add(a1, dot(v128.load_ext<i8>(w1), v128.load_ext<i8>(w1, 8), x));
      a2 = i32x4.add(a2, dot(v128.load_ext<i8>(w2), v128.load_ext<i8>(w2, 8), x));
      a3 = i32x4.add(a3, dot(v128.load_ext<i8>(w3), v128.load_ext<i8>(w3, 8), x));
      x += 32;
      w1 += 16;
      w2 += 16;
      w3 += 16;
    }
    store<i32>(out, total(a0));
    store<i32>(out, total(a1), 4);
    store<i32>(out, total(a2), 8);
    store<i32>(out, total(a3), 12);
    w0 = w3;
  }
}

/** Sixteen numbers of a row, in two registers, times sixteen of a vector: four sums, to be added up at the end. */
function dot(low: v128, high: v128, vector: usize): v128 {
  return i32x4.add(i32x4.dot_i16x8_s(low, v128.load(vector)), i32x4.dot_i16x8_s(high, v128.load(vector, 16)));
}

function total(sums: v128): i32 {
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
}
