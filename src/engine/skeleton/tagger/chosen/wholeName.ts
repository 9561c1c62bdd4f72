import type { Candidate } from '../candidates/candidates';
import { headAt, headOf } from '../forms/heads';
import { type TaggedParagraph, type TaggedWord, wordFrom } from '../paragraphWords';

/** What may stand between a name and the head of what is named after it, by part of speech: 南湖|操场, 书香苑|安置房. */
const NOUN = /^(?:n|vn|b|j|s|z|l|$)/;
const MOST_LETTERS = 10;
const MOST_BEHIND_QUOTE = 6;
/** A place keeps its rank outside: 青禾|县工业园区 goes on with what every county has. */
const RANK = /^(?:[省市县区州旗盟镇乡村](?!级|域|级|直)|街道|社区)/;
/** 污水管网二|期, 铁路三|村: a number in a name counts nothing. */
const NUMBERED = /^[一二三四五六七八九十](?:[期营村组号院队中线路街]|班(?!车)|小(?![时区组步于]))/;
/** Heads of one letter that end a word of more. */
const SHORT_HEAD = /.[局院站厂队园馆楼桥街路谷]$/;
/** 水库除险加固工程: what is built there is named after it. What somebody does there is not. */
const WORK = /^[\u4e00-\u9fff]{0,10}?工程(?![队师部量建])/;
/** A stretch with one of these tells what somebody does, or about somebody: it is no name. */
export const DOES =
  /[的了是和与及在将要被把由为对]|实施|推进|推动|启动|开展|抓[好紧]|完成|谋划|新建|建成|建设|承担|承建|参与|负责|同志|书记|镇长|县长|乡[村亲]/;

/** A name with the head of what it names, where a compound of nouns goes on to one. `limit`: where the next particular begins. */
export function wholeName(candidate: Candidate, paragraph: TaggedParagraph, limit: number): Candidate {
  const { kind, start, end, text } = candidate;
  if ((kind === 'quote' || kind === 'form') && /[”》]$/.test(text)) {
    const to = namedByQuote(end, paragraph, limit);
    return { ...candidate, end: to, text: paragraph.text.slice(start, to) };
  }
  if (kind !== 'name' && kind !== 'form') return candidate;
  if (end < limit && NUMBERED.test(paragraph.text.slice(end - 1, end + 2)))
    return { ...candidate, end: end + 1, text: paragraph.text.slice(start, end + 1) };
  const to = Math.max(workEnd(candidate, paragraph, limit), compoundEnd(end, paragraph, limit));
  return to <= end ? candidate : { ...candidate, end: to, text: text + paragraph.text.slice(start + text.length, to) };
}

function workEnd({ kind, end }: Candidate, { text }: TaggedParagraph, limit: number): number {
  const work = kind === 'name' ? WORK.exec(text.slice(end, limit))?.[0] : undefined;
  return work === undefined || DOES.test(work) ? 0 : end + work.length;
}

/** “热流”|社团, “雪龙号”|专列: the nouns behind a quotation say what it is the name of, where nothing goes on with them. */
function namedByQuote(from: number, paragraph: TaggedParagraph, limit: number): number {
  const { text, lexicon } = paragraph;
  let at = from;
  while (at < limit) {
    const word = wordFrom(paragraph, at)!;
    if (word.start !== at || word.end > limit || !/^[\u4e00-\u9fff]{2,}$/.test(word.text)) break;
    if (!/^(?:n|vn|$)/.test(lexicon.tagOf(word.text))) break;
    at = word.end;
  }
  return at - from <= MOST_BEHIND_QUOTE && text[at] !== '的' ? at : from;
}

const isThing = (kind: string): boolean => kind !== 'trade' && kind !== 'water';

/** 粮油|购销|公司: what a body does, before what it is. */
function isBeforeHead({ text: word, end }: TaggedWord, { text, lexicon }: TaggedParagraph): boolean {
  if (word.length !== 2 || !lexicon.tagOf(word).startsWith('v') || DOES.test(word)) return false;
  const head = headAt(text.slice(end, end + 6));
  return head !== undefined && head.length > 1 && /^(?:firm|authority|school|zone)$/.test(head.kind);
}

function compoundEnd(from: number, paragraph: TaggedParagraph, limit: number): number {
  const { text, lexicon } = paragraph;
  if (RANK.test(text.slice(from, from + 3))) return 0;
  const next = headAt(text.slice(from, from + 6));
  const behind = from + (next?.length ?? 0);
  const isWhole = behind <= limit && (behind === text.length || wordFrom(paragraph, behind)!.start === behind);
  let best = next && next.length > 1 && isWhole && isThing(next.kind) && !/^的/.test(text.slice(behind)) ? behind : 0;
  for (let at = from; at < limit; ) {
    const word = wordFrom(paragraph, at)!;
    if (word.start !== at || word.end > limit || word.end - from > MOST_LETTERS) break;
    if (!/^[\u4e00-\u9fff]+$/.test(word.text)) break;
    if (!NOUN.test(lexicon.tagOf(word.text)) && !isBeforeHead(word, paragraph)) break;
    at = word.end;
    const head = headOf(word.text);
    if (head && isThing(head.kind) && (head.length > 1 || SHORT_HEAD.test(word.text))) best = at;
  }
  return best;
}
