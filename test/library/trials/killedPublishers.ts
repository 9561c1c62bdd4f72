import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { replicate } from '../../../src/library/replicate';
import { openStore } from '../../../src/library/store/openStore';
import { random } from '../../eval/random';
import { counts, made, endless as signal, type Trial } from './trial';

/** Every so many one is let live: how long that takes says when the next are killed. */
const LET_LIVE = 5;
const PATIENCE_MS = 120_000;

/**
 * Publishers of two versions, processes of their own, killed at random instants; now and then one is let live. A reader reads all the
 * while, and sees one of both versions, whole. In the first half something of the store has failed, where the place knows how.
 */
export const killedPublishers: Trial = async (place, material, { tell, fault }) => {
  const { name, to, from, disturb } = place;
  const { folder, first, second, corpus, later, kills, seed } = material;
  const replica = await made(join(folder, `killed-${name}`));
  const reader = await openStore(from('killedPublishers'));
  const versions = new Map([
    [await counts(first), 'first'],
    [await counts(second), 'second'],
  ]);
  const next = random(seed);
  const target = to('killedPublishers');
  const start = (isSecond: boolean) =>
    isSecond ? publisher(second, [...corpus, later], target) : publisher(first, corpus, target);

  // The one process takes so long undisturbed, once there is something to send.
  let undisturbed = 0;
  for (const isSecond of [true, false]) {
    const since = performance.now();
    await once(start(isSecond), 'exit');
    undisturbed = performance.now() - since;
  }

  const seen = { first: 0, second: 0 };
  const outcomes = { finished: 0, killed: 0 };
  let isOver = false;
  const reading = (async () => {
    for (let changes = 0; ; ) {
      const last = isOver;
      try {
        if ((await replicate(reader, { folder: replica, signal })) === 'new') changes++;
      } catch (error) {
        if (!disturb) fault(`a reader failed: ${error}`);
      }
      const version = versions.get(await counts(replica)) as keyof typeof seen | undefined;
      if (version) seen[version]++;
      else fault('a reader saw neither version whole');
      if (last) return changes;
      await pause(20);
    }
  })();
  const undo = await disturb?.();
  for (let kill = 0; kill < kills; kill++) {
    // To and fro, so that every one of them has something to publish.
    const child = start(kill % 2 === 0);
    const ended = once(child, 'exit');
    const since = performance.now();
    await Promise.race([ended, pause(kill % LET_LIVE === 0 ? PATIENCE_MS : next() * 1.2 * undisturbed)]);
    if (child.exitCode === 0) {
      outcomes.finished++;
      undisturbed = performance.now() - since;
    } else outcomes.killed++;
    child.kill('SIGKILL');
    await ended;
    if (kill === kills >> 1) await undo?.();
  }
  isOver = true;
  const changes = await reading;
  tell(
    `${kills} publishers (seed ${seed}): ${outcomes.killed} killed under way, ${outcomes.finished} had finished; ` +
      `a reader looked ${seen.first + seen.second} times and took ${changes} versions: ${seen.first} times the one, ${seen.second} the other, always whole`,
  );

  // What they left behind hinders nobody.
  await once(start(true), 'exit');
  await replicate(reader, { folder: replica, signal });
  if (versions.get(await counts(replica)) !== 'second') fault('after all the kills nobody could publish');
};

function publisher(storage: string, corpus: readonly string[], to: string): ChildProcess {
  const args = [resolve('dist/cli.js'), 'publish', ...corpus, '--storage', storage, '--to', to, '--json'];
  return spawn(process.execPath, args, { stdio: 'ignore' });
}
