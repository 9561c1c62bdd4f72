import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { changeIgnored, readIgnored } from '../../../../src/corpus/check/ignoredProblems';
import { useTestFolder } from '../../../fixtures/testFolder';

describe('problems that are not to be shown again', () => {
  const folder = useTestFolder();

  it('are kept whole, whoever adds to them at the same moment', async () => {
    const path = join(folder.storage, 'ignored.json');
    const drafts = Array.from({ length: 8 }, (_, i) => `file:///稿/${i}.gao`);
    const add = (uri: string) => changeIgnored(path, now => new Map([...now, [uri, [{ code: 'width', text: ',' }]]]));
    await Promise.all(drafts.map(add));
    assert.deepEqual([...(await readIgnored(path)).keys()].sort(), drafts);
    assert.deepEqual(readdirSync(folder.storage), ['ignored.json']);
  });

  it('are left alone where their file is none of ours', async () => {
    const path = join(folder.storage, 'ignored.json');
    mkdirSync(path, { recursive: true });
    await assert.rejects(changeIgnored(path, now => now));
    assert.deepEqual(readdirSync(folder.storage), ['ignored.json']);
  });
});
