import { isHan } from '../text/han';

/** Words that carry no matter of their own: a wording of these alone is not worth a source, and a search skips them. */
const FUNCTION_WORDS = new Set(
  [
    '的 地 得 了 着 过 之 所 者 们 等 等等 吗 呢 吧 啊 呀 嘛 么',
    '和 与 及 以及 或 或者 并 并且 而 而且 且 但 但是 却 则 若 如 如果 因 因为 由于 所以 因此 从而 虽然 尽管 即使 只要 只有 无论 不论 不仅 不但 既 又 也 还 还是 就 就是 才 都 均 皆 便 再 更 最 很 太 非常 十分 已 已经 正 正在 将 将要 会 能 能够 可 可以 要 应 应当 应该 必 须 没有 没 不 不是 未 勿 别 是 为 有 在 于 对 对于 关于 从 自 由 向 往 朝 到 至 把 被 让 使 给 跟 同 比 按 按照 根据 通过 经 经过 以 用 当 随着 除 除了 作为',
    '我 你 您 他 她 它 我们 你们 他们 她们 它们 咱们 自己 大家 这 那 此 该 本 其 其中 这些 那些 这个 那个 这种 那种 这样 那样 这里 那里 什么 怎么 怎样 哪 哪里 谁 何 多少 几 每 各 某 前 后 上 下 中 里 内 外 时 间 一 一个 一种 一些 个 种 些 次',
  ]
    .join(' ')
    .split(' '),
);

/** 的, 在, 我们, 以及: true; 初心: false. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** Length of the longest of them. */
export const longestFunctionWord = 3;

/** Is a text nothing but function words, between any marks? `，我们要`: true; `要推动`: false. */
export function isOnlyFunctionWords(text: string): boolean {
  // From left to right: a text of many 不是 may be read in more ways than can be tried.
  const ends = new Set([0]);
  for (let at = 0; at < text.length; at++) {
    if (!ends.has(at)) continue;
    if (!isHan(text.charCodeAt(at))) ends.add(at + 1);
    else {
      for (let length = 1; length <= longestFunctionWord; length++) {
        if (isFunctionWord(text.slice(at, at + length))) ends.add(at + length);
      }
    }
  }
  return ends.has(text.length);
}
