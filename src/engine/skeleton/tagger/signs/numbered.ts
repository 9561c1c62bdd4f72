import { headOf } from '../forms/heads';
import type { NameInside } from './nameInside';

const ORDINAL = /^第?(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:号|期)?/;

/** Signs of a name with a number in it: 第三食堂, 3号车间, 管网二期. */
export function numbered({ candidate: { text: name } }: NameInside): string[] {
  const signs: string[] = [];
  const first = ORDINAL.exec(name)?.[0];
  const head = headOf(name)?.kind ?? 'none';
  if (first !== undefined && first.length < name.length)
    signs.push(`numbered ${first[0] === '第' ? 'ordinal' : /号$/.test(first) ? 'number' : 'bare'} ${head}`);
  else if (/[一二三四五六七八九十\d]/.test(name)) signs.push(`number inside ${head}`);
  const last = /(?:[一二三四五六七八九十]|\d+)([期号线队班组连团营级届])$/.exec(name)?.[1];
  if (last !== undefined) signs.push(`numbered end ${last}`);
  return signs;
}
