import { PERSON_NAME } from '../article/metadata/names';
import type { CorpusView, Segment } from '../index/segment';
import { suffixRanges } from '../index/suffixes/suffixRange';
import type { TagWord } from './particularWords';

/** Before a name, its office; behind it, what persons do, or the next of a list. */
const OFFICE =
  '总理|主席|书记|部长|省长|市长|县长|区长|州长|主任|委员|局长|厅长|外长|大使|院长|校长|检察长|秘书长|司令员|政委|总统|议长|首相|代表|同志|记者|教授|研究员|主持人|发言人';
const ACT =
  '[、，。等在同]|表示|指出|强调|参加|出席|主持|会见|会谈|说|认为|介绍|签批|同志|率|致辞|致信|作|宣布|陪同|讲话|发表|分别|先生|女士|告诉|摄';
const NAMED = new RegExp(`(?:${OFFICE})(?=(${PERSON_NAME}))`, 'g');
const DOES = new RegExp(`^(?:${ACT})`);
const LEAST_MET = 2;
/** Of all its occurrences, a name stands behind an office so often; a word that the dictionary has as another one (汪洋), so often. */
const SHARE = 0.04;
const SHARE_OF_WORD = 0.3;
/** What persons do is no name, though it stands where one would: 总书记强调，. */
const HOLDS_ACT = /指出|强调|表示|说|讲话|致辞/;
/** Text looked through at once. */
const PIECE = 1 << 20;

/**
 * The personal names of a collection, as far as it says whose they are: texts that stand behind an office and do what persons do, and
 * not only now and then. 外长王毅表示 makes one of 王毅; 书记高度重视 none of 高度, which mostly stands elsewhere,
 * and 总书记强调， none of 强调, which is a verb.
 */
export function personNames(view: CorpusView, tag: TagWord): Set<string> {
  const met = new Map<string, number>();
  for (const segment of view) {
    for (let start = 0; start < segment.length; start += PIECE) {
      meetNames(segment, start, name => met.set(name, (met.get(name) ?? 0) + 1));
    }
  }
  const names = [...met].filter(([name, times]) => {
    const share = times / suffixRanges(view, name).total;
    return times >= LEAST_MET && !HOLDS_ACT.test(name) && share >= shareOf(tag(name));
  });
  return new Set(names.map(([name]) => name));
}

const shareOf = (tag: string): number => {
  if (tag.startsWith('nr') || tag === 'x') return SHARE;
  return tag.startsWith('v') ? Infinity : SHARE_OF_WORD;
};

function meetNames(segment: Segment, start: number, meet: (name: string) => void): void {
  const text = segment.slice(start, Math.min(segment.length, start + PIECE));
  for (const { 1: longest = '', index, 0: office } of text.matchAll(NAMED)) {
    const at = index + office.length;
    const lengths = longest.includes('·') ? [longest.length] : [2, 3, 4].filter(length => length <= longest.length);
    for (const length of lengths) {
      if (DOES.test(text.slice(at + length, at + length + 2))) meet(text.slice(at, at + length));
    }
  }
}
