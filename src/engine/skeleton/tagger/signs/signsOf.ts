import type { Candidate, CandidateKind } from '../candidates/candidates';
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

/** The signs of a candidate within its kind: counts, classes, joints and letters. None for what needs none. */
export function signsWithin(candidate: Candidate, paragraph: TaggedParagraph): string[] {
  const signs = OF_KIND[candidate.kind](candidate, paragraph);
  if (signs.length > 0) signs.push('all');
  return signs;
}

/** The signs of a candidate, each with its kind in front: what weights are for. */
export const signsOf = (candidate: Candidate, paragraph: TaggedParagraph): string[] =>
  signsWithin(candidate, paragraph).map(sign => `${candidate.kind}:${sign}`);
