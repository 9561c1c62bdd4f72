import { SALUTATION } from '../skeleton/roles';
import { draftLine } from './draftLine';
import { endRoles } from './endRoles';
import { headingOf } from './headingOf';
import { headRoles } from './headRoles';
import { isGuidance } from './leftOver';
import type { LaidOutParagraph, Role } from './paragraph';
import { signatureIndents } from './signatureIndents';

interface Line {
  readonly text: string;
  /** 0-based, in the draft. */
  readonly line: number;
}

const HEAD: ReadonlySet<Role> = new Set(['title', 'byline']);
const END: ReadonlySet<Role> = new Set(['signature', 'date']);

/** 同志们： amid a text turns to the audience anew; without its colon it is a sentence. */
const isSalutation = (text: string) => /[：:]$/.test(text) && SALUTATION.test(text);

function roleOf(text: string): Pick<LaidOutParagraph, 'role' | 'lead'> {
  if (isSalutation(text)) return { role: 'salutation' };
  return { role: 'body', ...headingOf(text) };
}

/**
 * A draft as an official document: every line that is not empty is a paragraph with its role. Guidance is left out, nothing else.
 * `['在大会上的讲话', '', '同志们：', '　　一、抓产业']` → title, salutation, heading1.
 *
 * @param title known apart from the text, as in the front matter of Markdown; it goes above the text that lacks it
 */
export function layoutDraft(draft: readonly string[], title: string | null = null): LaidOutParagraph[] {
  const lines: Line[] = draft.flatMap((source, line) => {
    const text = draftLine(source);
    return text === '' || isGuidance(text) ? [] : [{ text, line }];
  });
  const texts = lines.map(({ text }) => text);
  const head = headRoles(texts, title);
  const end = endRoles(texts, head.size + 1);
  const told = title !== null && ![...head.values()].includes('title') ? [{ text: title, line: 0 }] : [];
  const found = lines.map(({ text, line }, at) => {
    const role = head.get(at) ?? end.get(at);
    return { text, line, ...(role ? { role } : roleOf(text)) };
  });
  const all = [...told.map(line => ({ ...line, role: 'title' as const })), ...found];
  const lastOf = (role: Role) => all.findLast(paragraph => paragraph.role === role)?.text ?? '';
  const right = signatureIndents(lastOf('signature'), lastOf('date'));
  return all.map((paragraph, at) => {
    const above = all[at - 1];
    const isApart = above !== undefined && [HEAD, END].some(set => set.has(paragraph.role) !== set.has(above.role));
    const { role } = paragraph;
    const rightIndent = role === 'signature' || role === 'date' ? right[role] : 0;
    return { ...paragraph, linesBefore: isApart ? 1 : 0, rightIndent };
  });
}
