import { isWordLikeName } from './wordsLikeNames';

/** Frequent family names. Those that begin more words than names (前, 时, 展) are left out. */
const SURNAMES =
  '王李张刘习陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥班储栗燕楚鄢劳谌奚粟冼蔺楼满闻仝郜阚强帅';
const COMPOUND_SURNAMES =
  '欧阳|上官|司马|诸葛|司徒|皇甫|令狐|东方|尉迟|公孙|夏侯|慕容|端木|百里|呼延|南宫|长孙|宇文|轩辕';
const HAN = '[\\u3400-\\u9fff]';

/** The dot between the parts of a name from another language, as the sources write it. */
const DOT = '[·•・‧∙]';

/** 张三, 欧阳小明, 张　三 (set apart for layout), 买买提·艾力; the source of a regular expression. */
export const PERSON_NAME = `(?:(?:${COMPOUND_SURNAMES})\\s{0,3}${HAN}{1,2}|[${SURNAMES}]\\s{0,4}${HAN}(?:\\s{0,2}${HAN})?|${HAN}{2,6}(?:\\s?${DOT}\\s?${HAN}{2,6}){1,2})`;
/** A name whose first character is no frequent family name, 呼格吉勒图 or 才　让: believed only beside an office. */
const ANY_NAME = `(?:${HAN}\\s{1,4}${HAN}|${HAN}{2,6})`;

const HEAD_OF =
  '[省市县区州盟旗乡镇村部局厅处科股司所院校站队社会组行馆台团营连厂室军师旅署委秘书理事检察参谋法审计监察庭园]长';
const POSITION = `${HEAD_OF}|第一书记|书记|主任|主席|常委|委员|总理|总统|专员|司令员?|政委|董事|总裁|经理|村官|支书|总编辑?|主编|教授|研究员|讲师|教师|院士|代表|党员|学员|同志|调研员|巡视员|督查员|督导员|干事|发言人|负责人|召集人|主持人|大使|参赞|领事|法官|检察官|警官|特派员|联络员|先生|女士`;
/** Office, name and blanks; longer lines are prose. */
const LONGEST_UTF16 = 90;
const HONORIFIC = /\s*(?:同志|先生|女士|同学)$/;
const WHOLE_NAME = new RegExp(`^${PERSON_NAME}$`);
const DOTTED_NAME = new RegExp(`^${HAN}+(?:\\s?${DOT}\\s?${HAN}+){1,2}$`);
const HAS_OFFICE = new RegExp(`${POSITION}|[县市省区]委`);
const OFFICE_ANY_NAME = new RegExp(`^[^。！？；]{0,60}(?:${POSITION})(${HAN}{2,6})$`);
const OFFICE_BEFORE = new RegExp(`^([^。！？；，]{0,50}(?:${POSITION})[）)]?)([、：:\\s]*)(${PERSON_NAME})$`);
const OFFICE_APART = new RegExp(`^([^。！？；，：:】”]{0,40}(?:${POSITION})[）)]?)[：:\\s]+(${ANY_NAME})$`);
const OFFICE_AFTER = new RegExp(
  `^(${PERSON_NAME})\\s*(?:[（(，,\\s]\\s*)([^。！？；（）()]{0,40}(?:${POSITION}))[）)]?$`,
);
/** 县水利局 李四: no office, but a body and a blank. */
const BODY_APART = new RegExp(
  `^[\\u3400-\\u9fff]{1,24}(?:[省市县区州]委|局|厅|委员会|办公室|[乡镇]|街道|村|社区|支部|党委|党组|政府|人大|政协|公司|集团|学校|[大中小]学|学院|医院|中心|协会|联合会|总工会)[\\s　]+(${PERSON_NAME})$`,
);
const BODY =
  /^(?:(?:代|副|常务副|党委)?[县市省区镇乡州旗盟村局厅处科院校部](?:委|长|政府|人大|政协|纪委)|中共|中国|全国|原|时任|代|副|[^。！？；，]{1,24}(?:省|市|县|区|州|盟|旗|乡|镇|街道|委|局|厅|部|院|公司|集团|学校|大学|村|社区|政府|支部|人大|政协|办公室|联合会|协会))/;
