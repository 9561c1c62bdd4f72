import assert from 'node:assert/strict';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { PlainInflate } from '../../../../src/corpus/formats/pdf/plainInflate';

/** Asks as the library does. */
async function unpacked(bytes: Uint8Array): Promise<string> {
  const { readable, writable } = new PlainInflate();
  const writer = writable.getWriter();
  await writer.ready;
  writer.write(bytes).then(() => writer.close());
  const chunks: Uint8Array[] = [];
  for await (const chunk of readable) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('what pdf.js unpacks with', () => {
  it('gives what was packed', async () => {
    for (const text of ['', '0 0 m', 'BT '.repeat(50_000)]) assert.equal(await unpacked(deflateSync(text)), text);
  });

  it('fails where it is damaged, so that the library reads it as far as it goes', async () => {
    await assert.rejects(unpacked(deflateSync('BT ET '.repeat(100)).subarray(0, 12)));
    await assert.rejects(unpacked(Buffer.from('no zlib at all')));
  });

  it('holds nothing where it is a bomb', async () => {
    // Four megabytes packed once, again and again: none of these pieces is the last.
    const piece = deflateRawSync(Buffer.alloc(4 << 20), { finishFlush: constants.Z_FULL_FLUSH });
    const head = deflateSync('').subarray(0, 2);
    assert.equal(await unpacked(Buffer.concat([head, ...Array<Buffer>(65).fill(piece)])), '');
  });
});
