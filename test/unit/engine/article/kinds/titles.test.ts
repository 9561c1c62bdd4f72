import { BODY, cases, TITLE } from './kind';

const DAY = '（2015年3月2日）';
const HEAD = [DAY, '陆明远'];
const under = (...above: readonly string[]) =>
  Object.fromEntries(
    above.map(line => [
      line,
      [[...line.split('/'), TITLE, ...HEAD, ...BODY], { title: TITLE, date: '2015-03-02', speaker: '陆明远' }] as const,
    ]),
  );

describe('kinds of titles: below a note, a red head or a column', () => {
  cases(
    under(
      '内部资料 注意保存',
      '内部资料，注意保存',
      '内部材料 请勿外传',
      '会议材料之三',
      '会议材料（3）',
      '材料之三',
      '县委会议文件（5）',
      '附件2',
      '附件2：',
      '附件：',
      '秘密★一年',
      '机密★5年',
      '特急',
      '（讨论稿）',
      '（送审稿）',
      '（根据录音整理，未经本人审阅）',
      '【领导讲话】',
      '【特稿】',
      '■领导讲话',
      '领导讲话',
      '中共云溪县委文件/云发〔2015〕8号',
      '云溪县人民政府办公室文件/云府办发〔2015〕12号',
      '云溪简报/第12期',
      '工作通讯 第3期',
      '学习资料之一',
      '000012/机密★一年/特急',
    ),
  );
});

const title = (lines: readonly string[], wanted: string) =>
  [[...lines, ...HEAD, ...BODY], { title: wanted, date: '2015-03-02', speaker: '陆明远' }] as const;

describe('kinds of titles: over several lines', () => {
  cases({
    'two parallel lines and a subtitle': title(
      ['青山不老绿常在', '林海无边春更浓', '——在全县林业工作会议上的讲话'],
      '青山不老绿常在 林海无边春更浓——在全县林业工作会议上的讲话',
    ),
    'two parallel lines': title(['青山不老绿常在', '林海无边春更浓'], '青山不老绿常在 林海无边春更浓'),
    'a subtitle': title(['让青山更青', '——在全县林业工作会议上的讲话'], '让青山更青——在全县林业工作会议上的讲话'),
    'a subtitle without a dash': title(['让青山更青', TITLE], `让青山更青——${TITLE}`),
    'a subtitle in brackets': title(['让青山更青', `（${TITLE}）`], `让青山更青——${TITLE}`),
    'a comma at the end of the line': title(
      ['抓管护、补短板，', '奋力谱写林业新篇章', `——${TITLE}`],
      `抓管护、补短板，奋力谱写林业新篇章——${TITLE}`,
    ),
    'a subtitle with two hyphens': title(['让青山更青', `--${TITLE}`], `让青山更青——${TITLE}`),
    'broken at the genre': title(['在全县林业工作', '会议上的讲话'], TITLE),
    'the body that issues it first': title(
      ['中共云溪县委', '关于加强林地管护的意见'],
      '中共云溪县委关于加强林地管护的意见',
    ),
    'broken behind the first word it is about': title(
      ['云溪县人民政府关于加强', '农村林地管护工作的意见'],
      '云溪县人民政府关于加强农村林地管护工作的意见',
    ),
    'three lines': title(
      ['云溪县人民代表大会常务委员会', '关于批准2014年县本级财政决算及', '调整2015年预算的决议'],
      '云溪县人民代表大会常务委员会关于批准2014年县本级财政决算及调整2015年预算的决议',
    ),
    'an open quotation mark': title(
      ['关于印发《云溪县林地管护', '实施办法》的通知'],
      '关于印发《云溪县林地管护实施办法》的通知',
    ),
    'letters set apart': title(['在 全 县 林 业 工 作 会 议 上 的 讲 话'], TITLE),
    'a day behind a subtitle': [
      ['让青山更青', '——在全县林业工作会议上的讲话（2015年3月2日，云溪）', '陆明远', ...BODY],
      { title: '让青山更青——在全县林业工作会议上的讲话', date: '2015-03-02', speaker: '陆明远' },
    ],
  });
});

