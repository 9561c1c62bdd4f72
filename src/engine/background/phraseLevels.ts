import { growable } from './growable';
import type { PhraseNodes } from './packTree';

/** The nodes of one depth. */
export function newLevel() {
  const codes = growable(Uint16Array);
  const counts = growable(Float64Array);
  const endsWord = growable(Uint8Array);
  const inner = growable(Uint8Array);
  const last = growable(Uint8Array);
  return {
    get size() {
      return codes.length;
    },
    codes,
    counts,
    endsWord,
    inner,
    last,
    add(code: number, count: number, ends: number) {
      codes.push(code);
      counts.push(count);
      endsWord.push(ends);
      inner.push(0);
      last.push(0);
    },
    markInner: () => inner.setLast(1),
    markLast: () => last.setLast(1),
  };
}

/** One depth after the other is the order of the packed tree. */
export function joined(levels: readonly ReturnType<typeof newLevel>[]): PhraseNodes {
  const size = levels.reduce((sum, level) => sum + level.size, 0);
  const codes = new Uint16Array(size);
  const counts = new Float64Array(size);
  const endsWord = new Uint8Array(size);
  const hasChildren = new Uint8Array(size);
  const isLast = new Uint8Array(size);
  let at = 0;
  for (const level of levels) {
    codes.set(level.codes.values(), at);
    counts.set(level.counts.values(), at);
    endsWord.set(level.endsWord.values(), at);
    hasChildren.set(level.inner.values(), at);
    isLast.set(level.last.values(), at);
    at += level.size;
  }
  counts[0] = Math.max(
    1,
    counts.subarray(1).reduce((most, count) => Math.max(most, count), 0),
  );
  return { codes, counts, endsWord, hasChildren, isLast };
}
