import { randomUUID } from 'node:crypto';
import { cp, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeAtomic } from '../../src/corpus/storage/writeAtomic';
import { generateArticles } from '../bench/generateArticles';
import { buildIndex, writeArticles } from '../eval/buildIndex';
import { type Material, made, megabytes } from './trials/trial';

/** What trials publish: all but what many writers type. */
export type Prepared = Omit<Material, 'large'>;

/** For trials that are given an index of their own. */
export const NOTHING_PREPARED = { first: '', second: '', corpus: [], later: '', small: '', grown: '', more: '' };

/** Indexes in `folder`, of the given corpus, or of generated articles. */
export async function prepare(
  folder: string,
  given: readonly string[] | undefined,
  numbers: Pick<Material, 'kills' | 'seed'>,
): Promise<Prepared> {
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

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async name => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
