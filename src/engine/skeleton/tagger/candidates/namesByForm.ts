import type { Span } from '../../../text/sentences';
import { isPublicQuote, type KnownLexicon } from '../lexicon';

const NUMBER = '(?:[一二三四五六七八九十百]{1,5}|\\d{1,3})';
const MEETING =
  '代表大会|全会|全体会议|大会|运动会|普查|比赛|大赛|锦标赛|联赛|邀请赛|博览会|展览会|展销会|交易会|推介会|洽谈会|论坛|峰会|年会|文化节|旅游节|艺术节|[\\u4e00-\\u9fff]{1,3}节|马拉松|评选';
const NAMED_BY_QUOTE =
  '(?:特大|专项|系列|应急|国际|直播|主题)?(?:宣传周|宣传月|宣传日|活动周|周|专案|案件|案|事故|事件|暴雨|洪灾|洪水|台风|地震|演练|演习|攻坚战|竞赛|展演|晚会|品牌|牌|灾害|疫情|基金|奖学金|奖|论坛|大赛|平台|工作法|复习法|工程|行动|计划|项目|窗口|工匠班|班|国际妇女节|超市|活动|整治)';
const RULES: readonly RegExp[] = [
  new RegExp(
    `第${NUMBER}[届次][\\u4e00-\\u9fff]{0,10}?(?:${MEETING})|(?:中央|省委|市委|县委)第${NUMBER}[\\u4e00-\\u9fff]{0,8}?(?:督察组|巡[视察]组)`,
    'g',
  ),
  new RegExp(`“[^“”\\n]{2,16}”${NAMED_BY_QUOTE}`, 'g'),
  /“\d{1,2}[·.]\d{1,2}”(?:[\u4e00-\u9fff]{0,8}?(?:案件|案|事故|事件|洪水|洪灾|火灾|爆炸|地震|暴雨|灾害|疫情)(?![的例]))?/g,
  new RegExp(
    `(?<![我全各本该])[省市县区州]第${NUMBER}[\\u4e00-\\u9fff]{0,6}?(?:公司|医院|中学|小学|学校|幼儿园|监狱|法院|纪检监察组|巡[视察]组)`,
    'g',
  ),
  new RegExp(
    `(?:[省市县区州国][\\u4e00-\\u9fff]{0,4})?第${NUMBER}[\\u4e00-\\u9fff]{0,5}?(?:税务分局|分局|食堂|监察室|代表团|督导组|督查组|巡[视察]组|监察组|工作组|考核组|集团军|车间|人民医院|人民法院|法庭)`,
    'g',
  ),
  // A street that begins a clause or an item of a list: ，青年路也不宽.
  /(?<=^|[，。；、]|[在沿])(?!(?:[走修出条]|[一两这那好]条))[\u4e00-\u9fff]{2}(?<![铁公线道思出护爱陆水门正歧绝险半富飞坡回])路(?=[、，也和与早晚])/g,
  // A number is the name: 3号车间, 二号机, 一号库.
  /(?:\d{1,2}|[一二三四五六七八九十]{1,2})号(?:机组|机(?!械|会|关)|锅炉|车间|库(?!存)|仓|井|线(?!路|索)|码头|泊位|卡点|涵闸|泵站|厂房|隧道|矿)/g,
  new RegExp(`第${NUMBER}[次届期][\\u4e00-\\u9fff]{1,14}?(?:会议|培训班|研修班)`, 'g'),
  /(?:\d{2,3}[国省县乡]道(?:与[\u4e00-\u9fff]{2,5}(?:路|大道|街)(?:交叉口|路口)?)?|[国省县乡]道\d{2,3}线?)/g,
  /(?:党的)?(?:十[六七八九]|二十[一二]?)(?:大(?![大力家中小局])|届(?:[一二三四五六七]中)?全会)/g,
  /“(?:[一二三四五六七八九十]{1,3}五)”/g,
  /“(?:三八|五四|五一|六一|七一|八一|十一)”/g,
  /[A-Z]{1,2}\d{2,4}[国省县乡]道/g,
  // The size is part of the name: 30万吨级航道, 500千伏永安变电站.
  /\d+(?:\.\d+)?(?:千伏|万吨级?|吨级|公里|米)[\u4e00-\u9fff]{0,6}?(?:线路|变电站|输变电工程|航道|码头|泊位|隧道|大桥|高架|长廊|绿道|跑)(?![了过出进步到得道速])/g,
  // A reading month by its number: 第十二届“书香月”.
  new RegExp(`第${NUMBER}[届季期][\\u4e00-\\u9fff]{0,6}“[^“”\\n]{2,16}”`, 'g'),
  /中共(?!中央)[\u4e00-\u9fff]{2,5}?(?:[省市县区镇乡旗州]委|特委|支部)(?:员会)?/g,
];

/**
 * Stretches whose form alone says that they are names: an occasion with a number, a quotation with what it is the name of, a road by
 * its letters. `“百日攻坚”行动`, `第九届茶业博览会`, `党的二十大`.
 */
export const namesByForm = (text: string, lexicon: KnownLexicon): Span[] =>
  RULES.flatMap(rule =>
    [...text.matchAll(rule)]
      .filter(
        ({ 0: found }) =>
          !(
            /^“\D+”$/.test(found) &&
            !/五”|“(?:三八|五四|五一|六一|七一|八一|十一)”/.test(found) &&
            isPublicQuote(lexicon, found)
          ),
      )
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
  );
