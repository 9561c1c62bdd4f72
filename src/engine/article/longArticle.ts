import { engineLimits } from '../limits';
import type { Bilingual } from '../text/bilingual';
import { isClosing, isSentenceEnd } from '../text/punctuation';
import type { Article, Paragraph } from './article';
import { sliceMapped } from './mapping/mapped';

/** A paragraph is cut behind a sentence that ends so near, else where it has to be. UTF-16 code units. */
const REACH = 2_000;

/**
 * An article in parts of at most `most` UTF-16 code units, each an article of the same day and speaker whose title is counted:
 * 公文大全（2/3）. Parts end with a paragraph; a paragraph that is too long itself is cut behind a sentence. What cleaning took out, and
 * a problem that says so, are told of the first. An article that is short enough is itself.
 *
 * @param most 2 at least
 */
export function inParts(article: Article, most: number = engineLimits.articleUtf16): Article[] {
  const length = article.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= most) return [article];
  const parts: Paragraph[][] = [];
  let room = 0;
  for (const whole of article.paragraphs) {
    for (const paragraph of cut(whole, most)) {
      if (parts.length === 0 || paragraph.text.length > room) {
        parts.push([]);
        room = most;
      }
      parts.at(-1)!.push(paragraph);
      room -= paragraph.text.length;
    }
  }
  return parts.map((paragraphs, i) => ({
    ...article,
    title: `${article.title}（${i + 1}/${parts.length}）`,
    paragraphs,
    removed: i === 0 ? article.removed : [],
    problems: i === 0 ? [{ line: 0, text: '', message: tooLong(most, parts.length) }, ...article.problems] : [],
  }));
}

function* cut(paragraph: Paragraph, most: number): Generator<Paragraph> {
  const { text } = paragraph;
  for (let start = 0; start < text.length; ) {
    const end = text.length - start <= most ? text.length : partEnd(text, start, start + most);
    yield sliceMapped(paragraph, start, end);
    start = end;
  }
}

/** Behind the last sentence that ends before `last`, or between two characters. */
function partEnd(text: string, start: number, last: number): number {
  for (let end = last; end > Math.max(start, last - REACH); end--) if (endsSentence(text, end)) return end;
  return /[\udc00-\udfff]/.test(text[last]!) && /[\ud800-\udbff]/.test(text[last - 1]!) ? last - 1 : last;
}

/** Whether a sentence ends at the offset, with the quotes that close behind it. */
function endsSentence(text: string, end: number): boolean {
  if (isSentenceEnd(text.charCodeAt(end)) || isClosing(text.charCodeAt(end))) return false;
  let at = end - 1;
  while (isClosing(text.charCodeAt(at))) at--;
  return isSentenceEnd(text.charCodeAt(at));
}

function tooLong(most: number, parts: number): Bilingual {
  const [wan, thousand] = [most / 10_000, most / 1_000];
  return {
    zh: `一篇超过 ${wan} 万字，已分成 ${parts} 篇；如果原本是多篇文章，请拆成多个文件`,
    en: `longer than ${thousand},000 characters: taken as ${parts} articles; if it holds several, please split the file`,
  };
}
