import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeNamed } from '../../../../src/corpus/storage/writeNamed';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

const NEW = Buffer.from('新');

describe('a file that the user has named', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  it('is made, or replaced whole, and nothing is left beside it', async () => {
    const path = folder.path('稿.docx');
    await writeNamed(path, [Buffer.from('旧'), NEW]);
    await writeNamed(path, [NEW]);
    assert.equal(readFileSync(path, 'utf8'), '新');
    assert.deepEqual(readdirSync(folder.corpus), ['稿.docx']);
  });

  it('is written through a link, which stays one', async () => {
    const [target, link] = [folder.write('真.docx', '旧'), folder.path('稿.docx')];
    try {
      symlinkSync(target, link);
    } catch {
      return; // Windows lets not everybody make links
    }
    await writeNamed(link, [NEW]);
    assert.equal(readFileSync(target, 'utf8'), '新');
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  it('that is a pipe or a device is written into, not replaced', async function () {
    if (process.platform === 'win32') this.skip();
    const pipe = folder.path('管道');
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([readFile(pipe, 'utf8'), writeNamed(pipe, [NEW])]);
    assert.equal(read, '新');
    assert.ok(lstatSync(pipe).isFIFO());
  });

  it('that is a folder fails by name', async () => {
    await assert.rejects(writeNamed(folder.corpus, [NEW]), /EISDIR|EPERM|EACCES/);
  });
});
