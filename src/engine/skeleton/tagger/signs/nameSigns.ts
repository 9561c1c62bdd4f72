import type { Candidate } from '../candidates/candidates';
import { isAbroad } from '../forms/abroad';
import { isAddressed } from '../forms/addressed';
import { AUTHORITY } from '../forms/authority';
import { headOf } from '../forms/heads';
import { countLevel, groupOfTag, type TaggedParagraph, wordBefore, wordFrom } from '../paragraphWords';
import { beside } from './beside';
import { dutySigns } from './dutySigns';
import { headSigns } from './headSigns';
import { letterSigns } from './letterSigns';
import { FUNCTION } from './letters';
import { listSigns } from './listSigns';
import type { NameInside } from './nameInside';
import { nounChain } from './nounChain';
import { numbered } from './numbered';
import { personSigns } from './personSigns';
import { wordShape } from './wordShape';

const RANK = /^(?:[省市县区州旗盟镇乡村]|街道|社区|自治[县区州]|苏木|嘎查|屯(?!田)|寨(?!门))/;

/** 全省民政会议 is of others, 全县经济工作会议 everybody's own. */
const SCOPE = /^(?:中央|全国|全省|全市|全县|全区|全州|全旗|国家|省级|市级)/;

/** Signs of a name: its length and words, its edges, its head, its neighbours. */
export function nameSigns(candidate: Candidate, paragraph: TaggedParagraph): string[] {
  const { text: name, start, end } = candidate;
  const { text, words, wordAt, joints, lexicon } = paragraph;
  const inside = words.slice(wordAt[start]!, wordAt[end - 1]! + 1);
  const first = inside[0]!;
  const last = inside.at(-1)!;
  const cutsFirst = first.start < start;
  const cutsLast = last.end > end;
  const before = cutsFirst ? first : wordBefore(paragraph, start);
  const after = cutsLast ? last : wordFrom(paragraph, end);
  const level = countLevel(lexicon.publicCount(name));
  const group = groupOfTag(lexicon.tagOf(name));
  const whole = inside.length - (cutsFirst ? 1 : 0) - (cutsLast && inside.length > (cutsFirst ? 1 : 0) ? 1 : 0);
  const unknown = inside
    .filter(word => word.group === '?' || word.level === 0)
    .reduce((sum, word) => sum + Math.min(word.end, end) - Math.max(word.start, start), 0);
  const about: NameInside = { candidate, paragraph, inside, whole, before, after, level, group, unknown };
  const { length } = name;
  const signs = [
    `length ${length > 8 ? '9' : length > 5 ? '6' : length}`,
    `words ${Math.min(whole, 5)}`,
    `level ${level}`,
    `level ${level} length ${Math.min(length, 5)}`,
    `tag ${group}`,
    `tag ${group} level ${Math.min(level, 4)}`,
    `first ${first.group}${Math.min(first.level, 5)}`,
    `last ${last.group}${Math.min(last.level, 5)}`,
    `first length ${first.end - first.start}`,
    `least ${Math.min(...inside.map(word => word.level))}`,
    `unknown ${Math.min(unknown, 4)}`,
    `unknown share ${Math.round((4 * unknown) / length)}`,
    `unknown ${Math.min(unknown, 2)} before ${beside(before, 'start')}`,
    `unknown ${Math.min(unknown, 2)} after ${beside(after, 'end')}`,
    ...new Set(inside.map(word => `has ${word.group}${word.text.length > 1 ? '' : '1'}`)),
  ];
  if (cutsFirst) signs.push('cuts first', `cuts first ${first.group}${first.level > 0 ? '+' : ''}`);
  else signs.push(`before ${beside(before, 'start')}`);
  if (cutsLast) signs.push('cuts last', `cuts last ${last.group}${last.level > 0 ? '+' : ''}`);
  else signs.push(`after ${beside(after, 'end')}`);
  if (start > 0 && isHan(text[start - 1]!)) signs.push(`joint before ${joints[start]}`);
  if (end < text.length && isHan(text[end]!)) signs.push(`joint after ${joints[end]}`);
  if (FUNCTION.test(name)) signs.push('function letter');
  if (/\d/.test(name)) signs.push('digits');
  if (/[RSTZ]/.test(group))
    signs.push(`name by tag before ${beside(before, 'start')}`, `name by tag after ${beside(after, 'end')}`);
  signs.push(...headSigns(about), ...followers(about));
  if (AUTHORITY.test(name)) {
    signs.push(`authority ${/^[省市县区州旗盟]|^国家/.test(name) ? 'rank' : 'bare'}`);
    if (!cutsFirst && !cutsLast) signs.push('authority whole');
  }
  const rank = RANK.exec(text.slice(end, end + 3))?.[0];
  if (rank !== undefined) {
    const ranked = countLevel(lexicon.publicCount(name + rank));
    signs.push('before rank', `before rank level ${ranked}`, `before rank length ${Math.min(length, 6)}`);
  }
  const scope = SCOPE.exec(name)?.[0];
  if (scope !== undefined) signs.push(`scope ${scope}`, `scope ${scope} head ${headOf(name)?.kind ?? 'none'}`);
  if (isAbroad(name)) signs.push('abroad', `abroad level ${level}`);
  if (isAddressed(name)) signs.push('addressed');
  if (lexicon.isListed(name)) signs.push('listed', `listed tag ${group}`, `listed tag ${group} level ${level}`);
  else if (whole > 1 && lexicon.isListed(first.text)) signs.push('begins listed');
  signs.push(
    ...personSigns(about),
    ...listSigns(about),
    ...dutySigns(about),
    ...wordShape(about),
    ...letterSigns(about),
    ...numbered(about),
  );
  return signs;
}

const isHan = (letter: string): boolean => /[\u4e00-\u9fff]/.test(letter);

/** What goes on behind it: a compound that ends with a head, or a noun and then no more. */
function followers({ candidate: { end }, paragraph, after, unknown }: NameInside): string[] {
  const signs: string[] = [];
  const chain = nounChain(paragraph, end);
  if (chain) signs.push(`goes on ${chain}`);
  if (after && after.start === end && /[njbz]/.test(after.group) && after.end - after.start > 1) {
    const then = wordFrom(paragraph, after.end);
    const isEdge = !then || /[#vpd0m]/.test(then.group) || /^[的和在与要将]$/.test(then.text);
    signs.push(`noun then ${isEdge ? 'edge' : 'more'} unknown ${Math.min(2, unknown)}`);
  }
  return signs;
}
