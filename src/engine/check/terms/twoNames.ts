import type { Span } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';

/** What a thing with a name of its own is called behind it. */
const NAMED = /“([^“”]{2,12})”(?:专项)?(行动|工程|活动|计划|项目|机制|工作法|模式)/g;
const QUOTED = /“([^“”]{3,12})”/g;

interface Mention extends Span {
  readonly line: DraftLine;
  readonly text: string;
}

/** The same thing named two ways: “清洁家园”行动 and “清洁家园”工程, “一核两翼” and “一核双翼”. The rarer way is told of. */
export function twoNameProblems({ spoken }: Draft): Problem[] {
  const named = new Map<string, Mention[]>();
  const spelled = new Map<string, Mention[]>();
  const add = (map: Map<string, Mention[]>, key: string, mention: Mention) =>
    map.set(key, [...(map.get(key) ?? []), mention]);
  for (const line of spoken) {
    for (const { index, 0: text, 1: name = '' } of line.text.matchAll(NAMED))
      add(named, name, { line, start: index, end: index + text.length, text });
    for (const { index, 0: text, 1: name = '' } of line.text.matchAll(QUOTED))
      if (/[两双二俩]/.test(name))
        add(spelled, name.replace(/[双二俩]/g, '两'), { line, start: index, end: index + text.length, text });
  }
  return [...named.values(), ...spelled.values()].flatMap(mentions => {
    const texts = [...new Set(mentions.map(({ text }) => text))];
    const ways = texts
      .map(text => mentions.filter(mention => mention.text === text))
      .sort((a, b) => b.length - a.length);
    return ways.slice(1).flatMap(others => others.map(mention => problemOf(mention, ways[0]![0]!)));
  });
}

function problemOf({ line, start, end, text }: Mention, usual: Mention): Problem {
  const at = usual.line.line + 1;
  return {
    code: 'terms',
    ...spanIn(line, start, end),
    related: [spanIn(usual.line, usual.start, usual.end)],
    message: {
      zh: `同一事物两种叫法：这里是${text}，第 ${at} 行是${usual.text}。`,
      en: `One thing, two names: ${text} here, ${usual.text} in line ${at}.`,
    },
  };
}
