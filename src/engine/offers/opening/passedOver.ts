/** What the list that stood open before this one would have added here, and how long ago that was. */
export interface PassedOver {
  /** What is left of its rows from the cursor on: those that agree with what was typed since. */
  readonly texts: readonly string[];
  /** Characters typed since it opened. UTF-16 code units. */
  readonly typed: number;
}

/** Beyond so many characters a list that stood open tells nothing. */
const PASSED_REACH = 16;

/**
 * What a writer has passed over who typed `typed` beside an open list: of its rows, the rest of those that begin so.
 *
 *     passedOver(['高质量发展', '经济'], '高') → { texts: ['质量发展'], typed: 1 }
 */
export function passedOver(added: readonly string[], typed: string): PassedOver | undefined {
  if (typed === '' || typed.length > PASSED_REACH) return undefined;
  const agreeing = added.filter(text => text.length > typed.length && text.startsWith(typed));
  return { texts: agreeing.map(text => text.slice(typed.length)), typed: typed.length };
}
