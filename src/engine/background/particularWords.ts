import { isPersonName } from '../article/metadata/names';
import { bitBytes, hasBit, setBit } from '../index/columns/bits';
import { isStop, type Segment } from '../index/segment';
import { suffixRange } from '../index/suffixes/suffixRange';
import { isHan } from '../text/han';

/** The part of speech of a word as jieba names it: `nr` is a personal name. */
export type TagWord = (word: string) => string;

const MARKS = new Set(Array.from('，、；：。！？“”‘’（）《》—…·', mark => mark.charCodeAt(0)));

/** Where one is behind a name, the name belongs to an office or a doctrine, which everybody quotes. */
const OFFICE_OR_DOCTRINE = /^(?:总书记|新时代|思想|理论|主义|精神|同志为核心|同志为主要)/;
/** Words by which a medium speaks of itself. */
const OF_A_SOURCE =
  /^(?:本报|本台|本刊|本网|记者|通讯员|特约|新华社|新华网|中新社|中新网|人民日报|人民网|光明日报|经济日报|解放军报|学习时报|求是|央视|央视网|央广|电视台|中央电视台|新闻联播|客户端|微信|公众|公众号|日电|电讯|讯|消息|据悉|报道|摄|摄影|责编|责任编辑|编辑|作者|来源|观众|收看|播报|详细|内容|点击|扫码|二维码)$/;
/** The same where a segmenter cuts them: newspapers and stations, and who writes for those that sit examinations. */
const SOURCES = [
  '本报',
  '本台',
  '报记者',
  '台记者',
  '评论员',
  '人民日报',
  '光明日报',
  '新闻联播',
  '央视',
  '光明网',
  '央广网',
];
const EXAMINERS = ['中公教育', '申论', '公务员考试', '考生', '范文', '历年真题', '行文规则'];
const NUMERAL = /^[零〇一二两三四五六七八九十百千万亿]+$/;
const LONGEST_NUMERAL = 2;
const MEASURE = /^(?:年|月|日|号|时|分|元|亩|人|名|户|岁|吨|个百分点|公里|平方|万|亿|％|多|余|周年|点)/;
/** Who is named so often in a collection is named with an office, too. */
const OFTEN = 40;
/** A word of the dictionary that is tagged as a name, but is none by itself. */
const LONGEST_NAME = 4;

/**
 * Which code units of a segment are of one occasion, one person or one medium, and so of no set phrase: digits, letters and odd
 * signs, numbers, personal names but those with an office or doctrine behind them, the words by which a medium speaks of itself, and what
 * is written for examinations.
 *
 * @param names personal names that are known: `personNames`
 * @example particularWords(segment, tag, new Set())(position)
 */
export function particularWords(
  segment: Segment,
  tag: TagWord,
  names: ReadonlySet<string>,
): (position: number) => boolean {
  const barred = new Uint8Array(bitBytes(segment.length));
  const known = new Map<string, boolean>();
  const isName = (word: string): boolean => {
    const found = known.get(word) ?? isNamed(segment, tag(word), word);
    known.set(word, found);
    return found;
  };
  let start = 0;
  while (start < segment.length) {
    const end = wordEnd(segment, start);
    const word = segment.slice(start, end);
    const isLong = end - start > 1;
    const bar =
      (isLong && OF_A_SOURCE.test(word)) ||
      (isLong &&
        word.length <= LONGEST_NAME + 4 &&
        isName(word) &&
        !OFFICE_OR_DOCTRINE.test(segment.slice(end, end + 5))) ||
      (NUMERAL.test(word) && isNumber(segment, start, end));
    for (let position = start; position < end; position++) {
      if (bar || !isWriting(segment.codeAt(position))) setBit(barred, position);
    }
    start = end;
  }
  for (const name of [...names, ...SOURCES, ...EXAMINERS]) barEverywhere(segment, name, barred);
  return position => hasBit(barred, position);
}

function barEverywhere(segment: Segment, name: string, barred: Uint8Array): void {
  const { lo, hi } = suffixRange(segment, name);
  for (let rank = lo; rank < hi; rank++) {
    const start = segment.suffixAt(rank);
    const end = start + name.length;
    if (OFFICE_OR_DOCTRINE.test(segment.slice(end, end + 5))) continue;
    for (let position = start; position < end; position++) setBit(barred, position);
  }
}

function isNumber(segment: Segment, start: number, end: number): boolean {
  return (
    end - start > LONGEST_NUMERAL ||
    (end - start > 1 && MEASURE.test(segment.slice(end, end + 4))) ||
    NUMERAL.test(segment.slice(Math.max(0, start - 1), start)) ||
    NUMERAL.test(segment.slice(end, end + 1))
  );
}

/**
 * Is a word the name of a person, by itself? `nrt` and `nrfg` are transcribed and famous ones. `nr` (the dictionary calls it
 * one) and `x` (no dictionary has it) only look like one: 文明, 道德, 蓝图 are `nr`, 安全感 is `x`. What a collection says often
 * shows there what it is, and persons are known by `personNames`; so only what is rare is judged by its looks.
 */
function isNamed(segment: Segment, tag: string, word: string): boolean {
  if (tag === 'nrt' || tag === 'nrfg') return true;
  if (!(tag === 'nr' || tag === 'x') || !isPersonName(word)) return false;
  if (tag === 'nr' && word.length > 2) return true;
  const { lo, hi } = suffixRange(segment, word);
  return hi - lo < OFTEN;
}

function wordEnd(segment: Segment, start: number): number {
  let end = start + 1;
  while (end < segment.length && !segment.isWordStart(end) && !isStop(segment.codeAt(end))) end++;
  return end;
}

const isWriting = (code: number): boolean =>
  (isHan(code) && code < 0xd800 && code !== 0x3007) || MARKS.has(code) || isStop(code);
