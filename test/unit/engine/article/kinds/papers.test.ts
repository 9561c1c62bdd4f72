import { BODY, cases, TITLE, withHead } from './kind';

const SPOKEN = { title: TITLE, date: '2015-03-02', speaker: '陆明远' };
const NOTICE = '云溪县人民政府关于做好春季造林的通知';
const ISSUED = { title: NOTICE, date: '2015-03-02', speaker: null };
const HEAD = ['陆明远', '（2015年3月2日）'];

describe('kinds of papers of an office', () => {
  cases({
    'the number of a document beside who signs it': [
      ['云溪县人民政府文件', '云政发〔2015〕2号　　　　　签发人：陆明远', NOTICE, ...BODY, '2015年3月2日'],
      ISSUED,
    ],
    'the name of a body above a title that begins with it': [
      [
        '云 溪 县 人 民 政 府',
        '云政函〔2015〕2号',
        '云溪县人民政府关于做好',
        '春季造林的通知',
        ...BODY,
        '2015年3月2日',
      ],
      ISSUED,
    ],
    'a section that printed it': [
      [NOTICE, ...BODY, '2015年3月2日', '云溪县人民政府办公室秘书科　　2015年3月3日印'],
      ISSUED,
    ],
    'labels set to one width': [
      ['索 引 号：｜000014349/2015-00002｜主题分类：｜林业', `标　　题：｜${NOTICE}`, NOTICE, ...BODY, '2015年3月2日'],
      ISSUED,
    ],
    'minutes that say where, without a greeting': [
      [
        '全县林业工作座谈会发言记录',
        '时间：2015年3月2日',
        '地点：县政府三楼会议室',
        '何晓东：我先说。苗木已经调齐。',
        ...BODY.slice(1),
      ],
      {
        title: '全县林业工作座谈会发言记录',
        date: '2015-03-02',
        paragraphs: ['何晓东：我先说。苗木已经调齐。', ...BODY.slice(1)],
      },
    ],
    'a name with its office above the title': [['陆明远书记', TITLE, HEAD[1]!, ...BODY], SPOKEN],
    'an office and a name in lines of their own': [[TITLE, '中共云溪县委书记', '陆明远', HEAD[1]!, ...BODY], SPOKEN],
    'a name and its office in lines of their own': [withHead(HEAD[1]!, '陆明远', '云溪县人民政府县长'), SPOKEN],
    'day, place, who speaks and who writes it down in one line': [
      withHead('时间：2015年3月2日　地点：县委礼堂　主讲人：陆明远　记录：何晓东'),
      SPOKEN,
    ],
    'a bulletin with the number of all its issues': [
      [
        '云溪工作',
        '第8期（总第113期）',
        '云溪县委办公室编　　2015年3月9日',
        '编者按：现将讲话印发，请学习。',
        ...withHead(...HEAD),
      ],
      { ...SPOKEN, paragraphs: ['编者按：现将讲话印发，请学习。', ...BODY] },
    ],
    'stars around the title and brackets around the name': [
      [`★★★ ${TITLE} ★★★`, '【2015年3月2日】', '【陆明远】', ...BODY],
      SPOKEN,
    ],
    'stars and circles within the title': [
      ['关于**防汛**的讲话提纲二○一○', '2010年3月2日', '陆明远', ...BODY],
      { ...SPOKEN, title: '关于**防汛**的讲话提纲二○一○', date: '2010-03-02' },
    ],
    'what a program says of what it wrote': [[...withHead(...HEAD), '（以上内容由AI生成，仅供参考）'], SPOKEN],
    'what is said of programs': [
      [...withHead(...HEAD), '由人工智能生成的文稿，要逐字核对。'],
      { ...SPOKEN, paragraphs: [...BODY, '由人工智能生成的文稿，要逐字核对。'] },
    ],
    'a running head with a day of its own': [['云溪县委办公室　2019年12月1日　内部资料', ...withHead(...HEAD)], SPOKEN],
    'a day before the office of who speaks': [withHead('县委礼堂　2015年3月2日', '陆明远'), SPOKEN],
    'what a store of documents says of itself': [
      [`文档名称：${TITLE}`, '上传者：青山', '下载积分：2', ...withHead(...HEAD), '本文档下载后可编辑'],
      SPOKEN,
    ],
    'what a board shows who is not logged in': [
      [...withHead(...HEAD), '本帖子中包含更多资源', '您需要 登录 才可以下载或查看，没有账号？注册'],
      SPOKEN,
    ],
    'a note that says when it was given, below a later page': [
      [
        '把山上的树管好',
        '发布时间：2015-05-07',
        '陆明远',
        ...BODY,
        '（本文系作者2015年3月2日在全县林业工作会议上的讲话摘要）',
      ],
      { title: '把山上的树管好', date: '2015-03-02', speaker: '陆明远' },
    ],
  });

  const broken = (...between: readonly string[]) => {
    const [first, ...others] = BODY.slice(1);
    const text = [first!, ...others].flatMap((line, i) =>
      i % 2 === 0
        ? [`\u3000\u3000${line}`]
        : [`\u3000\u3000${line}`, ...between.map(scrap => scrap.replace('#', String((i + 1) / 2)))],
    );
    return [
      [
        TITLE,
        ...HEAD,
        BODY[0]!,
        ...text,
        ...(between.length > 0 ? ['\u3000\u3000散会。', ...between.map(scrap => scrap.replace('#', '3'))] : []),
      ],
      { ...SPOKEN, paragraphs: [...BODY, '散会。'] },
    ] as const;
  };
  cases({
    'pages by number of all': broken('# / 5'),
    'running heads beside pages in dashes': broken('— # —', '全县林业工作会议材料汇编'),
    'running heads beside 第 1 页': broken('第 # 页 共 5 页', '全县林业工作会议材料汇编'),
  });
});
