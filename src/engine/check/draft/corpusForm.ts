import { applyEdits, type Mapped, mappedSource } from '../../article/mapping/mapped';
import { widened } from '../../article/mapping/widened';
import { isChinese } from '../../text/punctuation';
import { hasTraditional, toSimplified } from '../../text/script';

/** Blanks, and what nobody sees. */
const BLANKS = /[\s\u200b-\u200f\ufeff]+/g;

/**
 * A line of a draft as the corpus would have it, with the way back: simplified script, full-width marks, no blanks beside Chinese.
 * `　　推动 高质量,發展` → `推动高质量，发展`.
 */
export function corpusForm(line: string): Mapped {
  const plain = mappedSource(line, 0, line.length);
  const simplified = hasTraditional(line) ? { ...plain, text: toSimplified(line) } : plain;
  const wide = widened(simplified);
  const blanks = [...wide.text.matchAll(BLANKS)].flatMap(({ index, 0: run }) => {
    const end = index + run.length;
    const isLayout =
      index === 0 ||
      end === wide.text.length ||
      isChinese(wide.text.charCodeAt(index - 1)) ||
      isChinese(wide.text.charCodeAt(end));
    return isLayout || run !== ' ' ? [{ start: index, end, text: isLayout ? '' : ' ' }] : [];
  });
  return applyEdits(wide, blanks);
}
