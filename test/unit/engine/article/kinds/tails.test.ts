import { BODY, cases, type Expected, TITLE, withHead } from './kind';

const HEAD = ['（2015年3月2日）', '陆明远'];
const EXPECTED: Expected = { title: TITLE, date: '2015-03-02', speaker: '陆明远' };
/** Each text hangs behind the last sentence and goes. */
const behind = (...tails: readonly string[]) =>
  Object.fromEntries(
    tails.map(tail => [tail, [[...withHead(...HEAD).slice(0, -1), `${BODY.at(-1)}${tail}`], EXPECTED] as const]),
  );
/** Each line stands below the last paragraph and goes. */
const below = (...tails: readonly string[]) =>
  Object.fromEntries(tails.map(tail => [tail, [[...withHead(...HEAD), ...tail.split('\n')], EXPECTED] as const]));
/** Each line stands between head and text and goes. */
const above = (...lines: readonly string[]) =>
  Object.fromEntries(lines.map(line => [line, [[TITLE, ...HEAD, ...line.split('\n'), ...BODY], EXPECTED] as const]));

describe('kinds of tails: grown to the last sentence', () => {
  cases(
    behind(
      '（新华社云溪3月2日电）',
      '（据新华社云溪3月2日电）',
      '（新华社云溪3月2日电 记者何晓梅、王立新）',
      '（本报云溪3月2日讯）',
      '《 云溪日报 》（ 2015年03月03日 02 版）',
      '（新华社云溪3月2日电）《 人民日报 》（ 2015年03月03日 02 版）',
      '《云溪日报》（2015-03-03 第2版）',
      '（《云溪日报》2015年3月3日）',
      '（原载《云溪日报》2015年3月3日第2版）',
      '（摘自《云溪党建》2015年第3期）',
      '（责任编辑：何晓梅）',
      '(责编：何晓梅、王立新)',
      '[责任编辑：何晓梅_YX123]',
      '责任编辑：何晓梅',
      '责任编辑：何晓梅_YX123',
      '编辑：何晓梅 审核：王立新',
      '（记者 何晓梅 通讯员 王立新）',
      '本报记者 何晓梅',
      '（作者系云溪县委书记）',
      '（作者单位：云溪县委党校）',
      '（原题为《抓好林地管护》）',
      '（原标题：抓好林地管护）',
      '（来源：云溪日报）',
      '（完）',
      '（本报记者 何晓梅 摄影报道）',
      '何晓梅 摄',
      '《云溪日报》2015年3月3日1版',
      '【1】【2】【3】',
      '\u3000\u3000责编：何晓梅',
    ),
  );
});

describe('kinds of tails: lines below the text', () => {
  cases(
    below(
      '首页 责编：何晓梅',
      '网络 编辑：何晓梅 审核：王立新',
      '本文来源：云溪日报 责任编辑：何晓梅_YX123',
      '（原题为《抓好林地管护》）',
      '【1】【2】【3】',
      '[1] [2] [3] 下一页',
      '1 2 3 4 下一页',
      '抄送：县人大常委会办公室，县政协办公室。',
      '云溪县委办公室　　2015年3月2日印发',
      '（共印120份）',
      '主题词：林业 工作 讲话',
      '抄送：县人大常委会办公室。\n云溪县委办公室　2015年3月2日印发\n（共印120份）',
      '公众号：云溪笔墨',
      '微信公众号“云溪笔墨”整理',
      '关注公众号云溪笔墨，获取更多材料',
      '链接：https://pan.example.cn/s/abc 提取码：x1y2',
      '百度网盘链接见文末，提取码：x1y2',
      '更多公文材料请加微信领取',
      '点击上方“云溪笔墨”关注我们',
      '点击下方卡片关注我们↓↓↓',
      '附件下载：1.任务分解表.xls',
      '下载全文：林业讲话.docx',
      '整理：县委办综合科',
      '本期共印80份',
      '本文已影响 2345 人',
      '点赞 在看 分享',
      '- END -',
      '已有0人发表了评论',
      '已有 12 条评论',
      '我来说两句(0)',
      '投稿邮箱：tougao@example.cn',
      '投稿请发至县委办公室信息科',
      '欢迎投稿',
      '图为大会现场。 何晓梅 摄',
      '何晓梅 摄',
      '新华社记者 何晓梅摄',
      '▲大会现场',
      '（资料图片）',
      '本作品采用知识共享署名-相同方式共享 4.0 许可协议授权。',
      'Creative Commons BY-SA 4.0',
      '您的浏览器不支持视频播放，请升级浏览器',
      '00:00/03:25',
      '视频加载失败，请刷新页面再试',
      '发表评论',
      '评论(0)',
      '举报/反馈',
      '▼往期精彩▼\n县里召开造林现场会\n点分享\n点收藏',
      '（根据录音整理，未经本人审阅）',
      '相关链接\n县里召开造林现场会\n护林员老何的一天',
    ),
  );
});

