import assert from 'node:assert/strict';
import { sweep } from '../../../../src/corpus/builder/upkeep/sweep';
import { EMPTY_MANIFEST, type SegmentRecord } from '../../../../src/corpus/index/manifest';
import { readManifest, writeManifest } from '../../../../src/corpus/index/manifestFile';
import { type IndexLock, takeLock, waitForLockAt } from '../../../../src/corpus/storage/indexLock';
import type { World } from '../../../../src/corpus/storage/world';
import { writeAtomic } from '../../../../src/corpus/storage/writeAtomic';
import { withNote } from '../../../../src/corpus/writer/articleNotes';
import { BusyNotesError, changeNotes, readNotes } from '../../../../src/corpus/writer/notesFile';
import { random } from '../../../eval/random';
import { runs } from '../../../fixtures/runs';
import { MANNERS, SimulatedMachine } from './simulatedWorld';

/** Sequences of operations for each system: others at each run, but on the servers that build. */
const { numRuns: SEQUENCES } = runs(100);
const FIRST = process.env.CI ? 1 : Math.floor(Math.random() * 1e6);
/** In which something was lost once. */
const KNOWN = [417_925, 418_118];
const PROCESSES = 3;
const NOTES = 3;

/** As the editor has it on each system, with a name that can be written in two ways. */
const FOLDERS = {
  windows:
    'C:\\Users\\Administrator\\AppData\\Roaming\\Code\\User\\globalStorage\\fanben.fanben\\index\\0123456789abcdef',
  mac: '/Users/café/Library/Application Support/Code/User/globalStorage/fanben.fanben/index/0123456789abcdef',
  linux: '/home/writer/.config/Code/User/globalStorage/fanben.fanben/index/0123456789abcdef',
};

/** What is known of a run from outside. */
interface Seen {
  published: number;
  readonly noted: Set<string>;
  readonly holders: Set<number>;
}

for (const [system, manner] of Object.entries(MANNERS)) {
  describe(`an index on a disk as that of ${system}`, () => {
    const folder = FOLDERS[system as keyof typeof FOLDERS];
    const join = (name: string) => `${folder}${manner.separator}${name}`;

    /** A builder: takes the lock, writes a segment, names it in the manifest, clears away what is not named. */
    const build = async (world: World, pid: number, next: () => number, seen: Seen) => {
      const lock = await takeLock(folder, world);
      if (!lock) return;
      assert.deepEqual([...seen.holders], [], 'two hold the lock');
      seen.holders.add(pid);
      try {
        const found = await readManifest(folder, world);
        assert.ok(found !== 'damaged' && found !== 'foreign', `the manifest is ${found}`);
        const before = found === 'missing' ? [] : found.segments;
        const id = Math.floor(next() * 2 ** 32)
          .toString(16)
          .padStart(16, '0');
        await writeAtomic(join(`${id}.segment`), [Buffer.from('text of a segment')], world);
        const record: SegmentRecord = { id, characters: 1, articles: 1, bytes: 1 };
        // Now and then two become one.
        const segments = [...(next() < 0.5 ? before : before.slice(1)), record];
        if (!(await lock.isHeld())) return;
        await writeManifest(folder, { ...EMPTY_MANIFEST, segments }, world);
        seen.published++;
        await sweep(folder, { segments }, world);
      } finally {
        seen.holders.delete(pid);
        await lock.release();
      }
    };
    /** A server: opens what the manifest names; a newer manifest explains what is gone. */
    const read = async (world: World) => {
      for (let tries = 0; tries < 20; tries++) {
        const found = await readManifest(folder, world);
        assert.ok(found !== 'damaged' && found !== 'foreign', `the manifest is ${found}`);
        if (found === 'missing') return;
        const texts = await Promise.all(
          found.segments.map(({ id }) => world.files.read(join(`${id}.segment`)).catch(() => null)),
        );
        if (texts.every(text => text !== null)) {
          for (const text of texts) assert.equal(text?.toString(), 'text of a segment');
          return;
        }
      }
      assert.fail('the manifest names what is not there');
    };
    const note = async (world: World, name: string, seen: Seen) => {
      const file = { path: `/稿/${name}.txt`, hash: name };
      await changeNotes(`${folder}.notes.json`, notes => withNote(notes, file, 0, { title: name }), undefined, world);
      seen.noted.add(name);
    };

    it('stays whole in any order of steps, whoever is killed when, and whoever looks into its files', async () => {
      for (const seed of [...KNOWN, ...Array.from({ length: SEQUENCES }, (_, i) => FIRST + i)]) {
        const next = random(seed);
        const machine = new SimulatedMachine(manner, next);
        const seen: Seen = { published: 0, noted: new Set(), holders: new Set() };
        const acts = async (pid: number) => {
          const world = machine.world(pid);
          for (let turn = 0; turn < 4; turn++) {
            const kind = next();
            // Daylight saving, a battery that is empty, a server of the time.
            if (next() < 0.1) machine.setClock((next() - 0.5) * 1e11 * next() ** 20);
            if (kind < 0.5) await build(world, pid, next, seen);
            else if (kind < 0.8) await read(world);
            else await note(world, `${pid}-${turn}`, seen);
          }
        };
        const processes = Array.from({ length: PROCESSES }, (_, pid) => {
          const acting = acts(pid);
          const killed =
            next() < 0.3
              ? machine
                  .world(99)
                  .clock.pause(Math.floor(next() * 150))
                  .then(() => {
                    machine.kill(pid);
                    seen.holders.delete(pid);
                  })
              : new Promise(() => undefined);
          return Promise.race([acting, killed]);
        });
        const last = async () => {
          await Promise.all(processes);
          // Whoever comes afterwards can read and write.
          const world = machine.world(PROCESSES);
          const before = seen.published;
          // A lock that could not be removed grows stale: whoever waits for it looks again and again.
          for (let tries = 0; tries < 60 && seen.published === before; tries++) {
            await build(world, PROCESSES, next, seen);
            await world.clock.pause(500);
          }
          assert.equal(seen.published, before + 1, 'the lock of a dead process stands');
          await read(world);
          for (let i = 0; i < NOTES; i++) await note(world, `last-${i}`, seen);
          const { notes } = await readNotes(`${folder}.notes.json`, undefined, world);
          const titles = new Set(notes.map(({ title }) => title));
          for (const name of seen.noted) assert.ok(titles.has(name), `note ${name} is lost`);
        };
        try {
          await machine.run(last());
        } catch (error) {
          throw new Error(`seed ${seed}, step ${machine.steps}: ${(error as Error).message}`, { cause: error });
        }
      }
    }).timeout(120_000);
  });
}

