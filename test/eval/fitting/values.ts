/** What an item is worth by its length and its mark: `npm run values`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { flattened } from '../../../src/engine/complete/ranking/itemValue';
import { savedShare } from '../bootstrap';
import { table } from '../table';
import { readArguments, runProgram } from '../usage';
import { fittingGround } from './corpora';
import { askPools, type Pools, typePools } from './pools';

const ROOT = process.env.FANBEN_ROOT ?? '.';
const FILE = join(ROOT, 'src/engine/complete/ranking/itemValue.json');
const USAGE =
  'npm run values -- --corpus PATH… --tune FILE_OR_FOLDER… [--sizes 0.03,0.3,3] [--passages 12] [--length 400] [--top 5] [--seed 21] [--background FILE|none] [--write]';

/** All pairs are tried: what they save changes little and slowly from one to the next. */
const POWERS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1];
const MARKS = [0, 0.2, 0.4, 0.6];

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
  const temporary = await mkdtemp(join(tmpdir(), 'fanben-values-'));
  try {
    const { corpora, sets } = await fittingGround({ ...given, temporary });
    const asked = corpora.flatMap(({ view }) => sets.map(({ passages }) => askPools(view, background, passages)));
    const tried = POWERS.map(power =>
      MARKS.map(mark => ({ power, mark, saved: meanSaved(asked, { power, mark }, given) })),
    );
    console.log(
      table(
        ['keystrokes saved, power', ...MARKS.map(mark => `mark ${mark}`)],
        tried.map((row, at) => [POWERS[at]!.toFixed(2), ...row.map(({ saved }) => saved.toFixed(4))]),
      ),
    );
    const { power, mark, saved } = tried.flat().reduce((best, one) => (one.saved > best.saved ? one : best));
    console.log(`best: power ${power}, mark ${mark}: ${saved.toFixed(4)}`);
    if (!given.write) return;
    await writeFile(FILE, `{ "power": ${power}, "mark": ${mark} }\n`);
    console.log(`written: ${FILE}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Every corpus and set counts alike. */
function meanSaved(
  asked: readonly (readonly Pools[])[],
  shape: { readonly power: number; readonly mark: number },
  { top, seed }: { readonly top: number; readonly seed: number },
): number {
  return (
    asked.reduce((sum, pools) => sum + savedShare(typePools(pools, flattened(shape), top), seed).saved, 0) /
    asked.length
  );
}

runProgram(main);
