/** What an item is worth by its length and its mark: `npm run values`. */
import { flattened } from '../../../src/engine/complete/ranking/itemValue';
import { savedShare } from '../bootstrap';
import { table } from '../table';
import { type Fitting, runFitting } from './fittingProgram';
import { askPools, type Pools, typePools } from './pools';

/** All pairs are tried: what they save changes little and slowly from one to the next. */
const POWERS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1];
const MARKS = [0, 0.2, 0.4, 0.6];

function fitValues(fitting: Fitting): string {
  const { corpora, sets, background } = fitting;
  const asked = corpora.flatMap(({ view }) => sets.map(({ passages }) => askPools(view, background, passages)));
  const tried = POWERS.map(power =>
    MARKS.map(mark => ({ power, mark, saved: meanSaved(asked, { power, mark }, fitting) })),
  );
  console.log(
    table(
      ['keystrokes saved, power', ...MARKS.map(mark => `mark ${mark}`)],
      tried.map((row, at) => [POWERS[at]!.toFixed(2), ...row.map(({ saved }) => saved.toFixed(4))]),
    ),
  );
  const { power, mark, saved } = tried.flat().reduce((best, one) => (one.saved > best.saved ? one : best));
  console.log(`best: power ${power}, mark ${mark}: ${saved.toFixed(4)}`);
  return `{ "power": ${power}, "mark": ${mark} }\n`;
}

/** Every corpus and set counts alike. */
function meanSaved(
  asked: readonly (readonly Pools[])[],
  shape: { readonly power: number; readonly mark: number },
  { top, seed }: Pick<Fitting, 'top' | 'seed'>,
): number {
  return (
    asked.reduce((sum, pools) => sum + savedShare(typePools(pools, flattened(shape), top), seed).saved, 0) /
    asked.length
  );
}

runFitting('values', 'src/engine/complete/ranking/itemValue.json', fitValues);
