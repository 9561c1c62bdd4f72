import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collection, testFolder } from '../fixtures/testFolder';
import { type Attack, below, oneOf, part } from './attackKind';
import { examine, startBuild } from './builderRun';

const FILES = 3;
const ARTICLES = 20;
/** Of so many damages one is mended by a build. */
const MENDED = 20;

type Harm = (path: string, bytes: Buffer, next: () => number) => void;
const HARMS: Readonly<Record<string, Harm>> = {
  'cut short': (path, bytes, next) => truncateSync(path, below(next, bytes.length)),
  'a byte changed': (path, bytes, next) => {
    const at = below(next, bytes.length);
    writeFileSync(
      path,
      bytes.map((byte, i) => (i === at ? byte ^ (1 + below(next, 255)) : byte)),
    );
  },
  'a stretch of zeros': (path, bytes, next) => {
    const at = below(next, bytes.length);
    writeFileSync(path, Buffer.from(bytes).fill(0, at, Math.min(at + 512, bytes.length)));
  },
  longer: (path, bytes) => writeFileSync(path, Buffer.concat([bytes, bytes.subarray(0, 100)])),
  'other bytes': (path, bytes, next) =>
    writeFileSync(
      path,
      bytes.map(() => below(next, 256)),
    ),
  gone: path => rmSync(path),
  'a folder': path => {
    rmSync(path);
    mkdirSync(path);
  },
};

/** Files of an index harmed in every way: it opens with what is sound, and a build mends it. */
export const damagedIndexes: Attack = async ({ share, next }) => {
  const folder = testFolder();
  const faults: string[] = [];
  const times = part(320, share);
  let noticed = 0;
  try {
    for (let i = 0; i < FILES; i++) folder.write(`${i}.jsonl`, collection(ARTICLES, 300, i * ARTICLES));
    await startBuild(folder).finished;
    const kept = () =>
      new Map(
        readdirSync(folder.storage)
          .filter(name => /^manifest\.json$|\.(segment|edges|frames)$/.test(name))
          .map(name => [name, readFileSync(join(folder.storage, name))] as const),
      );
    let whole = kept();
    for (let time = 0; time < times; time++) {
      const name = oneOf(next, [...whole.keys()]);
      const how = oneOf(next, Object.keys(HARMS));
      const path = join(folder.storage, name);
      const step = `damage ${time}, ${name.replace(/^.*(?=\.)/, '')} ${how}`;
      HARMS[how]!(path, whole.get(name)!, next);
      try {
        const { damaged, problem } = await examine(folder.storage);
        if (damaged.length > 0 || problem !== null) noticed++;
        if (time % MENDED === 0) {
          const result = await startBuild(folder, damaged).finished;
          const after = await examine(folder.storage);
          if (result.type !== 'done' || after.articles !== FILES * ARTICLES || after.damaged.length > 0)
            faults.push(`${step}: not mended (${result.type}, ${after.articles} articles)`);
        }
      } catch (error) {
        const { code, name: kind } = error as NodeJS.ErrnoException;
        // What is a folder now cannot be read at all, and says so.
        if (how !== 'a folder') faults.push(`${step}: ${code ?? kind}`);
      }
      if (time % MENDED === 0 && how !== 'a folder') whole = kept();
      else {
        rmSync(path, { recursive: true, force: true });
        writeFileSync(path, whole.get(name)!);
      }
    }
  } finally {
    folder.remove();
  }
  return { counts: { damages: times, noticed }, faults };
};