/** What stands alone under a title, begins like a name and is none. */
const NO_NAME = /^(?:高质量|强化|严格|相关|宣言|富民|时评|荣誉|惠民|康养|毕业|余论|白皮书|习近平(?:总书记|同志|主席))/;
/** What follows an office and is no name: 要带头, 在会上, 讲话, 工作报告. */
const NO_GIVEN_NAME =
  /^[要应须必将在是的了和与及或对向从为把被让使给都也还就不没抓促推各每这那我你他它讲述谈说会做带负兼等]|[的了着吗呢吧]$|讲话|发言|致辞|致词|报告|工作|会议|座谈|汇报|述职|党课|总结|研究|带头|职责|制度|名单|简介|签发|主持|接见|出席|批示|信箱|访谈|同志们|寄语|总督|首相|大臣|国王|楷模|活动|国家|政府|风采|论坛|摘要|节选|全文/;

/** The dot that parts the name of a series from its theme. */
const NO_DOTTED_NAME =
  /中国|系列|专题|进行时|集萃|画像|时代|新春|春节|清明|冬季|夏季|[春夏秋冬]$|行$|[谈评说讲记访录]$|^为|报告|品牌|高新区|[省市县区州镇乡村]$/;

/** 覃县长, 周书记: polite, and no name. */
const TITLE_AND_FAMILY =
  /^.(?:[省市县区州盟旗乡镇村局厅处科所院校站队社团会行部]长|书记|主任|主席|常委|总理|总统|经理|老师|教授|先生|女士|同志)$/;

/** Is the whole text a personal name? `张　三` is, `高质量` and `范文` are not. */
export function isPersonName(text: string): boolean {
  const name = compact(text);
  return (
    WHOLE_NAME.test(text) &&
    !(DOTTED_NAME.test(text) && (HAS_OFFICE.test(name) || DOES.test(name) || NO_DOTTED_NAME.test(name))) &&
    !NO_NAME.test(name) &&
    !TITLE_AND_FAMILY.test(name) &&
    !isWordLikeName(name) &&
    !(name.length > 3 && NO_GIVEN_NAME.test(name))
  );
}

/**
 * The name in a line that says who speaks, with or without the office before or after it: `中共青山县委书记 李四`,
 * `李四（县长）`, `李四同志` and `（李四）` give 李四; null for any other line. Without a blank before the name the office must begin
 * with a place or body.
 */
export function speakerOf(line: string): string | null {
  if (line.length > LONGEST_UTF16) return null;
  const text = unwrapped(line);
  if (/^[—–-]/.test(text)) return null;
  const bare = text.replace(HONORIFIC, '');
  if (bare !== '' && isPersonName(bare)) return compact(bare);
  const ofBody = BODY_APART.exec(bare)?.[1];
  return ofBody && isPersonName(ofBody) ? compact(ofBody) : nameBesideOffice(bare, false);
}

/**
 * The name in what a source states to be its speaker: `青山县委书记李四` and `县长 李四` give 李四. Stated, so the office need
 * not begin with a place or body, and what holds no name is kept as it is: `青山县人民政府`.
 */
export function statedSpeaker(text: string): string {
  return speakerOf(text) ?? nameBesideOffice(unwrapped(text).replace(HONORIFIC, ''), true) ?? text;
}

/**
 * The name in what stands before 在…会议上 or behind it: `县委书记李四同志`, `李四`, `呼格吉勒图同志`, `李四县长`; null where it
 * is no name: `县委`. Such a place is one for names, so the office may be short.
 */
