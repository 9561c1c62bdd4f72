import { openSlot, ownWordsSlot } from '../../templates/openSlot';
import { type SnippetPart, toSnippet } from '../../templates/snippetText';
import type { Gap, SkeletonPart } from './fillParagraph';

/** From so many characters on a slot says how much stood there: a writer plans by length. */
const LONG = 30;
const ORDER = '甲乙丙丁戊己庚辛壬癸';

/**
 * Skeleton text as a snippet. A slot says what stood there: its kind where that is known (〔地名〕), else its words, which may be kept
 * (〔守住底线？〕), or the words it began with (〔一户一户找问题……约40字〕). The same particular is one slot wherever it stands; where an article has several of
 * a kind, they are told apart: 〔地名甲〕, 〔地名乙〕. The brackets stay until something is written, so that no slot is overlooked.
 */
export function skeletonSnippet(pieces: readonly SkeletonPart[]): string {
  const linked = new Map<string, number>();
  const ofKind = new Map<string, string[]>();
  for (const piece of pieces) {
    if (typeof piece === 'string' || !piece.particular || piece.particular.isAlone) continue;
    const known = ofKind.get(piece.particular.name) ?? [];
    if (!known.includes(piece.gap)) known.push(piece.gap);
    ofKind.set(piece.particular.name, known);
  }
  let slots = 0;
  const parts = pieces.map((piece): SnippetPart => {
    if (typeof piece === 'string') return piece;
    const { particular, gap } = piece;
    const all = particular && !particular.isAlone ? ofKind.get(particular.name)! : undefined;
    const key = all && `${particular!.name} ${gap}`;
    const slot = (key !== undefined ? linked.get(key) : undefined) ?? ++slots;
    if (key !== undefined) linked.set(key, slot);
    const order = all && all.length > 1 ? (ORDER[all.indexOf(gap)] ?? String(all.indexOf(gap) + 1)) : '';
    return { slot, name: particular ? openSlot(particular.name + order) : describe(piece) };
  });
  return toSnippet(parts);
}

function describe({ gap, opening }: Gap): string {
  if (gap === opening) return ownWordsSlot(gap);
  return openSlot(gap.length < LONG ? `${opening}……` : `${opening}……约${Math.round(gap.length / 10) * 10}字`);
}
