/** The fitting of the tagger's weights: `npm run tagger`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSegmenter } from '../../../../src/corpus/words/segmenter';
import { packWeights, type TaggerWeights } from '../../../../src/engine/skeleton/tagger/weights';
import { readArguments, runProgram } from '../../usage';
import { type LabelledSpeech, readSpeeches, speechesBeside } from '../labelledSpeech';
import { shippedLexicon } from '../lexicon';
import { scoreSkeletons } from '../score';
import { fitTagger } from './fitTagger';
import { frequentSigns } from './frequentSigns';
import { type Lattice, latticesOf, SignNumbers } from './lattice';
import { renamed } from './renamed';

const ROOT = process.env.FANBEN_ROOT ?? '.';
const WEIGHTS = join(ROOT, 'src/engine/skeleton/tagger/weights.json');
const USAGE =
  'npm run tagger -- [--epochs 18] [--missed 0] [--lost 0] [--favour 0] [--folds 3] [--copies 2] [--seen 3] [--without-writing]';
/** A smaller weight says nothing. */
const LEAST = 0.05;
/** The smallest weights are left out of a file that would be larger. */
const MOST_BYTES = 250_000;

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), {
    usage: USAGE,
    lists: [],
    numbers: { epochs: 18, missed: 0, lost: 0, favour: 0, folds: 3, copies: 2, seen: 3 },
    texts: {},
    switches: ['without-writing', 'mistakes'],
  });
  const cut = loadSegmenter();
  const lexicon = await shippedLexicon(ROOT);
  const speeches = readSpeeches(speechesBeside(ROOT, 'articles'));
  const numbers = new SignNumbers();
  const copiesOf = (speech: LabelledSpeech, number: number) =>
    Array.from({ length: given.copies }, (_, copy) => renamed(speech, given.copies * number + copy + 1));
  const all = speeches.map((speech, number) =>
    [speech, ...copiesOf(speech, number)].flatMap(one => latticesOf(one, cut, lexicon, numbers)),
  );
  const lattices = frequentSigns(all, numbers.names.length, given.seen);
  const fittedTo = (chosen: readonly (readonly Lattice[])[]): TaggerWeights =>
    named(fitTagger(chosen.flat(), numbers.names.length, given), numbers.names, given.favour);
  const sum = { particulars: 0, left: 0, doubtful: 0, letters: 0, lost: 0, asked: 0, doubtfulSlots: 0, cutWords: 0 };
  for (let fold = 0; fold < given.folds; fold++) {
    const isHeld = (i: number) => i % given.folds === fold;
    const weights = fittedTo(lattices.filter((_, i) => !isHeld(i)));
    const score = scoreSkeletons(
      speeches.filter((_, i) => isHeld(i)),
      cut,
      lexicon,
      weights,
    );
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += score[key];
    if (given.mistakes) console.log(score.mistakes.join('\n'));
  }
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)}%`;
  console.log(
    `${speeches.length} speeches (${Math.round(process.cpuUsage().user / 1e6)} s), each by weights of others: left ${percent(sum.left, sum.particulars)} of ${sum.particulars} particulars (${percent(sum.doubtful, sum.particulars)} doubtful), lost ${percent(sum.lost, sum.letters)} of ${sum.letters} letters (${percent(sum.asked, sum.letters)} in ${sum.doubtfulSlots} doubtful slots), ${sum.cutWords} words cut`,
  );
  if (given['without-writing']) return;
  const weights = fittedTo(lattices);
  await writeFile(WEIGHTS, printed(weights));
  console.log(`${Object.keys(weights).length} weights -> ${WEIGHTS}`);
}

/** `favour` is added to every stretch of a kind: in doubt a slot, for what is left as text is handed in. */
function named(weights: Float64Array, names: readonly string[], favour: number): TaggerWeights {
  const rows = names
    .map((name, i) => [name, Math.round(100 * (weights[i]! + (name.endsWith(':all') ? favour : 0))) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= LEAST)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  let most = rows.length;
  while (Buffer.byteLength(printed(Object.fromEntries(rows.slice(0, most)))) > MOST_BYTES)
    most = Math.floor(0.98 * most);
  return Object.fromEntries(rows.slice(0, most));
}

const printed = (weights: TaggerWeights): string => `${JSON.stringify(packWeights(weights))}\n`;

runProgram(main);
