import { isSalutation } from './head/headPatterns';
import { PERSON_NAME } from './names';
import { occasionOf } from './occasion';

const MEDIUM =
  '(?:本报|本网|本台|本刊|新华社|新华网|人民网|中新社|中新网|央视网|央广网|[\\u3400-\\u9fff]{2,6}(?:日报|晚报|晨报|早报|时报|都市报|新闻网?|融媒体?|客户端|在线|网))';
const TO_MEDIUM = '[\\u3400-\\u9fff]{0,6}(?:记者|新闻|日报|晚报|都市报|客户端)';
/** What follows a dateline is a sentence. */
const LEAD_UTF16 = 12;
const SIGNS: readonly RegExp[] = [
  // 新华社云溪3月2日电, 本报讯（记者 李四）, before the first sentence: behind the last one speeches have it, too
  new RegExp(
    `^[【（(]?${MEDIUM}[\\u3400-\\u9fff\\d]{0,14}?(?:讯|电|消息)(?:[】）)]?\\s*[（(【]|[】）)]|[\\s：:]).{${LEAD_UTF16}}`,
  ),
  // （记者 李四 通讯员 王五）, 本报记者 李四
  new RegExp(`(?:^|[（(【])[\\u3400-\\u9fff]{0,8}(?:记者|通讯员)[：:\\s]*${PERSON_NAME}(?:[\\s、，）)】]|$)`),
  // 记者从县林业局获悉, 记者了解到
  /记者(?:\d|从[^，。]{2,20}(?:获悉|了解)|了解到|获悉|看到|注意到|发现|采访|联系|走访|探访|赶到|来到|走进|见到|随机|跟随|(?:近日|日前|昨日|今日|今天|昨天))/,
  // 老何告诉记者, 向青山新闻表示
  new RegExp(`(?:告诉|面对|对|向|接受)${TO_MEDIUM}(?:表示|[说称]|介绍|透露|坦言|回忆|讲述|证实|采访|专访|[，。：:])`),
];
/** A greeting of a speech stands among the first lines. */
const FIRST_LINES = 8;

/**
 * Is a text a report of the press, by what it says itself? Then the name below its headline is a reporter's, who says nothing in it.
 * What is said at an occasion, or begins with a greeting, is a speech, whatever it tells about the press.
 */
export function isReport(title: string | null, lines: readonly string[]): boolean {
  if (title !== null && occasionOf(title) !== null) return false;
  if (lines.slice(0, FIRST_LINES).some(line => isSalutation(line.trim()))) return false;
  return lines.some(line => SIGNS.some(sign => sign.test(line)));
}
