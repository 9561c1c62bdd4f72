import bytes from '../../../assembly/multiply.wasm';

/** Multiplies in a memory of its own, in whole numbers: every implementation gives the same sums. */
export interface Kernel {
  /** Whoever uses the kernel divides it up. */
  readonly memory: Uint8Array;
  /**
   * `sums[n][row] = matrix[row] · vectors[n]` for `count` vectors. The arguments before `rows` are places in the memory, at
   * multiples of 16: a matrix of bytes, vectors of 16 bits a number, sums of 32. `rows` is a multiple of 4, `width` of 16.
   */
  multiply(matrix: number, vectors: number, sums: number, rows: number, width: number, count: number): void;
  /** `row · vector`, likewise. */
  dotProduct(row: number, vector: number, width: number): number;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  readonly multiply: Kernel['multiply'];
  readonly dotProduct: Kernel['dotProduct'];
}

/** The kernel of `assembly/multiply.ts`; undefined where this machine does not run it (no WebAssembly, or none of vectors). */
export function fastKernel(memoryBytes: number): Kernel | undefined {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined;
  const exports = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Exports;
  const from = exports.reserve(memoryBytes);
  return {
    memory: new Uint8Array(exports.memory.buffer, from, memoryBytes),
    multiply: (matrix, vectors, sums, rows, width, count) =>
      exports.multiply(from + matrix, from + vectors, from + sums, rows, width, count),
    dotProduct: (row, vector, width) => exports.dotProduct(from + row, from + vector, width),
  };
}

/** The same, said plainly: what the fast one is held against. Thirty times slower. */
export function plainKernel(memoryBytes: number): Kernel {
  const memory = new Uint8Array(memoryBytes);
  const numbers = new Int16Array(memory.buffer);
  const bytes = new Int8Array(memory.buffer);
  const dotProduct = (row: number, vector: number, width: number): number => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += bytes[row + i]! * numbers[vector / 2 + i]!;
    return sum;
  };
  return {
    memory,
    dotProduct,
    multiply(matrix, vectors, sums, rows, width, count) {
      const found = new Int32Array(memory.buffer, sums, count * rows);
      for (let n = 0; n < count; n++)
        for (let row = 0; row < rows; row++)
          found[n * rows + row] = dotProduct(matrix + row * width, vectors + 2 * n * width, width);
    },
  };
}
