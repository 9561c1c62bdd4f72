import { InlineCompletionTriggerKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ghostText } from '../engine/ghost/ghostText';
import type { CorpusView } from '../engine/index/segment';
import { draftBefore } from './draftBefore';
import { lineAfter } from './lines';
import type { GhostItem, InlineContext } from './protocol/documents';

/**
 * The one continuation that an editor shows in grey, or none: `要以时不我待的|` → 紧迫感抓好各项工作。
 * None either while an item of the list is chosen: two offers at one cursor are one too many.
 */
export function inlineCompletion(
  document: TextDocument,
  position: Position,
  context: InlineContext,
  view: CorpusView,
): GhostItem[] {
  if (context.selectedCompletionInfo) return [];
  const ghost = ghostText(view, {
    ...draftBefore(document, position),
    after: lineAfter(document, position),
    // 1 is `Automatic` for some editors and `Invoked` for others (the protocol has changed): the careful one of the two.
    isAskedFor: context.triggerKind === InlineCompletionTriggerKind.Invoked,
  });
  if (!ghost) return [];
  const { text, wordEnds, clauseEnds } = ghost;
  return [{ insertText: text, range: { start: position, end: position }, wordEnds, clauseEnds }];
}
