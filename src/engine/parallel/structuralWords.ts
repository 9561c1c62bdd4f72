/**
 * Words that hold structures together. A table rather than a segmenter: mining needs to know what may be fixed in a frame,
 * and that is a small, closed part of the language.
 */

/** One of these may stand for another in the fixed part of a frame, where it becomes a slot with few fillers. */
const VARIANTS: readonly string[] = [
  '必须 务必 应当 应该',
  '推进 推动 促进 助推',
  '加强 强化 增强',
  '就是 正是 才是 便是 更是',
  '不能 不可 绝不能 决不能 更不能 也不能 不得',
  '坚持 始终坚持 牢牢坚持',
  '既要 又要 也要 还要 更要',
  '只有 唯有',
  '作为 当作 当成',
  '着力 大力 全力 聚力',
  '坚决 坚定 坚定不移',
];

const PLAIN =
  '始终 保持 实现 解决 确保 做到 做好 抓好 搞好 抓实 抓住 把握 突出 聚焦 围绕 立足 树立 牢记 践行 坚定 坚守 提升 提高 完善 健全 构建 打造 深化 ' +
  '优化 扩大 发挥 落实 开展 贯彻 学习 全面 深入 扎实 切实 真正 自觉 主动 积极 努力 敢于 善于 勇于 乐于 甘于 勤于 严于 不断 进一步 继续 一定 ' +
  '不是 而是 不仅 而且 不在于 而在于 不如 没有 因为 所以 如果 无论 只要 才能 就能 就会 就要 方能 能够 可以 不要 不怕 不忘 不负 不为 不让 不搞 ' +
  '一个 每个 每一 一切 什么 怎么 怎样 如何 哪里 这个 那个 这种 那种 之中 之上 之下 之间 之后 之前 之风 之心 之情 之责 之路 之举 之策 之本 之基 之要 ' +
  '起来 下去 出来 上去 上来 到位 到底 得到 看到 听到 想到 走到 成为 变成 化为 转化 当好 管好 用好 守住 守好 守牢 让位 有利于 服务 对待 面对 走在 放在 挺在 写在 刻在';

/** Nouns with a character in them that elsewhere is a head or a joint. */
const NOUNS =
  '干部 思想 思路 思维 学生 学校 学院 学历 办法 办公 办公室 讲话 讲座 管理 成果 成绩 成效 成就 成员 出口 出路 进程 进展 走廊 先进 先锋 ' +
  '地方 地区 地位 地址 目的 同志 对象 对手 以来 以上 以下 之一 一些 一种 一次 一年 一起 一直 有关 有的 没有什么 所有 所以然 大会 学会 机会 社会 委员会 ' +
  '自治区 党员 人民 群众 国家 政府 企业 工作 问题 能力 水平 作用 作风 责任 意识 精神 制度 机制 体系 方面 方式 过程 基础 条件 情况 时代 时间 稳定 政治 一样 和谐 不同 以及 用户 由于 对于 关于 至于 同步 成本 成长 成分 后果 后来 先生 要求 要素 需要 使命 有效 有力 有序 最大 最终 能源 能量 得益 无人 是非 组织 建设 重大 统一 创新 创造 增长 增收 转型 强国 稳步';

/** Words that say who speaks or acts: they begin many sentences and make no frame. */
const PRONOUNS: readonly string[] = [
  '我们 咱们',
  '他们 她们',
  '他 她 它',
  ...'我 你 你们 大家 同志们 各位 自己 人们'.split(' '),
];

/** Joints of one character: they hold a structure wherever they stand. Nouns are not among them: a repeated name is no frame. */
const JOINTS =
  '把被将以为向让使从在对用靠凭按到往朝于由给同比要须能敢得是有无没不未莫勿更最越既又也都就才再还只先后而则且但若如即之所者的一每与和及做成出起必上中里来去了着';

/** Verbs of one character: they hold a structure that they begin, and are half a noun elsewhere (治 in 政治). */
const HEADS =
  '抓干办促保稳强转讲树补破立找看听学走想思谋守担扛当进见知懂防治管建造争创提练过打说变求解聚筑夯增加推应该会肯愿可各某这那谁何很';

/** Heads that make a frame all by themselves, three times in a row: 让组织放心，让干部信任，让群众满意. */
const STRONG_HEADS = '把以向让使从用靠凭按往朝由讲抓促保稳强转树补破立找守扛筑夯谋聚不无重敢为';

