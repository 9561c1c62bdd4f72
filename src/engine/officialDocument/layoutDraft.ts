import { SALUTATION } from '../skeleton/exemplar/roles';
import { endsStep, finish, type Steps } from '../steps';
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
  return finish(layoutSteps(draft, title));
}

/** {@link layoutDraft} a little at a time. */
export function* layoutSteps(draft: readonly string[], title: string | null = null): Steps<LaidOutParagraph[]> {
  const lines: Line[] = [];
  for (const [line, source] of draft.entries()) {
    const text = draftLine(source);
    if (text !== '' && !isGuidance(text)) lines.push({ text, line });
    if (endsStep(line)) yield;
  }
  const texts = lines.map(({ text }) => text);
  const head = headRoles(texts, title);
  const end = endRoles(texts, head.size + 1);
  const told = title !== null && ![...head.values()].includes('title') ? [{ text: title, line: 0 }] : [];
  const all: (Line & Pick<LaidOutParagraph, 'role' | 'lead'>)[] = told.map(line => ({ ...line, role: 'title' }));
  for (const [at, { text, line }] of lines.entries()) {
    const role = head.get(at) ?? end.get(at);
    all.push({ text, line, ...(role ? { role } : roleOf(text)) });
    if (endsStep(at)) yield;
  }
  const lastOf = (role: Role) => all.findLast(paragraph => paragraph.role === role)?.text ?? '';
  const right = signatureIndents(lastOf('signature'), lastOf('date'));
  const laidOut: LaidOutParagraph[] = [];
  for (const [at, paragraph] of all.entries()) {
    const above = all[at - 1];
    const isApart = above !== undefined && [HEAD, END].some(set => set.has(paragraph.role) !== set.has(above.role));
    const { role } = paragraph;
    const rightIndent = role === 'signature' || role === 'date' ? right[role] : 0;
    laidOut.push({ ...paragraph, linesBefore: isApart ? 1 : 0, rightIndent });
    if (endsStep(at)) yield;
  }
  return laidOut;
}
