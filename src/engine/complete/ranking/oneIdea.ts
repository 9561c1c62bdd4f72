import { isEndingMark } from '../../text/marks';
import { cutWords } from '../../text/segmentWords';

/** A row as far as it matters here: what it adds at the cursor, and how probable that is. */
interface Row {
  readonly text: string;
  readonly probability: number;
}

/** A row that goes on so in four of five cases is no choice beside the longer one. */
const NEARLY_ALWAYS = 0.8;
/** Of rows that differ in their last mark alone so many stay, the likeliest: one alone would save a hundredth less of all keystrokes. */
const MARKS = 2;
/** What is left behind a step is worth a key of its own: so many characters, a last mark not counted. */
const LEAST_REST = 3;

/** `step`: the row may be taken in two steps, the first of so many characters. */
export type Stepped<R> = R & { readonly step?: number };

/**
 * Two rows of one idea are one. A row that nearly always goes on as another does is the first step of that; where the writer may well
 * stop after the shorter, both stay, for that is a choice. Of rows that differ in their last mark alone two stay at most.
 *
 *     asOneIdea([{ text: '、舍我其谁', probability: 0.4 }, { text: '、舍我其谁的责任感', probability: 0.38 }]) → the longer alone, with step 5
 *
 * @param rows best first; the longer one takes the place of the first of the two
 * @param isOwn rows that the writer has taken here: they stay as they are
 */
export function asOneIdea<R extends Row>(
  rows: readonly R[],
  isOwn: (text: string) => boolean = () => false,
): Stepped<R>[] {
  const distinct = withoutMarks(rows, isOwn);
  const places = new Map(distinct.map((row, place) => [row, place]));
  const steps = new Map<R, number>();
  const left = distinct.filter(shorter => {
    const longer = distinct.find(
      ({ text, probability }) =>
        text.length > shorter.text.length &&
        text.startsWith(shorter.text) &&
        probability >= NEARLY_ALWAYS * shorter.probability,
    );
    if (!longer || isOwn(shorter.text)) return true;
    places.set(longer, Math.min(places.get(longer)!, places.get(shorter)!));
    const isStep = bareOf(longer.text).length - shorter.text.length >= LEAST_REST && isWhole(shorter.text);
    if (isStep && !isOwn(longer.text))
      steps.set(longer, Math.min(shorter.text.length, steps.get(longer) ?? shorter.text.length));
    return false;
  });
  return left
    .sort((a, b) => places.get(a)! - places.get(b)!)
    .map(row => {
      const step = steps.get(row);
      return step === undefined ? row : { ...row, step };
    });
}

/** Nobody stops behind a word and a lone character that may belong to what follows: 遏制重|特大事故. */
function isWhole(text: string): boolean {
  if (isEndingMark(text.charCodeAt(text.length - 1))) return true;
  const [previous = '', last = ''] = cutWords(text).slice(-2);
  return last.length !== 1 || previous.length <= 1;
}

/** Without the mark that it ends with. */
const bareOf = (text: string): string => (isEndingMark(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text);

/** 高质量发展， 高质量发展。 高质量发展、 → 高质量发展， 高质量发展。 */
function withoutMarks<R extends Row>(rows: readonly R[], isOwn: (text: string) => boolean): R[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = bareOf(row.text);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].flatMap(([bare, group]) => {
    const marked = group.filter(({ text }) => text !== bare);
    if (marked.length < MARKS || group.some(({ text }) => isOwn(text))) return group;
    return [...marked].sort((a, b) => b.probability - a.probability).slice(0, MARKS);
  });
}
