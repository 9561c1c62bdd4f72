/** The thresholds from which lists open by themselves: `npm run thresholds`. */
import { createSuggestions } from '../../../src/engine/complete/suggestions';
import { askLists } from '../lists/askLists';
import { openingCurve, printedCurve } from '../lists/openingCurve';
import { chosenThresholds, meanCurve } from './chosenThresholds';
import { type Fitting, runFitting } from './fittingProgram';

/** Thresholds that are tried. */
const TRIED = Array.from({ length: 60 }, (_, i) => i / 100);
/** Of them, those of the printed curve. */
const PRINTED = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

function fitThresholds({ corpora, sets, background, model, top }: Fitting): string {
  const curves = corpora.flatMap(({ name, view }) => {
    const suggestions = createSuggestions(view, { background: () => background, model: () => model });
    const ofSize = sets.map(({ passages }) => openingCurve(askLists(suggestions, passages, top), passages, TRIED));
    const printed = meanCurve(ofSize).filter(({ threshold }) => PRINTED.includes(threshold));
    console.log(`\n${name}\n${printedCurve(printed)}`);
    return ofSize;
  });
  const mean = meanCurve(curves);
  const kinds = Object.entries(chosenThresholds(mean));
  console.log(`\nchosen: ${kinds.map(([kind, threshold]) => `${kind} ${threshold}`).join(', ')}`);
  console.log(printedCurve(kinds.map(([, threshold]) => mean.find(point => point.threshold === threshold)!)));
  return `{ ${kinds.map(([kind, threshold]) => `"${kind}": ${threshold}`).join(', ')} }\n`;
}

runFitting('thresholds', 'src/engine/offers/opening/thresholds.json', fitThresholds);
