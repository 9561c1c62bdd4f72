import type { TextDocument } from 'vscode-languageserver-textdocument';
import { draftTail } from '../../engine/series/draftTail';
import { memberItems } from '../../engine/series/members/memberItems';
import { draftBefore } from '../completion/draftBefore';
import { lineAfter } from '../lines';
import type { MemberDueParams } from '../protocol/numbering';

/** Whether the next member of the draft's own series is clear at a place with nothing behind it in its line. */
export function isMemberDue(document: TextDocument, { position }: MemberDueParams): boolean {
  if (lineAfter(document, position).trim() !== '') return false;
  const [first] = memberItems(draftTail(draftBefore(document, position).before));
  return first?.isAsked ?? false;
}
