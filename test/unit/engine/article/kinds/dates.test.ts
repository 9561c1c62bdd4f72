import { BODY, cases, type Expected, TITLE, withHead } from './kind';

const SPOKEN = '2015-03-02';

/** Each line, below the title and above the name, says the same day. */
const sameDay = (...lines: readonly string[]) =>
  Object.fromEntries(
    lines.map(line => [line, [withHead(line, '陆明远'), { title: TITLE, date: SPOKEN, speaker: '陆明远' }] as const]),
  );

describe('kinds of dates: below the title', () => {
  cases(
    sameDay(
      '（2015年3月2日，云溪）',
      '（2015年3月2日 云溪）',
      '（2015年3月2日·云溪）',
      '（云溪，2015年3月2日）',
      '（2015年3月2日，县委礼堂，根据录音整理）',
      '(2015年3月2日下午)',
      '〔2015年3月2日〕',
      '2015年3月2日（植树节）',
      '时间：2015年3月2日下午  地点：县影剧院',
      '【2015年3月2日】',
      '[2015-03-02]',
      '二〇一五年三月二日',
      '二0一五年三月二日',
      '二O一五年三月二日',
      '二○一五年三月二日',
      '二零一五年三月二日',
      '（二Ｏ一五年三月二日，云溪）',
      '２０１５年３月２日',
      '2015 年 3 月 2 日',
      '2015年3月2日至4日',
      '2015年3月2日—4日',
      '（2015年3月2日至3月4日）',
      '2015年3月2日（星期一）上午9:00',
      '2015年3月2日 上午 9时30分',
      '时间：2015年3月2日　　地点：县委礼堂',
      '时间：2015年3月2日下午 地点：县会议中心三楼会议室',
      '讲话时间：2015年3月2日',
      '2015年3月2日于云溪',
      '2015年3月2日 于县委礼堂',
      '2015年3月2日，云溪',
      '2015.3.2',
      '2015/3/2',
      '2015-3-2',
      '2015年3月2号',
      '——2015年3月2日——',
      '—— 2015年3月2日 ——',
      '- 2015.3.2 -',
    ),
  );
});

const said = (...lines: readonly string[]): readonly [readonly string[], Expected] => [
  withHead(...lines),
  { title: TITLE, date: SPOKEN },
];

describe('kinds of dates: elsewhere', () => {
  cases({
    'on the line of the name': [withHead('（2015年3月2日 陆明远）'), { date: SPOKEN, speaker: '陆明远' }],
    'the name first': [withHead('陆明远（2015年3月2日）'), { date: SPOKEN, speaker: '陆明远' }],
    'office, name and day': [withHead('县委书记 陆明远（2015年3月2日）'), { date: SPOKEN, speaker: '陆明远' }],
    'place and time, and who spoke with a label': said(
      '时间：2015年3月2日上午',
      '地点：县会议中心三楼',
      '讲话人：陆明远',
    ),
    'place and time on lines of their own': said('时间：2015年3月2日', '地点：县委礼堂', '陆明远'),
    'a place that begins like a family name': [
      withHead('2015年3月2日于云溪'),
      { title: TITLE, date: SPOKEN, speaker: null },
    ],
    'in brackets behind the title': [
      [`${TITLE}（2015年3月2日）`, '陆明远', ...BODY],
      { title: TITLE, date: SPOKEN, speaker: '陆明远' },
    ],
    'in other brackets behind the title': [[`${TITLE}[2015年3月2日]`, ...BODY], { title: TITLE, date: SPOKEN }],
    'behind the title without brackets': [[`${TITLE} 2015.3.2`, ...BODY], { title: TITLE, date: SPOKEN }],
    'grown to the title': [[`${TITLE}20150302`, ...BODY], { title: TITLE, date: SPOKEN }],
    'before the title': [
      [`2015年3月2日${TITLE}`, '陆明远', ...BODY],
      { title: TITLE, date: SPOKEN, speaker: '陆明远' },
    ],
    'with the occasion, in brackets': [
      ['云溪县人民政府工作报告', '（2015年3月2日在云溪县第十届人民代表大会第四次会议上）', '县长　陆明远', ...BODY],
      { title: '云溪县人民政府工作报告', date: SPOKEN, speaker: '陆明远' },
    ],
    'of an account': [
      [TITLE, '原创 云溪发布 云溪发布 2015-03-05 09:12 发表于云南', ...BODY],
      { title: TITLE, date: '2015-03-05', speaker: null },
    ],
    'by whom a paper was adopted': [
      [
        '云溪县人大常委会关于加强林地管护的决定',
        '（2015年6月29日云溪县第十届人大常委会第二十八次会议通过）',
        ...BODY.slice(1),
      ],
      { title: '云溪县人大常委会关于加强林地管护的决定', date: '2015-06-29', speaker: null, paragraphs: BODY.slice(1) },
    ],
    'adopted, and a year in the title': [
      ['关于批准2014年县本级财政决算的决议', '（2015年6月29日县人大常委会第二十八次会议通过）', ...BODY.slice(1)],
      { title: '关于批准2014年县本级财政决算的决议', date: '2015-06-29', paragraphs: BODY.slice(1) },
    ],
    'at the end': [[TITLE, '陆明远', ...BODY, '2015年3月2日'], { date: SPOKEN, speaker: '陆明远' }],
    'at the end, in characters': [[TITLE, ...BODY, '二〇一五年三月二日于云溪'], { date: SPOKEN, speaker: null }],
    'of the page, with the time of day': [
      withHead('2015年03月05日09:12  来源：云溪日报'),
      { title: TITLE, date: '2015-03-05', speaker: null },
    ],
    'of the paper it was printed in': [
      [...withHead('陆明远').slice(0, -1), `${BODY.at(-1)}《 云溪日报 》（ 2015年03月05日 02 版）`],
      { date: '2015-03-05', speaker: '陆明远' },
    ],
    'in the name of the file': [
      BODY,
      { date: SPOKEN, fileName: '陆明远在全县林业工作会议上的讲话（2015年3月2日）.txt', speaker: '陆明远' },
    ],
  });
});

