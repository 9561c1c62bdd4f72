import { type OutlineNode, parseOutline, walkOutline } from '../../outline/outline';
import { closingParagraph } from '../../outline/reading/closing';
import { type Role, roleOf, SALUTATION } from './roles';

/** Where a part of a speech begins: 0-based paragraph, and what it is there for. */
export interface DraftPart {
  readonly paragraph: number;
  readonly role: Role;
  /** The paragraph is a heading that stands alone: guidance goes behind it. */
  readonly isHeading: boolean;
}

/**
 * The parts of a speech in order: 称呼, 开场, each section of the first level, 号召结尾. Neighbours with the same role are one part.
 */
export function draftParts(paragraphs: readonly string[]): DraftPart[] {
  const outline = parseOutline(paragraphs).filter(({ inline }) => !inline);
  const sections = outline.filter(({ marker }) => marker.level === outline[0]!.marker.level);
  const lastNumbered = Math.max(-1, ...[...walkOutline(outline)].map(({ node }) => node.paragraph));
  const closing = sections.length > 0 ? closingParagraph(paragraphs, lastNumbered) : lastAppeal(paragraphs);
  const starts = new Map(sections.map(section => [section.paragraph, section]));
  const parts: DraftPart[] = [];
  const add = (paragraph: number, role: Role, section?: OutlineNode) => {
    const isHeading = section?.form === 'heading';
    if (parts.at(-1)?.role !== role) parts.push({ paragraph, role, isHeading });
  };
  const firstSection = sections[0]?.paragraph ?? paragraphs.length;
  // A date line or a byline may stand above the salutation.
  const begin = Math.max(
    0,
    paragraphs.slice(0, firstSection).findIndex(text => SALUTATION.test(text)),
  );
  paragraphs.forEach((text, paragraph) => {
    if (text.trim() === '' || paragraph < begin) return;
    const section = starts.get(paragraph);
    const isBefore = sections.length > 0 && paragraph < firstSection;
    if (section) add(paragraph, roleOf(section.title), section);
    else if (SALUTATION.test(text)) {
      if (parts.length === 0) add(paragraph, 'salutation');
    } else if (paragraph >= closing) add(paragraph, 'closing');
    else if (isBefore || (sections.length === 0 && !parts.some(({ role }) => role === 'opening')))
      add(paragraph, 'opening');
    else if (sections.length === 0) add(paragraph, 'elaboration');
  });
  return parts;
}

/** Of a speech without sections: the last paragraph, where it turns to its audience or calls upon it. */
function lastAppeal(paragraphs: readonly string[]): number {
  const last = paragraphs.findLastIndex(text => text.trim() !== '');
  return last > 1 && /^同志们|让我们|谢谢|新篇章|而(?:努力)?奋斗/.test(paragraphs[last]!) ? last : paragraphs.length;
}
