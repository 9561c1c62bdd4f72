import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { wholeLines } from '../../../../src/cli/serving/wholeLines';

/** What is handed on of pieces that come one after the other. */
async function handedOn(pieces: readonly string[], most: number): Promise<string[]> {
  const lines = Readable.from(pieces.map(piece => Buffer.from(piece))).pipe(wholeLines(most));
  const handed: string[] = [];
  for await (const piece of lines) handed.push(String(piece));
  return handed;
}

describe('wholeLines', () => {
  it('hands on every line whole, wherever the pieces end, and nothing that is none', async () => {
    const piece = fc.string({ unit: fc.constantFrom('{', '落', '\n'), minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async pieces => {
        const handed = await handedOn(pieces, 1_000);
        const said = pieces.join('');
        assert.equal(handed.join(''), said.slice(0, said.lastIndexOf('\n') + 1));
        for (const one of handed) assert.ok(one.endsWith('\n'));
      }),
    );
  });

  it('fails where a line is longer than may be, and not where many together are', async () => {
    const short = `${'x'.repeat(9)}\n`;
    assert.equal((await handedOn(Array<string>(50).fill(short), 10)).join('').length, 500);
    await assert.rejects(handedOn(['xxxxx', 'xxxxx', 'x'], 10), RangeError);
  });
});