describe('kinds of titles: what stays text', () => {
  cases({
    'a heading below the title': [
      ['让青山更青', '林业工作的几点体会', ...BODY.slice(1)],
      { title: '让青山更青', paragraphs: ['林业工作的几点体会', ...BODY.slice(1)] },
    ],
    'the first of several parts that are called alike': [
      ['问题一：会开得多', BODY[0]!, '问题二：表填得多', BODY[1]!],
      { paragraphs: ['问题一：会开得多', BODY[0]!, '问题二：表填得多', BODY[1]!] },
    ],
    'a list that begins in the line that announces it': [
      ['管护的做法：1、先分山到户', '2、再逐户签约', ...BODY],
      { paragraphs: ['管护的做法：1、先分山到户', '2、再逐户签约', ...BODY] },
    ],
    'a paper that is called 材料': [['全县林业工作汇报材料', ...BODY], { title: '全县林业工作汇报材料' }],
  });
});

describe('kinds of titles: below a letterhead in a table', () => {
  cases({
    'a row above it': [
      ['云溪县林业局｜会议材料', TITLE, '陆明远　　2015年3月2日', ...BODY],
      { title: TITLE, date: '2015-03-02', speaker: '陆明远' },
    ],
  });
});

describe('kinds of titles: as they are typed and copied', () => {
  const wanted = { title: TITLE, date: '2015-03-02', speaker: '陆明远' };
  cases({
    'in book marks': [[`《${TITLE}》`, DAY, '陆明远', ...BODY], wanted],
    'day and name in one bracket': [[`${TITLE}（2015年3月2日　陆明远）`, ...BODY], wanted],
    'below the number of an annex': [
      ['附件2：', `陆明远同志${TITLE}`, DAY, ...BODY],
      { ...wanted, title: `陆明远同志${TITLE}` },
    ],
    'over two lines, an abridgement': [
      ['云溪县委书记陆明远在全县林业', '工作会议上的讲话（摘要）', DAY, ...BODY],
      { ...wanted, title: '云溪县委书记陆明远在全县林业工作会议上的讲话（摘要）' },
    ],
    'below the name of a meeting that breaks before its paper': [
      ['云溪县第十届人民代表大会', '第二次会议文件（三）', '政 府 工 作 报 告', '陆明远', DAY, ...BODY],
      { ...wanted, title: '政府工作报告' },
    ],
    'below the name of an issue': [
      ['林业参考', '第12期', '让青山更青', '陆明远', DAY, ...BODY],
      { ...wanted, title: '让青山更青' },
    ],
    'below who printed the paper': [['云溪县委办公室　　2015年3月5日印', TITLE, '陆明远', DAY, ...BODY], wanted],
    'below a note between stars': [['★送审稿★', TITLE, '陆明远', DAY, ...BODY], wanted],
    'two halves, a longer second line, a subtitle': [
      ['扛牢责任　真抓实干', '奋力开创全县林业工作新局面', `——${TITLE}`, '陆明远', DAY, ...BODY],
      { ...wanted, title: `扛牢责任 真抓实干 奋力开创全县林业工作新局面——${TITLE}` },
    ],
    'labels in one line': [[TITLE, '时间：2015年3月2日  地点：县影剧院  主讲：陆明远', ...BODY], wanted],
    'name and day with a stroke between': [[TITLE, '陆明远｜2015年3月2日', ...BODY], wanted],
    'labels set apart': [[TITLE, '时　间：2015年3月2日', '讲 话 人：陆明远', ...BODY], wanted],
    'labels in a table': [[`标题｜${TITLE}`, '讲话人｜陆明远', '日期｜2015-03-02', ...BODY], wanted],
    'a family name and a title are no name': [
      [`陆县长${TITLE}`, DAY, ...BODY],
      { ...wanted, title: `陆县长${TITLE}`, speaker: null },
    ],
  });
});
