import type { FoldingRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { outlineSteps, walkOutline } from '../../engine/outline/outline';
import type { Steps } from '../../engine/steps';
import { allLines } from '../lines';

/** Every numbered part of more than one line folds to its heading. */
export function* foldingRanges(document: TextDocument): Steps<FoldingRange[]> {
  return [...walkOutline(yield* outlineSteps(allLines(document)))]
    .map(({ node }) => ({ startLine: node.paragraph, endLine: node.endParagraph }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}
