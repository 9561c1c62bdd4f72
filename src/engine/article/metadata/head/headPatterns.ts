/** What lines between a title and the text look like: one pattern a kind, each for a whole line or its beginning. */

/** How a first part begins; a title may well begin with 首先 or a dash. */
export const NUMBERED =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|第[一二三四五六七八九十]+[，、章节条]|[一二三四五六七八九十]{1,2}[是要])/;
const SALUTATION =
  /^(?:尊敬的|亲爱的|敬爱的|各位|同志们|(?:[\u3400-\u9fff]{2,4})?朋友们|同学们|女士们|先生们|大家|老师们|代表们|委员们|乡亲们|父老乡亲|主席|主任|[\u3400-\u9fff]{2,16}(?:先生|女士|阁下|总统|总理|主席)[，、])[^。]{0,60}[：:！!，,]$/;
/** The first of several parts that are called alike, or the first item of a list in the line that announces it: 问题一：…, 第一段：…, 做法：1、… */
export const FIRST_PART =
  /^(?:(?:问题|话题|案例|建议|故事|片段|观点|经验|做法)[一二三四五六七八九十]|第[一二三四五六七八九十](?:段|部分|步))\s*[：:]|[：:]\s*[（(]?[1１一][）)]?[、.．]/;
/** What a paper calls the place where it prints texts of a kind. */
export const COLUMN_NOUN =
  /(?:园地|天地|专栏|论坛|讲坛|讲堂|课堂|之窗|视窗|选登|摘登|选编|选载|文稿|材料|讲话|发言|致辞|党课|交流|动态|通讯|参考|专刊|内参|心得|体会)$/;
/** 按：, 编者按： an editor's remark above the title of what is printed. */
export const EDITORS_NOTE = /^(?:编者)?按语?\s*[：:]/;
/** A body in its own line, where a speaker would stand. */
export const BODY_ALONE =
  /^[\u3400-\u9fff\s]{2,24}(?:委员会|[县市省区镇乡州旗]委|党委|党组|党支部|党总支|政府|办公室|[局厅部院办乡镇]|街道|社区|公司|集团|学校|[大中小]学|学院|中心|支队|大队|指挥部|协会|联合会|总工会)$/;
/** An office in a line of its own, its name in the next or the one before. */
export const OFFICE_ALONE =
  /^[\u3400-\u9fff、，·（）\s]{2,40}(?:书记|[省市县区州盟旗乡镇村局厅处科院校部会社]长|主任|主席|常委|委员|经理|代表|教授)$/;
/** The number a document is registered under, perhaps with who signs it: `青府办发〔2022〕43号`, `青府发〔2022〕4号　签发人：李四`. */
export const DOCUMENT_NUMBER =
  /^[\u3400-\u9fff]{1,12}(?:〔|\[|［|（)(?:19|20)\d{2}(?:〕|\]|］|）)\s*(?:第\s*)?\d{1,4}\s*号(?:[\s｜]*签\s*发\s*人?\s*[：:].{2,24})?$/;
/** 地点：县政府三楼会议室, 主持人：…: where, and who was in the chair. */
export const PLACE_LINE =
  /^(?:(?:讲话|会议|座谈)?地\s*点|会议名称|主\s*持|主持人|记\s*录|记录[人员])\s*[：:]\s*[^。；！？]{2,30}$/;
/** A newspaper, site or account in its own line: 青山日报. */
export const MEDIUM_LINE =
  /^[\u3400-\u9fff\w]{2,10}(?:发布|日报|晚报|时报|融媒体?|在线|网|之声|微政|宣传|新闻|电视台|广播电视台|公众号|头条|微讯)$/;

/** Does a speech begin with this line? `同志们：`, `各位代表：` */
export function isSalutation(line: string): boolean {
  return SALUTATION.test(line);
}
