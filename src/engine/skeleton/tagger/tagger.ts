import type { Particular } from '../particulars/particulars';
import { bestSpans } from './bestSpans';
import { type Candidate, candidatesOf } from './candidates';
import { headOf } from './heads';
import { type Lexicon, remembered } from './lexicon';
import { groupOfTag, type TaggedParagraph, tagWords } from './paragraphWords';
import { isPersonShaped } from './personShape';
import { signsOf } from './signs/signsOf';
import shipped from './weights.json';

/** What each sign is worth, learned from speeches marked by hand (`npm run tagger`). */
export type TaggerWeights = Readonly<Record<string, number>>;

/** Finds the particulars of a paragraph, ascending, none over another. */
export type Tagger = (text: string, isWordStart: (offsetUtf16: number) => boolean) => Particular[];

/**
 * A semi-Markov linear model (Sarawagi, Cohen 2004): every stretch that may be a particular is worth the sum of the weights of its
 * signs, and those are chosen that are worth most together. The signs are of shape, of parts of speech, of public counts and of
 * neighbours, so a name is told that nobody has ever seen: 由周启明同志牵头 → 周启明.
 */
export function createTagger(lexicon: Lexicon, weights: TaggerWeights = shipped): Tagger {
  const known = remembered(lexicon);
  const worthOf = new Map(Object.entries(weights));
  return (text, isWordStart) => {
    const paragraph = tagWords(text, isWordStart, known);
    const scored = candidatesOf(paragraph).map(candidate => ({
      ...candidate,
      score: signsOf(candidate, paragraph).reduce((sum, sign) => sum + (worthOf.get(sign) ?? 0), candidate.worth),
    }));
    const best = bestSpans(scored, text.length);
    return best.map((candidate, i) =>
      particularOf(wholeWork(candidate, text, best[i + 1]?.start ?? text.length), paragraph),
    );
  };
}

/** 水库除险加固工程 behind a name: what is built there is named after it. What somebody does there is not. */
const WORK = /^[\u4e00-\u9fff]{0,10}?工程(?![队师部量建])/;
const DOES =
  /[的了是和与及在将要被把由为对]|实施|推进|推动|启动|开展|抓[好紧]|完成|谋划|新建|建成|建设|承担|承建|参与|负责|同志|书记|镇长|县长|乡[村亲]/;

/** A place with the work that is named after it; another candidate as it is. `limit`: where the next particular begins. */
function wholeWork(candidate: Candidate, text: string, limit: number): Candidate {
  const work = candidate.kind === 'name' ? WORK.exec(text.slice(candidate.end, limit))?.[0] : undefined;
  if (work === undefined || DOES.test(work)) return candidate;
  const end = candidate.end + work.length;
  return { ...candidate, end, text: text.slice(candidate.start, end) };
}

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

function particularOf(candidate: Candidate, paragraph: TaggedParagraph): Particular {
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
