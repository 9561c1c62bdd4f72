import { InlineCompletionTriggerKind, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Suggestions } from '../../engine/complete/suggestions';
import { ghostText } from '../../engine/ghost/ghostText';
import type { ArticlePlace } from '../../engine/passages/articlePlace';
import { lineAfter } from '../lines';
import type { GhostItem, InlineContext } from '../protocol/documents';
import { draftBefore } from './draftBefore';

/**
 * The one continuation that an editor shows in grey, or none: `要以时不我待的|` → 紧迫感抓好各项工作。
 * None either while an item of the list is chosen: two offers at one cursor are one too many.
 */
export function inlineCompletion(
  document: TextDocument,
  position: Position,
  context: InlineContext,
  suggestions: Suggestions,
  exemplars: readonly ArticlePlace[],
): GhostItem[] {
  if (context.selectedCompletionInfo) return [];
  // 1 is `Automatic` for some editors and `Invoked` for others (the protocol has changed): the careful one of the two.
  const isAskedFor = context.triggerKind === InlineCompletionTriggerKind.Invoked;
  const draft = { ...draftBefore(document, position), after: lineAfter(document, position) };
  const ghost = ghostText(suggestions, { ...draft, id: document.uri, exemplars }, isAskedFor);
  if (!ghost) return [];
  const { text, wordEnds, clauseEnds } = ghost;
  return [{ insertText: text, range: { start: position, end: position }, wordEnds, clauseEnds }];
}
