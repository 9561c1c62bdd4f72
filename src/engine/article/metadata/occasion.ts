import { speakerBeforeOccasion } from './names';

const MODIFIER = '重要|动员|总结|表态|即席|书面|主旨|主题|专题|交流|工作|就职|任职|开幕|闭幕|开班|主持|专题党课';
const GENRE = '讲话|发言|致辞|致词|报告|主持词|党课|演讲|祝词|贺词|讲稿|辅导|汇报|说明|总结';
const SPOKEN_AT = new RegExp(
  `在([^。！？；]{3,60}?)(?:上|时|期间|之际)?的?(?:${MODIFIER})*(?:${GENRE})(?:稿|摘要|要点|全文|提纲|节选|实录)?$`,
);
/** What may stand before the name: a column in brackets, dashes, a day. */
const BEFORE_WHO = /^(?:\s|—|–|-|【[^】]*】|[（(][^（）()]*[）)]|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)+/;
const BARE_WHO = /^\s*(?:同志|书记|县长|市长|主席)?\s*[：:]?\s*$/;
const LONGEST_WHO_UTF16 = 40;
const BRACKETED_END = /\s*[（(][^（）()]*[)）]$/;

/** The occasion a title names: `在全县经济工作会议上的讲话` gives 全县经济工作会议; null where it names none. */
export function occasionOf(title: string): string | null {
  return SPOKEN_AT.exec(title.replace(BRACKETED_END, ''))?.[1]?.trim() ?? null;
}

/**
 * Who a title says is speaking: `李四在全县教育大会上的讲话`, `县委书记李四同志在…` and `李四：在…` give 李四; null where it
 * does not say.
 */
export function speakerInTitle(title: string): string | null {
  const text = title.replace(BEFORE_WHO, '');
  // 在 may belong to what the title says before its subtitle: each place is tried.
  for (const [i, part] of text.split(/——|\s-\s/).entries()) {
    const at = part.indexOf('在');
    if (at <= 0 || at > LONGEST_WHO_UTF16) continue;
    const before = part.slice(0, at);
    const who = speakerBeforeOccasion(before);
    // 县委书记李四在… may report what he did; the name alone has always been taken for the speaker.
    if (who && ((i === 0 && BARE_WHO.test(before.replace(who, ''))) || occasionOf(part))) return who;
  }
  return null;
}
