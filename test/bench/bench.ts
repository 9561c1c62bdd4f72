/** The benchmark: `npm run bench`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCorpus } from '../eval/corpusText';
import { positive, readArguments, runProgram } from '../eval/usage';
import { printComparison } from './comparisonTable';
import { generateArticles } from './generateArticles';
import { holds } from './growth';
import { growthGates, LARGE } from './growthGates';
import { indexArticles, measuredIndex } from './measuredIndex';
import { requestGatesHold } from './requestGates';
import { printSizes } from './sizes';
import { printSpeed, printStart } from './speed';

const SEED = 11;

async function main(): Promise<void> {
  const { corpus, sizes } = readArguments(process.argv.slice(2), {
    usage: 'npm run bench [-- --corpus PATH…] [-- --sizes MILLIONS…]',
    lists: ['corpus', 'sizes'],
  });
  const paths = corpus.map(path => resolve(path));
  const temporary = await mkdtemp(join(tmpdir(), 'fanben-bench-'));
  try {
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
    if (sizes.length > 0) {
      const millions = sizes.map(size => positive('sizes', size));
      const articles = paths.length > 0 ? (await readCorpus(paths, [])).articles : undefined;
      const all = articles ?? generateArticles(SEED, Math.max(...millions) * 1e6);
      return await printSizes(all, millions, temporary);
    }
    const generated = generateArticles(SEED, LARGE);
    const large = await indexArticles(generated, join(temporary, 'large'));
    const isGiven = paths.length > 0;
    const measured = isGiven ? await measuredIndex(paths, join(temporary, 'given')) : large;
    await printSpeed(measured, isGiven ? paths.join(', ') : 'generated text');
    printStart(measured);
    await printComparison(measured, isGiven ? (await readCorpus(paths, [])).articles : generated, temporary);
    console.log('');
    for (const gate of await growthGates(generated, large, temporary)) {
      if (!(await holds(gate))) process.exitCode = 1;
    }
    if (!(await requestGatesHold())) process.exitCode = 1;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

runProgram(main);
