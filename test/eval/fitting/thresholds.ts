/** The thresholds from which lists open by themselves: `npm run thresholds`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { createSuggestions } from '../../../src/engine/complete/suggestions';
import { askLists } from '../lists/askLists';
import { type OpeningPoint, openingCurve, printedCurve } from '../lists/openingCurve';
import { readArguments, runProgram } from '../usage';
import { chosenThresholds, meanCurve } from './chosenThresholds';
import { fittingGround } from './corpora';

const ROOT = process.env.FANBEN_ROOT ?? '.';
const FILE = join(ROOT, 'src/engine/offers/opening/thresholds.json');
const USAGE =
  'npm run thresholds -- --corpus PATH… --tune FILE_OR_FOLDER… [--sizes 0.03,0.3,3] [--passages 12] [--length 400] [--top 5] [--seed 21] [--background FILE|none] [--write]';

/** Thresholds that are tried. */
const TRIED = Array.from({ length: 60 }, (_, i) => i / 100);
/** Of them, those of the printed curve. */
const PRINTED = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), {
    usage: USAGE,
    lists: ['corpus', 'tune'],
    numbers: { passages: 12, length: 400, top: 5, seed: 21 },
    texts: { sizes: '0.03,0.3,3', background: join(ROOT, 'media', 'background.bin') },
    switches: ['write'],
  });
  if (given.corpus.length === 0 || given.tune.length === 0) throw new Error(`usage: ${USAGE}`);
  const background = given.background === 'none' ? undefined : await openBackground(resolve(given.background));
  const temporary = await mkdtemp(join(tmpdir(), 'fanben-thresholds-'));
  try {
    const { corpora, sets } = await fittingGround({ ...given, temporary });
    const curves: (readonly OpeningPoint[])[] = [];
    for (const { name, view } of corpora) {
      const suggestions = createSuggestions(view, { background: () => background });
      const ofSize = sets.map(({ passages }) =>
        openingCurve(askLists(suggestions, passages, given.top), passages, TRIED),
      );
      curves.push(...ofSize);
      const mean = meanCurve(ofSize);
      console.log(`\n${name}\n${printedCurve(mean.filter(({ threshold }) => PRINTED.includes(threshold)))}`);
    }
    const mean = meanCurve(curves);
    const thresholds = chosenThresholds(mean);
    const kinds = Object.entries(thresholds);
    console.log(`\nchosen: ${kinds.map(([kind, threshold]) => `${kind} ${threshold}`).join(', ')}`);
    console.log(printedCurve(kinds.map(([, threshold]) => mean.find(point => point.threshold === threshold)!)));
    if (!given.write) return;
    const fields = kinds.map(([kind, threshold]) => `"${kind}": ${threshold}`).join(', ');
    await writeFile(FILE, `{ ${fields} }\n`);
    console.log(`written: ${FILE}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

runProgram(main);
