import type { LaidOutParagraph } from './paragraph';
import { SETTINGS } from './typography';

/** Paragraphs as plain text, one a line, the first line indented by full-width blanks where the page indents it. */
export function layoutText(paragraphs: readonly LaidOutParagraph[]): string {
  return paragraphs.map(({ role, text }) => '　'.repeat(SETTINGS[role].indent) + text).join('\n');
}
