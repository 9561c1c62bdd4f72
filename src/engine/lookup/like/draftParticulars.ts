import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import type { Exemplar } from '../../skeleton/exemplar/exemplar';
import type { Particular } from '../../skeleton/particulars/particulars';
import { articleParticulars } from '../../skeleton/patterns/articleParticulars';
import { segmentEnds } from '../../text/segmentWords';

/** A longer draft is a collection: its beginning tells whose it is. UTF-16 code units. */
const LONGEST = 20_000;

/** The particulars of each line of a draft (0-based), ascending: its own years, places, persons, bodies and figures. */
export function draftParticulars(view: CorpusView, lines: readonly string[]): (line: number) => Particular[] {
  let left = LONGEST;
  const paragraphs = lines.map(line => {
    left -= line.length;
    return left >= 0 ? line : '';
  });
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
  const particularsIn = articleParticulars(draft, text => countOccurrences(view, text));
  return line => (paragraphs[line] ? particularsIn(line) : []);
}
