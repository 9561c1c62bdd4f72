import type { TaggedWord } from '../paragraphWords';

/** Joints and frequent words beside a name tell most by themselves. */
const BESIDE = new Set(
  '在 由 向 对 从 到 与 和 及 距 以 是 有 把 被 给 的 了 等 于 至 为 将 让 请 要 说 作 我 原 叫 像 年 届 个 名 位 家 座 条 所 任 着 去 来 地 要 即 又 还 也 都 就 已 里 上 下 中 多'.split(
    ' ',
  ),
);
/** What a neighbour of a name is: itself where it is a joint or a mark, else its part of speech. `edge`: there is none. */
export const beside = (word: TaggedWord | undefined, edge: string): string =>
  word === undefined
    ? edge
    : word.group === '#'
      ? /[、，。；：“”《》（）]/.test(word.text)
        ? word.text
        : '#'
      : BESIDE.has(word.text)
        ? word.text
        : `${word.group}${word.text.length > 1 ? (word.level > 4 ? '+' : '') : '1'}`;
