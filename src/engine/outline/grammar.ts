import { BREAK, INDENT } from './marker';
import { formGuard, literal, SERIES, type Series, SPOKEN_LEVEL } from './series';

interface Pattern {
  readonly name?: string;
  readonly match: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
}

/** A TextMate grammar, as far as a draft needs one. */
export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly Pattern[];
}

/** A grammar cannot count: of the guards that depend on the number it takes the commonest, that of the first member. */
function markerOf(series: Series): string {
  const { numerals, forms, guard } = series;
  const written = forms.map(
    form => `${literal(form.before)}(?:${numerals.pattern})${literal(form.after)}${formGuard(series, form)}`,
  );
  return `(?:${written.join('|')})${guard(1)}`;
}

function anyMarker(series: readonly Series[]): string {
  return `(?:${series.map(markerOf).join('|')})`;
}

/**
 * Colours for a draft: headings to the end of their first sentence, the markers of spoken series, quotations, and what is still
 * to be written: guidance and slots.
 *
 * Quotations are not called `string`: the editor holds quick suggestions back inside strings,
 * and a quotation is just where a writer wants them.
 */
export function draftGrammar(): Grammar {
  const headings = SERIES.filter(series => series.level <= 2);
  const points = SERIES.filter(series => series.level > 2 && series.level < SPOKEN_LEVEL);
  const spoken = SERIES.filter(series => series.level === SPOKEN_LEVEL);
  const quotation = 'markup.quote.speech-draft markup.inline.raw.speech-draft';
  return {
    name: '讲话稿',
    scopeName: 'text.speech-draft',
    patterns: [
      { name: 'comment.line.guidance.speech-draft', match: '^[ \\t　]*【提示·[^】]*】.*$' },
      { name: 'markup.heading.speech-draft', match: `^${INDENT}${anyMarker(headings)}[^。！？；]*` },
      {
        match: `^${INDENT}(${anyMarker([...points, ...spoken])})`,
        captures: { 1: { name: 'keyword.other.series.speech-draft' } },
      },
      { name: 'keyword.other.series.speech-draft', match: `(?<=${BREAK})${anyMarker(spoken)}` },
      { name: quotation, match: '“[^“”〔]*”' },
      { name: quotation, match: '《[^《》〔]*》' },
      { name: 'variable.other.slot.speech-draft', match: '〔[^〔〕]*〕' },
    ],
  };
}
