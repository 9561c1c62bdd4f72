import { dateLine } from './dates/dateLine';
import { isPersonName, speakerOf } from './names';

/** The name of an annex, the one thing that may stand below who signed. */
const LONGEST_ANNEX_UTF16 = 40;
/** 述职人：李四 */
const SIGNER_LABEL = /^(?:述职|述廉|报告|汇报|发言|致辞|演讲|承诺|表态|倡议|签名|署名)人?\s*[：:]\s*/;

/** （本文系作者2017年7月18日在…上的讲话） */
const GIVEN = /(?:本文|此文|文章|这)(?:系|是|为).{0,24}日.{0,6}在.{2,40}(?:讲话|发言|致辞|报告|党课|演讲)/;

const SENTENCE_END = /[。！？…”）]$/;

/** What an article ends with: the lines that say when, and by whom, and what they say. */
export interface Closing<Line> {
  readonly lines: ReadonlySet<Line>;
  /** ISO 8601, of the last of them. */
  readonly date: string | null;
  /** The day on which it was given, where a note says that it is a speech: nothing that a page says of itself is better. */
  readonly given: string | null;
  readonly speaker: string | null;
}

/**
 * The days an article ends with, and the name above the last of them, for a letter ends with who wrote it and when; a name alone, too. A day
 * that is the only one need not be the end: an annex may follow. Whoever reads the text without these lines finds no more.
 *
 *     此致敬礼。 / 李四 / 2018年3月 / 2018年3月   ->   the last three lines, 2018-03, 李四
 */
export function findClosing<Line extends { readonly text: string }>(all: readonly Line[]): Closing<Line> {
  const lines = [...all];
  const taken = new Set<Line>();
  let date: string | null = null;
  let given: string | null = null;
  let speaker: string | null = null;
  const days = new Set(all.filter(line => dateLine(line.text)));
  while (days.size > 0) {
    const last = lines.at(-1)!;
    const day = days.has(last) ? last : days.size === 1 ? [...days][0] : undefined;
    if (!day) break;
    const at = lines.lastIndexOf(day);
    const isEnd = day === last || lines.slice(at + 1).every(line => line.text.length <= LONGEST_ANNEX_UTF16);
    lines.splice(at, 1);
    days.delete(day);
    taken.add(day);
    date ??= dateLine(day.text)!.date;
    if (GIVEN.test(day.text)) given ??= date;
    const signer = isEnd ? lines[at - 1] : undefined;
    const signedBy = signer ? speakerOf(signer.text.replace(SIGNER_LABEL, '')) : null;
    if (!signer || !signedBy) continue;
    lines.splice(at - 1, 1);
    taken.add(signer);
    speaker ??= signedBy;
  }
  // Signed without a day.
  const [before, signer] = [lines.at(-2), lines.at(-1)];
  if (speaker === null && before && signer && SENTENCE_END.test(before.text)) {
    const name = signer.text.replace(SIGNER_LABEL, '').trim();
    if (isPersonName(name)) {
      taken.add(signer);
      speaker = speakerOf(name);
    }
  }
  return { lines: taken, date, given, speaker };
}