describe('kinds of furniture: lines above the text', () => {
  cases(
    above(
      '您的浏览器不支持视频播放，请升级浏览器',
      '00:00/03:25',
      '【字体：大 中 小】 打印',
      '来源：云溪日报 浏览次数：12',
      '目　录\n一、先看清家底\t1\n二、再把责任压实\t3',
      '目录\n一、先看清家底……1\n二、再把责任压实……3',
      '目录\n一、先看清家底\n二、再把责任压实',
      '1 先看清家底 . . . . . . . . 1\n1.1 林地 . . . . . 2\n第二部分\nii\n2 再把责任压实 . . . . . . 13\n2.1 护林员……15',
    ),
  );
});

const keeps = (...lines: readonly string[]) =>
  Object.fromEntries(
    lines.map(line => [
      line,
      [
        withHead(...HEAD, ...BODY.slice(0, 2), line)
          .slice(0, 6)
          .concat(BODY.slice(2)),
        { ...EXPECTED, paragraphs: [...BODY.slice(0, 2), line, ...BODY.slice(2)] },
      ] as const,
    ]),
  );

describe('kinds of furniture: what reads like it and is text', () => {
  cases(
    keeps(
      '要办好公众号和视频号，让群众看得到、看得懂、用得上。',
      '投稿的多了，采用的少了，原因在质量。',
      '评论员文章讲得好，关键在落实（见《云溪日报》）。',
      '抄送机关不是越多越好，该精简的要精简。',
      '已有三百人报名参加护林队，还有不少人在观望。',
      '图为什么？图的是山青水绿。',
      '各单位要把编辑、审核、校对的责任落到人（含外聘人员）。',
      '完成任务的，年底给予奖励（不含试点乡镇）。',
      '点赞的不一定真满意，群众心里有杆秤。',
      '这篇通讯的作者是县委书记，写的是护林员老何。',
    ),
  );
});

describe('kinds of tails: notes below the text', () => {
  const notes = ['〔1〕 林长，管一片林子的负责人。', '〔2〕 见上年《林业统计》。', '〔3〕 亩，六百多平方米。'];
  const head = [TITLE, '（2015年3月2日）', '县委书记 陆明远'];
  cases({
    'with a heading': [[...head, ...BODY, '------', '　　注　　释', ...notes], {}],
    'without one': [[...head, ...BODY, ...notes], {}],
    'in square brackets, one with a second line': [
      [...head, ...BODY, '参考文献', '[1] 云溪县志', '[2] 林业志', '第三章', '[3] 县林业局档案'],
      {},
    ],
    'one alone below a heading': [[...head, ...BODY, '注释：', '［1］林长，管一片林子的负责人。'], {}],
    'but one line with a mark may be of the text': [
      [...head, ...BODY, '[1] 号林场已经建成。'],
      { paragraphs: [...BODY, '[1]号林场已经建成。'] },
    ],
    'nor what goes on below the last of them': [
      [...head, '［1］号林场已经建成。', '［2］号林场正在建设。', ...BODY],
      { paragraphs: ['［1］号林场已经建成。', '［2］号林场正在建设。', ...BODY] },
    ],
  });
});

