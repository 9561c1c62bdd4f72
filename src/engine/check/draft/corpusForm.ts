import { applyEdits, type Mapped, mappedSource } from '../../article/mapping/mapped';
import { widened } from '../../article/mapping/widened';
import { isChinese } from '../../text/punctuation';
import { hasTraditional, toSimplified } from '../../text/script';

/** What Markdown puts before and around text: `## `, `> `, `- `, `**`. */
const MARKUP = /^\s*(?:#{1,6}|>|[-*+])\s+|\*\*/g;
/** Blanks, and what nobody sees. */
const BLANKS = /[\s\u200b-\u200f\ufeff]+/g;

/**
 * A line of a draft as the corpus would have it, with the way back: simplified script, full-width marks, no blanks beside Chinese.
 * `　　推动 高质量,發展` → `推动高质量，发展`.
 */
export function corpusForm(line: string): Mapped {
  const plain = withoutMarkup(mappedSource(line, 0, line.length));
  const simplified = hasTraditional(plain.text) ? { ...plain, text: toSimplified(plain.text) } : plain;
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

function withoutMarkup(mapped: Mapped): Mapped {
  const edits = [...mapped.text.matchAll(MARKUP)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    text: '',
  }));
  return applyEdits(mapped, edits);
}
