import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnFolder } from '../../../../src/corpus/storage/ownFolder';
import { writeAtomic } from '../../../../src/corpus/storage/writeAtomic';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

describe('makeOwnFolder', () => {
  let folder: TestFolder;
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    folder = testFolder();
  });
  afterEach(() => folder?.remove());
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  it('makes a folder and files that nobody else can read', async () => {
    await makeOwnFolder(folder.storage);
    await writeAtomic(join(folder.storage, 'manifest.json'), [Buffer.from('{}')]);
    assert.equal(modeOf(folder.storage), 0o700);
    assert.equal(modeOf(join(folder.storage, 'manifest.json')), 0o600);
  });

  it('closes an index from before, and nothing else that lies beside it', async () => {
    mkdirSync(folder.storage);
    for (const name of ['manifest.json', 'a.segment', '别人的.txt']) {
      writeFileSync(join(folder.storage, name), 'x');
      chmodSync(join(folder.storage, name), 0o644);
    }
    await makeOwnFolder(folder.storage);
    assert.equal(modeOf(folder.storage), 0o700);
    assert.equal(modeOf(join(folder.storage, 'a.segment')), 0o600);
    assert.equal(modeOf(join(folder.storage, '别人的.txt')), 0o644);
  });

  it('leaves a folder alone that holds nothing of ours', async () => {
    mkdirSync(folder.storage);
    chmodSync(folder.storage, 0o755);
    await makeOwnFolder(folder.storage);
    assert.equal(modeOf(folder.storage), 0o755);
  });
});
