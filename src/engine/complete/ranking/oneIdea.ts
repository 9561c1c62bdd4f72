/** A row as far as it matters here: what it adds at the cursor, and how probable that is. */
interface Row {
  readonly text: string;
  readonly probability: number;
}

/** A row that goes on so in four of five cases is no choice beside the longer one: who wants less of that deletes less than is typed. */
const NEARLY_ALWAYS = 0.8;

/**
 * Two rows of one idea are one: a row that nearly always goes on as another does is left out beside that. The other one has what both
 * would bring; where the writer may well stop after the shorter, both stay, for that is a choice.
 *
 *     asOneIdea([{ text: '、舍我其谁', probability: 0.4 }, { text: '、舍我其谁的责任感', probability: 0.38 }]) → the longer alone
 *
 * @param rows best first; the longer one takes the place of the first of the two
 * @param isOwn rows that the writer has taken here: they stay
 */
export function asOneIdea<R extends Row>(rows: readonly R[], isOwn: (text: string) => boolean = () => false): R[] {
  const places = new Map(rows.map((row, place) => [row, place]));
  const left = rows.filter(shorter => {
    if (isOwn(shorter.text)) return true;
    const longer = rows.find(
      ({ text, probability }) =>
        text.length > shorter.text.length &&
        text.startsWith(shorter.text) &&
        probability >= NEARLY_ALWAYS * shorter.probability,
    );
    if (longer) places.set(longer, Math.min(places.get(longer)!, places.get(shorter)!));
    return !longer;
  });
  return left.sort((a, b) => places.get(a)! - places.get(b)!);
}
