import type { CorpusView } from '../../index/segment';
import { visitOccurrences } from '../../passages/occurrences';
import { isClauseEnd } from '../../text/punctuation';
import type { Span } from '../../text/sentences';
import type { Exemplar } from '../exemplar/exemplar';

/** Occurrences looked at. */
const LOOK = 32;
/**
 * So many other articles must have a wording (what two writers have in common, a third may use), and so long it must be (a word or
 * two are anybody's): the more there is, the more is shared by chance. By size of the corpus, in UTF-16 code units.
 */
const BOUNDS = [
  { from: 5_000_000, others: 4, shortest: 7 },
  { from: 500_000, others: 2, shortest: 6 },
  { from: 0, others: 2, shortest: 5 },
] as const;

/**
 * The stretches of a paragraph that several other articles have, too, each in whole words: the wording of the genre, not
 * of this article. `各位代表，现在我代表青禾县人民政府向大会报告工作` → `现在我代表`, `人民政府向大会报告工作`. None crosses the end of a clause
 * unless others have what is beyond it as well.
 */
export function sharedWording(
  view: CorpusView,
  { paragraphs, cluster, isWordStart }: Exemplar,
  paragraph: number,
): Span[] {
  const text = paragraphs[paragraph]!;
  const characters = view.reduce((sum, { length }) => sum + length, 0);
  const { shortest, others } = BOUNDS.find(({ from }) => characters >= from)!;
  const isStart = (offset: number) => offset >= text.length || isWordStart(paragraph, offset);
  const spans: Span[] = [];
  // Who has a text has every shorter one: going right, the end only goes right.
  let end = 0;
  for (let start = 0; start + shortest <= text.length; start++) {
    if (!isStart(start) || isMark(text, start)) continue;
    end = Math.max(end, start + shortest - 1);
    while (end < text.length && isShared(view, text.slice(start, end + 1), cluster, others)) end++;
    let stop = end;
    while (stop > start && !(isStart(stop) || isMark(text, stop))) stop--;
    if (stop - start < shortest) continue;
    const last = spans.at(-1);
    if (last && start <= last.end) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, stop) };
    else spans.push({ start, end: stop });
  }
  return spans;
}

const isMark = (text: string, at: number): boolean => isClauseEnd(text.charCodeAt(at));

function isShared(view: CorpusView, wording: string, own: number, wanted: number): boolean {
  const others = new Set<number>();
  visitOccurrences(view, wording, LOOK, (segment, position) => {
    if (others.size >= wanted) return;
    const article = segment.articleAt(position);
    if (segment.hasDead && segment.isDead(article)) return;
    const { cluster } = segment.meta(article);
    if (cluster !== own) others.add(cluster);
  });
  return others.size >= wanted;
}
