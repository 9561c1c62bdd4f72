import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeOrphans } from '../../../../src/corpus/index/orphanIndexes';
import { takeLock } from '../../../../src/corpus/storage/indexLock';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

const [MINE, YOURS, ORPHAN] = ['1', '2', '3'].map(digit => digit.repeat(16)) as [string, string, string];
const DAY_MS = 24 * 60 * 60 * 1000;

describe('removeOrphans', () => {
  let folder: TestFolder;
  let indexes: string;
  const use = (digit: string) => join(folder.storage, 'uses', digit.repeat(16));
  const run = (now = Date.now()) => removeOrphans(join(indexes, MINE), indexes, use('a'), now);
  beforeEach(() => {
    folder = testFolder();
    indexes = join(folder.storage, 'index');
    for (const name of [MINE, YOURS, ORPHAN]) {
      mkdirSync(join(indexes, name), { recursive: true });
      writeFileSync(join(indexes, name, 'manifest.json'), '{}');
    }
    mkdirSync(join(folder.storage, 'uses'));
    writeFileSync(use('b'), YOURS);
  });
  afterEach(() => folder.remove());

  it('keeps what a workspace uses, and removes what none does', async () => {
    await run();
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS]);
    assert.equal(readFileSync(use('a'), 'utf8'), MINE);
  });

  it('removes the index that this workspace used before', async () => {
    writeFileSync(use('a'), ORPHAN);
    await run();
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS]);
  });

  it('leaves what is being written, and whatever is no index', async () => {
    const lock = await takeLock(join(indexes, ORPHAN));
    mkdirSync(join(indexes, '我的稿子'));
    writeFileSync(join(indexes, '4'.repeat(16)), '');
    await run();
    await lock?.release();
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS, ORPHAN, '4'.repeat(16), '我的稿子']);
    await run();
    assert.equal(existsSync(join(indexes, ORPHAN)), false);
  });

  it('forgets a workspace that was not opened for long, and was found so days ago', async () => {
    await run(Date.now() + 91 * DAY_MS);
    await run(Date.now() + 95 * DAY_MS);
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS]);
    await run(Date.now() + 99 * DAY_MS);
    assert.deepEqual(readdirSync(indexes), [MINE]);
    assert.deepEqual(readdirSync(join(folder.storage, 'uses')), ['a'.repeat(16)]);
  });

  it('forgets nothing where the clock is set a year forward for days and back again', async () => {
    await run(Date.now() + 365 * DAY_MS);
    await run(Date.now() + 371 * DAY_MS);
    await run();
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS]);
    // It is opened, not opened for long, and for long again: what was seen with the wrong clock does not count.
    writeFileSync(use('b'), YOURS);
    await run(Date.now() + 91 * DAY_MS);
    await run(Date.now() + 92 * DAY_MS);
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS]);
    await run(Date.now() + 99 * DAY_MS);
    assert.deepEqual(readdirSync(indexes), [MINE]);
  });

  it('counts anew where a workspace was opened meanwhile', async () => {
    await run(Date.now() + 91 * DAY_MS);
    const opened = Date.now() / 1000 + 92 * 24 * 3600;
    utimesSync(use('b'), opened, opened);
    await run(Date.now() + 183 * DAY_MS);
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS]);
  });

  it('believes no clock that had lost its battery, and counts from when it was set again', async () => {
    utimesSync(use('b'), 946_684_800, 946_684_800); // 2000
    await run();
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS]);
    for (const days of [91, 99]) await run(Date.now() + days * DAY_MS);
    assert.deepEqual(readdirSync(indexes), [MINE]);
  });

  it('removes nothing where it cannot be known what is used', async () => {
    mkdirSync(use('c'));
    await run();
    assert.deepEqual(readdirSync(indexes).sort(), [MINE, YOURS, ORPHAN]);
  });
});
