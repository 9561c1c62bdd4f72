import type { Edit } from '../../text/edits';
import { PERSON_NAME } from '../metadata/names';

interface LinePattern {
  readonly pattern: RegExp;
  /** UTF-16; a longer line is prose. */
  readonly longest: number;
  /** Only where an article begins or ends. */
  readonly atEdge?: true;
}

const PLACEHOLDERS: readonly LinePattern[] = [
  {
    pattern:
      /浏览器.{0,12}(?:不支持|版本过低|无法播放|不能播放)|不支持.{0,6}(?:视频|音频|video|audio).{0,4}(?:播放|标签)/i,
    longest: 80,
  },
  {
    pattern:
      /^(?:当前时间|总时长|进度)?[\s：:]*(?:0?0:00(?::00)?|\d{1,2}:\d{2}(?::\d{2})?\s*[/|]\s*(?:\d{1,2}:)?\d{1,2}:\d{2})$/,
    longest: 24,
  },
  {
    pattern:
      /^(?:视频|音频|图片|内容|页面|播放器)?(?:正在|努力)?(?:加载|缓冲)(?:中|失败|异常)?(?:，?请.{0,12})?[.。…]*$/,
    longest: 30,
  },
  { pattern: /^(?:Video|Audio) Player|^Your browser does not|^Loading\b|^Advertisement$/i, longest: 120 },
  { pattern: /^(?:点击|轻触)?(?:播放|观看|收听|查看)(?:视频|音频|大图|全文)?(?:[>》▶►]|$)/, longest: 12 },
  { pattern: /^[[【（(]?(?:视频|音频|图片|图集|动图|表格|附图)[\]】）)]?$/, longest: 6 },
  {
    pattern:
      /^(?:[请用]?用?(?:微信|手机)(?:扫[码一描]{1,2})(?:二维码|阅读|分享|[至到].{2,12})?|(?:分享|转播|转发|推荐)[至到](?:微信|腾讯|新浪|好友|朋友圈|人人网|QQ)[^，。]{0,12}|(?:登录并?发[贴帖]|去?跟[贴帖]广场(?:看看)?|手机发跟[贴帖])|\d*\s?跟[贴帖]\s?\d*)$/,
    longest: 24,
  },
  {
    pattern: /^[^。]{0,30}(?:客户端|App|APP)[^。]{0,24}(?:[【[]?(?:立即|点击)?下载(?:地址)?[】\]]?|扫码(?:下载|查看))$/,
    longest: 60,
  },
];
/** What one could press beside the name of an account. */
const BUTTONS: readonly LinePattern[] = [
  {
    pattern:
      /^[+＋]?\s*(?:(?:已|取消|加|去)?关注|原创|置顶|星标|赞赏|展开|收起|阅读全文|复制成功|登录\/?注册|写评论|喜欢此内容的人还喜欢|预览时标签不可点|(?:继续|向[上下左右])?滑动(?:看|查看)(?:下一个|更多)|轻触阅读原文|关注该公众号|扫一扫在手机打开(?:当前|此)页|用?手机(?:扫一扫|打开(?:当前|此)页)|知道了|使用小程序|发表于[\u3400-\u9fff]{2,5}|微信扫一扫.*|听全文|朗读|播报)$/,
    longest: 20,
  },
];
const COUNTERS: readonly LinePattern[] = [
  {
    pattern:
      /^(?:(?:点赞|赞|在看|分享|收藏|留言|写留言|推荐|喜欢)\s*\d*\s*){2,}$|^点(?:分享|收藏|点赞|在看)$|^(?:评论|回复|点赞|留言)\s*[（(]\s*\d+\s*[）)]$|^举报[/／]反馈$|^网友评论仅供|^复制这段内容后打开/,
    longest: 60,
  },
  {
    pattern:
      /^(?:已有|目前|共有?)?\s*\d[\d,，]*\s*(?:人|位|条|个|名)?(?:网友|用户|读者)?\s*(?:发表了?|参与了?|赞过|点赞|评论|回复|跟帖|留言|参与|喜欢|收藏|推荐|阅读)(?:评论|讨论|了?本文)?$/,
    longest: 24,
  },
  {
    pattern:
      /^(?:我(?:要|来|也来)?(?:说两句|评论|留言|说几句)|网友(?:评论|留言)|最新评论|评论列表|查看全部评论|写评论|发布评论|文明上网，.*|请自觉遵守互联网.*)\s*(?:[（(]\s*\d*\s*[）)])?[。！]?$/,
    longest: 60,
  },
  {
    pattern:
      /^(?:欢迎|我要)?(?:投稿|来稿|征稿|供稿)(?:请(?:发|投|寄|至|联系)|至|邮箱|信箱|热线|电话|方式|地址|须知|[：:、\s]|$)/,
    longest: 90,
    atEdge: true,
  },
  {
    pattern:
      /^(?:投稿|点赞|在看|留言|打赏|赞赏|收藏|评论|分享|转发|喜欢作者|写留言)(?:[\s|｜/·、]+(?:投稿|点赞|在看|留言|打赏|赞赏|收藏|评论|分享|转发|喜欢作者|写留言)){0,6}$/,
    longest: 40,
  },
];
/** Public accounts, stores of files and the codes to them. */
const ACCOUNTS: readonly LinePattern[] = [
  {
    pattern: /提取码|pan\.baidu|(?:百度|夸克|阿里|迅雷|123)?(?:网盘|云盘)(?:链接|地址|下载|资源|分享|提取|[：:])/,
    longest: 140,
  },
  {
    pattern:
      /^[【[（(*※★→▼▲↑↓\s]*(?:本文)?(?:来源|来自|出自|首发|更多|关注|欢迎关注|搜索|添加|微信搜索)?(?:于)?[：:\s]*(?:微信)?(?:公众号|视频号|小程序|知识星球|头条号|百家号)\s*(?:名称|ID)?[：:“"《「【\s]\s*[^。，；]{1,24}[”"》」】）)\]]*(?:整理|发布|原创|首发|出品)?[。！]?$/,
    longest: 60,
  },
  {
    pattern:
      /^[^。“”]{0,30}(?:更多|获取|领取|索取)[^。“”]{0,24}(?:公众号|微信|网盘|知识星球|加群|回复|VX|vx|私信)[^。]{0,20}[。！]?$/,
    longest: 90,
    atEdge: true,
  },
  {
    pattern:
      /^(?:点击|长按|扫描|识别)?(?:上方|下方|左下角|右下角|文末)?(?:蓝字|蓝色字|二维码|名片|卡片)?[“"「]?[^，。“”]{0,12}[”"」]?(?:蓝字|名片|卡片)?(?:一键)?(?:关注|设为星标|置顶)(?:我们|公众号|本号|不迷路)[！!。↓⬇👇▼\s]*$/u,
    longest: 40,
  },
  { pattern: /^[-—–=·\s]*(?:END|end|The End|THE END|全文完|完)[-—–=·\s]*$/, longest: 24 },
  {
    pattern: /^(?:请|欢迎)?(?:关注|搜索|添加)[^。]{0,16}(?:公众号|微信号?|视频号)[^。]{0,24}$/,
    longest: 44,
    atEdge: true,
  },
  { pattern: /^收录于(?:合集|话题|专辑)|^#\s?[^#\s]{2,12}(?:\s*#\s?[^#\s]{2,12})*\s*(?:\d+\s*个)?$/, longest: 60 },
];
const LICENCES: readonly LinePattern[] = [
  { pattern: /Public domain|Creative\s?Commons|CC[- ]BY|CC0|GFDL|GNU自由文档/i, longest: 400 },
  {
    pattern: /(?:作品|文本|内容|页面|本文|文字).{0,40}(?:公有领域|知识共享|署名[-—－–]|许可协议|协议之条款|CC协议)/,
    longest: 400,
    atEdge: true,
  },
];
const ALL = [...PLACEHOLDERS, ...BUTTONS, ...COUNTERS, ...ACCOUNTS, ...LICENCES];
/** Beyond it only a box about a licence is no prose. */
const LONGEST_PROSE_UTF16 = 140;
const QUICK =
  /浏览器|视频|音频|图片|图集|动图|表格|附图|\d:\d\d|加载|缓冲|Player|browser|Loading|Advert|播放|观看|收听|查看|\d\s*(?:人|位|条|个|名)|说两句|评论|留言|说几句|文明上网|自觉遵守|投稿|来稿|征稿|供稿|点赞|在看|打赏|赞赏|收藏|分享|转发|喜欢|提取码|pan\.baidu|网盘|云盘|公众号|视频号|小程序|星球|头条号|百家号|微信|VX|vx|私信|加群|回复|关注|星标|置顶|END|end|End|完|收录于|#|omain|ommons|^Notice|CC|GFDL|GNU|公有领域|许可|协议|署名|原创|展开|收起|全文|复制|注册|预览|举报|复制这段|扫一扫|朗读|播报|滑动|轻触|手机|转播|推荐[至到]|贴|客户端|[Aa][Pp][Pp]|知道了|小程序|发表于|赞/;

function isLicence(line: string, isEdge: boolean): boolean {
  return (
    line.length <= 400 &&
    /ommons|omain|CC|GFDL|GNU|公有领域|知识共享|许可|协议|署名|^Notice/.test(line) &&
    matches(LICENCES, line, isEdge)
  );
}

function matches(patterns: readonly LinePattern[], line: string, isEdge: boolean): boolean {
  return patterns.some(
    ({ pattern, longest, atEdge }) => line.length <= longest && (isEdge || !atEdge) && pattern.test(line),
  );
}

/** Placeholders of players, counters of readers, marks of accounts and stores, boxes about licences: whole lines. */
export function isMediaOrCounter(line: string, isEdge: boolean): boolean {
  if (line.length > LONGEST_PROSE_UTF16) return isLicence(line, isEdge);
  if (!QUICK.test(line)) return false;
  return matches(ALL, line, isEdge);
}

/** The name of an account in brackets, set into a sentence by who copied it. */
const ACCOUNT_MARK =
  /[（(【[](?:来源|来自|更多.{0,8}|欢迎关注|关注|搜索)?\s*(?:微信)?公众号(?:\s*[：:“"《]\s*[^（）()【】[\]，。；]{2,20}|[^（）()【】[\]，。；的和与等]{2,12}(?=】))[）)】\]]/g;

/** The edits that take the marks of public accounts out of a line: `巡一次山（公众号：云溪笔墨），` is 巡一次山，. */
export function accountMarkEdits(line: string): Edit[] {
  return [...line.matchAll(ACCOUNT_MARK)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    text: '',
  }));
}

const SHOOTER = `(?:(?:新华社|本报|本网|人民网|中新社)?(?:记者|通讯员|特约记者)?[：:\\s]*${PERSON_NAME}(?:[\\s、]+(?:(?:记者|通讯员)\\s*)?${PERSON_NAME}){0,3})`;
const CAPTIONS: readonly LinePattern[] = [
  {
    pattern: new RegExp(
      `^(?:(?:(?:图|\\d{1,2}月\\d{1,2}日)[^。]{0,60}|[^。，（]{0,24})。\\s*)?[（(]?${SHOOTER}\\s*(?:摄影?|供图|绘|拍摄|制图)(?:影报道)?(?:\\s*[（(][^（）()]{2,12}[）)])?[）)]?$|^[（(]${SHOOTER}\\s*(?:摄影?|供图)(?:影报道)?[）)]$`,
    ),
    longest: 110,
  },
  {
    pattern:
      /^[（(]?(?:图|上图|下图|左图|右图|题图|配图|图[一二三四五六七八九\d]{1,2}|这是)(?:为|[：:])[^；]{2,60}(?:现场|场景|合影|一角|图片|画面|情景|效果图|景象|外景|资料图|资料照片)[。]?[）)]?$/,
    longest: 70,
  },
  { pattern: /^[（(]?图(?:为(?!什么|何|了|的|[谁难])|[①-⑳]\s*[：:])[^。；！？]{4,80}。?[）)]?$/, longest: 90 },
  {
    // What is shown, and where the picture is from, without a mark of a clause.
    pattern:
      /^[^，；：！？]{2,50}(?:[（(](?:视频|图片|网页|监控)?(?:截图|资料图|资料照片|图片)[）)]|(?:视频|网页|监控)截图|(?:视觉中国|东方IC|新华社|中新社|CFP|IC photo)\s*(?:资料图?|图|发))[。]?$/,
    longest: 60,
  },
  { pattern: /^[▲△◤↑]\s*[^。]{2,40}[。]?$/, longest: 44 },
  {
    pattern:
      /^[（(]?(?:资料图片?|资料照片|效果图|图片来自.{0,12}|图源[：:].{0,16}|图片?[：:]\s*[^，。]{2,16}|图文无关)[）)]?$/,
    longest: 26,
  },
];
const MAY_BE_CAPTION =
  /截图|视觉中国|东方IC|CFP|IC photo|社\s*[资图发]|资料照片|摄|供图|绘|制图|图|这是|^[▲△◤↑]|资料照片/;

/** What stands below a picture: `图为大会现场。 李四 摄`. */
export function isCaption(line: string): boolean {
  return (
    line.length <= 110 &&
    MAY_BE_CAPTION.test(line) &&
    CAPTIONS.some(({ pattern, longest }) => line.length <= longest && pattern.test(line))
  );
}
