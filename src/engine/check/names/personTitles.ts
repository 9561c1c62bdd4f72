import { isPersonName, PERSON_NAME } from '../../article/metadata/names';
import type { Span } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';

const OFFICE =
  '(?:常务)?副?(?:总书记|书记|主席|省长|市长|县长|区长|州长|镇长|乡长|部长|厅长|局长|处长|科长|主任|司长|校长|院长|所长|站长|场长|队长|园长|社长|会长|理事长|支书|行长|董事长|总经理|秘书长|检察长|政委|司令员|总理|委员长)';
const BEFORE = new RegExp(
  `(${OFFICE})(${PERSON_NAME})(?=同志|[，。、；：）]|在|作|讲|主持|出席|要求|指出|强调|等|带|代表|$)`,
  'g',
);
const ENDS_WITH_OFFICE = new RegExp(`${OFFICE}$`);
/** How far before a name its offices begin. */
const REACH = 50;
const BEHIND = new RegExp(`(?<=^|[，。、；：“（]|[请由向和与]|感谢)(${PERSON_NAME})(?<!副)(${OFFICE})`, 'g');
const LEAST_OFFICE = 4;
/** Said of what somebody was. */
const FORMER = /(?:原|时任|前任|曾任|老|历任)[^，。；]{0,16}$/;

interface Mention extends Span {
  readonly line: DraftLine;
  readonly name: string;
  /** Without places and bodies: 书记, 副县长. */
  readonly offices: ReadonlySet<string>;
  /** The office as written, places and bodies included. */
  readonly written: string;
  /** 王明县长 leaves the 副 out, by courtesy. */
  readonly isCourteous: boolean;
}

/** Persons given two ways: one name with offices that do not go together, one office with two names that differ in a character. */
export function titleProblems({ spoken }: Draft): Problem[] {
  const mentions = spoken.flatMap(mentionsIn);
  const problems: Problem[] = [];
  mentions.forEach((mention, index) => {
    const before = mentions.slice(0, index);
    const clash = before.find(other => other.name === mention.name && !agree(other, mention));
    const twin = before.find(other => holdsSame(other, mention) && isMisspelled(other.name, mention.name));
    if (clash) problems.push(problemOf(mention, clash, 'office'));
    else if (twin && !before.some(other => other.name === mention.name))
      problems.push(problemOf(mention, twin, 'name'));
  });
  return problems;
}

function mentionsIn(line: DraftLine): Mention[] {
  const { text } = line;
  const found: Mention[] = [];
  for (const { index, 0: all, 1: office = '', 2: name = '' } of text.matchAll(BEFORE)) {
    const start = index + office.length;
    const parts = officesBefore(text, start);
    if (!isPersonName(name) || parts.some(part => FORMER.test(part))) continue;
    const offices = officesIn(parts.join('、'));
    found.push({
      line,
      start,
      end: index + all.length,
      name,
      written: bare(parts.at(-1)!),
      offices,
      isCourteous: false,
    });
  }
  for (const { index, 0: all, 1: name = '', 2: written = '' } of text.matchAll(BEHIND)) {
    if (name.length < 2 || !isPersonName(name) || FORMER.test(text.slice(Math.max(0, index - 6), index))) continue;
    found.push({
      line,
      start: index,
      end: index + all.length,
      name,
      written: '',
      offices: officesIn(written),
      isCourteous: true,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Offices of one person before their name, one behind another: 县委副书记, 县长 of 县委副书记、县长李明远. */
function officesBefore(text: string, at: number): string[] {
  const sentence = /[^。；：！？“”（）]*$/.exec(text.slice(Math.max(0, at - REACH), at))![0];
  const pieces = sentence.split(/[、，]/);
  const first = pieces.findLastIndex(piece => !ENDS_WITH_OFFICE.test(piece)) + 1;
  return pieces.slice(first);
}

const officesIn = (written: string): ReadonlySet<string> => new Set(written.match(new RegExp(OFFICE, 'g')));

/** Behind the last clause and what leads on to somebody: 刚才，请县委书记 → 县委书记. */
const bare = (written: string): string =>
  written.replace(/^.*[，。的]/, '').replace(/^(?:刚才|下面|请|由|和|与|同|以及|向|是)+/, '');

function agree(a: Mention, b: Mention): boolean {
  const plain = (offices: ReadonlySet<string>) => [...offices].map(office => office.replace(/^(?:常务)?副/, ''));
  if (a.isCourteous || b.isCourteous) {
    const [called, held] = a.isCourteous ? [a, b] : [b, a];
    // Courtesy leaves the 副 out, and never puts it in.
    if ([...called.offices].some(office => /副/.test(office)) && ![...held.offices].some(office => /副/.test(office)))
      return false;
    const others = plain(b.offices);
    return plain(a.offices).some(office => others.includes(office));
  }
  return [...a.offices].some(office => b.offices.has(office));
}

/** One office by all that is said of it: the same body and rank, or 贺春明局长 behind 招商局局长贺春明. */
function holdsSame(a: Mention, b: Mention): boolean {
  if (a.isCourteous || b.isCourteous) return agree(a, b);
  return isSameOffice(a.written, b.written);
}

/** 信访局局长 and 县信访局局长; what is shorter is held by many. */
function isSameOffice(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= LEAST_OFFICE && (a.endsWith(b) || b.endsWith(a));
}

/** Two names of one length that share the family name and differ in one character. */
function isMisspelled(a: string, b: string): boolean {
  if (a === b || a.length !== b.length || a.length < 3 || a[0] !== b[0]) return false;
  return [...a].filter((character, at) => character !== b[at]).length === 1;
}

function problemOf({ line, start, end, name, offices }: Mention, first: Mention, kind: 'office' | 'name'): Problem {
  const at = first.line.line + 1;
  const list = (all: ReadonlySet<string>) => [...all].join('、');
  return {
    code: 'title',
    ...spanIn(line, start, end),
    related: [spanIn(first.line, first.start, first.end)],
    message:
      kind === 'office'
        ? {
            zh: `${name}的职务前后不一：这里是${list(offices)}，第 ${at} 行是${list(first.offices)}。请核对后统一。`,
            en: `“${name}” has two offices: “${list(offices)}” here, “${list(first.offices)}” in line ${at}. Use one.`,
          }
        : {
            zh: `同一职务两个名字：这里是${name}，第 ${at} 行是${first.name}。请核对哪个对。`,
            en: `One office, two names: “${name}” here, “${first.name}” in line ${at}. Check which is right.`,
          },
  };
}
