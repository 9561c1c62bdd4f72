import { isPersonName, PERSON_NAME, unwrapped } from './names';

const MOST_NAMES = 5;
const MEDIA_AND_NAMES = new RegExp(
  `^([^。！？；，]{0,20}(?:网站?|日报|时报|晚报|杂志|编辑部|记者|作者|通讯员|评论员)[：:\\s]+)(${PERSON_NAME}(?:[、\\s]+${PERSON_NAME}){0,${MOST_NAMES - 1}})$`,
);
const REPORTER = /记者|通讯员/;

/**
 * A line that says who wrote what is printed, by the paper and the names: `青山日报 李四 王五` gives 李四、王五. Who reports speaks for
 * nobody: `本报记者 李四` gives no author. Null for other lines.
 */
export function bylineOf(line: string): { readonly author: string | null } | null {
  const match = MEDIA_AND_NAMES.exec(unwrapped(line));
  if (!match) return null;
  const names = match[2]!.split(/[、\s]+/);
  if (!names.every(isPersonName)) return null;
  return { author: REPORTER.test(match[1]!) ? null : names.join('、') };
}
