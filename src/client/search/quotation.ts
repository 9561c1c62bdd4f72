import type { LookUpHit } from '../../server/protocol/passages';

/**
 * A sentence as it is quoted, with where it is from. Quotation marks within become single ones.
 *
 * @example quotation(hit) // “干部要‘脚上有泥’。”（周明远：《在全县大会上的讲话》，2023年2月6日）
 */
export function quotation({ sentence, title, date, speaker }: Omit<LookUpHit, 'spans'>): string {
  const inner = sentence.replace(/[“”]/g, mark => (mark === '“' ? '‘' : '’'));
  const source = [`${speaker ? `${speaker}：` : ''}《${title}》`, date && writtenDate(date)].filter(Boolean);
  return `“${inner}”（${source.join('，')}）`;
}

/** `2023-02-06` → 2023年2月6日, `2023-02` → 2023年2月, `2023` → 2023年 */
function writtenDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}
