/**
 * A text without the marks and blanks at its end: `withoutTrailing('抓产业，、 ', '，、')` is `抓产业`. From the end, once: the
 * expression `[，、\s]+$` begins anew at every mark, so that a line of nothing but marks costs the square of its length.
 */
export function withoutTrailing(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text[end - 1]!) || text[end - 1]!.trim() === '')) end--;
  return text.slice(0, end);
}
