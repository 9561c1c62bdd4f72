/** A lone half of a character, and what no page shows: controls and zero-width characters. */
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu;

/** A line of a draft as it goes on paper: no indentation, nothing unseen, a blank for a tab. `　　一是\u200b快 ` → `一是快`. */
export function draftLine(line: string): string {
  return line.replace(UNSEEN, '').replace(/\t+/g, ' ').trim();
}
