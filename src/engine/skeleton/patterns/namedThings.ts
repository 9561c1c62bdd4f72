import { wordAt } from '../../parallel/structuralWords';
import { isFunctionWord } from '../../passages/functionWords';
import type { Particular } from '../particulars/particulars';

/** What the last word of a name says it is; behind it the name of the slot. Longest first within a kind. */
const KINDS: readonly (readonly [slot: string, heads: string])[] = [
  [
    '单位',
    '委员会|监委|安委办|人社局|办公室|团县委|团市委|有限责任公司|有限公司|公司|集团|银行|中学|小学|大学|学校|学院|幼儿园|医院|卫生院|卫生室|合作社|供销社|联社|协会|商会|联合会|派出所|救援队|志愿队|服务队|大队|支队|服务站|站|中心|研究所|研究院|基金会|红十字会|研究会|促进会|电视台|报社|出版社|旅行社|饭店|宾馆|酒店|法院|法庭|检察院|林场|农场|工厂|厂|局|机场|车站|火车站',
  ],
  [
    '项目',
    '(?:产业|工业)?园区|产业园|工业园|开发区|高新区|示范区|景区|工程|项目|行动|计划|旅游节|文化节|艺术节|博览会|推介会',
  ],
  [
    '地名',
    '菜市场|农贸市场|批发市场|商业街|步行街|夜市|体育馆|图书馆|博物馆|文化馆|纪念馆|展览馆|纪念碑|烈士陵园|古镇|古城|花园小区|花园|大厦|直播基地|示范基地|产业基地|小镇|公园|广场|水库|大道|大桥|隧道|铁路|高速公路|高速|机场|小区|社区|街道|渡口|村|镇|乡',
  ],
];
/** Village and town stay behind their names, as the text behind the slot. */
const RANK = /^(?:村|镇|乡|街道)$/;
/** What names nothing by itself before a head: 重点项目, 工业园区, 驻村, 抓项目. */
const GENERIC = new RegExp(
  `^(?:${[
    '头号|骨干|大型|祝|愿|请|让|给|为|使|软弱涣散|涣散|薄弱|后进|空壳|劳动者|全|签|一批|各|每|驻|整|乡|镇|村|期|批|代表|本|我|有关|相关|重点|重大|大|小|新|老|好|抓|上|进|下|入|到|该|其他|工业|产业|经济|农业|旅游|招商|建设|基础设施|民生|实事|行政|自然|贫困|示范|先进|文明|美丽|特色|中心|国有|民营|龙头|龙头企业|学习|党委|政府|县|市|省|区|国家|基层|乡村|城镇|农村|城市|专业|水利|交通|生态|环保|高标准|公共|公办|民办|乡镇|老旧|居民|支柱|希望|系统|专项|整治|三年|五年|年度|工作|发展|一|二|两|三|四|五|六|七|八|九|十|几|多|个|条|项|家|所|座|要|不|就|高|山|山山|银|金|绿|农民|科技|首批|首个|重要|主导|惠民|惠农|富民|民心|德政|样板|精品|标志性|系统|攻坚|实际|具体|统一|集体|自觉|文化|教育|医疗|卫生|公益|扶贫|帮扶|主',
  ].join('|')})+$`,
);
/** What goes before a name and is no part of it: what is done to it, who does it. */
const DOES = new Set(
  (
    '推进 推动 实施 建设 建成 开展 加快 新建 改造 打通 围绕 推广 来到 走进 参观 考察 调研 规划 配合 支持 组织 创建 做好 做强 做大 抓 抓好 建 促 保 学 访 去 是 由 对 距 在 经 由于 ' +
    '完成 启动 谋划 引进 落户 依托 利用 整合 加强 带动 帮助 服务 扎根 成立 组建 设立 联合 会同 依靠 看 走 上 下 进 穿 过 办 带 靠 盯紧 沿 沿着 长期 率先 抓紧 牵头 负责 承建 ' +
    '举行 隆重 共同 庆祝 本人 任 担任 一是 二是 三是 四是 五是 整顿 今年 去年 明年 目前 现在 近年来 今天 昨天 刚才 全县 全市 全省 全区 全镇 全乡 我县 我市 我省 我区 各级 各地 广大 原 创办 举办 承办 办好 协调 确保 保障 保护 治理 修建 修复 扩建 续建 多次 次 名 位 家 个 条 座 所 处 亿元 万元 元 届 考上 考取 发展 继续 统筹 同意 感谢 祝贺 欢迎 委托 指导 督促 要求 通知 报告 表彰 授予 被 年 月 日 号 都 只有 达到 为 成 化解 例如 比如 特别是 尤其 尤其是 包括 采取 执行 超过 超额 超额完成 激发 认定 培养 各类 各种'
  ).split(' '),
);
/** Authorities and houses of a county, told by the rank in front: 县财政局, 县人民医院, 县安委办. */
const BODY_HEAD =
  /^(?:局|监委|安委办|委员会|办公室|医院|中心|协会|商会|联合会|供销社|公司|集团|救援队|志愿队|服务队|大队|支队|法院|检察院)$/;
