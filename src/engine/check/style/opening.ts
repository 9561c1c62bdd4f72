import { splitSentences } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import { lettersOf } from '../draft/letters';
import type { Problem } from '../problem';

/** Words that only join what is said: nobody means to say them three times. */
const JOINS =
  /^(?:与此同时|同时|此外|另外|除此之外|因此|所以|为此|对此|但是|然而|不过|目前|当前|现在|近年来|近几年来?|下一步|接下来|总之|可以说|应该说|众所周知|我认为|我觉得|我想|大家知道|可见|从而|然后|之后)$/;
/** Words that lead on. A series repeats what it is about (要坚持…，要坚持…); these come again because nothing else came to mind. */
const LEADS =
  /^(?:与此同时|同时|此外|另外|除此之外|因此|所以|为此|对此|但是|然而|不过|目前|当前|现在|近年来|近几年来?|今年以来|一直以来|长期以来|下一步|接下来|特别是|尤其是|总之|可以说|应该说|众所周知|通过|随着|为了|根据|按照|结合|我认为|我觉得|我想|大家知道|可见|从而|然后|之后|这次|这个)/;
const TIMES = 3;

interface Sentence {
  readonly line: DraftLine;
  readonly start: number;
  readonly lead: string;
  readonly rest: string;
}

/** Three sentences in a row that begin with the same leading word, where no series is meant. The third is told of. */
export function openingProblems({ spoken }: Draft): Problem[] {
  const problems: Problem[] = [];
  let row: Sentence[] = [];
  const close = () => {
    if (row.length >= TIMES && !isSeries(row)) problems.push(problemOf(row));
    row = [];
  };
  for (const line of spoken) {
    if (line.kind !== 'body') close();
    else
      for (const { start, end } of splitSentences(line.text)) {
        const text = line.text.slice(start, end);
        const lead = LEADS.exec(text)?.[0];
        if (lead === undefined || (row.length > 0 && row[0]!.lead !== lead)) close();
        if (lead !== undefined) row.push({ line, start, lead, rest: lettersOf(text.slice(lead.length)) });
      }
  }
  close();
  return problems;
}

/** Sentences that share more than how they begin are built alike on purpose: 通过…，我们…了…. */
function isSeries(row: readonly Sentence[]): boolean {
  if (JOINS.test(row[0]!.lead)) return false;
  const [first, ...others] = row.map(({ rest }) => rest);
  for (let at = 0; at + 2 <= first!.length; at++) {
    const pair = first!.slice(at, at + 2);
    if (others.every(other => other.includes(pair))) return true;
  }
  return false;
}

function problemOf(row: readonly Sentence[]): Problem {
  const { line, start, lead } = row[TIMES - 1]!;
  return {
    code: 'opening',
    ...spanIn(line, start, start + lead.length),
    related: row
      .slice(0, TIMES - 1)
      .map(sentence => spanIn(sentence.line, sentence.start, sentence.start + lead.length)),
    message: {
      zh: `连续 ${row.length} 句都以“${lead}”开头，可换个开头。`,
      en: `${row.length} sentences in a row begin with “${lead}”. Begin one of them another way.`,
    },
  };
}