describe('the lock', () => {
  for (const [how, ms] of [
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ] as const) {
    const setUp = () => {
      const machine = new SimulatedMachine(MANNERS.linux, random(1));
      const elsewhere = { ...machine.world(2), writer: { ...machine.world(2).writer, host: 'there' } };
      return { machine, elsewhere };
    };

    it(`is not taken from the living when the clock is set ${how}, and from the dead it is`, async () => {
      const { machine, elsewhere } = setUp();
      await machine.run(
        (async () => {
          assert.ok(await takeLock('/index', machine.world(1)));
          machine.setClock(ms);
          assert.equal(await takeLock('/index', machine.world(3)), null);
          assert.equal(await takeLock('/index', elsewhere), null);
          machine.kill(1);
          machine.setClock(-2 * ms);
          assert.ok(await takeLock('/index', elsewhere));
        })(),
      );
    });

    it(`is waited for as long as was said, also when the clock is set ${how} again and again`, async () => {
      const { machine, elsewhere } = setUp();
      await machine.run(
        (async () => {
          assert.ok(await takeLock('/index', machine.world(1)));
          let pauses = 0;
          const pause = (milliseconds: number) => {
            pauses++;
            machine.setClock(ms);
            return elsewhere.clock.pause(milliseconds);
          };
          assert.equal(
            await waitForLockAt('/index/lock', 5_000, { ...elsewhere, clock: { ...elsewhere.clock, pause } }),
            null,
          );
          assert.ok(pauses >= 25 && pauses <= 60, `${pauses} pauses`);
        })(),
      );
    });
  }

  it('of a dead process is taken over by one, though another was kept waiting that had seen it dead, too', async () => {
    const machine = new SimulatedMachine(MANNERS.windows, random(1));
    const [quick, slow] = [machine.world(2), machine.world(3)];
    const raced = async () => {
      assert.ok(await takeLock('C:\\index', machine.world(1)));
      machine.kill(1);
      let byQuick: IndexLock | null | undefined;
      const rename: World['files']['rename'] = async (from, to) => {
        if (byQuick !== undefined) return slow.files.rename(from, to);
        byQuick = await takeLock('C:\\index', quick);
        throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      };
      assert.equal(await takeLock('C:\\index', { ...slow, files: { ...slow.files, rename } }), null);
      assert.ok(await byQuick?.isHeld());
    };
    await machine.run(raced());
  });

  it('is waited for by who notes something, and nothing is written without it', async () => {
    const machine = new SimulatedMachine(MANNERS.windows, random(1));
    const [other, world] = [machine.world(1), machine.world(2)];
    const path = 'C:\\notes.json';
    const noted = async () => {
      assert.ok(await waitForLockAt(`${path}.lock`, 0, other)); // it hangs, and its heart beats
      const change = changeNotes(path, notes => withNote(notes, { path: '甲', hash: '甲' }, 0, {}), undefined, world);
      await assert.rejects(change, BusyNotesError);
      assert.deepEqual((await readNotes(path, undefined, world)).notes, []);
    };
    await machine.run(noted());
  });

  it('that cannot be removed fails nobody: what it was held for is done', async () => {
    const machine = new SimulatedMachine(MANNERS.windows, random(1));
    const world = machine.world(1);
    const stubborn: World = {
      ...world,
      files: { ...world.files, remove: () => Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' })) },
    };
    const held = async () => {
      const lock = await takeLock('C:\\index', stubborn);
      assert.ok(lock);
      await lock.release();
      // Nobody else has it as long as its holder lives; then another takes it.
      assert.equal(await takeLock('C:\\index', machine.world(2)), null);
      machine.kill(1);
      assert.ok(await takeLock('C:\\index', machine.world(3)));
    };
    await machine.run(held());
  });
});
