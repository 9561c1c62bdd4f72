const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters on each side that the language's segmenter needs to cut a place right. */
const AROUND = 8;

/**
 * Tells of a continuation that only the draft has whether it ends with a word there: the import never cut the draft.
 *
 * @param draft the text before the cursor
 */
export function endsWordIn(draft: string): (continuation: string) => boolean {
  const last = draft.slice(-1);
  return continuation => {
    const at = draft.lastIndexOf(last + continuation, draft.length - 2);
    if (at < 0) return true;
    const end = at + 1 + continuation.length;
    const from = Math.max(0, at - AROUND);
    for (const { index, segment } of segmenter.segment(draft.slice(from, end + AROUND))) {
      if (from + index + segment.length >= end) return from + index + segment.length === end;
    }
    return true;
  };
}
