import assert from 'node:assert/strict';
import { crc32 } from '../../../../src/corpus/storage/checksum';
import { DamagedModelError, decodeModel, MODEL_VERSION } from '../../../../src/engine/model/modelFile';
import { ALPHABET, tinyModelBytes, withHeader } from './tinyModel';

const decode = (bytes: Uint8Array) => decodeModel(bytes, crc32);

describe('modelFile', () => {
  const bytes = tinyModelBytes(1);

  it('reads the weights, wherever the bytes lie', () => {
    for (const shift of [0, 1, 16]) {
      const shifted = new Uint8Array(bytes.length + shift).subarray(shift);
      shifted.set(bytes);
      const { alphabet, units, embedding, wx, wh, wp } = decode(shifted);
      assert.equal(String.fromCharCode(...alphabet), ALPHABET);
      assert.deepEqual(
        [embedding, wx, wh, wp].map(({ rows, width }) => [rows, width]),
        [
          [ALPHABET.length + 3, 16],
          [96, 16],
          [96, 32],
          [16, 32],
        ],
      );
      assert.equal(units, 32);
      assert.deepEqual(wh.bytes, decode(bytes).wh.bytes);
    }
  });

  it('refuses bytes of which one is changed, missing or too many', () => {
    for (let at = 0; at < bytes.length; at++) {
      if (at >= 32 && at < 64) continue; // padding of the header
      const changed = bytes.slice();
      changed[at]! ^= 0x10;
      assert.throws(() => decode(changed), DamagedModelError, `byte ${at}`);
    }
    assert.throws(() => decode(bytes.subarray(0, bytes.length - 16)), DamagedModelError);
    assert.throws(() => decode(Uint8Array.from([...bytes, 0])), DamagedModelError);
    assert.throws(() => decode(new Uint8Array()), DamagedModelError);
  });

  it('refuses, with every checksum right, sizes that are not its own, and numbers that are none', () => {
    const vocabulary = ALPHABET.length + 3;
    for (const sizes of [
      [MODEL_VERSION + 1, 32, 16, vocabulary],
      [MODEL_VERSION, 0, 16, vocabulary],
      [MODEL_VERSION, 24, 16, vocabulary],
      [MODEL_VERSION, 32, 1 << 30, vocabulary],
      [MODEL_VERSION, 32, 16, 0xffffffff],
    ]) {
      assert.throws(() => decode(withHeader(bytes.slice(), sizes)), DamagedModelError, sizes.join());
    }
    const infinite = bytes.slice();
    // The first scale stands behind the alphabet.
    const at = 64 + Math.ceil((2 * ALPHABET.length) / 4) * 4;
    new DataView(infinite.buffer).setFloat32(at, Number.POSITIVE_INFINITY, true);
    assert.throws(() => decode(withHeader(infinite, [MODEL_VERSION, 32, 16, vocabulary])), DamagedModelError);
  });
});
