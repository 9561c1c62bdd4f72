import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseMarker } from '../../engine/outline/marker';
import { memberListSteps } from '../../engine/outline/memberLists';
import { partAtSteps } from '../../engine/outline/partAt';
import { moveSectionSteps } from '../../engine/outline/renumbering/moveSection';
import type { Steps } from '../../engine/steps';
import { allLines } from '../lines';
import type { MovedSection, MoveSectionParams } from '../protocol/numbering';
import type { Position } from '../protocol/schema';

/** The section at a place, moved past its neighbour; the place moves with the text around it. */
export function* movedSection(document: TextDocument, { position, direction }: MoveSectionParams): Steps<MovedSection> {
  const lines = allLines(document);
  const part = yield* partAtSteps(lines, { paragraph: position.line, offset: position.character });
  if (!part) return { kind: 'noSection' };
  const move = yield* moveSectionSteps(lines, part, direction);
  if (!move) {
    const list = (yield* memberListSteps(lines)).find(({ members }) =>
      members.some(({ paragraph, start }) => paragraph === part.paragraph && start === part.start),
    );
    const end = direction === 'up' ? list?.members[0] : list?.members.at(-1);
    return { kind: end?.paragraph === part.paragraph && end.start === part.start ? 'atEnd' : 'tied' };
  }
  const lastLine = { line: move.endParagraph, character: lines[move.endParagraph]!.length };
  const moved = [...lines.slice(0, move.paragraph), ...move.text, ...lines.slice(move.endParagraph + 1)];
  return {
    kind: 'moved',
    edit: { range: { start: { line: move.paragraph, character: 0 }, end: lastLine }, newText: move.text.join('\n') },
    position: follow(position, part, move.movedTo, moved),
  };
}

/** Where `position` is after its part has moved. Behind the number it keeps its distance to it, which may be longer now. */
function follow(
  { line, character }: Position,
  part: { readonly paragraph: number; readonly start: number; readonly marker: { readonly end: number } },
  movedTo: { readonly paragraph: number; readonly start: number },
  moved: readonly string[],
): Position {
  const target = { line: movedTo.paragraph + line - part.paragraph, character };
  const text = moved[target.line] ?? '';
  if (line === part.paragraph) {
    const { end } = part.marker;
    const newEnd = movedTo.start + (parseMarker(text.slice(movedTo.start))?.end ?? end - part.start);
    target.character =
      character >= end ? newEnd + character - end : movedTo.start + Math.max(0, character - part.start);
  }
  return { ...target, character: Math.min(target.character, text.length) };
}
