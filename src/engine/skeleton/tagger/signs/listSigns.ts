import type { KnownLexicon } from '../lexicon';
import type { NameInside } from './nameInside';

/** Signs of an item of a list: 鲖城、杨桥、老集. */
export function listSigns({ candidate: { start, end }, paragraph, level, group }: NameInside): string[] {
  const { text, lexicon } = paragraph;
  if (text[start - 1] !== '、' && text[end] !== '、') return [];
  const [left = ''] = /[\u4e00-\u9fff]{2,4}(?=、$)/.exec(text.slice(Math.max(0, start - 5), start)) ?? [];
  const [, right = ''] = /^、([\u4e00-\u9fff]{2,4})/.exec(text.slice(end, end + 5)) ?? [];
  const isMate = isName(left, lexicon) || isName(right, lexicon);
  return [`in list level ${Math.min(level, 3)}`, `in list ${group}`, ...(isMate ? ['mate'] : [])];
}

/** Does an item begin with a name of the dictionary, or is it nobody's word? */
function isName(item: string, lexicon: KnownLexicon): boolean {
  for (let length = item.length; length >= 2; length--) {
    const part = item.slice(0, length);
    if (/^n[rs]/.test(lexicon.tagOf(part)) || lexicon.isListed(part)) return true;
  }
  return item !== '' && lexicon.publicCount(item.slice(0, 2)) === 0;
}
