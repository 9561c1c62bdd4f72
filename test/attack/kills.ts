import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { collection, testFolder } from '../fixtures/testFolder';
import { type Attack, below, part } from './attackKind';
import { examine, startBuild } from './builderRun';

const FILES = 12;

/** Builders killed at any moment, while files come and go: the folder always holds a whole index, and the last build completes it. */
export const kills: Attack = async ({ share, next }) => {
  const folder = testFolder();
  const faults: string[] = [];
  const times = part(100, share);
  let before = 0;
  try {
    for (let i = 0; i < FILES; i++) folder.write(`${i}.jsonl`, collection(60, 400, i * 60));
    for (let time = 0; time < times && faults.length < 5; time++) {
      folder.write(`${below(next, FILES)}.jsonl`, collection(40 + below(next, 40), 400, time * 100));
      const run = startBuild(folder);
      await pause(below(next, 1_500));
      run.kill();
      await run.finished;
      if (!existsSync(folder.storage)) continue;
      const { damaged, articles, problem } = await examine(folder.storage);
      if (damaged.length > 0) faults.push(`kill ${time}: ${damaged.length} segments damaged`);
      if (problem !== null && !(problem === 'missing' && before === 0))
        faults.push(`kill ${time}: manifest ${problem}`);
      before = articles;
    }
    const result = await startBuild(folder).finished;
    if (result.type !== 'done') faults.push(`the last build: ${result.type}`);
    const { damaged, articles } = await examine(folder.storage);
    if (damaged.length > 0 || articles < FILES * 40) faults.push(`after the last build: ${articles} articles`);
  } finally {
    folder.remove();
  }
  return { counts: { kills: times }, faults };
};
