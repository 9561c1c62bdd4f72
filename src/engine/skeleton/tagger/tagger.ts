import type { Span } from '../../text/sentences';
import type { Particular } from '../particulars/particulars';
import { type Candidate, candidatesOf } from './candidates/candidates';
import { doubtfulSpans } from './chosen/doubtfulSpans';
import { joined } from './chosen/joined';
import { coverage, likelySpans } from './chosen/likelySpans';
import { listMates } from './chosen/listMates';
import { slotOf } from './chosen/slotOf';
import { wholeName } from './chosen/wholeName';
import { wholeWords } from './chosen/wholeWords';
import { type Lexicon, remembered } from './lexicon';
import { type TaggedParagraph, tagWords } from './paragraphWords';
import { signsWithin } from './signs/signsOf';
import { shippedWeights, type TaggerWeights, weightsByKind } from './weights';

/** Finds the particulars of a paragraph, ascending, none over another; among them those that are doubtful. */
export type Tagger = (text: string, isWordStart: (offsetUtf16: number) => boolean) => Particular[];

/**
 * A semi-Markov linear model (Sarawagi, Cohen 2004): every stretch that may be a particular is worth the sum of the weights of its
 * signs, and those are chosen that cover what probably is one. The signs are of shape, of parts of speech, of public counts and of
 * neighbours, so a name is told that nobody has ever seen: 由周启明同志牵头 → 周启明. What was chosen then becomes whole names, and whole words; what is left and may yet be one is doubtful.
 */
export function createTagger(lexicon: Lexicon, weights: TaggerWeights = shippedWeights()): Tagger {
  const known = remembered(lexicon);
  const kinds = weightsByKind(weights);
  const score = (candidate: Candidate, paragraph: TaggedParagraph): number => {
    const worthOf = kinds.get(candidate.kind);
    let sum = candidate.worth;
    if (worthOf) for (const sign of signsWithin(candidate, paragraph)) sum += worthOf.get(sign) ?? 0;
    return sum;
  };
  return (text, isWordStart) => {
    const paragraph = tagWords(text, isWordStart, known);
    const scored = candidatesOf(paragraph).map(candidate => ({
      ...candidate,
      score: score(candidate, paragraph),
    }));
    const first = likelySpans(scored, text.length);
    const raised = listMates(scored, first, paragraph);
    const shares = coverage(raised, text.length);
    const chosen = raised === scored ? first : likelySpans(raised, text.length, shares);
    const grown = chosen.map((one, i) => wholeName(one, paragraph, chosen[i + 1]?.start ?? text.length));
    const sure = wholeWords(joined(grown, text), paragraph).map(one => slotOf(one, paragraph));
    const doubtful = doubtfulSpans(shares, sure, paragraph);
    return [...sure, ...doubtful.map(span => doubtfulParticular(text, span))].sort((a, b) => a.start - b.start);
  };
}

const doubtfulParticular = (text: string, { start, end }: Span): Particular => ({
  start,
  end,
  text: text.slice(start, end),
  name: '原文',
  isAlone: true,
  isDoubtful: true,
});
