import { isPersonShaped } from '../forms/personShape';
import { type TaggedParagraph, wordFrom } from '../paragraphWords';

const OFFICE =
  /^老?副?(?:[省市县区州厅局部处科镇乡校院会行组站]长|书记|主任|主席|主委|总监|经理|教授|先生|女士|老师|道长|阿訇|法师|医生|大夫)/;

/** Offsets of a family name alone before an office: 尊敬的|农|副省长. UTF-16. */
export function loneSurnames(paragraph: TaggedParagraph): number[] {
  const { text } = paragraph;
  const found: number[] = [];
  for (let at = 0; at + 2 < text.length; at++) {
    if (!OFFICE.test(text.slice(at + 1, at + 5)) || !isPersonShaped(`${text[at]}某`)) continue;
    if (wordFrom(paragraph, at)!.start === at) found.push(at);
  }
  return found;
}
