import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fastKernel, type Kernel, plainKernel } from '../../../../src/engine/model/kernel';
import { runs } from '../../../fixtures/runs';

const VECTORS_AT = 1 << 15;
const SUMS_AT = 1 << 16;
const SIZE = 1 << 17;

/** The sums of one multiplication. */
function sums(kernel: Kernel, matrix: Int8Array, vectors: Int16Array, width: number): Int32Array {
  const rows = matrix.length / width;
  const count = vectors.length / width;
  const { buffer, byteOffset } = kernel.memory;
  new Int8Array(buffer, byteOffset).set(matrix);
  new Int16Array(buffer, byteOffset + VECTORS_AT).set(vectors);
  kernel.multiply(0, VECTORS_AT, SUMS_AT, rows, width, count);
  return new Int32Array(buffer, byteOffset + SUMS_AT, rows * count).slice();
}

describe('kernel', () => {
  const fast = fastKernel(SIZE);
  const plain = plainKernel(SIZE);

  it('runs here', () => assert.ok(fast));

  it('gives the same sums, fast or plain, to the last bit, whatever the numbers and however many', () => {
    const given = fc.record({
      fours: fc.integer({ min: 1, max: 4 }),
      sixteens: fc.integer({ min: 1, max: 5 }),
      count: fc.integer({ min: 1, max: 11 }),
    });
    fc.assert(
      fc.property(
        given,
        fc.infiniteStream(fc.integer({ min: -127, max: 127 })),
        fc.infiniteStream(fc.integer({ min: -32_768, max: 32_767 })),
        (sizes, bytes, numbers) => {
          const width = sizes.sixteens * 16;
          const matrix = Int8Array.from({ length: 4 * sizes.fours * width }, () => bytes.next().value);
          const vectors = Int16Array.from({ length: sizes.count * width }, () => numbers.next().value);
          const wanted = sums(plain, matrix, vectors, width);
          assert.deepEqual(sums(fast!, matrix, vectors, width), wanted);
          for (const kernel of [fast!, plain]) assert.equal(kernel.dotProduct(0, VECTORS_AT, width), wanted[0]);
        },
      ),
      runs(15),
    );
  });
});
