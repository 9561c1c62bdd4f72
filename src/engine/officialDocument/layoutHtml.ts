import { endsStep, finish, type Steps } from '../steps';
import type { LaidOutParagraph, Role } from './paragraph';
import { runs } from './runs';
import { FONTS, LATIN_FONT, LINE_PITCH_PT, SETTINGS } from './typography';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => ENTITIES[character]!);
}

function fontOf(role: Role): string {
  return `font-family:'${LATIN_FONT}',${FONTS[SETTINGS[role].font].map(name => `'${name}'`).join(',')}`;
}

function paragraphHtml(paragraph: LaidOutParagraph): string {
  const { align, indent, sizePt } = SETTINGS[paragraph.role];
  const style = [
    fontOf(paragraph.role),
    `font-size:${sizePt}pt`,
    `text-align:${align}`,
    // Word reads the indent in characters from its own property, others the one in em.
    `text-indent:${indent}em`,
    `mso-char-indent-count:${indent}.0`,
    `line-height:${LINE_PITCH_PT}pt`,
    'mso-line-height-rule:exactly',
    `margin:${paragraph.linesBefore * LINE_PITCH_PT}pt ${paragraph.rightIndent}em 0 0`,
  ].join(';');
  const inner = runs(paragraph).map(run =>
    run.role === paragraph.role ? escaped(run.text) : `<span style="${fontOf(run.role)}">${escaped(run.text)}</span>`,
  );
  return `<p style="${style}">${inner.join('')}</p>`;
}

/** Paragraphs as HTML for a word processor's clipboard: fonts and sizes of an official document, no colour, no editor's font. */
export function layoutHtml(paragraphs: readonly LaidOutParagraph[]): string {
  return finish(htmlSteps(paragraphs));
}

/** {@link layoutHtml} a little at a time. */
export function* htmlSteps(paragraphs: readonly LaidOutParagraph[]): Steps<string> {
  const pieces: string[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    pieces.push(paragraphHtml(paragraph));
    if (endsStep(at)) yield;
  }
  return pieces.join('\n');
}
