/** Text of several lines for a place that has one. */
export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ⏎ ');
}
