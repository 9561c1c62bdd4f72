import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { openModel } from '../../../src/corpus/model/openModel';
import type { PhraseTree } from '../../../src/engine/background/phraseTree';
import type { LanguageModel } from '../../../src/engine/model/languageModel';
import { readArguments, runProgram } from '../usage';
import { type FittingGround, fittingGround } from './corpora';

const ROOT = process.env.FANBEN_ROOT ?? '.';

/** What numbers are fitted on, and how many rows of a list are seen. */
export interface Fitting extends FittingGround {
  readonly background: PhraseTree | undefined;
  readonly model: LanguageModel | undefined;
  readonly top: number;
  readonly seed: number;
}

/**
 * A program `npm run NAME` that fits numbers of the engine: reads its arguments, has the corpora indexed, and with `--write` writes what
 * `numbersFor` gives into the file of the sources. All such programs take the same arguments.
 *
 * @param file relative to the project
 */
export function runFitting(name: string, file: string, numbersFor: (fitting: Fitting) => string): void {
  const usage = `npm run ${name} -- --corpus PATH… --tune FILE_OR_FOLDER… [--sizes 0.03,0.3,3] [--passages 12] [--length 400] [--top 5] [--seed 21] [--background FILE|none] [--model FILE|none] [--write]`;
  runProgram(async () => {
    const given = readArguments(process.argv.slice(2), {
      usage,
      lists: ['corpus', 'tune'],
      numbers: { passages: 12, length: 400, top: 5, seed: 21 },
      texts: {
        sizes: '0.03,0.3,3',
        background: join(ROOT, 'media', 'background.bin'),
        model: join(ROOT, 'media', 'model.bin'),
      },
      switches: ['write'],
    });
    if (given.corpus.length === 0 || given.tune.length === 0) throw new Error(`usage: ${usage}`);
    const background = given.background === 'none' ? undefined : await openBackground(resolve(given.background));
    const model = given.model === 'none' ? undefined : await openModel(resolve(given.model));
    const temporary = await mkdtemp(join(tmpdir(), `fanben-${name}-`));
    try {
      const ground = await fittingGround({ ...given, temporary });
      const fitted = numbersFor({ ...ground, background, model, top: given.top, seed: given.seed });
      if (!given.write) return;
      const path = join(ROOT, file);
      await writeFile(path, fitted);
      console.log(`written: ${path}`);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}
