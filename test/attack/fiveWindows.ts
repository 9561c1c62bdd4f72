import { readFileSync } from 'node:fs';
import { collection, testFolder } from '../fixtures/testFolder';
import { ServerProcess } from '../server/childProcess';
import { type Attack, below, PATIENCE_MS, part } from './attackKind';
import { examine } from './builderRun';

const WINDOWS = 5;
/** Of a small share: one that writes, and two that wait. */
const FEW_WINDOWS = 3;
const FILES = 4;
const ARTICLES = 30;

/** Megabytes of memory of a process that are its own; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/**
 * Five windows open at once on one corpus that has no index yet, while files come and go and windows die: each knows all articles in the
 * end, the index is whole, and every window that was not killed ends in order.
 */
export const fiveWindows: Attack = async ({ share, next }) => {
  const folder = testFolder();
  const faults: string[] = [];
  const rounds = part(10, share);
  const atOnce = share < 0.1 ? FEW_WINDOWS : WINDOWS;
  let most = 0;
  let killed = 0;
  let articles = 0;
  const write = (name: string, from: number) => {
    folder.write(`${name}.jsonl`, collection(ARTICLES, 300, from));
    articles += ARTICLES;
  };
  const options = { corpus: [folder.corpus], storage: folder.storage, choices: `${folder.storage}.choices.jsonl` };
  const open = () => ServerProcess.start(options);
  try {
    for (let i = 0; i < FILES; i++) write(`${i}`, i * ARTICLES);
    const windows = await Promise.all(Array.from({ length: atOnce }, open));
    const allKnow = (step: string) =>
      Promise.all(
        windows.map((window, number) =>
          window
            .status(({ state, articles: known }) => state === 'ready' && known === articles, 0, PATIENCE_MS)
            .catch(() => {
              const { state, articles: known } = window.statuses.at(-1) ?? {};
              faults.push(`${step}: window ${number} is ${state} and knows ${known} of ${articles} articles`);
            }),
        ),
      );
    await allKnow('at the beginning');
    for (let round = 0; round < rounds && faults.length === 0; round++) {
      write(`新${round}`, (FILES + round) * ARTICLES);
      if (next() < 0.5) {
        const number = below(next, atOnce);
        windows[number]!.process.kill('SIGKILL');
        await windows[number]!.exited;
        windows[number] = await open();
        killed++;
      }
      await Promise.all(windows.map(window => window.complete('我们要扑下身子|')));
      await allKnow(`round ${round}`);
      most = Math.max(most, ...windows.map(({ process }) => memoryOf(process.pid)));
    }
    const codes = await Promise.all(windows.map(window => window.stop()));
    for (const [number, code] of codes.entries()) if (code !== 0) faults.push(`window ${number} ended with ${code}`);
    const found = await examine(folder.storage);
    if (found.damaged.length > 0 || found.articles !== articles)
      faults.push(
        `the index holds ${found.articles} of ${articles} articles, ${found.damaged.length} segments damaged`,
      );
  } finally {
    folder.remove();
  }
  return { counts: { rounds, 'windows killed': killed, articles, 'MB of the largest window': most }, faults };
};
