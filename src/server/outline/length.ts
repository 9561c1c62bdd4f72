import type { TextDocument } from 'vscode-languageserver-textdocument';
import { countCharacters } from '../../engine/text/countCharacters';
import type { Length, LengthParams } from '../protocol/numbering';

/** How long a document is, and the ranges in it. */
export function lengthOf(document: TextDocument, { ranges }: LengthParams): Length {
  return {
    characters: countCharacters(document.getText()),
    selected: ranges.reduce((sum, range) => sum + countCharacters(document.getText(range)), 0),
  };
}
