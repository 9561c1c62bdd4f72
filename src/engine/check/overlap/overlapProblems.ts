import type { CorpusView } from '../../index/segment';
import { createParagraphPlaces, passageAt } from '../../passages/passage';
import type { Steps } from '../../steps';
import type { Bilingual } from '../../text/bilingual';
import { type Draft, spanIn } from '../draft/draft';
import { countLetters, isLetter } from '../draft/letters';
import type { DraftSpan, Problem, ProblemSource } from '../problem';
import type { OverlapRun } from './chosenRuns';
import { lineAt, type Overlaps } from './overlaps';
import { overlapPassages } from './passages';

/** How much of a draft is taken over. */
export interface OverlapShare {
  readonly taken: number;
  readonly characters: number;
}

/** Of the draft, and of each of its told lines. */
export function overlapShare({ told }: Draft, { text, starts, taken }: Overlaps) {
  const lines = told.map(({ line, text: own }, index) => {
    const start = starts[index]!;
    let sum = 0;
    for (let at = start; at < start + own.length; at++) sum += taken[at]!;
    return { line, taken: sum, characters: own.length };
  });
  const total: OverlapShare = {
    taken: lines.reduce((sum, line) => sum + line.taken, 0),
    characters: text.length - Math.max(0, told.length - 1),
  };
  return { total, lines };
}

/** What is taken over as problems, each passage with its source. `least`: characters of a run. */
export function* overlapProblems(view: CorpusView, draft: Draft, overlaps: Overlaps, least: number): Steps<Problem[]> {
  const placeOf = createParagraphPlaces();
  const ofCluster = new Map<number, number>();
  for (const { cluster, own } of overlaps.runs) ofCluster.set(cluster, (ofCluster.get(cluster) ?? 0) + own);
  const problems: Problem[] = [];
  for (const { start, end, own, runs } of overlapPassages(overlaps, least)) {
    const [first] = runs;
    const source = sourceOf(view, overlaps.text, first!, placeOf);
    problems.push({
      code: 'overlap',
      ...runSpan(draft, overlaps, start, end),
      message: message(own, ofCluster.get(first!.cluster)!, source),
      taken: own,
      source,
    });
    yield;
  }
  return problems;
}

/** Where [start, end) of the joined lines stands in the file. */
function runSpan({ told }: Draft, { starts }: Pick<Overlaps, 'starts'>, start: number, end: number): DraftSpan {
  const [first, last] = [lineAt(starts, start), lineAt(starts, end - 1)];
  const from = spanIn(told[first]!, start - starts[first]!, start - starts[first]! + 1);
  const to = spanIn(told[last]!, end - 1 - starts[last]!, end - starts[last]!);
  return { line: from.line, start: from.start, endLine: to.line, end: to.end };
}

/** The passage of a run, as far as it is told of. */
export function sourceOf(
  view: CorpusView,
  text: string,
  { whole, start, end }: OverlapRun,
  placeOf: ReturnType<typeof createParagraphPlaces>,
): ProblemSource {
  const segment = view[whole.segment]!;
  const behind = (position: number, letters: number) => {
    for (let left = letters; left > 0; position++) if (isLetter(segment.codeAt(position))) left--;
    return position;
  };
  let position = behind(whole.position, countLetters(text, whole.start, start));
  while (!isLetter(segment.codeAt(position))) position++;
  const length = behind(position, countLetters(text, start, end)) - position;
  const { article, paragraph, offset, match } = passageAt(view, { segment: whole.segment, position }, length, placeOf);
  const { path, entry, title, date, speaker } = article;
  const [said = ''] = match.split('\n');
  return { path, entry, title, date, speaker, paragraph, offset, length: said.length, text: said };
}

const WHAT_TO_DO: Bilingual = { zh: '请改写，或注明出处。', en: 'Say it in your own words, or name the source.' };

function message(own: number, ofArticle: number, { title, speaker, date }: ProblemSource): Bilingual {
  const by = [speaker, date].filter(Boolean);
  const zh = `${own} 字与《${title}》${by.length > 0 ? `（${by.join('，')}）` : ''}相同`;
  const en = `${own} characters as in “${title}”${by.length > 0 ? ` (${by.join(', ')})` : ''}`;
  return ofArticle > own
    ? {
        zh: `${zh}；全稿与该文相同的共 ${ofArticle} 字。${WHAT_TO_DO.zh}`,
        en: `${en}; ${ofArticle} of this draft stand in that article. ${WHAT_TO_DO.en}`,
      }
    : { zh: `${zh}。${WHAT_TO_DO.zh}`, en: `${en}. ${WHAT_TO_DO.en}` };
}
