import type { Reason } from '../formats/unreadableFile';

/** Why a text of more lines than `limits.articleLines` is not read. */
export const TOO_MANY_LINES: Reason = {
  kind: 'too-large',
  zh: '行数太多，不像文章，可能是词表或数据；如是文稿，请拆成几个文件',
  en: 'far too many lines for an article, perhaps a list of words or data: if it is a text, split it into several files',
};

/**
 * Has a text more lines than `most`? Each line is an object or two while a text is cleaned, so that lines, and not
 * characters, are what a file of a few megabytes can fill the memory with.
 */
export function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++lines > most) return true;
  if (lines > 0) return false;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (++lines > most) return true;
  return false;
}