/** Tokens of little weight: they are so frequent that sharing them says little. */
const FAINT = '的了和与着也个是在有要及中上等地所这那';

const FIRST_WORD_ID = 0x10000;

interface Word {
  readonly text: string;
  readonly id: number;
  readonly weight: number;
  readonly length: number;
}

const words = new Map<string, Word[]>();
const classWeights: number[] = [];
function add(list: readonly string[], weightOf: (word: string) => number): void {
  const id = FIRST_WORD_ID + classWeights.length;
  classWeights.push(Math.min(...list.map(weightOf)));
  for (const text of list) {
    const sameStart = words.get(text[0]!) ?? [];
    sameStart.push({ text, id, weight: weightOf(text), length: text.length });
    words.set(text[0]!, sameStart);
  }
}
const PRONOUN_WEIGHT = 0.2;
for (const group of VARIANTS) add(group.split(' '), () => 1.8);
const inVariants = new Set(VARIANTS.flatMap(group => group.split(' ')));
for (const word of PLAIN.split(' ')) if (!inVariants.has(word)) add([word], ({ length }) => length);
const firstNoun = FIRST_WORD_ID + classWeights.length;
for (const word of NOUNS.split(' ')) add([word], ({ length }) => length);
for (const group of PRONOUNS) add(group.split(' '), () => PRONOUN_WEIGHT);
for (const list of words.values()) list.sort((a, b) => b.text.length - a.text.length);

const startsWord = new Uint8Array(0x10000);
const wordsByCode: Record<number, readonly Word[]> = {};
for (const [start, list] of words) {
  startsWord[start.charCodeAt(0)] = 1;
  wordsByCode[start.charCodeAt(0)] = list;
}

const PUNCTUATION_WEIGHT = 0;
const weightOfCode = new Float32Array(0x10000).fill(1);
for (let code = 0; code < 0x3400; code++) weightOfCode[code] = PUNCTUATION_WEIGHT;
for (let code = 0xff00; code < 0x10000; code++) weightOfCode[code] = PUNCTUATION_WEIGHT;
for (const character of FAINT) weightOfCode[character.charCodeAt(0)] = 0.4;

const JOINT = 1;
const HEAD = 2;
const STRONG = 4;
const roles = new Uint8Array(0x10000);
const give = (characters: string, role: number) => {
  for (const character of characters) roles[character.charCodeAt(0)]! |= role;
};
give(JOINTS, JOINT | HEAD);
give(HEADS, HEAD);
give(STRONG_HEADS, HEAD | STRONG);

/** The structural word that begins at `offset`, longest first, as its id; `length` characters. */
export function wordAt(text: string, offset: number): { readonly id: number; readonly length: number } | null {
  const first = text.charCodeAt(offset);
  if (startsWord[first] !== 1) return null; // also beyond the end
  // A loop, not a search by a function: it is asked for every character of the corpus.
  for (const word of wordsByCode[first]!) if (text.startsWith(word.text, offset)) return word;
  return null;
}

/** How much it says that two texts share this token: about one for a character. */
export function weightOf(id: number): number {
  return id >= FIRST_WORD_ID ? classWeights[id - FIRST_WORD_ID]! : weightOfCode[id]!;
}

/** Weight of all the tokens of a text. */
export function weightOfText(text: string): number {
  let weight = 0;
  for (let offset = 0; offset < text.length; ) {
    const word = wordAt(text, offset);
    weight += word ? weightOf(word.id) : weightOfCode[text.charCodeAt(offset)]!;
    offset += word?.length ?? 1;
  }
  return weight;
}

/** May it hold a structure wherever it stands? Words of the tables do, and joints of one character; nouns and pronouns do not. */
export function isStructural(id: number): boolean {
  return id >= FIRST_WORD_ID ? id < firstNoun : (roles[id]! & JOINT) !== 0;
}

/** May a parallel structure begin with it? */
export function isHead(id: number): boolean {
  return id >= FIRST_WORD_ID ? id < firstNoun : (roles[id]! & HEAD) !== 0;
}

/** Is it a head of one character that makes a frame by itself: 让…，让…，让…? */
export function isStrongHead(id: number): boolean {
  return id < FIRST_WORD_ID && (roles[id]! & STRONG) !== 0;
}

/** A word of two characters or more, so that its end is the end of a word. */
export function isWord(id: number): boolean {
  return id >= FIRST_WORD_ID;
}
