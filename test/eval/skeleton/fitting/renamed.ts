import { headOf } from '../../../../src/engine/skeleton/tagger/forms/heads';
import { isPersonShaped } from '../../../../src/engine/skeleton/tagger/forms/personShape';
import type { LabelledSpeech } from '../labelledSpeech';

/**
 * Names for trying a speech once more with others in their place: what stands around a name tells it then, and not the few names
 * that happen to be in the speeches. Places of two characters are composed, or words that also mean something else.
 */
const FIRST =
  '龙石青白大小上下新老东西南北金银双三五七九黄黑红柳杨桃梅竹松古官长高平沙马牛羊鹿凤鹤虎麻枣柿槐桑茶花云水泉清玉安永太兴广文武罗曹刘田范葛';
const LAST = '溪河湾坪沟岭山湖江坝桥塘店铺庄屯寨堡冲坳洼沱浦渡港集营圩场垭洞坑岩崖泉井坡塬梁岗埠泽田林';
const WORDS =
  '平安 和平 胜利 团结 光明 东风 红旗 永安 太平 幸福 新建 前进 建设 互助 民主 解放 先锋 向阳 朝阳 永丰 五里 十里 双龙 双河 三合 四方 八一 六合 龙门 鹿角 牛栏 大河 白鹿 桃源 石门 长安 富强 新华 和谐 振兴 望江 临江 平原 高台 安居 兴隆 万年 安定 永康 文明 富民 广场 南关 北关 城关 东郊 西郊 老街 新街 后营 前营 马场 盐场 农科 棉田 古井 铁炉 石灰 老君 观音 天台 仙桥 金鸡 大寨 小站'.split(
    ' ',
  );
const LONG =
  '依洛觉 阿布洛 拉木措 那仁布 巴音锡 塔什库 木垒沟 哈拉苏 阔什艾 格日朗 尼玛塘 达孜卡 罗卜沟 赵家集 李家湾 王家沱 杨家店 石佛寺 观音阁 大石头 小榆树 老龙头 三棵树 五里墩 十八里 黑水滩 白马关 七星岩 沙井子 柳树屯'.split(
    ' ',
  );
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘于余蒋蔡叶程苏魏吕丁任沈姚卢施文乔苗佟万安白江柳石龙向包宁章毛雷成盛宗车粟';
const GIVEN =
  '伟明国华文建军平海峰志强永红桂兰秀英玉梅春雨晓燕立新云飞小满金凤大勇思远学东长青铁柱素芬淑珍佳怡子涵浩然一鸣庆丰德胜喜来守义敬之望秋';
const STRANGERS =
  '阿依努尔 买买提 扎西顿珠 其其格 巴图尔 龙阿妹 石老岩 盘金花 吉克阿牛 沙马日古 白玛曲珍 仁青多吉 古丽娜尔 艾尼瓦尔 热依罕 那顺 乌兰 次旦 卓玛措 韦阿勇 侬小妹 蓝妹仔 木乃 曲比阿乌 海来 马哈木 丹增 德吉 索朗 布买'.split(
    ' ',
  );
const BRAND = '鼎恒瑞泰盛宏鑫源润丰禾科博锐天海正隆富康嘉亿达腾飞祥顺昌荣惠佳星宇航凯远拓智联新绿蓝金银九三中';

/** A speech with other names, the same for the same `seed`. Numbers, dates and quotations stay. */
export function renamed(speech: LabelledSpeech, seed: number): LabelledSpeech {
  let state = seed * 7919 + 17;
  const below = (most: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % most;
  };
  const one = (of: string | readonly string[]): string => of[below(of.length)]!;
  const place = (length: number): string => {
    const kind = below(10);
    if (length >= 3 && kind < 6) return one(LONG);
    return kind < 3 ? one(WORDS) : one(FIRST) + one(LAST);
  };
  const person = (text: string): string => {
    if (/^[老小]./.test(text) && text.length === 2) return text[0]! + one(SURNAMES);
    if (/^.[总工]$/.test(text)) return one(SURNAMES) + text[1]!;
    if (below(6) === 0) return one(STRANGERS);
    return one(SURNAMES) + one(GIVEN) + (text.length > 2 ? one(GIVEN) : '');
  };
  const known = new Map<string, string>();
  const another = (text: string, after: string): string => {
    if (!/^[\u4e00-\u9fff]+$/.test(text) || /^[零〇一二三四五六七八九十百千万亿两到至]+$/.test(text)) return text;
    const head = headOf(text);
    if (/^(?:[省市县区州]|街道|社区|[镇乡村])/.test(after)) return place(text.length);
    if (isPersonShaped(text) && !head) return person(text);
    if (!head) return text.length <= 3 && !/[年月日节]/.test(text) ? place(text.length) : text;
    const front = text.slice(0, -head.length);
    if (front.length < 2 || front.length > 4 || /^[省市县区州国全]|人民|中国/.test(front)) return text;
    const isFirm = head.kind === 'trade' || head.kind === 'firm';
    return (isFirm ? one(BRAND) + one(BRAND) : place(front.length)) + text.slice(-head.length);
  };
  const paragraphs: string[] = [];
  const particulars = speech.paragraphs.map((text, paragraph) => {
    let made = '';
    let at = 0;
    const spans = speech.particulars[paragraph]!.map(({ start, end }) => {
      made += text.slice(at, start);
      const from = made.length;
      const name = text.slice(start, end);
      if (!known.has(name)) known.set(name, another(name, text.slice(end, end + 3)));
      made += known.get(name)!;
      at = end;
      return { start: from, end: made.length };
    });
    paragraphs.push(made + text.slice(at));
    return spans;
  });
  return { name: speech.name, paragraphs, particulars };
}
