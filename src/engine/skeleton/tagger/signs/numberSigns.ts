import type { Candidate } from '../candidates/candidates';
import { countLevel, type TaggedParagraph, wordFrom } from '../paragraphWords';

/** What announces or names the parts of a speech is its own: 三点意见, 两个方面. */
const DISCOURSE =
  /^(?:个|点|大|项|条|种|句|件)?(?:方面|问题|意见|要求|希望|体会|建议|层面|关键|环节|阶段|原则|关系|维度|层次|步|任务|事情|要点|词|字|话|感受|特点|目的)/;
const MEASURE =
  /^(?:多|余)?(?:个百分点|百分点|平方公里|平方米|立方米|公里|公斤|公顷|千瓦时|千瓦|毫米|厘米|小时|分钟|个月|周年|年级|年来|年代|年|月|天|日|岁|元|亩|吨|米|度|户|人次|人|名|位|家|个|项|条|件|座|所|处|台|辆|艘|支|批|次|届|期|轮|倍|场|套|间|张|床|斤|斗|楼|层|级|路|种|类|只|头|棵|株|成|万|亿|千|百|号|点|时|班|组|队|排|代|世纪|分之|线|区|镇|乡|村|县|市|省|股|大)/;

/** Signs of a number in characters: what is counted, what stands around it, and whether everybody says so. */
export function numberSigns({ text: number, start, end }: Candidate, paragraph: TaggedParagraph): string[] {
  const { text, lexicon } = paragraph;
  const form = number.length > 1 ? 'chinese' : number === '一' ? 'one' : 'digit';
  const after = text.slice(end, end + 12);
  const measure = MEASURE.exec(after)?.[0] ?? '';
  const behind = after.slice(measure.length);
  const noun = wordFrom(paragraph, end + measure.length);
  const holder = wordFrom(paragraph, start);
  const isHeld = holder !== undefined && (holder.start < start || holder.end > end + measure.length);
  const before = text[start - 1] ?? '';
  const whole = number + measure + (noun && noun.start === end + measure.length ? noun.text : '');
  const signs = [
    form,
    `${form} measure ${measure.replace(/^[多余]/, '') || 'none'}`,
    `${form} before ${/[第近约过达到为前近]/.test(before) ? before : /[，。、；：“]/.test(before) ? 'mark' : before === '' ? 'start' : 'word'}`,
    `${form} whole ${countLevel(lexicon.publicCount(whole))}`,
    `${form} level ${countLevel(lexicon.publicCount(number + measure))}`,
  ];
  if (isHeld) signs.push(`${form} held ${holder.group}`, `held ${holder.level > 2}`);
  if (DISCOURSE.test(after) || DISCOURSE.test(behind)) signs.push(`${form} discourse`);
  if (/[是要有]/.test(after[0] ?? '') && /[，。；：]|^$/.test(before)) signs.push(`${form} list`);
  if (/[、，]/.test(after[0] ?? '') && start === 0) signs.push(`${form} heading`);
  if (
    /[零〇一二三四五六七八九十百千万亿两\d.]/.test(before) ||
    /[零〇一二三四五六七八九十百千万亿两\d]/.test(after[0] ?? '')
  )
    signs.push('part');
  if (noun && measure !== '') signs.push(`${form} noun ${noun.group}${noun.level > 5 ? '+' : ''}`);
  if (measure === '' && noun) signs.push(`${form} next ${noun.group} ${noun.text.length}`);
  if (form === 'chinese' && /^[一二两三四五六七八九]{2}$/.test(number)) signs.push('pair');
  if (/分之|点|百|千|万|亿|十|零/.test(number)) signs.push(`${form} large`);
  return signs;
}