const HAN_ONLY = /^[\u4e00-\u9fff]+$/;
/** Rivers, hills and streets have one character for a head, so marks or places around them must tell: `、清水河沿线`. */
const SMALL =
  /(?<=^|[^\u4e00-\u9fff]|[和在到沿修通过美丽的])[\u4e00-\u9fff]{1,3}(?:[河湖岭山寺街路渠溪](?=[^\u4e00-\u9fff]|[和都]|沿线|流域|两岸|河畔|堤防|大堤|大桥|全线|沿岸|脚下|上游|下游|综合|治理|改造|$)|江(?=河畔|之滨|沿岸|两岸|流域|沿线|堤防|大堤|大桥))/g;
/** Rivers and roads of nobody: 道路, 江河, 先修路, 一条路. */
const NO_NAME =
  /[的之了是条座片走上下开修铺领带让与及我这那每各全有]|[道公铁思出山门销水陆线电套正弯退新老后前同远难一]路$|[江青火高大小荒绿银金]山$|[江山]河$|[大小]街$|[江]湖$/;
/** A village whose name the segmenter cuts up, behind a mark: 、上|河村. */
const VILLAGE =
  /(?<=^|[^\u4e00-\u9fff])(?!家乡|[日月年号为在对向把从用推进城返回下同老故水他])[\u4e00-\u9fff]{2,3}(?=[村镇乡](?![村镇级民]))/g;
/** Words that end like a body and are none: 格局, 网站, 党的中心. */
const ABSTRACT = /(?:[格布结全大开政治时战棋变残破僵]局|[网车]站|出厂|一条路|政治局|为中心|新阶段)$/;
const MOST_WORDS = 6;
const LONGEST = 14;

/**
 * Organisations, projects and places that their last word tells: `刚才，县财政局作了发言` → 县财政局. A name begins and ends at words; to
 * the left it goes on to a mark, a function word or a verb of the genre. What other articles say, too (`isOwn`), stays.
 */
export function namedThings(
  text: string,
  isStart: (offset: number) => boolean,
  isOwn: (text: string) => boolean,
): Particular[] {
  const found: Particular[] = [];
  for (const { index, 0: place } of text.matchAll(SMALL)) {
    const end = index + place.length;
    if (isStart(index) && isStart(end) && !NO_NAME.test(place) && isOwn(place))
      found.push({ start: index, end, name: '地名', text: place });
  }
  for (const { index, 0: place } of text.matchAll(VILLAGE)) {
    if (!GENERIC.test(place) && !/^[整驻本一各每全]|[村镇乡整驻的之了是和与及]/.test(place) && isOwn(place))
      found.push({ start: index, end: index + place.length, name: '地名', text: place });
  }
  for (const [name, heads] of KINDS) {
    for (const { index, 0: head } of text.matchAll(new RegExp(heads, 'g'))) {
      const end = index + head.length;
      const after = text.slice(end);
      // 局要 and 村整 are words of a segmenter that does not know the name.
      const isEnd =
        isStart(end) ||
        (RANK.test(head) && (isStart(index) || /^整[村镇乡]/.test(after))) ||
        ((head.length > 1 || BODY_HEAD.test(head)) && /^[要和在等也对与有是]/.test(after));
      if (!isEnd || isAbout(after)) continue;
      const body = BODY_HEAD.test(head) ? authorityStart(text, index, isStart) : -1;
      const start = body >= 0 ? body : trimmed(text, startOf(text, index, head, isStart), index);
      const before = text.slice(start, index);
      if (body < 0 && (GENERIC.test(before) || before === '')) continue;
      // Village and town alone are a rank and no name, 村整 is the segmenter's own cut.
      const stop = RANK.test(head) ? index : end;
      if (!isOwn(text.slice(start, stop)) || ABSTRACT.test(text.slice(start, end))) continue;
      if (stop - start < 2 || (RANK.test(head) && /^[村镇乡]|[整全每各驻本一]$/.test(before))) continue;
      found.push({ start, end: stop, name, text: text.slice(start, stop) });
    }
  }
  return found;
}

