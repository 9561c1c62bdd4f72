import type { Draft } from '../draft/draft';
import type { Problem } from '../problem';

/** Slots of a skeleton that nobody has filled, and what writers put for what they do not know yet: ××县, XX万元. */
const UNFILLED =
  /〔(?!(?:19|20)\d\d〕)[^〔〕]*〕|【[^【】]{0,8}(?:名称|姓名|名字|地点|地名|时间|日期|单位|数字|数据|金额|人数|待定|待补|待核|此处[^【】]*)】|[×xX＊*]{2,}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[×＊]{2,}|[_＿]{3,}/g;

/** Each of them once: who writes xx县 writes it often. */
export function unfilledSlots({ lines, spoken }: Draft): Problem[] {
  const known = new Set<string>();
  return spoken.flatMap(({ line }) =>
    [...lines[line]!.matchAll(UNFILLED)].flatMap(({ index, 0: text }) => {
      // Markdown's own emphasis.
      if (/^\*+$/.test(text) || known.has(text)) return [];
      known.add(text);
      return [
        {
          code: 'leftover' as const,
          line,
          start: index,
          endLine: line,
          end: index + text.length,
          message: { zh: `“${text}”还没有填。请填上或删去。`, en: `“${text}” is still to be filled in, or taken out.` },
        },
      ];
    }),
  );
}
