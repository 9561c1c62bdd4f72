import type { Candidate } from '../candidates/candidates';
import { type TaggedParagraph, wordBefore, wordFrom } from '../paragraphWords';

/** Signs of a date: its shape with the numbers left out, and what stands before and behind it. */
export function dateSigns({ text: date, start, end }: Candidate, paragraph: TaggedParagraph): string[] {
  const { text } = paragraph;
  const shape = date
    .replace(/[0-9０-９]+/g, '9')
    .replace(/[〇零一二三四五六七八九十]+/g, '一')
    .replace(/元旦|春节|元宵|清明|五一|端午|中秋|国庆|重阳|七一|八一/, '节');
  const before = wordBefore(paragraph, start)?.text ?? '';
  const after = text.slice(end, end + 4);
  const first = wordFrom(paragraph, start)!;
  const last = wordBefore(paragraph, end)!;
  const held = first.start < start || last.end > end;
  return [
    shape,
    `before ${/[今去明前同当每]年$/.test(before) ? before : /[，。、；：“]/.test(before) ? 'mark' : before === '' ? 'start' : 'word'}`,
    `${/一/.test(shape) ? 'chinese' : 'other'} after ${/^(?:前|后|期间|以来|以前|节|底|初|期|的|来|间|个|起|至|到|大)/.exec(after)?.[0] ?? (/^[，。、；：]/.test(after) ? 'mark' : after === '' ? 'end' : 'word')}`,
    ...(held ? ['held'] : []),
    ...(/[零〇一二三四五六七八九十\d第]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    /^[零〇一二三四五六七八九十\d]/.test(after)
      ? ['part']
      : []),
  ];
}
