import type { PhraseTree } from '../../../src/engine/background/phraseTree';
import { admission as admissionOf } from '../../../src/engine/complete/admission/admit';
import { type Candidate, chooseSet } from '../../../src/engine/complete/ranking/chooseSet';
import type { ItemValue } from '../../../src/engine/complete/ranking/itemValue';
import { createSuggestions } from '../../../src/engine/complete/suggestions';
import type { CorpusView } from '../../../src/engine/index/segment';
import { admission } from '../../../src/engine/offers/admission';
import { canOpen, restOfLine } from '../ask';
import type { TypedPassage } from '../bootstrap';
import { titleOf } from '../fanben';
import type { HeldPassage } from '../heldOut';

/** What might stand in a list at one place of a passage, whatever is chosen of it. */
export interface Pool {
  readonly candidates: readonly (Candidate & { readonly isRight: boolean; readonly isAdmitted: boolean })[];
  readonly probability: Float64Array;
}

/** By offset in the text of a passage; null where no list can open. */
export type Pools = readonly (Pool | null)[];

/** Asks at every place of the passages what may stand in a list: once, for many ways to choose from it. */
export function askPools(
  view: CorpusView,
  background: PhraseTree | undefined,
  passages: readonly HeldPassage[],
): readonly Pools[] {
  const suggestions = createSuggestions(view, { background: () => background });
  return passages.map(passage =>
    Array.from({ length: passage.text.length }, (_, offset) => {
      if (!canOpen(passage, offset)) return null;
      const before = passage.before + passage.text.slice(0, offset);
      const draft = { before, title: titleOf(before) };
      while (suggestions.prepare(draft));
      const ranked = suggestions.rank(draft);
      const { pool, probability } = ranked;
      const isAdmitted = admissionOf(ranked, draft, admission(draft, []));
      const truth = restOfLine(passage.text, offset);
      const candidates = pool.map(({ text, length, endsWithMark, prefix }, row) => ({
        length,
        endsWithMark: endsWithMark ?? false,
        prefix,
        isRight: truth.startsWith(text),
        isAdmitted: isAdmitted(row),
      }));
      return { candidates, probability };
    }),
  );
}

/** Types the passages, taking the longest right one of the `top` items that `value` chooses. */
export function typePools(passages: readonly Pools[], value: ItemValue, top: number): TypedPassage[] {
  return passages.map(places => {
    let keystrokes = 0;
    for (let at = 0; at < places.length; keystrokes++) at += takenAt(places[at]!, value, top) || 1;
    return { keystrokes, characters: places.length };
  });
}

function takenAt(pool: Pool | null, value: ItemValue, top: number): number {
  if (!pool) return 0;
  const { candidates, probability } = pool;
  const isAdmitted = (index: number) => candidates[index]!.isAdmitted;
  const chosen = chooseSet(candidates, probability.slice(), top, 0, { value, isAdmitted }).map(
    index => candidates[index]!,
  );
  return chosen.reduce((longest, { isRight, length }) => (isRight ? Math.max(longest, length) : longest), 0);
}
