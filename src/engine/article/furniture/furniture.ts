import { isSentenceEnd } from '../../text/punctuation';
import { isCaption, isMediaOrCounter } from './mediaFurniture';

/** Words a page puts in its navigation and nowhere else, and words that only count beside them. */
const HARD_WORDS =
  '首页|网站首页|返回首页|设为首页|加入收藏|收藏本站|联系我们|关于我们|网站地图|站点地图|无障碍(?:阅读|浏览)?|长者模式|适老化|手机版|移动版|客户端(?:下载)?|返回(?:顶部|列表|上一?页|目录)?|回到顶部|打印(?:本页|文章|此页)?|关闭(?:窗口|本页|页面)?|分享(?:到|至)?|上一[篇页条]|下一[篇页条]|末页|尾页|TOP|登录|注册|RSS(?:订阅)?|English|复制链接|我要纠错|发表评论|举报|使用道具|只看该作者|倒序浏览|显示全部楼层|电梯直达|淘帖|QQ空间|新浪微博|腾讯微博|人人网|扫一扫|微信扫一扫|阅读原文|展开全文|版权声明|免责声明|隐私(?:政策|声明)|网站声明|高级搜索|工作邮箱|广告|我要投稿|投稿须知|我来说两句|查看评论|网友留言|微信分享|微博分享|点击收藏|加关注|倍速|全屏|静音|播放|暂停|重播|朗读全文|听全文|语音播报|智能问答|一网通办|智能搜索|站内搜索';
const SOFT_WORDS =
  '新闻(?:中心)?|政务公开|信息公开|政府信息公开|政务服务|政民互动|互动交流|办事服务|公众服务|专题专栏|专题|繁体(?:版|中文)?|简体(?:版|中文)?|微信|微博|官方微信|搜索|收藏|推荐|转发|保存|下载|帮助|导航|更多|评论|回复|引用|支持|反对|评分|字体|字号|大|中|小|放大|缩小|默认|邮箱|豆瓣|二维码|顶部|首页|正文|上传|编辑|发布|注销|论坛|博客|图片|视频|党建|理论|文化|社会|经济|旅游|教育|投稿|留言|点赞|在看|打赏|赞赏|喜欢|原创|关注|走进[\\u3400-\\u9fff]{2,4}|领导之窗|魅力[\\u3400-\\u9fff]{2,4}|数据开放|政策文件|政策解读|公告公示|通知公告|领导讲话|领导活动|领导信箱|机构职能|机构设置|部门动态|乡镇动态|人事信息|财政信息|规划计划|行政许可|办事大厅|办事指南|便民服务|网上调查|在线访谈|意见征集|投诉举报|今日要闻|头条|要闻|时政';
/** Longer words first, so that one pass takes a menu apart. */
const MENU_WORD = new RegExp(`${HARD_WORDS}|${SOFT_WORDS}`, 'gi');
const MENU_SEPARATOR = /[\s|｜丨>＞》›»/·•:：\-—_【】[\]（）()0-9]+/g;
const HARD_WORD = new RegExp(`(?:^|[^\\u3400-\\u9fff])(?:${HARD_WORDS})(?![\\u3400-\\u9fff]{3})`, 'i');

const RELATED =
  '相关(?:新闻|阅读|链接|文章|报道|信息|推荐|稿件|专题|内容|资讯|帖子|主题)|延伸阅读|推荐阅读|热门(?:文章|推荐|新闻|点击|帖子)|(?:热门|最新|最热|精彩|全部|最近)(?:评论|回复)(?:\\s*[（(]?\\d+\\s*条?[）)]?)?|[\\u3400-\\u9fff]{2,4}评论\\s*\\d+\\s*条|(?:作者|小编|[\\u3400-\\u9fff]{2,4})(?:最近|其他|更多)的?(?:文章|作品)|\\/?阅读下一篇\\/?|为[你您]推荐|相关搜索|猜你喜欢|大家都在看|精彩推荐|(?:今日|本周|最新)(?:热点|更新|文章|要闻|评论|资讯)|(?:点击|阅读|热点|新闻)排行(?:榜)?|往期(?:回顾|精彩|推荐|文章)|(?:网友|读者)(?:评论|留言)(?:\\s*[（(]?\\d+\\s*条?[）)]?)?|图文推荐|您?可能(?:还)?(?:会)?(?:喜欢|感兴趣)(?:的(?:文章|内容))?';
