import { memberInside } from './enter';
import { type Form, formGuard, literal, SERIES, type Series } from './series';

/** One entry of `onEnterRules` in a VS Code language configuration. */
export interface EnterRule {
  readonly beforeText: string;
  readonly afterText: string;
  readonly action: { readonly indent: 'none'; readonly appendText: string };
}

/**
 * The editor cannot count: it needs a rule for every member of every form and indentation. So only the first members of the
 * commonest forms have one, where the hand goes straight on; the server continues all others (`afterEnter`).
 */
const LAST_RULE = 4;

/**
 * Blanks and tabs are copied to the new line by the editor itself; the full-width blanks
 * of a Chinese first line are not, so the rule has to append them.
 */
const INDENTS = [
  { pattern: '[ \\t]*', appended: '' },
  { pattern: '　　', appended: '　　' },
];

function rule(series: Series, form: Form, number: number, indent: (typeof INDENTS)[number]): EnterRule | null {
  const numeral = series.numerals.format(number);
  const nextNumeral = series.numerals.format(number + 1);
  if (numeral === null || nextNumeral === null) return null;
  const next = form.before + nextNumeral + form.after;
  const marker = literal(form.before + numeral + form.after) + formGuard(series, form) + series.guard(number);
  return {
    // Text must stand behind the marker: Enter on an empty member ends the series, which the server does.
    beforeText: `^${indent.pattern}${marker}(?!.*${memberInside(next)})(?=.*\\S)`,
    afterText: '^\\s*$',
    action: { indent: 'none', appendText: indent.appended + next },
  };
}

/**
 * Behind everything else: a paragraph under an indented one is indented, too, and one that moves down stays so.
 * The editor copies blanks and tabs, but not those of full width.
 */
const KEEP_INDENT: EnterRule = { beforeText: '^　　', afterText: '', action: { indent: 'none', appendText: '　　' } };

/** Rules that make Enter behind `一是抓产业。|` start the next line with `二是`, at once and without the server: a few dozen. */
export function enterRules(): EnterRule[] {
  const counting = SERIES.flatMap(series =>
    series.forms
      .filter(form => form.instant)
      .flatMap(form =>
        Array.from({ length: LAST_RULE }, (_, index) => INDENTS.map(indent => rule(series, form, index + 1, indent)))
          .flat()
          .filter(found => found !== null),
      ),
  );
  return [...counting, KEEP_INDENT];
}
