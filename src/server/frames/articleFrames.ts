import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mergeFrames } from '../../engine/mining/mergeFrames';
import { mineFrameSteps } from '../../engine/mining/mineFrames';
import { offeredFrames } from '../../engine/mining/offeredFrames';
import type { Steps } from '../../engine/steps';
import { wordEndsIn } from '../../engine/text/segmentWords';
import { allLines, isLonger } from '../lines';
import type { ArticleFrame } from '../protocol/frames';

/** A longer text is a book. UTF-16 code units. */
const LONGEST = 200_000;
/** More marks are read by nobody. */
const MOST = 200;

/** The frames that an article shows by itself, best first: the same as a corpus of this article alone would offer. */
export function* articleFrames(document: TextDocument): Steps<ArticleFrame[]> {
  if (isLonger(document, LONGEST)) return [];
  const lines = allLines(document);
  const ends: ReturnType<typeof wordEndsIn>[] = [];
  const endsAt = (line: number) => (ends[line] ??= wordEndsIn(lines[line]!));
  const isWordStart = (line: number, offset: number) => offset === 0 || endsAt(line)(offset);
  const frames = yield* mineFrameSteps(lines, { isWordStart });
  return offeredFrames(mergeFrames([{ article: 0, cluster: 0, frames }]))
    .slice(0, MOST)
    .map(({ template, instances }) => ({ template, places: instances.map(placeOf) }));
}

const placeOf = ({ paragraph: line, start, end }: { paragraph: number; start: number; end: number }): Range => ({
  start: { line, character: start },
  end: { line, character: end },
});
