import { inert } from './inert';

/** Text of several lines for a place that has one. */
export function onOneLine(text: string): string {
  return inert(text.replace(/\s*\n\s*/g, ' ⏎ '));
}
