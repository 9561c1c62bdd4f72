import { speakerOf } from '../names';
import { DAY_OR_MONTH, parseDate, RANGE_REST, TIME_OF_DAY } from './dates';

/** What a line says that holds a date and next to nothing else. */
export interface DateLine {
  /** ISO 8601, at least a month. */
  readonly date: string;
  readonly speaker: string | null;
  /** The line names its day as one on which something was said, in brackets or with a place, not as a page does. */
  readonly isSpoken: boolean;
  /** The whole line stands in brackets. */
  readonly isWrapped: boolean;
  /** Something that is no name stands before the day: a body, a place. */
  readonly isLed: boolean;
}

const LONGEST_UTF16 = 60;
const LONGEST_NOTE_UTF16 = 120;
const DATE = new RegExp(`${DAY_OR_MONTH}${RANGE_REST}?${TIME_OF_DAY}*`);
const WRAPPED = /^(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*\)|〔[^〔〕]*〕|【[^【】]*】|\[[^[\]]*\])$/;
/** —— 2015年3月2日 —— */
const BETWEEN_DASHES = /^[—–─―-]{1,4}\s*([^—–─―]*[^—–─―\s])\s*[—–─―-]{1,4}$/;
/** A body or a place before the day. */
const LED = /^[\u3400-\u9fff·]{2,16}[\s，｜|]+(?:[12１２]|[一二][〇○零])/;
const LABEL = /^(?:(?:讲话|会议|报告|演讲|发言|座谈)?(?:时\s*间|日\s*期))\s*[：:]\s*/;
const PLACE_LABEL = /^(?:(?:讲话|会议|座谈)?地\s*点)\s*[：:]\s*[^。；！？：:]{2,30}$/;
const SPEAKER_LABEL = /^(?:主\s*讲\s*人?|讲\s*话\s*人|发\s*言\s*人|报\s*告\s*人|讲\s*话)\s*[：:]\s*/;
/** Who else had a part in it. */
const OTHER_LABEL = /^(?:记\s*录|主\s*持|录\s*音|整\s*理|速\s*记)\s*人?\s*[：:]\s*[\u3400-\u9fff、\s]{2,16}$/;
/** Between 地点：… and 主讲：… in one line. */
const NEXT_LABEL = /[，,；;\s]+(?=[\u3400-\u9fff]{2,4}\s*[：:])/;
/** （重阳节）, （星期五） behind a day. */
const DAY_NOTE = /^[（(][\u3400-\u9fff]{2,8}[）)]$/;
/** 陆明远（2015年3月2日） */
const NAME_THEN_DAY = /^([^（(]{2,40}?)\s*([（(][^（）()]{6,40}[）)])$/;
const MAY_HOLD_DAY = /[\d\uff10-\uff19]{4}|[\d\uff10-\uff19] ?\S? ?年|[一二].{3}年/;
const SENTENCE = /[。；！？]/;
/** Behind a day without a bracket only a place may stand: 于云溪, 在县委礼堂, 北京. */
const PLACE =
  /^(?:[于在]\s*)?(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff·]{2,20}(?:省|市|县|区|州|盟|旗|乡|镇|街道|村|社区|礼堂|会堂|厅|会议室|室|馆|楼|院|校|中心|广场|宾馆|酒店|会场|现场|学校|公司|小区|基地))$/;
const EVENT =
  /召开|举行|开展|印发|发布|通过|会议$|大会$|调研|到[\u3400-\u9fff]|推进|完成|启动|开工|来[\u3400-\u9fff]{1,4}$|[讲致发作]话?$/;
const LEAD = /^[\u3400-\u9fff·\s]{0,16}$/;

/**
 * The date of a line that holds nothing else but perhaps a label, a place, a name or, within brackets, a note:
 * `（2015年5月23日，云溪）`, `2015年5月 李四`, `2015年5月23日于云溪`, `（2015年5月23日县人大常委会第八次会议通过）`.
 */
export function dateLine(line: string): DateLine | null {
  const said = readDateLine(line);
  if (said === null) return null;
  const text = line.trim();
  return { ...said, isWrapped: WRAPPED.test(text), isLed: said.speaker === null && LED.test(text) };
}

function readDateLine(line: string): Omit<DateLine, 'isWrapped' | 'isLed'> | null {
  const text = line.trim().replace(BETWEEN_DASHES, '$1');
  if (text.length > LONGEST_NOTE_UTF16 || !MAY_HOLD_DAY.test(text)) return null;
  const parts = text.split(NEXT_LABEL);
  const dated = parts.findIndex(part => LABEL.test(part));
  // 主讲人：…　时间：…　地点：…
  const others = parts.filter((part, i) => i !== dated && !OTHER_LABEL.test(part));
  if (
    (dated > 0 || (dated === 0 && others.length < parts.length - 1)) &&
    others.every(part => PLACE_LABEL.test(part) || SPEAKER_LABEL.test(part))
  )
    return dateLine([parts[dated]!, ...others].join('　'));
  const isBracketed = WRAPPED.test(text);
  const named = NAME_THEN_DAY.exec(text);
  const speakerFirst = named && speakerOf(named[1]!);
  if (speakerFirst) {
    const day = dateLine(named[2]!);
    return day && { ...day, speaker: speakerFirst, isSpoken: true };
  }
  if (text.length > (isBracketed ? LONGEST_NOTE_UTF16 : LONGEST_UTF16)) return null;
  const inner = (isBracketed ? text.slice(1, -1) : text).trim();
  const plain = inner.replace(LABEL, '');
  const match = DATE.exec(plain);
  const date = match ? parseDate(match[0]) : null;
  if (!match || date === null || date.length === 4 || SENTENCE.test(plain)) return null;
  const before = plain
    .slice(0, match.index)
    .replace(/[，,、\s｜|]+$/, '')
    .trim();
  const after = plain.slice(match.index + match[0].length);
  const rest = after.replace(/^[，,、\s｜|]+/, '').trim();
  if (before === '' && DAY_NOTE.test(rest)) return { date, speaker: null, isSpoken: true };
  const labelled = before === '' ? rest.split(NEXT_LABEL) : [];
  if (labelled.length > 0 && labelled.every(part => PLACE_LABEL.test(part) || SPEAKER_LABEL.test(part))) {
    const who = labelled.find(part => SPEAKER_LABEL.test(part))?.replace(SPEAKER_LABEL, '');
    return { date, speaker: who ? speakerOf(who) : null, isSpoken: true };
  }
  const speaker = speakerOf(rest) ?? speakerOf(before);
  if (isBracketed) return { date, speaker: isPlaceNotName(rest) ? null : speaker, isSpoken: true };
  if (before !== '' && !(LEAD.test(before) && /[，,\s｜|]/.test(plain[match.index - 1] ?? ''))) return null;
  if (before !== '' && EVENT.test(before)) return null;
  if (rest === '') return { date, speaker, isSpoken: inner !== plain || before !== '' };
  const isPlace = PLACE.test(rest) && !EVENT.test(rest) && (isPlaceNotName(rest) || /^[，,\s]/.test(after));
  if (isPlaceNotName(rest)) return isPlace ? { date, speaker: null, isSpoken: true } : null;
  if (speaker !== null) return { date, speaker, isSpoken: true };
  return isPlace ? { date, speaker: null, isSpoken: true } : null;
}

/** 于云溪 begins like the family name 于 and says where. */
function isPlaceNotName(rest: string): boolean {
  return /^[于在]/.test(rest);
}
