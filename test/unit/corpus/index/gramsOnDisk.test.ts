import assert from 'node:assert/strict';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gramsOnDisk } from '../../../../src/corpus/index/gramsOnDisk';
import { pagedSection } from '../../../../src/corpus/index/pageCache';
import { gramsAmong } from '../../../../src/engine/index/grams/grams';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

describe('gramsOnDisk', () => {
  const OFFSET = 64;
  /** Some pieces, the last not whole. */
  const bits = Uint8Array.from({ length: 150_001 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 24);
  const hashes = Uint32Array.from({ length: 5000 }, (_, i) => Math.imul(i + 1, 0x85ebca6b));
  let folder: TestFolder;
  let fd: number;
  const written = (bytes: Uint8Array) => {
    const path = join(folder.storage, 'grams');
    writeFileSync(path, Buffer.concat([Buffer.alloc(OFFSET), bytes, Buffer.alloc(OFFSET, 255)]));
    fd = openSync(path, 'r');
    return pagedSection(fd, OFFSET, bits.length);
  };
  beforeEach(() => {
    folder = testFolder();
    mkdirSync(folder.storage);
  });
  afterEach(() => {
    closeSync(fd);
    folder.remove();
  });

  it('says what the same bits in memory say', () => {
    const section = written(bits);
    const found = gramsOnDisk(section, hashes);
    assert.deepEqual(found, gramsAmong(bits, hashes));
    assert.ok(found!.includes(0) && found!.includes(1));
    const some = hashes.subarray(0, 40);
    assert.deepEqual(gramsOnDisk(section, some), gramsAmong(bits, some));
  });

  it('does not read all of them for a few', () => {
    assert.equal(gramsOnDisk(written(bits), hashes.subarray(0, 20)), undefined);
  });

  it('throws where the file has become shorter', () => {
    const section = written(bits.subarray(0, 70_000));
    assert.throws(() => gramsOnDisk(section, hashes), /shorter/);
  });
});
