import type { Span } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';
import { type ListedTerm, mergedTerms, type TermList } from './termList';

/** Wordings of the lists that are not to be used; the fix is what belongs there. The longest at a place counts. */
export function termProblems({ spoken }: Draft, lists: readonly TermList[]): Problem[] {
  const terms = mergedTerms(lists).sort((a, b) => b.avoid.length - a.avoid.length);
  return spoken.flatMap(line => {
    const taken = new Uint8Array(line.text.length);
    return terms.flatMap(term => {
      const places = placesOf(line, term).filter(({ start, end }) => isFree(taken, start, end));
      for (const { start, end } of places) taken.fill(1, start, end);
      return places.map(place => problemOf(line, place, term));
    });
  });
}

/** Where the wording stands by itself: not in what belongs there (党的二十大 holds 二十大), nor in the title of a work. */
function placesOf({ text, quoted }: DraftLine, { avoid, prefer }: ListedTerm): Span[] {
  const right = prefer.includes(avoid) ? spansOf(text, prefer) : [];
  const titles = quoted.filter(({ start, isMarked }) => isMarked && text[start - 1] === '《');
  return outside(spansOf(text, avoid), [...right, ...titles]);
}

/** The places, ascending, that lie within none of the spans. */
function outside(places: readonly Span[], spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return places.filter(({ start, end }) => {
    while (next < sorted.length && sorted[next]!.start <= start) reach = Math.max(reach, sorted[next++]!.end);
    return end > reach;
  });
}

function spansOf(text: string, wording: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + wording.length))
    spans.push({ start: at, end: at + wording.length });
  return spans;
}

const isFree = (taken: Uint8Array, start: number, end: number): boolean => !taken.subarray(start, end).includes(1);

function problemOf(line: DraftLine, { start, end }: Span, { avoid, prefer, note, list }: ListedTerm): Problem {
  const span = spanIn(line, start, end);
  const said = note.replace(/[。.]$/, '');
  // The note is in the language of its list, whatever the editor's.
  const why = said === '' ? { zh: '', en: '' } : { zh: `${said}。`, en: `: “${said}”` };
  return {
    code: 'terms',
    ...span,
    message:
      prefer === ''
        ? {
            zh: `“${avoid}”在“${list}”里列为不用，请换个说法。${why.zh}`,
            en: `“${list}” says not to use “${avoid}”${why.en}. Say it another way.`,
          }
        : {
            zh: `“${avoid}”应为“${prefer}”（${list}）。${why.zh}`,
            en: `“${avoid}” should be “${prefer}” (“${list}”)${why.en}.`,
          },
    ...(prefer !== '' && {
      fix: {
        title: { zh: `改为“${prefer}”`, en: `Change to “${prefer}”` },
        edits: [{ paragraph: span.line, start: span.start, end: span.end, text: prefer }],
      },
    }),
  };
}