describe('kinds of tails: what pages of the news put in', () => {
  cases(
    below(
      '责编|何晓梅',
      '校对｜王立新',
      '来源︱云溪发布、云溪日报',
      '（本文来自云溪新闻，更多原创资讯请下载“云溪新闻”APP）',
      '本文由秘书天下网(www.mishu.example)整理，更多范文请访问www.mishu.example',
      '网友评论(3)\n山里人：说得好\n回复',
      '【免责声明】本文仅代表作者本人观点，与云溪网无关。',
      '用微信扫码二维码',
      '分享至好友和朋友圈',
      '转播到腾讯微博',
      '安装云溪新闻客户端第一时间看要闻→【下载地址】',
      '护林员在山上（视频截图）',
      '云溪林场的早晨。视觉中国 资料图',
    ),
  );
});

describe('kinds of furniture: counters without a word', () => {
  cases({
    ...above('22 59', '1.2万', '128', '10万+ 3200'),
    ...below('阅读 1203 赞 56 在看 12', '22 59', '9', '128\n36'),
    'a year below the title is its date': [[TITLE, '2015', '陆明远', ...BODY], { paragraphs: ['2015', ...BODY] }],
    'what a line goes on with is none': [
      [TITLE, ...HEAD, ...BODY, '全县今年造林约', '12', '万亩，比去年多。'],
      { ...EXPECTED, paragraphs: [...BODY, '全县今年造林约', '12', '万亩，比去年多。'] },
    ],
  });
});

describe('kinds of tails: comments without a heading', () => {
  cases({
    ...below(
      '山里人\n2015-03-06 10:05\n说得好\n云溪客\n2015-03-06 11:20\n管护员的工资什么时候涨？\n老何\n2015-03-07 08:00\n支持。',
      '山里人 3小时前\n说得好\n云溪客 2小时前\n管护员的工资什么时候涨？\n老何 刚刚\n支持。',
      '山里人\n说得好\n2015-03-06 10:05 回复 赞 3\n云溪客\n什么时候涨工资？\n2015-03-06 11:20 回复 赞\n老何\n支持。\n2015-03-07 08:00 回复',
      '山里人\n03-06 10:05 来自云溪\n说得好\n云溪客\n03-06 11:20 来自青山\n同意\n老何\n昨天 08:00 来自云溪\n支持',
    ),
    'a day by the hour is text': [
      [TITLE, ...HEAD, ...BODY, '9:00 开会', '10:30 上山', '14:00 座谈', '会后自行返回。'],
      { ...EXPECTED, paragraphs: [...BODY, '9:00开会', '10:30上山', '14:00座谈', '会后自行返回。'] },
    ],
  });
});

describe('kinds of tails: one note below the text', () => {
  const bearing = BODY.map(text => text.replace('家底不薄', '家底[1]不薄'));
  const note = '[1] 家底：指清查之后的林地和林木。';
  cases({
    'goes where the text bears its mark': [[TITLE, ...HEAD, ...bearing, note], EXPECTED],
    'stays where it does not': [
      [TITLE, ...HEAD, ...BODY, note],
      { ...EXPECTED, paragraphs: [...BODY, '[1]家底：指清查之后的林地和林木。'] },
    ],
  });
});

describe('kinds of tails: about the text', () => {
  cases({
    ...below('注：本稿未经本人审阅。', '（本文根据录音整理，有删节）', '（标题为编者所加）', '微信群号：123456789'),
    'a sentence that begins alike stays': [
      [TITLE, ...HEAD, ...BODY, '本文根据会议要求，提出三条办法。'],
      { ...EXPECTED, paragraphs: [...BODY, '本文根据会议要求，提出三条办法。'] },
    ],
  });
});

describe('kinds of tails: the marks of pages, set off', () => {
  const middle = BODY.length - 2;
  cases({
    'within the text': [
      ['=== 第1页 ===', TITLE, ...HEAD, ...BODY.slice(0, middle), '=== 第2页 ===', ...BODY.slice(middle)],
      EXPECTED,
    ],
  });
});

describe('kinds of tails: whom to ask', () => {
  cases({
    ...below(
      '分送：各乡镇、县直各部门\n联系人：何晓梅　电话：0391-1234567',
      '电子邮箱：ly@yunxi.invalid',
      '（联系电话：1234567）',
    ),
    'a heading about a telephone stays': [
      [TITLE, ...HEAD, ...BODY, '监督电话：各乡镇都要公布。'],
      { ...EXPECTED, paragraphs: [...BODY, '监督电话：各乡镇都要公布。'] },
    ],
  });
});
