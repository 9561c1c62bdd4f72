/** Sentences that look like speeches, from a word list of our own: as many as a test wants, the same every time. */
const SUBJECTS = [
  '各乡镇',
  '全县干部',
  '青岚县',
  '柳溪镇',
  '驻村队员',
  '老党员',
  '农技站',
  '河长们',
  '合作社',
  '社区网格员',
];
const ADVERBS = ['扎实', '持续', '主动', '稳妥', '全面', '深入', '用心', '逐户', '按时', '创造性地'];
const VERBS = ['推进', '抓好', '落实', '服务', '巩固', '谋划', '改善', '办好', '守护', '激活'];
const OBJECTS = [
  '秋粮收购',
  '河道清淤',
  '老旧小区改造',
  '茶园提升',
  '校车安全',
  '村级账务',
  '冬季供暖',
  '渡口管理',
  '桥梁检修',
  '夜校教学',
];
const ENDS = [
  '，一件接着一件办',
  '，把好事办到群众心坎上',
  '，不留尾巴',
  '，经得起检查',
  '，年底见分晓',
  '，让大家看得见变化',
];

/** At least `characters` characters of sentences, chosen by `seed`. */
export function speech(seed: number, characters: number): string {
  const next = numbers(seed);
  const pick = (words: readonly string[]) => words[next() % words.length]!;
  let text = '';
  while (text.length < characters) {
    text += `${pick(SUBJECTS)}要${pick(ADVERBS)}${pick(VERBS)}${pick(OBJECTS)}${pick(ENDS)}。`;
  }
  return text;
}

/** Xorshift: small, and the same on every machine. */
function numbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b9) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
