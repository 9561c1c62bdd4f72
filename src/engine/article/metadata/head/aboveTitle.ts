/** How secret, how urgent, who signs: what a document bears above its head. */
const CLASS =
  /^(?:绝密|机密|秘密|内部|特急|加急|平急|急件|特提|明电|密电)(?:\s*[★☆*]\s*[\u3400-\u9fff\d]{0,6}|\s*[\u3400-\u9fff]{0,4}件)?$/;
const INTERNAL =
  /^[【[（(★☆※]?\s*(?:内部(?:资料|材料|文件|参考|刊物|发行|学习)|会议(?:材料|文件|资料|秘密)|参阅(?:件|材料|资料)|学习(?:材料|资料)|传阅件|送阅件|征求意见稿|讨论稿|送审稿|审议稿|汇报稿|(?:请|会后|阅后).{0,4}(?:收回|退回))(?:[\s，,、：:·—-]*[\u3400-\u9fff]{0,12})?\s*[】\]）)★☆※]?$/;
/** 云溪县委办公室　2022年3月5日印: which office printed the paper, and when. */
const PRINTED = /^[\u3400-\u9fff]{2,20}\s*(?:编|主办)?\s+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*(?:编?印|印[发制]|编)$/;
/** 青山县委办公室编, 云溪县委政研室 主办: who makes a bulletin. */
const EDITED =
  /^[\u3400-\u9fff]{2,16}(?:办公?室|政研室|研究[室院]|宣传部|组织部|党校|[委局厅部社])\s*(?:编印?|主编|编辑|主办|承办|编发)$/;
const INTERNAL_END =
  /(?:注意保存|妥善保管|请勿外传|不得外传|严禁外传|会后收回|阅后收回|请注意保密|仅供参阅|仅供参考)[。！]?$/;
const ORDINAL = '[（(]?\\s*(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})\\s*[)）]?';
/** 附件2, 材料之三, 县委会议文件（5）, 青山简报第12期 */
const SERIAL = new RegExp(
  `^[【[（(]?\\s*[\\u3400-\\u9fff（）()〔〕\\d]{0,24}(?:附件|附|材料|文件|资料|议题|议程|简报|通讯|动态|参考|专刊|专报|增刊|信息)\\s*[（(]?(?:之|第)?\\s*${ORDINAL}\\s*(?:号|期|份|件)?\\s*[】\\]）)]?[：:]?$`,
);
const NUMBERED_PAPER =
  /^(?:第[一二三四五六七八九十\d]{1,3}[篇部][：:]?|篇[一二三四五六七八九十\d]{1,3}[：:]?|[（(]?\s*第\s*[\d一二三四五六七八九十]+\s*[期号]\s*[）)]?(?:\s*[（(]?总第?\s*\d+\s*期?[）)]?)?|[（(]?总第\s*\d+\s*期[）)]?|[№Nn]o?[.．:：]?\s*\d+|份号[：:]?\s*\d+|\d{5,7})$/;
const SIGNER = /^(?:签发人?|核稿|拟稿人?|承办单位|编号)\s*[：:].{0,24}$/;
/** 中共青山县委文件, 青山县人民政府办公室文件: the name of the body printed in red. */
const RED_HEAD =
  /^[\u3400-\u9fff\s]{2,40}(?:(?:委|委员会|政府|办公室|局|厅|部|院|会|组|公司|集团|政协|人大|大学|学院)\s*文\s*件|简\s*报|专\s*报|内\s*参)$/;
const COLUMN =
  /^(?:【[^】]{1,12}】|\[[^\]]{1,12}\]|［[^］]{1,12}］|〖[^〗]{1,12}〗|[■●◆▲★※]\s*[\u3400-\u9fff]{2,8}|[\u3400-\u9fff]{2,8}\s*[■●◆▲★※])$/;
const ANNEX = /^附\s*件?\s*[：:]?$/;
const PATTERNS: readonly RegExp[] = [
  ANNEX,
  CLASS,
  INTERNAL,
  INTERNAL_END,
  PRINTED,
  EDITED,
  SERIAL,
  NUMBERED_PAPER,
  SIGNER,
  COLUMN,
];
const LONGEST_UTF16 = 44;

/**
 * Is this a line as it stands above a title and is none: how secret the paper is, which paper of which series, the column
 * of a newspaper, or the red head of a document? Only where another line can be the title: a paper may well be called 材料三.
 */
export function isAboveTitle(line: string): boolean {
  const text = line.trim();
  if (text.length > LONGEST_UTF16) return false;
  return PATTERNS.some(pattern => pattern.test(text)) || RED_HEAD.test(text);
}

/** Said in brackets of the text as a paper: （讨论稿）, （根据录音整理，未经本人审阅）. */
const ABOUT_TEXT =
  /^[（(【[]\s*(?:(?:\d{1,2}月\d{1,2}日)?\s*(?:内部)?(?:讨论|送审|征求意见|审定|审议|修改|修订|草|初|定|终|代拟)稿(?:\s*\d{1,8})?|(?:\d{1,2}月\d{1,2}日)?\s*第[一二三四五六七八九十\d]+稿|草案|\d{1,2}月\d{1,2}日[上下]?午?|节选|节录|摘要|摘登|全文|要点|提纲|(?:根据)?(?:现场)?(?:录音|记录|速记).{0,24}|.{0,12}未经.{0,8}(?:审阅|审核|审定).{0,8}|供.{2,12}(?:参考|讨论|审议)(?:用|稿)?)\s*[)）】\]]$/;

/** 注：本稿未经本人审阅。 （本文根据录音整理，有删节） */
const ABOUT_THIS_TEXT =
  /^[（(【[]?\s*(?:注\s*[：:])?\s*(?:(?:本文|本稿|此稿|此文|文稿)(?:系|是)?)?(?:根据.{0,8}(?:录音|记录|速记|视频).{0,4}整理|未经.{0,8}(?:审阅|审核|审定)|(?:标题|题目)(?:为|系|是)编者所加|有删[节减])(?:[，、；](?:根据.{0,8}整理|未经.{0,8}(?:审阅|审核|审定)|(?:标题|题目)(?:为|系|是)编者所加|略?有删[节减]))*[。]?\s*[)）】\]]?$/;

/** Is a line a remark about the text, by whoever printed it? */
export function isNoteAboutText(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST_UTF16 && (ABOUT_TEXT.test(text) || ABOUT_THIS_TEXT.test(text));
}
