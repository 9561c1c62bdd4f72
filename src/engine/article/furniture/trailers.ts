import { DAY_OR_MONTH } from '../metadata/dates/dates';
import { PERSON_NAME } from '../metadata/names';

const NAMES = `${PERSON_NAME}(?:[\\s、，]+${PERSON_NAME}){0,12}`;
const AGENCY =
  '(?:新华社|中新社|人民网|新华网|中新网|央视网|央广网|光明网|中国网|本报|本网|本台|[\\u3400-\\u9fff]{2,6}(?:日报|晚报|时报|通讯社|融媒体?))';
const PAPER = '[\\u3400-\\u9fff·\\s]{2,16}';
const OPEN = '[（(【\\[［]\\s*';
const CLOSE = '\\s*[）)】\\]］]';
const INNER = '[^（）()【】\\[\\]。！？]';
const SENTENCE_CREDIT = `(?:[\\u3400-\\u9fff]{0,4}(?:责任编辑|责编|编辑|编审|校对|审核|监制|值班编委|执笔|供稿|供图))`;
/** The names behind 责编：, one of them perhaps with an id, or more such words with theirs. */
const CREDITED = `\\s*[：:]\\s*${PERSON_NAME}(?:[\\s、，/|｜]+(?:${SENTENCE_CREDIT}\\s*[：:]\\s*)?${PERSON_NAME}){0,6}(?:[_\\s]*[A-Za-z]{0,4}\\d{2,8})?`;

const atEnd = (source: string) => new RegExp(`(?:${source})\\s*$`);
/** Behind a sentence that has ended, or behind another of them. */
const PRINTED = [
  // （新华社云溪3月2日电）, （据新华社电 记者李四）
  `${OPEN}(?:据|原载|转自)?\\s*${AGENCY}[^（）()。！？；]{0,24}?(?:[电讯]|消息|报道)(?:[\\s，]*(?:记者|通讯员)?[^（）()。！？；]{0,40})?${CLOSE}`,
  // 《 人民日报 》（ 2015年03月03日 02 版）
  `(?:来源[：:]\\s*)?《\\s*${PAPER}\\s*》\\s*${OPEN}\\s*${DAY_OR_MONTH}${INNER}{0,16}${CLOSE}`,
  // 《云溪日报》2015年3月3日1版
  `《\\s*${PAPER}\\s*》\\s*[，,]?\\s*${DAY_OR_MONTH}[，,\\s]*第?\\s*\\d{0,2}\\s*版?`,
  // （《云溪日报》2015年3月3日第2版）, （原载《求是》2015年第5期）
  `${OPEN}(?:(?:本文)?(?:原载|摘自|转自|选自|来源|据|载|刊于)于?[：:]?\\s*《\\s*${PAPER}\\s*》|《\\s*${PAPER}\\s*》\\s*(?:${DAY_OR_MONTH}|(?:19|20)\\d{2}年))${INNER}{0,60}${CLOSE}`,
  // （原题为《…》）
  `${OPEN}(?:原题|原标题|原文标题|原文题目)[为是：:]?[\\s：:]*[^（）()。]{2,60}${CLOSE}`,
  // 责任编辑：李四_YX123, without brackets
  `${SENTENCE_CREDIT}${CREDITED}`,
  // 本报记者 李四
  `(?:本报|本网|新华社|本台|新华网|人民网)记者\\s*${NAMES}`,
  // 李四 摄
  `(?:(?:新华社|本报|本网|人民网)\\s*(?:记者)?\\s*)?${NAMES}\\s+摄影?`,
  // （完）, （全文完）
  `${OPEN}(?:全文|本文)?(?:完|终|END|end)毕?${CLOSE}`,
  // 【1】【2】【3】
  '(?:[【\\[]\\s*\\d{1,2}\\s*[】\\]]\\s*){2,}',
].map(atEnd);
/** In brackets that say themselves that they are no text. */
const CREDITS = [
  // （责编：李四_YX123）, （记者 李四 王五）, （作者系青山县委书记）
  `${OPEN}(?:[\\u3400-\\u9fff]{0,4}(?:责任编辑|责编|编辑|编审|校对|审核|监制|值班编委|摄影|整理|执笔|供稿|供图)\\s*[：:]${INNER}{1,60}|(?:文章|信息|稿件|图片|资料|新闻|本文)?(?:来源|来自|稿源|出处)\\s*[：:]${INNER}{1,30}|(?:转自|摘自|原载|转载自)[：:《\\s]${INNER}{1,30}|(?:本文)?作者(?:系|为|是|单位|[：:])${INNER}{1,40}|[\\u3400-\\u9fff]{0,8}(?:记者|通讯员)[：:\\s]*${NAMES}(?:\\s*(?:摄影?|报道|整理|文|通讯员\\s*${NAMES}))?)${CLOSE}`,
].map(atEnd);
/** Behind a blank, whatever stands before it: 再立新功　　责编：李四, 首页 责编：李四, with the word that says which editor. */
const APART = [
  `(?:^|\\s)(?:(?:网络|网站|本期|本版|本栏|值班|栏目|美术|图文|微信|文字|视觉|版面|执行|新媒体|实习)\\s+)?(?:责任编辑|责编|编辑|编审|校对|审核|监制|值班编委|供稿|供图)${CREDITED}`,
].map(atEnd);
const MAY_END = /[）)】\]］日版摄影]\s*$|记者|责编|编辑|审核|校对|\d\s*$/;
const LONGEST_UTF16 = 110;
const MOST_TRAILERS = 5;
const PROSE_END = /[。！？…；”’》]$/;
const CLOSED = /[）)】\]]$/;

/**
 * Where what hangs behind the last sentence of a line begins: the marks of newspapers, agencies and editors, one or several;
 * -1 where there is none. A whole line of them begins at 0: `……再立新功。（责编：李四、王五）`.
 */
export function trailerStart(line: string): number {
  let end = line.trimEnd().length;
  let start = -1;
  for (let i = 0; i < MOST_TRAILERS && end > 0; i++) {
    const from = Math.max(0, end - LONGEST_UTF16);
    const tail = line.slice(from, end);
    if (!MAY_END.test(tail)) break;
    const before = (index: number) => line.slice(0, from + index).trimEnd();
    const starts = [
      ...placesOf(CREDITS, tail),
      ...placesOf(APART, tail),
      ...placesOf(PRINTED, tail).filter(
        index => before(index) === '' || PROSE_END.test(before(index)) || CLOSED.test(before(index)),
      ),
    ];
    if (starts.length === 0) break;
    const next = from + Math.min(...starts);
    start = next;
    end = line.slice(0, next).trimEnd().length;
  }
  return start;
}

function placesOf(patterns: readonly RegExp[], tail: string): number[] {
  return patterns.map(pattern => pattern.exec(tail)?.index ?? -1).filter(index => index >= 0);
}