export function speakerBeforeOccasion(text: string): string | null {
  const who = unwrapped(text).replace(/[：:，,\s]+$/, '');
  if (DOES.test(who) || /\d/.test(who)) return null;
  const bare = who.replace(HONORIFIC, '');
  if (bare === '') return null;
  const stated = speakerOf(who) ?? nameBesideOffice(bare, true);
  if (stated) return stated;
  const title = new RegExp(`^(${PERSON_NAME})(?:(?:总|副)?(?:${POSITION})|总书记|总)$`).exec(bare)?.[1];
  if (title && isPersonName(title)) return compact(title);
  const behind = bare === who ? undefined : OFFICE_ANY_NAME.exec(bare)?.[1];
  if (behind) return isGivenName(behind) ? compact(behind) : null;
  return bare !== who &&
    new RegExp(`^${ANY_NAME}$`).test(bare) &&
    !new RegExp(`(?:${POSITION})$`).test(bare) &&
    isGivenName(bare)
    ? compact(bare)
    : null;
}

/** What somebody does: a line that says so reports, and names nobody as its speaker. */
const DOES =
  /会见|会谈|会晤|举行|出席|访问|访华|考察|调研|视察|慰问|看望|走访|发表|接受|陪同|指出|强调|要求|致电|致信|祝贺|任命|寻找|走基层|观察|采访|对话/;

/** May a short line without an office be a name that is rare among the Han, 巴特尔 or 才让? Its surroundings must say so. */
export function mayBeRareName(text: string): boolean {
  return /^[\u4e00-\u9fff]{2,4}$/.test(compact(text)) && isGivenName(text) && !NO_RARE_NAME.test(compact(text));
}

const NO_RARE_NAME =
  /[社网报刊委府局办会部院厅处科室组团队校司厂店所站台稿件文章节录要点版页图表题目式法案例书记长员者们讲话词辞]$|^(?:目录|前言|引言|导语|摘要|正文|内容|编者|附件|绝密|机密|秘密|特急|急件|原创|转载|关注|发布|首页|打印|关闭|分享|收藏|返回|来源|作者|提纲|全文|节选|草稿|初稿|定稿|一|二|三|第)/;

function nameBesideOffice(text: string, isStated: boolean): string | null {
  if (text.length > LONGEST_UTF16 || !HAS_OFFICE.test(text)) return null;
  const before = OFFICE_BEFORE.exec(text);
  if (before) {
    const [, office, apart, name] = before;
    const isBelieved = isStated || apart !== '' || BODY.test(office!);
    if (isBelieved && isBesideOffice(name!, apart !== '')) return compact(name!);
  }
  const apart = OFFICE_APART.exec(text);
  if (apart && !DOES.test(apart[1]!) && isGivenName(apart[2]!) && !HAS_OFFICE.test(apart[2]!))
    return compact(apart[2]!);
  const after = OFFICE_AFTER.exec(text);
  return after && isBesideOffice(after[1]!, true) ? compact(after[1]!) : null;
}

/** A word that is a name as well, 高明, is one beside an office it is set apart from. */
function isBesideOffice(name: string, isApart: boolean): boolean {
  return isPersonName(name) || DOTTED_NAME.test(name) || (isApart && isGivenName(name));
}

function isGivenName(name: string): boolean {
  const text = compact(name);
  return (
    !NO_NAME.test(text) &&
    !NO_GIVEN_NAME.test(text) &&
    !(text.length === 3 && isWordLikeName(text)) &&
    !COMMON_WORDS.test(text)
  );
}

/** Words that stand apart behind an office in lists and headings. */
const COMMON_WORDS =
  /^(?:党委|党组|党员|党校|文件|文章|关于|纪要|纪委|简报|简介|方案|章程|公开|单位|目录|县委|县长|书记|主任|市委|省委|代表|委员|常委)/;

/** A line without the brackets or the mark of an author around its name: `（李四）`, `文/李四`. */
export function unwrapped(line: string): string {
  return line
    .trim()
    .replace(/^(?:文\s*[/／|｜]|[□◎○●■◆◇])\s*/, '')
    .replace(/^[（(【]\s*/, '')
    .replace(/\s*[（(](?:[男女]|(?:[男女][，、])?[\u3400-\u9fff]{1,3}族)[）)]$/, '')
    .replace(/\s*[)）】]$/, '');
}

function compact(name: string): string {
  return name.replace(/\s/g, '').replace(/[•・‧∙]/g, '·');
}
