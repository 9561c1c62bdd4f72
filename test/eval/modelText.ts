/** The text that the language model is trained on: `scripts/model/text.mjs`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { readCorpus } from './corpusText';
import { readHeld } from './heldOut';
import { readArguments, runProgram } from './usage';

const USAGE = 'node scripts/model/text.mjs --corpus FILE… --without FILE… --out DIR';

/** For each file of the collection one of the same name in OUT: its articles as the index sees them, each text once. */
async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), {
    usage: USAGE,
    lists: ['corpus', 'without'],
    texts: { out: '' },
  });
  if (given.corpus.length === 0 || given.out === '') throw new Error(`usage: ${USAGE}`);
  const kept = (await Promise.all(given.without.map(path => readHeld(resolve(path))))).flat();
  await mkdir(given.out, { recursive: true });
  const seen = new Set<string>();
  for (const path of given.corpus) {
    const { articles, copies } = await readCorpus([path], kept);
    const once = articles.filter(({ text }) => !seen.has(text) && seen.add(text));
    const name = basename(path).replace(/\.[^.]*(\.gz)?$/, '.jsonl');
    await writeFile(join(given.out, name), once.map(article => `${JSON.stringify(article)}\n`).join(''));
    const characters = once.reduce((sum, { text }) => sum + text.length, 0);
    console.log(`${name}: ${once.length} articles, ${characters} characters; ${copies} copies left out`);
  }
}

runProgram(main);