describe('kinds of dates: who adopted it, without brackets', () => {
  const title = '云溪县林地管护办法';
  const adopted = { title, date: SPOKEN, speaker: null };
  cases({
    'a congress': [[title, '2015年3月2日云溪县第八届人民代表大会第五次会议通过', ...BODY], adopted],
    'with a comma': [[title, '2015年3月2日，县人民政府第三次常务会议通过', ...BODY], adopted],
    'and amended': [
      [title, '2015年3月2日县人大常委会第九次会议通过', '根据2018年5月6日县人大常委会第三次会议修正', ...BODY],
      { ...adopted, date: '2018-05-06' },
    ],
    'and the day it comes into force': [
      [title, '2015年3月2日县人大常委会第九次会议通过', '2015年5月1日 施行', ...BODY],
      adopted,
    ],
    'an order': [[title, '2015年3月2日云溪县人民政府令第12号公布 自公布之日起施行', ...BODY], adopted],
  });
});

describe('kinds of dates: no date of the article', () => {
  cases({
    'the day it was taken from the web': [
      [`标题：${TITLE}`, '来源：云溪县人民政府', '抓取时间：2024-04-03', '文种：讲话', '', ...BODY],
      { title: TITLE, date: null },
    ],
    'a day in a sentence': [
      [TITLE, ...BODY, '2015年3月2日，全县造林动员大会召开。'],
      { date: null, paragraphs: [...BODY, '2015年3月2日，全县造林动员大会召开。'] },
    ],
    'the number of a document': [[TITLE, '云发〔2015〕8号', ...BODY], { date: null }],
    'an event with its day': [
      [TITLE, ...BODY, '2015年3月2日 全县动工', '2016年1月5日 一期完工', '三期正在筹备。'],
      { date: null, paragraphs: [...BODY, '2015年3月2日，全县动工', '2016年1月5日，一期完工', '三期正在筹备。'] },
    ],
  });
});

describe('kinds of dates: without a year', () => {
  const dated = (date: string | null, fileName: string, ...head: readonly string[]) =>
    [[TITLE, ...head, ...BODY], { title: TITLE, date, ...(fileName && { fileName }) }] as const;
  cases({
    'and no other sign of it': dated(null, '', '发布时间：03-02 09:12 来源：云溪日报'),
    'the year in the address': dated(
      SPOKEN,
      '',
      '发布时间：03-02 09:12',
      '原文链接：http://yunxi.example/2015/0302/c12.html',
    ),
    'the year in the name of the file': dated(SPOKEN, `20150302 ${TITLE}.txt`, '发布时间：03-02 09:12'),
    'without a label': dated(SPOKEN, '', '03-02 09:12 浏览：128', '链接：http://yunxi.example/20150302/12.html'),
    'in two digits': dated(SPOKEN, '', '发布时间：15-03-02 09:12'),
    'counted back from nobody knows when': dated(null, '', '发布于 3小时前'),
    yesterday: dated(null, '', '发布时间：昨天 09:12　来源：云溪发布'),
  });
});

describe('kinds of dates: labels set apart', () => {
  cases({
    'with the time of day': [
      [TITLE, '时 间：2015年3月2日下午3:00', '地 点：县林业局三楼会议室', ...BODY],
      { title: TITLE, date: SPOKEN },
    ],
    'and the word for day': [[TITLE, '日　期：二〇一五年三月二日', ...BODY], { title: TITLE, date: SPOKEN }],
  });
});
