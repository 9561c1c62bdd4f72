import type { Particular } from './particulars';

/** What is in verbs, pronouns and numbers rather than in names. */
const NO_NAME =
  /[要得不成了着过我你他她们的是有多余几各每这那个就也都把被让给为与和及或向对从在到可能会敢愿想做办抓干说看想]|^[一二三四五六七八九十百千万亿两零〇]|[一二三四五六七八九十百千万亿]$/;
const HAN = /^[\u4e00-\u9fff]{2,3}$/;

/**
 * Words that no public text has and no other article of the corpus: in a speech that is nearly always a name, of whatever kind, for
 * which no pattern is known: 苍溪, 青禾. Set phrases of four characters are none.
 */
export function unheardWords(
  text: string,
  isStart: (offset: number) => boolean,
  isOwn: (word: string) => boolean,
  inPublic: (word: string) => number,
): Particular[] {
  const found: Particular[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && !isStart(end)) end++;
    // Its rank stays behind it: 怀远|县.
    const word = text.slice(start, end).replace(/(?<=^.{2,})[省市县区镇乡村]$/, '');
    if (HAN.test(word) && !NO_NAME.test(word) && inPublic(word) === 0 && isOwn(word))
      found.push({ start, end: start + word.length, name: '名称', text: word });
    start = end;
  }
  return found;
}
