/** Sets a fixed share of a collection apart: `npm run hold-out`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { listFiles } from '../../src/corpus/listing/listFiles';
import { readArticles } from '../../src/corpus/reading/readArticles';
import { crc32 } from '../../src/corpus/storage/checksum';
import { asLine, type CorpusArticle } from './corpusText';
import { readArguments, runProgram } from './usage';

const USAGE = 'npm run hold-out -- --corpus FILE_OR_FOLDER… --out DIR';
/** Of each file this share is set apart, */
const SHARE = 0.02;
/** but about so many articles where it has them, */
const WANTED = 60;
/** and never more than this share. */
const MOST = 0.3;

async function main(): Promise<void> {
  const { corpus, out } = readArguments(process.argv.slice(2), {
    usage: USAGE,
    lists: ['corpus'],
    texts: { out: '' },
  });
  if (corpus.length === 0 || out === '') throw new Error(`usage: ${USAGE}`);
  const { files } = await listFiles(
    corpus.map(path => resolve(path)),
    {},
  );
  for (const { path } of files) {
    const articles: CorpusArticle[] = [];
    for await (const item of readArticles(path)) if ('article' in item) articles.push(asLine(item.article));
    const share = Math.min(MOST, Math.max(SHARE, WANTED / articles.length));
    const kept = articles.map(article => ({ article, place: placeOf(article) })).filter(({ place }) => place < share);
    const name = basename(path).replace(/\.[^.]*(\.gz)?$/, '.jsonl');
    await write(
      join(out, 'tune'),
      name,
      kept.filter(({ place }) => place < share / 2).map(({ article }) => article),
    );
    await write(
      join(out, 'held'),
      name,
      kept.filter(({ place }) => place >= share / 2).map(({ article }) => article),
    );
    console.log(`${name}: ${kept.length} of ${articles.length} articles set apart`);
  }
}

/** A number in [0, 1) that depends on the text alone, and on no name, order or date. */
const placeOf = ({ text }: CorpusArticle): number => crc32(new TextEncoder().encode(text)) / 2 ** 32;

async function write(folder: string, name: string, articles: readonly CorpusArticle[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), articles.map(article => `${JSON.stringify(article)}\n`).join(''));
}

runProgram(main);
