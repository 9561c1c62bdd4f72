import { type Candidate, candidatesOf } from '../../../../src/engine/skeleton/tagger/candidates/candidates';
import { type Lexicon, remembered } from '../../../../src/engine/skeleton/tagger/lexicon';
import { tagWords } from '../../../../src/engine/skeleton/tagger/paragraphWords';
import { signsOf } from '../../../../src/engine/skeleton/tagger/signs/signsOf';
import type { CutWords } from '../../../../src/engine/text/segmentWords';
import type { Span } from '../../../../src/engine/text/sentences';
import type { LabelledSpeech } from '../labelledSpeech';
import { exemplarOf } from '../score';

/** Numbers of signs, so that weights can be an array. */
export class SignNumbers {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(sign: string): number {
    let number = this.#numbers.get(sign);
    if (number === undefined) {
      number = this.names.push(sign) - 1;
      this.#numbers.set(sign, number);
    }
    return number;
  }
}

/** A paragraph with all that may be a particular in it, and what a person has marked. */
export interface Lattice {
  readonly length: number;
  readonly candidates: readonly Candidate[];
  /** Of each candidate. */
  readonly signs: readonly Int32Array[];
  /** Of each candidate: its letters that no mark covers. */
  readonly wrong: readonly number[];
  /** Of each mark: the candidates of the same stretch, by number. */
  readonly marked: readonly (readonly number[])[];
}

/** The lattices of all paragraphs of a speech. */
export function latticesOf(speech: LabelledSpeech, cut: CutWords, lexicon: Lexicon, numbers: SignNumbers): Lattice[] {
  const exemplar = exemplarOf(speech.paragraphs, cut);
  const known = remembered(lexicon);
  return speech.paragraphs.map((text, paragraph) => {
    const words = tagWords(text, offset => exemplar.isWordStart(paragraph, offset), known);
    const candidates = candidatesOf(words);
    const marks = speech.particulars[paragraph]!;
    const isMarked = markedLetters(text.length, marks);
    const wrongIn = ({ start, end }: Span) =>
      [...text.slice(start, end)].filter((letter, i) => /[\p{L}\p{N}]/u.test(letter) && !isMarked[start + i]).length;
    return {
      length: text.length,
      candidates,
      signs: candidates.map(candidate => Int32Array.from(signsOf(candidate, words), sign => numbers.of(sign))),
      wrong: candidates.map(wrongIn),
      marked: marks.map(({ start, end }) =>
        candidates.flatMap((one, number) => (one.start === start && one.end === end ? [number] : [])),
      ),
    };
  });
}

function markedLetters(length: number, marks: readonly Span[]): Uint8Array {
  const marked = new Uint8Array(length);
  for (const { start, end } of marks) marked.fill(1, start, end);
  return marked;
}
