import { parseOutline } from '../../src/engine/outline/outline';
import { checkNumbering } from '../../src/engine/outline/problems/problems';
import { renumber } from '../../src/engine/outline/renumbering/renumber';
import type { Gate } from './growth';

/** UTF-16 code units of the short text and of the long one. */
const SHORT = 25_000;
const LONG = 200_000;
/** Room for what is collected of the long text's garbage. */
const SLACK = 3;

/** Texts of nothing but markers: on one line, or a line each. */
const NASTY: Readonly<Record<string, string>> = {
  'one line of points': '一是甲；',
  'one line of second points': '二是甲；',
  'one line of markers': '（一）',
  'one line of several series': '第一，甲。一是甲；首先，二是乙。',
  'lines of headings': '（一）标题甲乙\n',
};

const ASKED = { outline: parseOutline, problems: checkNumbering, renumber } as const;

/** Outline, problems and renumbering take time in step with the length of a draft, whatever it is made of. */
export function outlineGates(): Gate[] {
  return Object.entries(NASTY).flatMap(([name, piece]) =>
    Object.entries(ASKED).map(([asked, ask]): Gate => {
      const milliseconds = (length: number) => {
        const lines = piece.repeat(Math.ceil(length / piece.length)).split('\n');
        const start = process.cpuUsage();
        ask(lines);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      };
      return {
        kind: 'linear',
        name: `${asked} of ${name}, processor time`,
        factor: LONG / SHORT,
        limit: (LONG / SHORT) * SLACK,
        measure() {
          milliseconds(5_000); // warm
          return milliseconds(LONG) / Math.max(1, milliseconds(SHORT));
        },
      };
    }),
  );
}
