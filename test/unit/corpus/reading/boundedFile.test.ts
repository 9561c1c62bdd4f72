import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashFile } from '../../../../src/corpus/builder/importing/hashFile';
import { formatOf } from '../../../../src/corpus/formats/formats';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { corpusLimits } from '../../../../src/corpus/limits';
import { boundedBytes, NoFileError, openRegular, StalledReadError } from '../../../../src/corpus/reading/boundedFile';

describe('reading of files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fanben-bounded-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const beyond = (bytes: number) => new Error(`more: ${bytes}`);

  it('gives all bytes of a file, whatever its size', async () => {
    const path = join(folder, 'a.txt');
    for (const size of [0, 1, 1 << 20, (1 << 20) + 1, 3 << 20]) {
      const bytes = Buffer.alloc(size, '讲');
      writeFileSync(path, bytes);
      assert.deepEqual(await boundedBytes(path, size, beyond), bytes);
      if (size > 0) await assert.rejects(boundedBytes(path, size - 1, beyond), /more/);
    }
  });

  it('counts what it reads, not what the file system says', async () => {
    const path = join(folder, 'grows.txt');
    writeFileSync(path, '讲话');
    const hash = await hashFile(path, 0);
    assert.equal(await hashFile(path, 6), hash);
    truncateSync(path, corpusLimits.growthBytes + 7);
    await assert.rejects(hashFile(path, 6), (error: unknown) => {
      assert.ok(error instanceof UnreadableFileError);
      return error.reason.kind === 'too-large';
    });
    appendFileSync(path, '。');
    await assert.rejects(hashFile(path, 6), UnreadableFileError);
  });

  it('says that a folder is none', async () => {
    await assert.rejects(boundedBytes(folder, 10, beyond), { code: 'EISDIR' });
  });

  it('waits for nobody at the other end of a pipe', async function () {
    if (process.platform === 'win32') return this.skip();
    const path = join(folder, '讲话.txt');
    execFileSync('mkfifo', [path]);
    await assert.rejects(boundedBytes(path, 10, beyond), NoFileError);
    await assert.rejects(hashFile(path, 0), NoFileError);
    await assert.rejects(formatOf(path), UnreadableFileError);
  });

  describe('behind which nothing comes', () => {
    /** A door to a file system that does not answer, or not soon. */
    const door = (read: (at: number) => Promise<number>) => {
      const seen = { closed: 0 };
      const file = {
        read: async (buffer: Buffer, _offset: number, _length: number, at: number) => ({
          bytesRead: await read(at),
          buffer,
        }),
        close: async () => {
          seen.closed++;
        },
      } as unknown as Pick<FileHandle, 'read' | 'close'>;
      return { seen, open: async () => file };
    };
    const never = new Promise<never>(() => undefined);

    it('is given up after a while, and nobody waits until it can be closed', async () => {
      const { open } = door(() => never);
      const closing = { open: async (path: string) => ({ ...(await open()), close: () => never, path }) };
      await assert.rejects(boundedBytes('讲话.txt', 100, beyond, { stalledMs: 5, ...closing }), StalledReadError);
      await assert.rejects(boundedBytes('讲话.txt', 100, beyond, { open: () => openRegular('讲话.txt') }), {
        code: 'ENOENT',
      });
    });

    it('after some of it is given up, too', async () => {
      const { open, seen } = door(at => (at < 10 ? Promise.resolve(5) : never));
      await assert.rejects(boundedBytes('讲话.txt', 100, beyond, { stalledMs: 5, open }), StalledReadError);
      assert.equal(seen.closed, 1);
    });

    it('but drop by drop, without end, is given up by the time it has taken', async () => {
      let [clock, drops] = [0, 0];
      const { open, seen } = door(() => {
        clock += 10_000;
        return Promise.resolve(++drops && 1);
      });
      const drip = boundedBytes('讲话.txt', 1 << 30, beyond, { stalledMs: 20_000, open, now: () => clock });
      await assert.rejects(drip, StalledReadError);
      assert.ok(drops < 10, `${drops} drops`);
      assert.equal(seen.closed, 1);
    });

    it('without end is given up by its bytes', async () => {
      const { open } = door(() => Promise.resolve(1 << 10));
      await assert.rejects(boundedBytes('讲话.txt', 1 << 16, beyond, { open }), /more/);
    });

    it('slowly is read to its end', async () => {
      let clock = 0;
      const size = 3 << 20;
      const { open } = door(at => {
        clock += 5_000; // 200 kB a second
        return Promise.resolve(Math.min(1 << 20, size - at));
      });
      const read = await boundedBytes('讲话.txt', size, beyond, { open, now: () => clock });
      assert.equal(read.length, size);
    });
  });
});
