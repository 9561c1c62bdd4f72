import { mineFrameSteps } from '../../mining/mineFrames';
import { isSlot } from '../../parallel/frame';
import { isFunctionWord } from '../../passages/functionWords';
import { finish, type Steps } from '../../steps';
import type { ChosenSlot } from '../../templates/composeFrame';
import type { CutWords } from '../../text/segmentWords';
import type { Span } from '../../text/sentences';
import { particularsOf } from './particulars';

/** A stretch of a text that may be a slot; `isLikely`: it most probably is meant to be. */
export interface SlotCandidate extends ChosenSlot {
  readonly isLikely: boolean;
}

const QUOTE = /(?<=[“‘《])[^“”‘’《》\n]+(?=[”’》])/g;
const OPEN_SLOT = /(?<=〔)[^〔〕\n]+(?=〕)/g;

/**
 * What of a text may be a slot, in the order of the text, none over another. Likely are: where parallel members differ, quotations,
 * names and numbers; the other words follow.
 *
 * @param cut cuts a text into its words, marks left out
 */
export function slotCandidates(text: string, cut: CutWords): SlotCandidate[] {
  return finish(slotCandidateSteps(text, cut));
}

/** {@link slotCandidates} a little at a time. */
export function* slotCandidateSteps(text: string, cut: CutWords): Steps<SlotCandidate[]> {
  const taken = new Uint8Array(text.length);
  const found: SlotCandidate[] = [];
  const take = (start: number, end: number, name: string, isLikely: boolean) => {
    if (end <= start || taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, end, name, isLikely });
  };
  for (const { index, 0: open } of text.matchAll(OPEN_SLOT)) take(index - 1, index + open.length + 1, open, true);
  for (const { start, end } of yield* differences(text)) take(start, end, text.slice(start, end), true);
  yield;
  for (const { index, 0: quoted } of text.matchAll(QUOTE)) take(index, index + quoted.length, '引语', true);
  for (const { start, end, name } of particularsOf(text, new Set())) take(start, end, name, true);
  yield;
  let at = 0;
  for (const word of cut(text)) {
    at = text.indexOf(word, at);
    if (word.length > 1 && !isFunctionWord(word)) take(at, at + word.length, word, false);
    at += word.length;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The parts in which parallel members of the text differ. */
function* differences(text: string): Steps<Span[]> {
  const paragraphs = text.split('\n');
  const starts: number[] = [];
  const spans: Span[] = [];
  let next = 0;
  for (const { length } of paragraphs) {
    starts.push(next);
    next += length + 1;
  }
  for (const { parts, slots, instances } of yield* mineFrameSteps(paragraphs)) {
    for (const { paragraph, start, fillers, marker = '' } of instances) {
      let at = starts[paragraph]! + start;
      for (const part of parts) {
        const own = typeof part === 'string' ? part : isSlot(part) ? (fillers[part.slot] ?? '') : marker;
        if (isSlot(part) && !slots[part.slot]!.variation) spans.push({ start: at, end: at + own.length });
        at += own.length;
      }
    }
  }
  return spans;
}
