import { isFunctionWord } from '../../passages/functionWords';
import type { Exemplar } from '../exemplar/exemplar';

/** How often a text occurs in the corpus. */
export type CountOf = (text: string) => number;

/** Ranks of places, each with the words that begin like it: 要素市场 is in no city. */
const RANKS: Readonly<Record<string, readonly string[]>> = {
  省: ['省级'],
  市: ['市场', '市民', '市级', '市县'],
  县: ['县域', '县级', '县乡', '县区'],
  镇: ['镇村', '镇级'],
  乡: ['乡村', '乡镇'],
  村: ['村庄', '村级'],
  旗: ['旗帜'],
};
/** Kinds of places, no names: 贫困县, 行政村, 示范镇. */
const KIND =
  /^(?:[全各我本该两几多每整某一二三四五六七八九十百千第省市县区乡镇村城农大小老新].*|.*级|.*城|.*[省市县区乡镇村]|贫困|脱贫|代表|行政|自然|重点|中心|特色|文明|先进|示范|试点|直辖|兄弟|经济|百强|传统|空心|美丽|和谐|深度|国家|革命|移民|生态|民族|边境|工业|农业|旅游|产业|实施|推进)$/;
/** Characters of no name: 是全县, 和本市. */
const NO_NAME = /[全各我本该每某的和与及是在到从向对把为了这那不也都要就将被好]/;
/** Of all its occurrences, so many have a rank behind them. */
const SHARE = 0.1;

/**
 * The names of places in an article, without their rank. The corpus tells: 青禾 is one because it often says 青禾县, 执行 is none
 * though it once says 执行县委的.
 */
export function placeNames({ paragraphs, isWordStart }: Exemplar, countOf: CountOf): Set<string> {
  const words = new Set(
    paragraphs.flatMap((text, paragraph) => [...wordsOf(text, offset => isWordStart(paragraph, offset))]),
  );
  return new Set(
    [...words].filter(
      word => !KIND.test(word) && !NO_NAME.test(word) && !isFunctionWord(word) && isPlace(word, countOf),
    ),
  );
}

function isPlace(word: string, countOf: CountOf): boolean {
  let ranked = 0;
  for (const [rank, others] of Object.entries(RANKS)) {
    const all = countOf(word + rank);
    // What never has 市 behind it never has 市场.
    if (all > 0) ranked = others.reduce((left, other) => left - countOf(word + other), ranked + all);
  }
  return ranked > 0 && ranked >= SHARE * countOf(word);
}

/**
 * What may be a name: words of two or three characters, and what stands before a rank, for a segmenter that does not know a place
 * cuts it up (青|禾|县).
 */
function* wordsOf(text: string, isWordStart: (offsetUtf16: number) => boolean): Generator<string> {
  const isName = (name: string) => /^[\u4e00-\u9fff]{2,3}$/.test(name);
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && !isWordStart(end)) end++;
    if (isName(text.slice(start, end))) yield text.slice(start, end);
    start = end;
  }
  for (let at = 2; at < text.length; at++) {
    if (!(text[at]! in RANKS)) continue;
    for (const length of [2, 3]) {
      const name = text.slice(at - length, at);
      const isOneWord = ![...name].some((_, offset) => isWordStart(at - length + offset + 1));
      if (isWordStart(at - length) && (isWordStart(at) || isOneWord) && isName(name)) yield name;
    }
  }
}