/** Where an authority begins: 县住房和城乡建设 + 局 is what it is in charge of, back to the rank and the place before it; -1 for none. */
function authorityStart(text: string, index: number, isStart: (offset: number) => boolean): number {
  for (let at = index - 1, words = 0; at >= 0 && index - at <= LONGEST && words <= MOST_WORDS; at--) {
    if (!HAN_ONLY.test(text[at]!) || /[要的在是把被让请对]/.test(text[at]!)) return -1;
    if (isStart(at)) words++;
    if (!/[省市县区州]/.test(text[at]!) || /^(?:市场|城市|县域|区域|省级|市政)/.test(text.slice(at))) continue;
    if (/[全我本各]/.test(text[at - 1] ?? '')) return -1;
    return isStart(at) ? at : trimmed(text, wordStart(text, at, isStart), at + 1);
  }
  return -1;
}

function wordStart(text: string, within: number, isStart: (offset: number) => boolean): number {
  let at = within;
  while (at > 0 && !isStart(at) && HAN_ONLY.test(text[at - 1]!)) at--;
  return at;
}

/** A segmenter takes 由省 and 对金 for words where it does not know the name: what cannot begin one is left out. */
function trimmed(text: string, start: number, end: number): number {
  const before = text.slice(start, end);
  const led = /^(?:要用好|用好|抓好|根据|要|对|由|据|在|向|与|从|好|和|到|请|让|受)(?=.)/.exec(before)?.[0].length ?? 0;
  return start + led;
}

/** 项目建设, 公司制, 村级, 山水: the head is no end of a name. */
const isAbout = (after: string): boolean => /^(?:级|民(?!警)|制|化|务|域|容|落|庄|集体|水|长(?!沟))/.test(after);

/** Leftmost word of the name whose head begins at `index`. */
function startOf(text: string, index: number, head: string, isStart: (offset: number) => boolean): number {
  let start = index;
  let at = index;
  // The head may be the end of a word: 林业局, 滨河大道.
  while (at > 0 && !isStart(at) && HAN_ONLY.test(text[at - 1]!)) at--;
  if (at < index) {
    if (DOES.has(text.slice(at, index)) && !isTrade(text.slice(at, index), head)) return index;
    start = at;
  }
  for (let words = 0; words < MOST_WORDS && start > 0; words++) {
    let word = start - 1;
    while (word > 0 && !isStart(word)) word--;
    const before = text.slice(word, start);
    const isEnd = !isTrade(before, head) && (DOES.has(before) || stops(text, word, before));
    if (!HAN_ONLY.test(before) || isEnd || index + head.length - word > LONGEST) break;
    start = word;
  }
  return start;
}

/** 江河|建设|集团: what firms do is part of their names. */
const isTrade = (word: string, head: string): boolean =>
  /公司|集团|基金会/.test(head) && /^(?:建设|发展|规划|保护|创建|建|投资|开发|修建)$/.test(word);

/** In front of 和, 要, 坚持, 的 a name begins. Ranks (县, 省) are of it. */
function stops(text: string, at: number, word: string): boolean {
  const joint = wordAt(text, at);
  if (/^第[一二三四五六七八九十]{1,3}(?:中学|小学|高级|人民|医院|实验|幼儿园)/.test(text.slice(at))) return false;
  return (
    isFunctionWord(word) ||
    /^第[一二三四五六七八九十]{1,3}[届次批期]/.test(text.slice(at)) ||
    (joint !== null && joint.length === word.length && !/[省市县区]/.test(word))
  );
}
