import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Steps } from '../../engine/steps';
import { countCharacters } from '../../engine/text/countCharacters';
import type { Length, LengthParams } from '../protocol/numbering';

/** How long a document is, and the ranges in it. */
export function* lengthOf(document: TextDocument, { ranges }: LengthParams): Steps<Length> {
  const text = document.getText();
  const parts = ranges
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }))
    .sort((left, right) => left.start - right.start);
  const characters = yield* countSteps(text);
  let [selected, counted] = [0, 0];
  for (const { start, end } of parts) {
    // No editor selects a place twice; whoever does has it counted once.
    selected += yield* countSteps(text.slice(Math.max(start, counted), end));
    counted = Math.max(counted, end);
  }
  return { characters, selected };
}

/** So many UTF-16 code units are counted at a time: a millisecond of work. */
const PIECE = 100_000;

function* countSteps(text: string): Steps<number> {
  let characters = 0;
  for (let start = 0; start < text.length; ) {
    // A run that counts as one, a word or a number, is not cut in two.
    const lineBreak = text.indexOf('\n', start + PIECE);
    const end = lineBreak < 0 ? text.length : lineBreak;
    characters += countCharacters(text.slice(start, end));
    start = end;
    yield;
  }
  return characters;
}
