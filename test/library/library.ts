/** Entry point of `npm run test:library`: see scripts/library.mjs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openIndex } from '../../src/corpus/index/indexStore';
import { findPassages } from '../../src/engine/passages/findPassages';
import { type Published, publish } from '../../src/library/publish';
import { replicate } from '../../src/library/replicate';
import { openStore } from '../../src/library/store/openStore';
import { generateArticles } from '../bench/generateArticles';
import { buildIndex, writeArticles } from '../eval/buildIndex';
import { random } from '../eval/random';
import { installCeph, keys, startCeph } from './ceph.mjs';
import { startNginx } from './nginx';

const signal = new AbortController().signal;

/** Where a library is published to, and where it is read from. */
interface Place {
  readonly name: string;
  readonly to: string;
  readonly from: string;
  /** Something of the store fails for a while. */
  readonly disturb?: () => Promise<() => Promise<void>>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ceph: { type: 'boolean', default: false },
      corpus: { type: 'string', multiple: true },
      kills: { type: 'string', default: '50' },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'fanben-library-'));
  const ends: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const given = values.corpus?.map(path => resolve(path));
    const corpus = given ?? [await writeArticles(folder, generateArticles(1, 1_000_000))];
    const later = await writeArticles(await made(join(folder, 'later')), generateArticles(2, 200_000));
    const [first, second] = [join(folder, 'index'), join(folder, 'index2')];
    await (await buildIndex(corpus, first)).index.close();
    await (await buildIndex([...corpus, later], second)).index.close();
    console.log(`index: ${megabytes(await sizeOf(first))} MB`);

    const shared = join(folder, 'shared');
    const places: Place[] = [{ name: 'folder', to: shared, from: shared }];
    const nginx = await startNginx(join(folder, 'web'));
    if (nginx) {
      ends.push(nginx.stop);
      places.push({ name: 'nginx', to: nginx.root, from: nginx.address });
    } else console.log('nginx: skipped, Debian’s nginx is not here');
    if (values.ceph) {
      if (!installCeph()) throw new Error('Ceph cannot be installed here: it needs Debian and root');
      Object.assign(process.env, { AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey });
      const ceph = await startCeph();
      ends.push(ceph.stop);
      const target = ceph.target('speeches');
      const disturb = async () => {
        ceph.stopOsd(1);
        return async () => void ceph.startOsd(1);
      };
      places.push({ name: 'radosgw', to: target, from: target, disturb });
    }
    for (const place of places)
      await tryPlace(place, { folder, first, second, corpus, later, kills: Number(values.kills) });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

interface Material {
  readonly folder: string;
  readonly first: string;
  readonly second: string;
  readonly corpus: readonly string[];
  readonly later: string;
  readonly kills: number;
}

async function tryPlace({ name, to, from, disturb }: Place, material: Material): Promise<void> {
  const { folder, first, second, corpus, later, kills } = material;
  const tell = (what: string) => console.log(`[${name}] ${what}`);
  const fault = (what: string) => {
    console.log(`  GAVE WAY: [${name}] ${what}`);
    process.exitCode = 1;
  };
  const replica = await made(join(folder, `replica-${name}`));
  const writer = await openStore(to);
  const reader = await openStore(from);
  const publication = { storage: first, corpus, name: 'library' };

  const [sent, sending] = await timed(() => publish(writer, publication));
  const [, again] = await timed(() => publish(writer, publication));
  const [, fetching] = await timed(() => replicate(reader, { folder: replica, signal }));
  const [, asking] = await timed(() => replicate(reader, { folder: replica, signal }));
  tell(
    `${megabytes(sent.sent)} MB published in ${sending} ms, again in ${again} ms; fetched in ${fetching} ms, asked again in ${asking} ms`,
  );
  const wordings = ['高质量发展', '抓落实', '各级', '一件', '人民群众'];
  const expected = await counts(first, wordings);
  if ((await counts(replica, wordings)) !== expected) fault('a replica answers otherwise than the index it is of');

  // A second version, by a publisher that is killed again and again. It is the same one: its id comes with the index.
  await cp(join(first, 'publisher.json'), join(second, 'publisher.json'));
  const wanted = await counts(second, wordings);
  const next = random(7);
  const seen = { before: 0, after: 0 };
  const [, undisturbed] = await timed(() =>
    once(publisher(second, [...corpus, later], join(folder, `scratch-${name}`)), 'exit'),
  );
  const undo = await disturb?.();
  for (let kill = 0; kill < kills; kill++) {
    // To and fro, so that every one of them has something to publish.
    const child = kill % 2 === 0 ? publisher(second, [...corpus, later], to) : publisher(first, corpus, to);
    const ended = once(child, 'exit');
    await Promise.race([ended, pause(next() * 1.2 * undisturbed)]);
    child.kill('SIGKILL');
    await ended;
    await replicate(reader, { folder: replica, signal });
    const now = await counts(replica, wordings);
    if (now === wanted) seen.after++;
    else if (now === expected) seen.before++;
    else fault(`after ${kill + 1} kills a reader saw neither version whole`);
    if (kill === kills >> 1) await undo?.();
  }
  tell(
    `publishers of two versions killed ${kills} times: ${seen.before} times the one was read, ${seen.after} times the other`,
  );

  const [a, b]: Published[] = await Promise.all([
    publish(writer, { ...publication, storage: second, corpus: [...corpus, later] }),
    publish(await openStore(to), { ...publication, storage: await otherPublisher(first, folder, name) }),
  ]);
  const library = [a!, b!].sort((x, y) => y.library.collections.length - x.library.collections.length)[0]!.library;
  tell(`two publishers at once: ${library.collections.length} collections, merged ${a!.merges + b!.merges} times`);
  if (library.collections.length !== 2) fault('one of two publishers was lost');
}

function publisher(storage: string, corpus: readonly string[], to: string): ChildProcess {
  const args = [resolve('dist/cli.js'), 'publish', ...corpus, '--storage', storage, '--to', to, '--json'];
  return spawn(process.execPath, args, { stdio: 'ignore' });
}

/** The same index, as another machine would have it. */
async function otherPublisher(storage: string, folder: string, name: string): Promise<string> {
  const copy = join(folder, `other-${name}`);
  await cp(storage, copy, { recursive: true });
  await rm(join(copy, 'publisher.json'));
  return copy;
}

/** How often an index says each wording: equal for equal indexes. */
async function counts(storage: string, wordings: readonly string[]): Promise<string> {
  const index = await openIndex(storage);
  const found = wordings
    .map(wording => findPassages(index.view, wording, 1))
    .map(({ articles, occurrences }) => [articles, occurrences]);
  await index.close();
  return JSON.stringify([found, index.damaged.size]);
}

async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await act();
  return [result, Math.round(performance.now() - started)];
}

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async name => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

main().then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
