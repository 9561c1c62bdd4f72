/** Entry point of `npm run test:library`: see scripts/library.mjs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest } from '../../src/corpus/index/manifestFile';
import { growthOf } from './growth';
import { NOTHING_PREPARED, prepare } from './material';
import { places } from './places';
import { checkingOnDemand } from './trials/checkingOnDemand';
import { killedPublishers } from './trials/killedPublishers';
import { manyWriters } from './trials/manyWriters';
import { publishAndRead } from './trials/publishAndRead';
import { readingOnDemand } from './trials/readingOnDemand';
import { savedOnDemand } from './trials/savedOnDemand';
import { tampering } from './trials/tampering';
import { made, type Trial } from './trials/trial';
import { twoPublishers } from './trials/twoPublishers';
import { typingOnABadLine } from './trials/typingOnABadLine';
import { writersOnDemand } from './trials/writersOnDemand';

const TRIALS: Readonly<Record<string, Trial>> = {
  publishAndRead,
  twoPublishers,
  tampering,
  readingOnDemand,
  typingOnABadLine,
  manyWriters,
  writersOnDemand,
  savedOnDemand,
  checkingOnDemand,
  killedPublishers,
};

const HELP = `npm run test:library [-- OPTION…]
  --only TRIAL…     ${Object.keys(TRIALS).join(' ')}
  --place PLACE…    folder nginx radosgw
  --ceph            radosgw too: installs and starts a small Ceph cluster (Debian, root)
  --corpus PATH…    what is published; by default generated text
  --index STORAGE --held FILE… --writers 10 --minutes 0.5
                    what so many writers read on demand, and what they type
  --at FOLDER       libraries are published there, and stay: the next run lays out nothing anew
  --kills 50 --seed 7
  --growth [--index STORAGE]
                    no store: what a library of ten thousand million characters would be`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      ceph: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      corpus: { type: 'string', multiple: true },
      index: { type: 'string' },
      held: { type: 'string', multiple: true },
      writers: { type: 'string', default: '10' },
      minutes: { type: 'string', default: '0.5' },
      at: { type: 'string' },
      place: { type: 'string', multiple: true },
      kills: { type: 'string', default: '50' },
      seed: { type: 'string', default: '7' },
      only: { type: 'string', multiple: true, default: Object.keys(TRIALS) },
    },
  });
  if (values.help) return console.log(HELP);
  const folder = await mkdtemp(join(tmpdir(), 'fanben-library-'));
  const ends: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    if (values.growth) return await growthOf(folder, values.index && resolve(values.index), line => console.log(line));
    const numbers = { kills: Number(values.kills), seed: Number(values.seed) };
    // Whoever gives an index, and wants but the trials of it, waits for no other.
    const isGiven = values.index && values.held && values.only.every(name => OF_INDEX.has(name));
    const ready = isGiven ? { ...NOTHING_PREPARED, folder, ...numbers } : await prepare(folder, values.corpus, numbers);
    const typed = { writers: Number(values.writers), minutes: Number(values.minutes) };
    const { index: storage = ready.first, held = [ready.more] } = values;
    const manifest = await readManifest(resolve(storage));
    if (typeof manifest === 'string') throw new Error(`no index in ${storage}: ${manifest}`);
    const corpus = [...new Set(manifest.files.map(({ path }) => dirname(path)))];
    const material = { ...ready, large: { storage: resolve(storage), corpus, held, ...typed } };
    for (const place of await places(values.at ? await made(resolve(values.at)) : folder, values.ceph, ends)) {
      if (values.place && !values.place.includes(place.name)) continue;
      const report = {
        tell: (what: string) => console.log(`[${place.name}] ${what}`),
        fault: (what: string) => {
          console.log(`  GAVE WAY: [${place.name}] ${what}`);
          process.exitCode = 1;
        },
      };
      for (const name of values.only) {
        const trial = TRIALS[name];
        if (!trial) throw new Error(`no such trial: ${name}; there are ${Object.keys(TRIALS).join(', ')}`);
        await trial(place, material, report).catch(error => report.fault(`${name}: ${error?.stack ?? error}`));
      }
    }
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

const OF_INDEX: ReadonlySet<string> = new Set(['writersOnDemand', 'savedOnDemand', 'checkingOnDemand']);
main().then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
