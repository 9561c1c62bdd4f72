import type { FoldingRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseOutline, walkOutline } from '../../engine/outline/outline';
import { allLines } from '../lines';

/** Every numbered part of more than one line folds to its heading. */
export function foldingRanges(document: TextDocument): FoldingRange[] {
  return [...walkOutline(parseOutline(allLines(document)))]
    .map(({ node }) => ({ startLine: node.paragraph, endLine: node.endParagraph }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}
