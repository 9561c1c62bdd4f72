import type { Particular } from '../particulars/particulars';

const NUMBER = '(?:[一二三四五六七八九十百]{1,5}|\\d{1,3})';
const KIND =
  '代表大会|全会|全体会议|大会|运动会|普查|比赛|大赛|锦标赛|联赛|邀请赛|博览会|展览会|展销会|交易会|推介会|洽谈会|论坛|峰会|年会|文化节|旅游节|艺术节|[\\u4e00-\\u9fff]{1,3}节|马拉松|评选|会议';
/** 第十四次全国代表大会, 第九届国际军事比赛: with who holds it, where that is a body or a place. */
const EVENT = new RegExp(`第${NUMBER}[届次][\\u4e00-\\u9fff]{0,10}?(?:${KIND})`, 'g');
/** What an occasion or an affair is called by: “7·20”特大暴雨, “参军光荣”宣传周. */
const QUOTED =
  /“[^“”\n]{2,14}”[\u4e00-\u9fff]{0,8}?(?:宣传周|宣传月|宣传日|活动周|周|专案|案件|案|事故|事件|暴雨|洪灾|洪水|台风|地震|应急演练|演练|演习|攻坚战|竞赛|展演|晚会|品牌|牌|灾害|疫情|基金|奖学金|奖|论坛|大赛|平台|工作法|工程|行动|计划|项目|活动|专项行动)/g;
/** A day by its number alone: “3·12”. */
const DAY = /“\d{1,2}[·.]\d{1,2}”/g;
/** Roads, trains, flights and papers by their letters: S308, G30. A technology is no number of one: 5G, 4K. */
const CODE = /(?<![A-Za-z\d])[A-Z]{1,3}-?\d{2,5}(?![A-Za-z\d])/g;
/** 明年9月, 去年三月 */
const MONTH =
  /(?<=[明今去前当同次]年)(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?/g;

/** 云岭大地 */
const LAND =
  /(?<![\u4e00-\u9fff])(?!神州|祖国|华夏|中华|广袤|广阔|希望|这片)[\u4e00-\u9fff]{2}(?=大地)|(?<=[的在])(?!神州|祖国|华夏|中华|广袤|广阔|希望|这片)[\u4e00-\u9fff]{2}(?=大地)/g;
/** Parts of the country by a province: 皖北, 苏南. */
const REGION =
  /(?:[辽冀晋陕鲁豫苏皖浙闽赣湘鄂粤桂川黔滇陇琼][东南西北]|江南|岭南|淮北|淮南)(?=[、，。和与及地交接]|$)/g;

/** Occasions and affairs that have a name or a number, and what is told by letters and digits. */
export function events(text: string): Particular[] {
  const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
    ['活动', EVENT],
    ['项目', QUOTED],
    ['日期', DAY],
    ['编号', CODE],
    ['日期', MONTH],
    ['地名', REGION],
    ['地名', LAND],
  ];
  return kinds.flatMap(([name, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      name,
      text: found,
    })),
  );
}
