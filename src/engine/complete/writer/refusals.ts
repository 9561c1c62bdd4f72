import type { Candidate } from '../ranking/chooseSet';

/** A list the writer did not want, where it stood. */
export interface RefusedList {
  /** The end of the draft before it: `placeOf(before)`. */
  readonly place: string;
  /** What its items would have added there. */
  readonly texts: readonly string[];
}

/** So much of a draft tells a place from others. UTF-16 code units. */
const PLACE = 32;
/** Beyond so many characters written since, a refused text is at no place any more. */
const REACH = 16;

/** The end of a draft, by which a place in it is known again. */
export function placeOf(before: string): string {
  return before
    .slice(-2 * PLACE)
    .replaceAll('\r', '')
    .slice(-PLACE);
}

/**
 * What may not be offered at the cursor. First what was refused here, in whole or but for what has been written of it
 * since: 高质量发展, refused at `推动|`, is 质量发展 at `推动高|`; at `推动经济|`, another place, it may stand again.
 * Then what keeps coming back: refused at two places just before.
 */
export function refusedHere(lists: readonly RefusedList[], before: string): string[] {
  if (lists.length === 0) return [];
  const refused = new Set<string>();
  const passedOver = new Set<string>();
  for (let written = 0; written < REACH && written <= before.length; written++) {
    const place = placeOf(before.slice(0, before.length - written));
    const since = before.slice(before.length - written);
    for (const text of new Set(lists.flatMap(list => (list.place === place ? list.texts : [])))) {
      if (text.startsWith(since)) refused.add(text.slice(written));
      else if (passedOver.has(text)) refused.add(text);
      else passedOver.add(text);
    }
  }
  refused.delete('');
  return [...refused];
}

/** Is a text refused? So is more of a refused text, and a piece of it: who did not want 高质量发展 does not want 高质量. */
export function isRefused(text: string, refused: readonly string[]): boolean {
  return refused.some(other => text.startsWith(other) || other.startsWith(text));
}

/**
 * Takes refused candidates and what begins with them out, in place: their probability goes, also from the shorter
 * candidates that owe it to them, but what else those lead on to keeps its own.
 */
export function dropRefused(
  pool: readonly (Candidate & { readonly text: string })[],
  probability: Float64Array,
  refused: readonly string[],
): void {
  if (refused.length === 0) return;
  /** Of each candidate: the probability of the refused ones that extend it, and the largest of the others. */
  const lost = new Float64Array(pool.length);
  const kept = new Float64Array(pool.length);
  for (let i = pool.length - 1; i >= 0; i--) {
    const { text, prefix } = pool[i]!;
    const whole = probability[i]!;
    const gone = refused.some(start => text.startsWith(start));
    probability[i] = gone ? 0 : Math.max(kept[i]!, whole - lost[i]!);
    if (prefix < 0) continue;
    lost[prefix]! += gone ? whole : Math.min(whole, lost[i]!);
    kept[prefix] = Math.max(kept[prefix]!, probability[i]!);
  }
}
