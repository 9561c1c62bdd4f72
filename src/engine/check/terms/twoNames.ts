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

/** Numbers make another name of one: “三个务必”, “两个务必”. */
const NUMERAL = /[一二两三四五六七八九十百千万双多\d]/;
const LEAST_NAME = 4;

/** The same thing named two ways: “清洁家园”行动 and “清洁家园”工程, “一核两翼” and “一核双翼”, “一网通管” and “一网统管”. The rarer way is told of. */
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
  return [...named.values(), ...spelled.values(), ...misspelled(spoken)].flatMap(mentions => {
    const texts = [...new Set(mentions.map(({ text }) => text))];
    const ways = texts
      .map(text => mentions.filter(mention => mention.text === text))
      .sort((a, b) => b.length - a.length);
    return ways.slice(1).flatMap(others => others.map(mention => problemOf(mention, ways[0]![0]!)));
  });
}

/** Names that differ in one character, each pair of them; not where they stand side by side, two on purpose: “引进来”“请进来”. */
function misspelled(spoken: readonly DraftLine[]): Mention[][] {
  const ofName = new Map<string, Mention[]>();
  for (const line of spoken)
    for (const { index, 0: text, 1: name = '' } of line.text.matchAll(QUOTED)) {
      if (name.length < LEAST_NAME || !/^[\u4e00-\u9fff]+$/.test(name)) continue;
      const mention = { line, start: index, end: index + text.length, text };
      ofName.set(name, [...(ofName.get(name) ?? []), mention]);
    }
  const names = [...ofName.keys()].slice(0, MOST_NAMES);
  return names.flatMap((name, at) =>
    names.slice(at + 1).flatMap(other => {
      if (!differInOne(name, other)) return [];
      const [one, two] = [ofName.get(name)!, ofName.get(other)!];
      // A slip is made once, of a name that is known: else they are two things that are called alike.
      if (Math.min(one.length, two.length) > 1 || Math.max(one.length, two.length) < 2) return [];
      const mentions = [...one, ...two];
      return mentions.some(one => mentions.some(next => isBeside(one, next))) ? [] : [mentions];
    }),
  );
}

/** With no more than 和 between. */
const isBeside = (one: Mention, next: Mention): boolean =>
  one.line === next.line && one.text !== next.text && next.start >= one.end && next.start - one.end <= 2;

/** Nobody names more things in a draft. */
const MOST_NAMES = 200;

function differInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const places = [...a].flatMap((character, at) => (character === b[at] ? [] : [at]));
  return places.length === 1 && !NUMERAL.test(a[places[0]!]! + b[places[0]!]!);
}

function problemOf({ line, start, end, text }: Mention, usual: Mention): Problem {
  const at = usual.line.line + 1;
  return {
    code: 'terms',
    ...spanIn(line, start, end),
    related: [spanIn(usual.line, usual.start, usual.end)],
    message: {
      zh: `同一事物两种叫法：这里是${text}，第 ${at} 行是${usual.text}。请统一。`,
      en: `One thing, two names: “${text}” here, “${usual.text}” in line ${at}. Use one.`,
    },
  };
}
