import type { CorpusView } from '../../index/segment';
import type { Steps } from '../../steps';
import type { Span } from '../../text/sentences';
import { type Draft, spanIn } from '../draft/draft';
import type { OverlapOptions } from '../overlap/overlapRuns';
import { knownStretches } from '../overlap/windows';
import type { Problem } from '../problem';

const LONG_DEFAULT = 120;

/** A place to take breath. */
const STOP = /[。！？；：…]/;
/** Wordings of many articles from so many characters on are said in one breath: 以…为指导，全面贯彻…精神. */
const SET_PHRASE = 8;

/**
 * Sentences of more characters than `most` without a stop. What many articles say so does not count: the sentence that names all the spirits
 * and meetings to be carried out is as long as they are many, and nobody can part it.
 */
export function* longProblems(
  view: CorpusView,
  { spoken }: Draft,
  {
    most = LONG_DEFAULT,
    many,
    exceptCluster,
  }: Pick<OverlapOptions, 'many' | 'exceptCluster'> & { most?: number | undefined },
): Steps<Problem[]> {
  const problems: Problem[] = [];
  for (const line of spoken) {
    if (line.kind !== 'body') continue;
    for (const { start, end } of unstopped(line.text)) {
      if (end - start <= most) continue;
      const set = knownStretches(view, line.text, { start, end }, SET_PHRASE, many, { exceptCluster });
      yield;
      if (end - start - covered(set) <= most) continue;
      const length = end - start;
      problems.push({
        code: 'long',
        ...spanIn(line, start, Math.min(line.text.length, end + 1)),
        message: {
          zh: `这一句 ${length} 字，中间没有句号或分号，念起来长，可断成几句。`,
          en: `${length} characters without a full stop or semicolon: long to speak. Make several sentences of it.`,
        },
      });
    }
  }
  return problems;
}

/** The stretches between stops, ascending. */
function unstopped(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !STOP.test(text[at]!)) continue;
    spans.push({ start, end: at });
    start = at + 1;
  }
  return spans;
}

/** How much ascending spans cover, which may overlap. */
function covered(spans: readonly Span[]): number {
  let sum = 0;
  let done = 0;
  for (const { start, end } of spans) {
    sum += Math.max(0, end - Math.max(start, done));
    done = Math.max(done, end);
  }
  return sum;
}
