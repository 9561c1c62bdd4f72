import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isLocked, takeLock } from '../../../src/corpus/storage/indexLock';
import { useTestFolder } from '../../fixtures/testFolder';

describe('takeLock', () => {
  const folder = useTestFolder();
  beforeEach(() => {
    mkdirSync(folder.storage);
  });

  const leave = (holder: object, ageMs = 0) => {
    const path = join(folder.storage, 'lock');
    writeFileSync(path, JSON.stringify(holder));
    const then = new Date(Date.now() - ageMs);
    utimesSync(path, then, then);
  };
  const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

  it('is for one at a time', async () => {
    const first = await takeLock(folder.storage);
    assert.ok(first && (await first.isHeld()) && (await isLocked(folder.storage)));
    assert.equal(await takeLock(folder.storage), null);
    await first.release();
    assert.equal(await isLocked(folder.storage), false);
    const second = await takeLock(folder.storage);
    assert.ok(second);
    await second.release();
    assert.deepEqual(readdirSync(folder.storage), []);
  });

  it('is taken over from a dead process, by one of those who try', async () => {
    leave({ pid: deadPid(), host: hostname(), token: 'dead' });
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeLock(folder.storage)));
    const holders = taken.filter(lock => lock !== null);
    const held = await Promise.all(holders.map(lock => lock.isHeld()));
    assert.equal(held.filter(Boolean).length, 1);
    await Promise.all(holders.map(lock => lock.release()));
  });

  it('is taken over when its heart has stopped, also from another machine', async function () {
    leave({ pid: process.pid, host: 'another-machine', token: 'far' });
    assert.equal(await takeLock(folder.storage), null);
    leave({ pid: process.pid, host: 'another-machine', token: 'far' }, 60_000);
    this.timeout(30_000);
    const lock = await takeLock(folder.storage);
    assert.ok(lock);
    await lock.release();
  });

  it('of another machine is judged by its heart, not by our clock', async function () {
    this.timeout(30_000);
    const path = join(folder.storage, 'lock');
    const far = { pid: 1, host: 'another-machine', token: 'far' };
    for (const ageMs of [60_000, -3_600_000]) {
      leave(far, ageMs);
      let beats = 0;
      const heart = setInterval(() => {
        const then = new Date(Date.now() - ageMs + ++beats);
        utimesSync(path, then, then);
      }, 500);
      assert.equal(await takeLock(folder.storage), null);
      clearInterval(heart);
      const lock = await takeLock(folder.storage);
      assert.ok(lock, `a lock ${ageMs} ms old whose heart has stopped`);
      await lock.release();
    }
  });

  it('is not released by one who has lost it', async () => {
    const lock = await takeLock(folder.storage);
    leave({ pid: process.pid, host: hostname(), token: 'other' });
    assert.equal(await lock!.isHeld(), false);
    await lock!.release();
    assert.equal(await isLocked(folder.storage), true);
  });
});
