import type { Candidate } from '../candidates/candidates';
import { countLevel, type TaggedParagraph, wordFrom } from '../paragraphWords';

/** A place keeps its rank outside, though dictionaries have both as one word: 高陵|区, 青山|下. */
const OUTSIDE = /^(?:[省市县区州旗盟镇乡村]|街道|社区|[上下畔边里脚底旁])$/;
/** Behind these a measure begins, and before a number nothing is cut: 一百|万元, 第|三届. */
const NUMERAL = /[0-9０-９〇零一二三四五六七八九十百千万亿两第]/;

/** 吃在村 is no village. */
const FUNCTION = /[在有是到往从]/;
/** What more texts have is no name of one place. */
const MOST_LEVEL = 1;

const isNamed = ({ kind }: Candidate): boolean => kind === 'name' || kind === 'form';

/**
 * Spans that begin and end at words: an edge within a word moves outwards, so that none is cut. What then touches within a word
 * becomes one; a single number within a word is left out, for there it counts nothing (新三样).
 */
export function wholeWords(spans: readonly Candidate[], paragraph: TaggedParagraph): Candidate[] {
  const { text } = paragraph;
  const isEdge = (at: number): boolean => {
    const word = wordFrom(paragraph, at);
    return !word || word.start === at || NUMERAL.test(text[at - 1]!);
  };
  const isRank = (at: number): boolean => {
    const word = wordFrom(paragraph, at)!;
    // 二监区 is a district of nothing.
    if (NUMERAL.test(word.text[0]!)) return false;
    // 城中村 is everybody's word; 宁远州（…）对接会 goes on.
    if (text[word.end] === '（' || /中$/.test(word.text.slice(0, at - word.start))) return false;
    const front = word.text.slice(0, at - word.start);
    const isName =
      /[SRTZ]/.test(word.group) ||
      (word.group === '?' && !FUNCTION.test(front) && countLevel(paragraph.lexicon.publicCount(front)) <= MOST_LEVEL);
    return OUTSIDE.test(word.text.slice(at - word.start)) && isName && word.text.length > 2;
  };
  const whole: Candidate[] = [];
  for (const span of spans) {
    if (span.kind === 'number' && !isEdge(span.start)) continue;
    if (!isNamed(span)) {
      if (span.start >= (whole.at(-1)?.end ?? 0)) whole.push(span);
      continue;
    }
    const last = whole.at(-1);
    const word = wordFrom(paragraph, span.start)!;
    let start = isEdge(span.start) ? span.start : Math.max(word.start, last?.end ?? 0);
    let end = isEdge(span.end) || isRank(span.end) ? span.end : wordFrom(paragraph, span.end)!.end;
    if (last && last.kind !== 'quote' && (start < last.end || (start === last.end && !isEdge(start)))) {
      start = last.start;
      end = Math.max(end, last.end);
      whole.pop();
    }
    if (start < end) whole.push({ ...span, start, end, text: text.slice(start, end) });
  }
  return whole;
}
