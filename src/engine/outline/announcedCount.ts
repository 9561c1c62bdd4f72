import { parseChinese } from '../text/chineseNumber';

/** What is announced to be told one by one: 三件事, 四个方面, 三点意见. */
const COUNTED =
  '件(?:大|实|好|具体|重要)?事(?:情|项)?|(?:个)?方面(?:的)?(?:工作|内容|问题|意见|要求|任务|体会|情况)?|点(?:意见|要求|希望|建议|体会|看法|认识|想法|感受|说明|工作|具体要求)?|项(?:重点|主要|具体)?(?:工作|任务|措施|举措|要求|重点|内容|原则)|条(?:意见|要求|建议|措施|经验|原则|主线)?|句话|个(?:重点|主要|突出|关键|具体)?(?:问题|条件|难题|短板|弱项|办法|打算|变化|保障|重点|关键|环节|要点|特点|原因|任务|目标|坚持|结合|关系|到位|突破|转变|着力点|抓手|原则|层面|步骤|要求|层次|关口)|大(?:任务|重点|行动|工程|优势|原则|举措|目标|问题)|步(?:走)?|样(?:东西|事情?|本领|功夫)?|种(?:人|情况|现象|倾向|做法|表现)?|类(?:人|问题|情况|人员)?';
/** Finds an announced number of points: 讲三点意见. Group 1 is the number. It has the flag `g`. */
export const ANNOUNCED = new RegExp(
  `(?<![一二三四五六七八九十\\d“])(十[一二三四五]?|[二两三四五六七八九]|[2-9])(?:${COUNTED})(?=[：，。；]|——|$)`,
  'g',
);
/** What stands before one that counts nothing that follows: 不止三点, 这三点. */
export const NOT_ANNOUNCED = /(?:不止|不仅|超过|至少|以上|这|那|上述|前|以上|另外|其他|其余|落实好?|坚持|第)$/;

/** The number of group 1 of {@link ANNOUNCED}. */
export const announcedNumber = (text: string): number => (text === '两' ? 2 : (parseChinese(text) ?? Number(text)));

/** How many points a text says at its end that it has: 下面我讲三点意见。 → 3. Null where it says none. */
export function announcedAtEnd(text: string): number | null {
  const last = [...text.matchAll(ANNOUNCED)].at(-1);
  if (!last || NOT_ANNOUNCED.test(text.slice(0, last.index))) return null;
  // One sentence may stand between, no more.
  const behind = text.slice(last.index + last[0].length);
  return behind.length <= AT_END && (behind.match(/[。！？]/g)?.length ?? 0) <= 2 ? announcedNumber(last[1]!) : null;
}

/** From the announcement to the end of its paragraph, in UTF-16 code units. */
const AT_END = 60;