const RELATED_HEAD = new RegExp(
  `^(?:【[^】]{2,30}】\\s*的?|[“《][^”》]{2,30}[”》]的?)?[【\\[■▶●◆▼▲>\\s]*(?:${RELATED})\\s*[】\\]]?\\s*[：:>»》▼▲■●]*\\s*`,
);

/** Whole lines, each pattern anchored at both ends or by its length: what they describe is never prose. */
const LINES: readonly { readonly pattern: RegExp; readonly longest: number }[] = [
  {
    pattern: /^您?(?:现所?在|目前|当前|所在)?(?:的)?(?:位置|栏目)(?:是|为)?\s*[：:].*(?:首页|[>＞》›»]|正文)/,
    longest: 120,
  },
  { pattern: /^您?(?:现所?在|目前|当前)(?:的)?位置\s*[：:]?$/, longest: 12 },
  { pattern: /^[>＞›»]+\s*\S{1,8}$/, longest: 12 },
  { pattern: /^(?:没有了|暂无|标签|热词|TAGS?)$/i, longest: 4 },
  { pattern: /^\+\s?\d$/, longest: 3 },
  { pattern: /^[【[]?(?:网站)?首页[】\]]?\s*(?:[>＞》›»→]|[-—/\\|｜]\s*[^，。]+$)/, longest: 120 },
  { pattern: /^[^。，；]{0,16}[：:]?\s*(?:https?:\/\/|www\.)[!-~]+[）)】]?$/i, longest: 400 },
  { pattern: /(?:Copyright|All Rights Reserved|ICP备|ICP证|公网安备|网站标识码|^[©Ⓒ])/i, longest: 200 },
  { pattern: /版权所有(?![者人权])/, longest: 80 },
  { pattern: /^(?:网站)?(?:主办|承办|协办)(?:单位)?\s*[：:].*(?:承办|技术支持|备案|网站|标识码|维护)/, longest: 160 },
  { pattern: /(?:QQ|微信|交流|公文|写作)群?(?:号码?)?[：:\s（(]*\d{5,}/i, longest: 120 },
  {
    pattern:
      /^(?:请|欢迎)?(?:扫码|扫描|扫一扫|长按|识别|微信搜索|搜索|添加|关注)[^，。]{0,30}(?:公众号|二维码|微信|关注|小程序)[^，。]{0,12}[。！]?$/,
    longest: 60,
  },
  {
    pattern:
      /^[【[（(]?(?:更多|点击|戳这里|猛戳)[^，。]{0,16}(?:下载|查看|阅读(?:原文|全文)?|进入|详情|大图|关注|分享|请点击)[】\]）)>»…]*$/,
    longest: 40,
  },
  {
    pattern:
      /^(?:本帖|本文|该帖)最后由.*编辑$|^本帖(?:子中)?包含更多资源$|^(?:本文档)?下载后(?:即可|可以|可)?(?:任意|自由)?编辑(?:修改)?[，。！]?$/,
    longest: 120,
  },
  { pattern: /^(?:游客|抱歉)，.*(?:回复|隐藏|登录|权限)/, longest: 120 },
  {
    pattern:
      /^(?:您?需要)?[\s，]*登录[\s，]*(?:后|\/注册后|或注册后?)?才?(?:可以?|能)?(?:回帖|回复|发表|下载|查看|看大图|可见)/,
    longest: 80,
  },
  { pattern: /^(?:楼主|沙发|板凳|地板|\d+\s?[#楼])$/, longest: 10 },
  { pattern: /^(?:附件|图片)?[^，。]{0,40}[（(]\s*[\d.]+\s*(?:KB|MB|字节)[^。]*[）)]/i, longest: 100 },
  { pattern: /^[（(](?:据)?(?:新华社|人民网|中新社|中新网|央视网)[^，。]{0,30}[电讯][）)]$/, longest: 40 },
  { pattern: /^[-—–－\s]+\d+[-—–－\s]+$/, longest: 20 },
  { pattern: /^[\s=＝*#＊~～_—–-]*第\s*\d+\s*页(?:[\s，/]*共\s*\d+\s*页)?[\s=＝*＊~～_—–-]*$/, longest: 40 },
  { pattern: /^(?:上|下)一[篇页条]\s*[：:]/, longest: 120 },
  { pattern: /^您是(?:本站|本网站|本页)?第.*位(?:访问者|访客|读者)/, longest: 60 },
  { pattern: /^(?:（|\()?(?:图片?|视频)(?:来源|资料)[：:][^，。]*$/, longest: 60 },
  // Red-headed papers end with whom they go to and who printed them.
  { pattern: /^(?:抄送|抄报|分送|报送|发送范围|主题词|分发范围)\s*[：:]/, longest: 300 },
  {
    pattern:
      /^[\u3400-\u9fff\s]{2,30}(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[一二][〇○零0oO一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)\s*印(?:发|制)?$/,
    longest: 60,
  },
  { pattern: /^[（(]?(?:本期)?(?:共印|印数|此件|本件)[^，。]{0,24}[）)]?$/, longest: 30 },
  // What a program says of what it wrote.
  {
    pattern:
      /^[（(【*]*(?:以上|本|上述)(?:内容|文章|回答|文档|文稿|稿件)?(?:均?由|为)?\s*(?:AI|人工智能|大模型)[^，。]{0,8}(?:生成|创作|写作|撰写)[^。]{0,24}[。）)】*]*$/i,
    longest: 48,
  },
  // What a page has to be fetched, by the name of its file.
  {
    pattern:
      /^(?:相关)?(?:附件|下载)?(?:附件|下载|全文|原文|文件)?\s*\d?\s*[：:].{1,60}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|ofd)$/i,
    longest: 90,
  },
  { pattern: /^本文已(?:影响|被.{0,6}(?:阅读|浏览))\s*\d+\s*[人次]+$/, longest: 24 },
  { pattern: /^[（(]?(?:原题|原标题|原文标题|原文题目)(?:[为是]|\s*[：:]|\s*《)[^。]*[）)]?$/, longest: 90 },
  { pattern: /^(?:[【[（(]\s*\d{1,2}\s*[】\])）]\s*){2,}(?:[下末尾]一?页)?$/, longest: 60 },
  { pattern: /^(?:\d{1,2}\s+){2,}(?:\.{3}\s*\d+\s*)?(?:下一页|末页|尾页)$/, longest: 60 },
  { pattern: /^[（(]?(?:全文|本文|全稿|正文)?(?:字数|共计?|约|共约)?[：:]?\s*约?\d[\d,，]*余?字[）)]?$/, longest: 20 },
  { pattern: /^(?:百度文库|豆丁网?|道客巴巴|人人文库|原创力文档|[\u3400-\u9fff]{2,8}文库网?)\s*[-—－–]/, longest: 40 },
  {
    pattern:
      /^[（(]?(?:本文|文章|本篇|稿件)(?:来自|来源于|转自)[^，。]{2,24}，(?:更多|获取更多|欲知)[^。]{2,40}(?:下载|关注|登录|访问)[^。]*[）)]?$/,
    longest: 90,
  },
  {
    pattern: /^[（(]?(?:本文|文章|本篇)(?:来自|来源于|转自|转载自|出自)\s*[：:《“]?\s*[^，。]{2,24}[）)]?$/,
    longest: 40,
  },
  { pattern: /^[（(]?全?文?(?:完|终|END)[）)]?$/i, longest: 6 },
];

/** 报：市委办公室, 发：各乡镇 below the text. */
const COPY_LIST = /^[（(]?[报送发]\s*[：:]\s*[^。！？]{2,120}[）)]?$/;
/** Notes about copying that are enough by themselves where a page begins or ends. */
const NOTICES: readonly RegExp[] = [
  /转载.{0,12}(?:注明|标明|保留|联系|授权|出处|来源|声明)|(?:严禁|禁止|谢绝|不得|请勿)(?:擅自)?转载/,
  /如.{0,8}(?:侵权|侵犯.{0,8}(?:版权|著作权)|版权问题).{0,30}(?:联系|告知|删除|通知)/,
  /^[*※★【[（(]*(?:免责|版权|特别|郑重|本站|转载)?声明[】\]）)]*\s*[：:]/,
  /^[【[](?:免责|版权|特别|郑重|转载)声明[】\]]/,
  /(?:小编|本站|本网|范文网|文秘网).{0,30}(?:整理|收集|分享|推荐|提供|搜集)/,
  /^(?:本文|此文|该文)(?:由|来自|出自)[^，。]{2,40}(?:整理|提供|收集|编辑|发布|分享)(?:[，。].{0,60}(?:www\.|访问|关注|登录|下载|浏览).*)?$/,
  /^(?:查看|了解|欲知|获取)?更多[^，。]{0,24}(?:请|尽在|敬请)[^，。]{0,10}(?:关注|访问|点击|登录|浏览)/,
];
/** Marks that prose about copyright has too: they only confirm a notice. */
const NOTICE_MARKS: readonly RegExp[] = [
  /(?:未经|非经).{0,16}(?:授权|许可|同意|允许).{0,20}(?:转载|复制|镜像|摘编|使用)/,
  /(?:本文|本站|本网|本平台|本公众号|文章|内容|图片|素材|稿件).{0,16}(?:(?:来源|来自|选自|转自|收集|整理)[于自]?(?:网络|互联网)|仅供.{0,6}(?:参考|学习|交流)|版权归)/,
  /凡.{0,12}注明.{0,20}(?:来源|出处)|(?:来源|出处).{0,20}(?:本网|作品)/,
  /(?:不代表|并不意味着).{0,12}(?:本站|本网|本平台|观点|立场)/,
  /版权|著作权/,
];
const LONGEST_NOTICE_UTF16 = 300;
const LONGEST_SINGLE_NOTICE_UTF16 = 140;
const NO_WORDS = /^[^\p{L}\p{N}]+$/u;
const QUICK =
  /^\+|AI|人工智能|大模型|主办|协办|没有了|[>＞›»]|暂无|标签|热词|[Tt][Aa][Gg]|承办|新华社|人民网|中新|央视网|首页|位置|栏目|www\.|https?:|[Cc]opyright|ICP|公网安备|标识码|[©Ⓒ#]|版权|QQ|群|二维码|公众号|微信|点击|下载|更多|最后由|更多资源|下载后|游客|抱歉|登录|楼主|沙发|板凳|地板|\d楼|KB|MB|[-—–－]\s*\d|页|上一|下一|您是|来源|资料|转载|未经|侵权|声明|小编|本站|本网|返回|打印|关闭|分享|收藏|顶部|TOP|RSS|English|举报|回复|广告|扫一扫|原文|全文|抄送|抄报|分送|报送|发送范围|分发范围|主题词|印发$|印制$|印$|印数|共印|此件|本件|原题|原标题|[\])】）]\s*$|完[）)]?$|END|投稿|播放|说两句|走进|公告|要闻|评论|留言|字[）)]?$|文库|[报送发][：:]|本文|本篇|\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|ofd)$/i;

/**
 * Is the whole line page furniture? Takes the line in simplified script with full-width punctuation and its blanks.
 * `isEdge`: it stands before the first or after the last line of prose, where notes about copying are at home.
 */
export function isFurniture(line: string, isEdge: boolean): boolean {
  if (isOnlyMarks(line)) return true;
  if (line.length > 400) return false;
  if (isMediaOrCounter(line, isEdge) || isCaption(line)) return true;
  if (!QUICK.test(line)) return false;
  if (line.length <= 200 && HARD_WORD.test(line) && isMenu(line)) return true;
  if (isEdge && COPY_LIST.test(line)) return true;
  if (LINES.some(({ pattern, longest }) => line.length <= longest && pattern.test(line))) return true;
  if (line.length > LONGEST_NOTICE_UTF16) return false;
  const notices = matching(NOTICES, line);
  if (notices > 0 && isEdge && line.length <= LONGEST_SINGLE_NOTICE_UTF16) return true;
  return (notices > 0 || isEdge) && notices + matching(NOTICE_MARKS, line) >= 2 && /转载|本[站网文]|声明/.test(line);
}

/** Rules, bullets and arrows that stand alone; also a 。 that lost its line. */
export function isOnlyMarks(line: string): boolean {
  return NO_WORDS.test(line);
}

/** Does the line consist of menu words and separators alone? */
function isMenu(line: string): boolean {
  return line.replace(MENU_WORD, '').replace(MENU_SEPARATOR, '') === '';
}

function matching(patterns: readonly RegExp[], line: string): number {
  return patterns.filter(pattern => pattern.test(line)).length;
}

/** Does a list of links to other pages begin with this line? */
export function isRelatedHeading(line: string): boolean {
  const heading = line.length <= LONGEST_SINGLE_NOTICE_UTF16 ? RELATED_HEAD.exec(line)?.[0] : undefined;
  if (heading === undefined || isSentenceEnd(line.charCodeAt(line.length - 1))) return false;
  return heading.length === line.length || /[：:】\]>»]\s*$/.test(heading);
}
