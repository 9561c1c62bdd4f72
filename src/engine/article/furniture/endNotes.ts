/** 〔1〕 国联，…: a note below a text. */
const NOTE =
  /^\s*(?:注(?:释)?\s*)?(?:〔\s*(\d{1,3})\s*〕|\[\s*(\d{1,3})\s*\]|［\s*(\d{1,3})\s*］|【\s*(\d{1,3})\s*】)\s*[^\d\s号]/;
const HEADING =
  /^[【[（(〔]?\s*(?:注\s*释?|脚\s*注|尾\s*注|参\s*考\s*文\s*献|资料来源|引文出处)\s*[】\])）〕]?\s*[：:]?$/;
/** So many lines may follow a note before the next: what it quotes, its second paragraph. */
const LONGEST_NOTE_LINES = 4;
/** Without a heading, one line that begins with a mark may be anything. */
const FEWEST_NOTES = 2;

/**
 * Where the notes below a text begin, at their heading or else the first of them; its length where there are none. Notes count up
 * from the first to the end; what begins with [1] within the text is a part of it.
 *
 * @param isMarked does the text bear the mark of the first note? Then one note alone is one, without a heading too.
 * @example endNotesStart(['……扫帚不到，灰尘照例不会跑掉。', '注释', '〔1〕 云溪，县名。']) // 1
 */
export function endNotesStart(lines: readonly string[], isMarked = false): number {
  const marked = lines.flatMap((line, at) => {
    const match = NOTE.exec(line);
    return match ? [{ at, number: Number(match.slice(1).find(Boolean)) }] : [];
  });
  let first = marked.length;
  let below = lines.length;
  while (
    first > 0 &&
    below - marked[first - 1]!.at <= LONGEST_NOTE_LINES + 1 &&
    isBefore(marked[first - 1]!, marked[first])
  ) {
    first--;
    below = marked[first]!.at;
  }
  const notes = marked.slice(first);
  if (notes[0]?.number !== 1 || notes[0].at === 0) return lines.length;
  if (HEADING.test(lines[notes[0].at - 1]!)) return notes[0].at - 1;
  return notes.length >= FEWEST_NOTES || isMarked ? notes[0].at : lines.length;
}

function isBefore(note: { readonly number: number }, next: { readonly number: number } | undefined): boolean {
  return next === undefined || (note.number < next.number && next.number !== 1);
}
