import { countHan } from '../../text/han';
import { dateLine } from '../metadata/dates/dateLine';
import { isPersonName, speakerOf } from '../metadata/names';

/** What several people said on one occasion, one after the other. */
export interface Talks {
  /** Lines at which they begin, ascending. */
  readonly starts: readonly number[];
  readonly speakers: readonly string[];
  /** How much of each first line only says who speaks, in UTF-16 code units. */
  readonly labels: readonly number[];
  /** Of them all, where they have none of their own. */
  readonly title: string | null;
  readonly date: string | null;
}

/** 发言摘登, 交流发言材料, 分组讨论时的发言: what such a collection is called. */
const COLLECTION =
  /(?:发言|讲话|致辞|述职)(?:摘[登编要选录]|选[登编辑]|材料|汇编|集锦|实录|记录)|(?:交流|典型|大会|表态|讨论|座谈会?|代表|委员)(?:时|会上?)?的?发言$/;
const TITLE_REACH = 4;
const LONGEST_TITLE_HAN = 50;
const SHORTEST_TALK_HAN = 60;
const LONGEST_PREFACE_HAN = 300;
/** 周立春（南坡镇党委书记）：, 县发改局局长 林秀禾：, at the beginning of a line. */
const LABEL = /^([^：:。；！？]{4,44})[：:]\s*/;
const SUBTITLE = /^[—–─]/;

interface Head {
  readonly at: number;
  readonly speaker: string;
  /** Zero where the whole line says who speaks. */
  readonly label: number;
}

/** Splits what is called a collection of such, where each begins in the same form with a name and an office; else null. */
export function findTalks(lines: readonly string[]): Talks | null {
  const titleAt = lines.slice(0, TITLE_REACH).findIndex(isCollection);
  if (titleAt < 0) return null;
  const all = [...lines.keys()]
    .slice(titleAt + 1)
    .map(at => headAt(lines, at))
    .filter(head => head !== null);
  for (const form of [all.filter(({ label }) => label === 0), all.filter(({ label }) => label > 0)]) {
    const talks = isSure(lines, form) ? cut(lines, form, lines[titleAt]!) : null;
    if (talks) return talks;
  }
  return null;
}

function isCollection(line: string): boolean {
  return COLLECTION.test(line) && countHan(line) <= LONGEST_TITLE_HAN && !/[。；]/.test(line);
}

function headAt(lines: readonly string[], at: number): Head | null {
  const line = lines[at]!;
  const found = LABEL.exec(line)?.[0] ?? '';
  const label = found.length < line.length ? found : '';
  const who = (label || line).replace(/[：:]\s*$/, '');
  const speaker = speakerOf(who);
  // With an office: a name alone stands below quotations, too.
  if (!speaker || isPersonName(who)) return null;
  return { at, speaker, label: label.length };
}

/** Different people, each of whom says something. */
function isSure(lines: readonly string[], heads: readonly Head[]): boolean {
  const isLong = ({ at }: Head, i: number) => han(lines, at, heads[i + 1]?.at ?? lines.length) >= SHORTEST_TALK_HAN;
  return heads.length >= 2 && new Set(heads.map(({ speaker }) => speaker)).size === heads.length && heads.every(isLong);
}

function cut(lines: readonly string[], heads: readonly Head[], title: string): Talks | null {
  const first = heads[0]!.at;
  if (han(lines, 0, first) > LONGEST_PREFACE_HAN) return null;
  const isTitled = heads.every(({ at, label }) => label === 0 && isTitle(lines[at - 1]!) && lines[at - 1] !== title);
  const startOf = ({ at }: Head) =>
    at - (isTitled ? (SUBTITLE.test(lines[at - 1]!) && isTitle(lines[at - 2] ?? '') ? 2 : 1) : 0);
  const dates = lines.slice(0, first).map(line => dateLine(line)?.date ?? null);
  return {
    starts: heads.map(startOf),
    speakers: heads.map(({ speaker }) => speaker),
    labels: heads.map(({ at, label }) => (isTitled ? 0 : label || lines[at]!.length)),
    title: isTitled ? null : title,
    date: dates.find(date => date !== null) ?? null,
  };
}

function isTitle(line: string): boolean {
  return (
    countHan(line) >= 2 &&
    countHan(line) <= LONGEST_TITLE_HAN &&
    !/[。；：！？，]$/.test(line) &&
    dateLine(line) === null
  );
}

function han(lines: readonly string[], from: number, to: number): number {
  return lines.slice(from, to).reduce((sum, line) => sum + countHan(line), 0);
}
