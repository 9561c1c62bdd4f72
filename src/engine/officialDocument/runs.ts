import type { LaidOutParagraph, Role } from './paragraph';

/** A paragraph's text in pieces of one look each: a heading that the text goes on behind is a piece of its own. */
export function runs({ role, text, lead }: LaidOutParagraph): { text: string; role: Role }[] {
  if (!lead) return [{ text, role }];
  return [
    { text: text.slice(0, lead.end), role: lead.role },
    { text: text.slice(lead.end), role },
  ];
}
