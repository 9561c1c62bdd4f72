import type { Steps } from '../../steps';
import type { Edit } from '../edit';
import { type Marker, markerText } from '../marker';
import { expectedMarkers, type MemberList, memberListSteps } from '../memberLists';
import type { OutlineNode } from '../outline';

/** Edits for the members from `from` on, if those before are right and these count on among themselves. */
function shift(list: MemberList, from: number): Edit[] {
  const { members } = list;
  const expected = expectedMarkers(list);
  const isRight = members.slice(0, from).every(({ marker }, index) => markerText(marker) === expected[index]);
  const countsOn = members
    .slice(from + 1)
    .every(({ marker }, index) => marker.number === members[from + index]!.marker.number + 1);
  if (!isRight || !countsOn) return [];
  return members.slice(from).flatMap(({ marker, paragraph }, index) => {
    const text = expected[from + index]!;
    if (text === markerText(marker)) return [];
    return [{ paragraph, start: marker.start, end: marker.end, text }];
  });
}

/** A member was put in at `paragraph`: those behind it count on. 一是 二是| 二是 三是 → 一是 二是| 三是 四是. */
export function* renumberBehindNew(paragraphs: readonly string[], paragraph: number): Steps<Edit[]> {
  const isNew = (node: OutlineNode) => node.paragraph === paragraph && !node.inline;
  const list = (yield* memberListSteps(paragraphs)).find(({ members }) => members.some(isNew));
  return list ? shift(list, list.members.findIndex(isNew) + 1) : [];
}

/** The member `gone` was taken out at `paragraph`: those behind it close up. 一是 | 三是 四是 → 一是 | 二是 三是. */
export function* renumberBehindGone(paragraphs: readonly string[], paragraph: number, gone: Marker): Steps<Edit[]> {
  const isBehind = (node: OutlineNode) => node.paragraph >= paragraph && node.series === gone.series;
  for (const list of yield* memberListSteps(paragraphs)) {
    const from = list.members.findIndex(isBehind);
    if (from > 0 && list.members[from]!.marker.number === gone.number + 1) return shift(list, from);
  }
  return [];
}
