/** A lone half of a character, and what no page shows: controls and zero-width characters. */
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu;

/** What of a text a page can show; nothing else may stand in a document of Word. */
export const onPaper = (text: string): string => text.replace(UNSEEN, '');

/** A line of a draft as it goes on paper: no indentation, nothing unseen, a blank for a tab. `　　一是\u200b快 ` → `一是快`. */
export function draftLine(line: string): string {
  return onPaper(line).replace(/\t+/g, ' ').trim();
}
