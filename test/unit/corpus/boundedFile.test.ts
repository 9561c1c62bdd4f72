import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundedBytes, NoFileError } from '../../../src/corpus/boundedFile';
import { hashFile } from '../../../src/corpus/builder/hashFile';
import { formatOf } from '../../../src/corpus/formats/formats';
import { UnreadableFileError } from '../../../src/corpus/formats/unreadableFile';
import { corpusLimits } from '../../../src/corpus/limits';

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
});
