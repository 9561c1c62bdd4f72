/** Entry point of `npm run test:library`: see scripts/library.mjs. */
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest } from '../../src/corpus/index/manifestFile';
import { writeAtomic } from '../../src/corpus/storage/writeAtomic';
import { generateArticles } from '../bench/generateArticles';
import { buildIndex, writeArticles } from '../eval/buildIndex';
import { installCeph, keys, startCeph } from './ceph.mjs';
import { growthOf } from './growth';
import { startNginx } from './nginx';
import { checkingOnDemand } from './trials/checkingOnDemand';
import { killedPublishers } from './trials/killedPublishers';
import { manyWriters } from './trials/manyWriters';
import { publishAndRead } from './trials/publishAndRead';
import { readingOnDemand } from './trials/readingOnDemand';
import { savedOnDemand } from './trials/savedOnDemand';
import { tampering } from './trials/tampering';
import { type Material, made, megabytes, type Place, type Trial } from './trials/trial';
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
    const ready = isGiven ? { ...NOTHING, folder, ...numbers } : await prepare(folder, values.corpus, numbers);
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
const NOTHING = { first: '', second: '', corpus: [], later: '', small: '', grown: '', more: '' };

async function prepare(
  folder: string,
  given: readonly string[] | undefined,
  numbers: Pick<Material, 'kills' | 'seed'>,
): Promise<Omit<Material, 'large'>> {
  const articles = async (name: string, seed: number, characters: number) =>
    writeArticles(await made(join(folder, name)), generateArticles(seed, characters));
  const corpus = given?.map(path => resolve(path)) ?? [await articles('corpus', 1, 1_000_000)];
  const [later, more] = [await articles('later', 2, 200_000), await articles('more', 3, 200_000)];
  const index = async (name: string, corpus: readonly string[]) => {
    const storage = join(folder, name);
    await (await buildIndex(corpus, storage)).index.close();
    return storage;
  };
  const [first, second] = [await index('first', corpus), await index('second', [...corpus, later])];
  const [small, grown] = [await index('small', [later]), await index('grown', [later, more])];
  // Two versions by one publisher: its id comes with the index.
  for (const [from, to] of [
    [first, second],
    [small, grown],
  ] as const) {
    const path = join(from, 'publisher.json');
    await writeAtomic(path, [Buffer.from(JSON.stringify({ id: randomUUID() }))]);
    await cp(path, join(to, 'publisher.json'));
  }
  console.log(`index: ${megabytes(await sizeOf(first))} MB, a small one ${megabytes(await sizeOf(small))} MB`);
  return { folder, first, second, corpus, later, small, grown, more, ...numbers };
}

async function places(folder: string, withCeph: boolean, ends: (() => Promise<void>)[]): Promise<Place[]> {
  const shared = join(folder, 'shared');
  const inShared = (library: string) => join(shared, library);
  const found: Place[] = [{ name: 'folder', to: inShared, from: inShared }];
  const nginx = await startNginx(join(folder, 'web'));
  if (nginx) {
    ends.push(nginx.stop);
    const { address, root } = nginx;
    const through = (address: string, library: string) => `${address}/${library}`;
    const from = (library: string) => through(address, library);
    found.push({ name: 'nginx', to: library => join(root, library), from, web: { address, through } });
  } else console.log('nginx: skipped, Debian’s nginx is not here');
  if (!withCeph) return found;
  if (!installCeph()) throw new Error('Ceph cannot be installed here: it needs Debian and root');
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey });
  const ceph = await startCeph();
  ends.push(ceph.stop);
  const { endpoint, target } = ceph;
  const through = (address: string, library: string) => target(library).replace(endpoint, address);
  const disturb = async () => {
    ceph.stopOsd(1);
    return async () => void ceph.startOsd(1);
  };
  found.push({ name: 'radosgw', to: target, from: target, web: { address: endpoint, through }, disturb });
  return found;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async name => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

main().then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
