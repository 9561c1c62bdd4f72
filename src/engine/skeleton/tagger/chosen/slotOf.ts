import type { Particular } from '../../particulars/particulars';
import type { Candidate } from '../candidates/candidates';
import { headOf } from '../forms/heads';
import { isPersonShaped } from '../forms/personShape';
import { groupOfTag, type TaggedParagraph } from '../paragraphWords';

const OF_HEAD: Readonly<Record<string, string>> = {
  authority: '单位',
  firm: '单位',
  trade: '单位',
  school: '单位',
  project: '项目',
  zone: '项目',
  site: '地名',
  water: '地名',
};

/** A chosen span as a particular: what stands in its slot. */
export function slotOf(candidate: Candidate, paragraph: TaggedParagraph): Particular {
  const { start, end, text } = candidate;
  const name = slotName(candidate, paragraph);
  return { start, end, text, name, ...(/数字|引语|篇名/.test(name) && { isAlone: true }) };
}

/** What stands in the slot. */
function slotName({ kind, text, end, certain }: Candidate, paragraph: TaggedParagraph): string {
  if (certain) return certain;
  if (kind === 'number') return '数字';
  if (kind === 'date') return '日期';
  if (/^“.*”$/.test(text)) return '引语';
  if (/^《.*》$/.test(text)) return '篇名';
  if (/^(?:党的)?(?:十|二十).{0,3}(?:大|全会)$|会议?$/.test(text)) return '会议';
  const { lexicon } = paragraph;
  const isRanked = /^(?:[省市县区州旗镇乡村]|街道|社区)(?!长)/.test(paragraph.text.slice(end, end + 3));
  if (isRanked || lexicon.isListed(text)) return '地名';
  if (isPerson(text, paragraph)) return '人名';
  const head = headOf(text);
  if (head) return OF_HEAD[head.kind]!;
  return groupOfTag(lexicon.tagOf(text)) === 'S' ? '地名' : '名称';
}

/** By its shape, and no place or word of the dictionary is written so. */
function isPerson(text: string, { lexicon }: TaggedParagraph): boolean {
  if (!isPersonShaped(text)) return false;
  const group = groupOfTag(lexicon.tagOf(text));
  if (group === 'R') return true;
  const odds = [...text.slice(1)].reduce((sum, letter) => sum + lexicon.givenOdds(letter), 0);
  return group === '?' && (odds > 0 || /^[老小].$|[总工某]$/.test(text));
}
