import { type TaggedParagraph, wordFrom } from '../paragraphWords';

/** 三点意见 announces, 三十年如一日 counts nothing. */
const NO_NUMBER =
  /^[一二两三四五六七八九](?:个(?:方面|问题|关键|重点|字)|句话|件事[，。：])|^[一二两三四五六七八九]点(?:[意要希体建感：，。]|[一1]是)|年如一日|年一遇|^[一二三四五六七八九]分[^之]|^百年(?:未有|大计|奋斗|目标|征程|变局)/;
/** So often public texts have a formula with a number. */
const FORMULA = 150;

/** Does a number in Chinese writing count nothing of this one speech: 三点意见, 第二，, 两个大局? UTF-16 offsets. */
export const countsNothing = (paragraph: TaggedParagraph, start: number, end: number): boolean =>
  NO_NUMBER.test(paragraph.text.slice(start, end + 4)) ||
  isOrdinal(paragraph.text, start, end) ||
  isFormula(paragraph, start, end);

/** 第二，… begins a point. */
const isOrdinal = (text: string, start: number, end: number): boolean =>
  /(?:^|[。；：，])第$/.test(text.slice(Math.max(0, start - 2), start)) && /[，、：]/.test(text[end] ?? '');

/** 两个大局, 四个意识: everybody counts them so. How long something takes is a fact, however often it is said. */
function isFormula(paragraph: TaggedParagraph, start: number, end: number): boolean {
  const { text, lexicon } = paragraph;
  const measure = /^[个大项种条](?!月|年)/.test(text.slice(end, end + 2)) ? 1 : 0;
  if (end - start > 1 || measure === 0 || end + measure >= text.length) return false;
  const noun = wordFrom(paragraph, end + measure)!;
  return noun.start === end + measure && lexicon.publicCount(text.slice(start, noun.end)) >= FORMULA;
}
