/** Frequent family names. Those that begin more words than names (前, 时, 展) are left out. */
const SURNAMES =
  '王李张刘习陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥班储栗燕楚鄢劳谌奚粟冼蔺楼满闻仝郜阚强帅';
const COMPOUND_SURNAMES =
  '欧阳|上官|司马|诸葛|司徒|皇甫|令狐|东方|尉迟|公孙|夏侯|慕容|端木|百里|呼延|南宫|长孙|宇文|轩辕';
const HAN = '[\\u3400-\\u9fff]';

/** 张三, 欧阳小明, 张　三 (set apart for layout), 买买提·艾力; the source of a regular expression. */
export const PERSON_NAME = `(?:(?:${COMPOUND_SURNAMES})\\s{0,3}${HAN}{1,2}|[${SURNAMES}]\\s{0,4}${HAN}(?:\\s{0,2}${HAN})?|${HAN}{2,6}(?:·${HAN}{2,6}){1,2})`;

const POSITION =
  '书记|县长|市长|省长|区长|镇长|乡长|州长|盟长|旗长|主任|部长|局长|厅长|处长|科长|司长|主席|校长|院长|所长|站长|队长|社长|会长|理事长|秘书长|委员长|检察长|常委|委员|总理|专员|司令员|政委|董事长|总经理|经理|村长|支书|组长|行长|馆长|台长|总编辑|教授|研究员|讲师|代表|党员|同志|调研员';
const WHOLE_NAME = new RegExp(`^${PERSON_NAME}$`);
const OFFICE_AND_NAME = new RegExp(`^([^。！？；，]{0,50}(?:${POSITION})[）)]?[、：:\\s]*)(${PERSON_NAME})$`);
const MEDIA_AND_NAME = new RegExp(
  `^([^。！？；，]{2,20}(?:网站?|日报|时报|晚报|杂志|编辑部|记者|作者|通讯员|评论员)[：:\\s]+)(${PERSON_NAME}(?:[、\\s]+${PERSON_NAME}){0,4})$`,
);
const BODY =
  /^(?:中共|[^。！？；，]{1,20}(?:省|市|县|区|州|盟|旗|乡|镇|街道|委|局|厅|部|院|公司|集团|学校|大学|村|社区))/;
/** What stands alone under a title, begins like a name and is none. */
const NO_NAME =
  /^(?:高质量|关于|任务|强化|计划|平安|文明|文化|成绩|成效|明确|公开|公告|安全|安排|方案|方法|农业|农村|党建|党员|党课|党委|严格|管理|相关|向上|宣言|富民|连载|简介|简报|简讯|简述|谈心|谈话|石油|金融|江山|文件|文章|文稿|项目|时评|路线|贺信|贺电|贺词|章节|解读|申请|应急|商业|荣誉|单位|封面|官方|惠民|储备|包容|万众|温暖|康养|车间|景区|乐章|古今|毕业|成果|余论|白皮书)/;

/** Is the whole text a personal name? `张　三` is, `高质量` is not. */
export function isPersonName(text: string): boolean {
  return WHOLE_NAME.test(text) && !NO_NAME.test(compact(text));
}

/**
 * The name in a line that says who speaks, with or without the office: `中共青山县委书记 李四`, `（李四）` and `李四`
 * give 李四, `青山日报 李四 王五` gives 李四、王五; null for any other line. Without a blank before the name the office must begin with a place or body.
 */
export function speakerOf(line: string): string | null {
  const text = line
    .trim()
    .replace(/^[（(]\s*/, '')
    .replace(/\s*[)）]$/, '');
  if (/^[—–-]/.test(text)) return null;
  if (isPersonName(text)) return compact(text);
  const reporters = MEDIA_AND_NAME.exec(text)?.[2]?.split(/[、\s]+/);
  if (reporters?.every(isPersonName)) return reporters.join('、');
  const match = OFFICE_AND_NAME.exec(text);
  if (!match) return null;
  const [, office, name] = match;
  const isApart = /[\s、：:]$/.test(office!) || BODY.test(office!);
  return isApart && isPersonName(name!) ? compact(name!) : null;
}

/**
 * The name in what a source states to be its speaker: `青山县委书记李四` and `县长 李四` give 李四. Stated, so the office need
 * not begin with a place or body, and what holds no name is kept as it is: `青山县人民政府`.
 */
export function statedSpeaker(text: string): string {
  const name = OFFICE_AND_NAME.exec(text)?.[2];
  return speakerOf(text) ?? (name && isPersonName(name) ? compact(name) : text);
}

function compact(name: string): string {
  return name.replace(/\s/g, '');
}
