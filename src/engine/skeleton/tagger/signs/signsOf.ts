import type { Candidate, CandidateKind } from '../candidates';
import type { TaggedParagraph } from '../paragraphWords';
import { dateSigns } from './dateSigns';
import { nameSigns } from './nameSigns';
import { numberSigns } from './numberSigns';
import { quoteSigns } from './quoteSigns';

type Signs = (candidate: Candidate, paragraph: TaggedParagraph) => string[];

const NONE: Signs = () => [];
const OF_KIND: Readonly<Record<CandidateKind, Signs>> = {
  name: nameSigns,
  number: numberSigns,
  date: dateSigns,
  quote: quoteSigns,
  form: NONE,
  certain: NONE,
};

/**
 * The signs of a candidate, each with its kind in front: what weights are for. Counts, classes and joints only, no word of an article,
 * so that they hold for any speech.
 */
export function signsOf(candidate: Candidate, paragraph: TaggedParagraph): string[] {
  const { kind } = candidate;
  const signs = OF_KIND[kind](candidate, paragraph);
  return signs.length === 0 ? signs : ['all', ...signs].map(sign => `${kind}:${sign}`);
}
