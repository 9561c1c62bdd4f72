/** Behind a longer label the list has no room for more: the number of articles would be cut off. UTF-16 code units. */
export const LONGEST_DETAILED = 24;
/** Of a longer text its end is shown, too: where a row stops is what a writer asks first. */
const SHOWN_END = 7;

/** A text as a row shows it: the whole stands in the documentation. */
export function rowLabel(text: string): string {
  if (text.length <= LONGEST_DETAILED) return text;
  // No half of a rare character.
  const head = text.slice(0, LONGEST_DETAILED - SHOWN_END - 1).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(-SHOWN_END).replace(/^[\udc00-\udfff]/, '');
  return `${head}…${end}`;
}
