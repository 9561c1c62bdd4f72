import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readManifest } from '../../src/corpus/index/manifestFile';
import { runBuilder } from '../../src/corpus/runBuilder';
import { type TestFolder, testFolder } from '../fixtures/testFolder';
import { type Attack, part } from './attackKind';
import { HOSTILE_DOCUMENTS } from './hostileDocuments';

/** Memory of a builder, library and dictionary included: 64 MB of text take 600 to 700 in one line as in thousands of articles. Megabytes. */
const MOST_MB = 800;
/** What a builder may take: a file that takes longer is stopped and named after a minute. Seconds of processor time. */
const MOST_SECONDS = 75;
const LOOK_MS = 50;
/** A second of the system's clock. */
const TICKS = 100;

/**
 * Documents of every format that are damaged, endless, or expand without end, each in a folder with a good one: the build ends in time
 * and in its memory, no builder dies, the good article is there, and the bad file is an article or a row with its reason.
 */
export const hostileFiles: Attack = async ({ share, next }) => {
  const faults: string[] = [];
  const kinds = Object.entries(HOSTILE_DOCUMENTS)
    .map(([kind, make]) => ({ kind, make, key: next() }))
    .sort((a, b) => a.key - b.key);
  const chosen = kinds.slice(0, part(kinds.length, share));
  const worst = { seconds: 0, megabytes: 0 };
  for (const { kind, make } of chosen) {
    const folder = testFolder();
    try {
      folder.writeSpeech('好.txt', 1);
      if (share >= 0.5) process.stdout.write(`  ${kind}: `);
      const [name, content] = make(next);
      const path = folder.write(name, content);
      const { fault, seconds, megabytes } = await built(folder, path);
      if (fault) faults.push(`${kind}: ${fault}`);
      if (seconds > MOST_SECONDS) faults.push(`${kind}: ${seconds.toFixed(0)} s`);
      if (megabytes > MOST_MB) faults.push(`${kind}: ${megabytes} MB`);
      worst.seconds = Math.max(worst.seconds, seconds);
      worst.megabytes = Math.max(worst.megabytes, megabytes);
      if (share >= 0.5) console.log(`${seconds.toFixed(1)} s, ${megabytes} MB`);
    } finally {
      folder.remove();
    }
  }
  return {
    counts: {
      files: chosen.length,
      'MB of the largest builder': worst.megabytes,
      's the longest': Math.round(worst.seconds),
    },
    faults,
  };
};

/** Builds a folder: what is wrong with the index then, and what the builder took. */
async function built({ corpus, storage }: TestFolder, path: string) {
  const taken: { megabytes: number; seconds: number }[] = [];
  const watches: NodeJS.Timeout[] = [];
  const startBuilder = () => {
    const child = fork(process.env.FANBEN_BUILDER ?? resolve('dist/builder.js'), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const at = watches.length;
    const look = () => {
      const now = takenBy(child.pid);
      if (now.megabytes > 0) taken[at] = now;
    };
    watches.push(setInterval(look, LOOK_MS));
    return child;
  };
  const events = { progress: () => undefined, published: () => undefined, indexed: () => undefined };
  const request = { corpus: [corpus], storage, fromScratch: false, damaged: [] };
  const result = await runBuilder(request, events, { startBuilder }).finished;
  for (const watch of watches) clearInterval(watch);
  const seconds = taken.reduce((sum, one) => sum + one.seconds, 0);
  const megabytes = Math.max(0, ...taken.map(one => one.megabytes));
  return { fault: await faultOf(result.type, storage, path), seconds, megabytes };
}

async function faultOf(result: string, storage: string, path: string): Promise<string | null> {
  if (result !== 'done') return result;
  const manifest = await readManifest(storage);
  if (typeof manifest === 'string') return manifest;
  const { files, skipped } = manifest;
  if (!files.some(file => file.path.endsWith('好.txt') && file.articles === 1)) return 'the good article is missing';
  const row = skipped.find(file => file.path === path);
  if (row?.deaths !== undefined) return `a builder died on it: ${row.reason.zh}`;
  const known = files.find(file => file.path === path);
  if (row || (known && (known.articles > 0 || known.problems.length > 0))) return null;
  return 'neither an article nor a row with its reason';
}

/** What a process has taken so far: megabytes at most, seconds of processor time; nothing where the system does not tell. */
function takenBy(pid: number | undefined): { megabytes: number; seconds: number } {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // Behind the name, which may hold anything: state is the third field, the ticks of user and system the 14th and 15th.
    const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return { megabytes: Math.round(Number(kilobytes ?? 0) / 1024), seconds: (user + system) / TICKS };
  } catch {
    return { megabytes: 0, seconds: 0 };
  }
}
