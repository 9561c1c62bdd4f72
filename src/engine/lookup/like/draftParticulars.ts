import type { Exemplar } from '../../skeleton/exemplar/exemplar';
import { articleParticulars } from '../../skeleton/patterns/articleParticulars';
import type { CountOf } from '../../skeleton/patterns/placeNames';
import { segmentEnds } from '../../text/segmentWords';
import { headOf } from './headOf';
import { type Replaceable, withOffices } from './offices';

/** The particulars of each line at the beginning of a draft (0-based), ascending: its own years, places, persons, bodies and figures. */
export function draftParticulars(countOf: CountOf, lines: readonly string[]): (line: number) => Replaceable[] {
  const paragraphs = headOf(lines);
  /** Of each paragraph that is asked about: most lines of an endless draft are not. */
  const ends: Set<number>[] = [];
  const endsOf = (paragraph: number) => (ends[paragraph] ??= new Set(segmentEnds(paragraphs[paragraph]!)));
  const draft: Exemplar = {
    title: paragraphs.find(text => text.trim() !== '') ?? '',
    date: null,
    speaker: null,
    occasion: null,
    paragraphs,
    cluster: -1,
    isWordStart: (paragraph, offset) => offset === 0 || endsOf(paragraph).has(offset),
  };
  const countHere = counter(paragraphs.join('\n'));
  // What only the draft says counts, too: a county of which no article tells is known by its head.
  const particularsIn = articleParticulars(draft, text => countOf(text) + countHere(text));
  return line => (paragraphs[line] ? withOffices(paragraphs[line], particularsIn(line)) : []);
}

/** How often a text has another of two characters or more: looked for where its first two stand. */
function counter(text: string): (wanted: string) => number {
  const places = new Map<string, number[]>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    const known = places.get(pair);
    if (known) known.push(at);
    else places.set(pair, [at]);
  }
  return wanted => (places.get(wanted.slice(0, 2)) ?? []).filter(at => text.startsWith(wanted, at)).length;
}
