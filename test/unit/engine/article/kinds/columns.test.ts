import { BODY, cases, type Expected, TITLE, withHead } from './kind';

const HEAD = ['陆明远', '（2015年3月2日）'];
const EXPECTED: Expected = { title: TITLE, date: '2015-03-02', speaker: '陆明远' };
const above = (...lines: readonly string[]) => [[...lines, ...withHead(...HEAD)], EXPECTED] as const;

describe('kinds of heads: a column above the title', () => {
  cases({
    'of a paper': above('学习园地'),
    'with the number of an issue': above('领导讲话', '（第8期）'),
    'of papers for a meeting, numbered in brackets': above('全县林业工作会议交流材料（之三）'),
    'above a title that names no meeting': [
      ['专题党课', '让青山更青、绿水更绿', ...HEAD, ...BODY],
      { ...EXPECTED, title: '让青山更青、绿水更绿' },
    ],
    'above a title of two halves': [
      ['交流发言材料', '树牢底线思维　筑牢安全堤坝', ...HEAD, ...BODY],
      { ...EXPECTED, title: '树牢底线思维 筑牢安全堤坝' },
    ],
    'a bulletin with a remark of its editor': [
      [
        '林业简报',
        '第12期',
        '云溪县林长办公室编　　2015年3月2日',
        '按：现将讲话印发，请学习。',
        TITLE,
        '陆明远',
        ...BODY,
      ],
      { ...EXPECTED, paragraphs: ['按：现将讲话印发，请学习。', ...BODY] },
    ],
    'a bulletin by an office': above('云溪县委办公室编', '决策参考', '（总第128期）'),
    'the mark of a store of papers': above('百度文库 - 让每个人平等地提升自我'),
    'an account and where it is': above('云溪发布', '2015-03-02 18:30', '发表于云溪'),
  });
});

describe('kinds of heads: below the title', () => {
  cases({
    'who, when and where in one line': [
      [TITLE, '主讲人：陆明远　　时间：2015.03.02　　地点：县委大礼堂', ...BODY],
      EXPECTED,
    ],
    'who took the minutes': [[TITLE, ...HEAD, '记录：何晓梅', ...BODY], EXPECTED],
    'a day without its year, as pages repeat it': [[TITLE, ...HEAD, '3月2日', ...BODY], EXPECTED],
    'a column on the line of the title': [[`【领导讲话】${TITLE}`, ...HEAD, ...BODY], EXPECTED],
    'brackets that belong to a title': [
      ['【红色】家书里的初心', ...HEAD, ...BODY],
      { ...EXPECTED, title: '【红色】家书里的初心' },
    ],
    'the label of the text': [[TITLE, ...HEAD, '正文：', ...BODY], EXPECTED],
    'the label of the text before it': [
      [`标题：${TITLE}`, '讲话人：陆明远', '讲话时间：2015年3月2日', `【正文】${BODY[0]}`, ...BODY.slice(1)],
      EXPECTED,
    ],
    'a sentence about the text': [
      [TITLE, ...HEAD, '正文部分共三条，请大家边听边记。', ...BODY],
      { ...EXPECTED, paragraphs: ['正文部分共三条，请大家边听边记。', ...BODY] },
    ],
    'who takes the chair does not speak': [
      [TITLE, '时间：2015年3月2日下午3:00', '地点：县会展中心', '主持人：何晓梅', '讲话人：县委书记陆明远', ...BODY],
      EXPECTED,
    ],
    'a body where a speaker would stand': [
      ['在全县林业工作会议上的发言', '云溪县林业局', '（2015年3月2日）', ...BODY],
      { title: '在全县林业工作会议上的发言', date: '2015-03-02', speaker: null },
    ],
    'which draft, with a day': [[TITLE, '（3月1日第三稿）', ...HEAD, ...BODY], EXPECTED],
    'which draft, with digits': [[TITLE, '（讨论稿20150301）', ...HEAD, ...BODY], EXPECTED],
    'a day without a year': [[TITLE, '陆明远', '（3月2日）', ...BODY], { ...EXPECTED, date: null }],
    'account and moment grown together': [
      [TITLE, '陆明远云溪党建2015-03-02 07:30云溪', ...BODY],
      { title: TITLE, date: '2015-03-02' },
    ],
  });
});

describe('kinds of heads: a title that broke', () => {
  cases({
    'before and behind the name of the meeting': [
      ['陆明远同志在', '全县林业工作会议', '上的讲话', '（2015年3月2日）', ...BODY],
      { ...EXPECTED, title: `陆明远同志${TITLE}` },
    ],
    'by a blank of recognition': [['在全县林业工作会 议上的讲话', ...HEAD, ...BODY], EXPECTED],
    'a parallel title that ends in 在': [
      ['青山不老绿常在', '林海无边春更浓', ...HEAD, ...BODY],
      { ...EXPECTED, title: '青山不老绿常在 林海无边春更浓' },
    ],
  });
});

describe('kinds of file names', () => {
  const named = (fileName: string, date: string | null, speaker: string | null) =>
    [BODY, { fileName, title: TITLE, date, speaker }] as const;
  cases({
    'a day before, a state behind': named(`2015年3月2日${TITLE}（定稿）.txt`, '2015-03-02', null),
    'name and day in brackets': named(`${TITLE}（陆明远，2015.3.2）.txt`, '2015-03-02', '陆明远'),
    'a number, a day, a draft': named(`05 ${TITLE}-20150302-修改稿3.docx`, '2015-03-02', null),
    'a copy of a draft': named(`${TITLE}-第二稿（1）.doc`, null, null),
    'brackets that belong to the title': [
      BODY,
      { fileName: `${TITLE}（节选）.txt`, title: `${TITLE}（节选）`, date: null, speaker: null },
    ],
  });
});

describe('kinds of tails: what a county office and its account add', () => {
  const below = (...tails: readonly string[]) =>
    Object.fromEntries(tails.map(tail => [tail, [[...withHead(...HEAD), ...tail.split('\n')], EXPECTED] as const]));
  cases({
    ...below(
      '报：市委办公室\n送：县四大班子领导\n发：各乡镇，县直各单位',
      '（全文约3200字）',
      '（本文来自：公文大全网）',
      '赞36 在看12',
      '分享收藏点赞在看',
      '继续滑动看下一个\n轻触阅读原文\n云溪党建\n向上滑动看下一个',
      '扫一扫在手机打开当前页',
      '【林业讲话稿】相关文章：\n1.林业工作总结 05-12\n2.护林动员讲话 03-01',
    ),
  });
});

describe('kinds of captions: in the middle of the text', () => {
  const within = (...lines: readonly string[]) =>
    Object.fromEntries(
      lines.map(line => [line, [[TITLE, ...HEAD, ...BODY.slice(0, 2), line, ...BODY.slice(2)], EXPECTED] as const]),
    );
  cases({
    ...within(
      '3月2日，全县林业工作会议召开，县委书记陆明远讲话。何晓梅 摄',
      '3月1日，护林员在东山巡查。（何晓梅 摄）',
      '图为陆明远在东山林场检查防火设施，看望一线护林员。',
      '图②：东山林场的防火瞭望塔。',
    ),
    'a page that ends in a short line of a sentence': [
      [
        TITLE,
        ...HEAD,
        BODY[0]!,
        `　　${BODY[1]!.slice(0, 17)}`,
        '第 1 页 共 3 页',
        BODY[1]!.slice(17),
        ...BODY.slice(2).map(line => `　　${line}`),
      ],
      EXPECTED,
    ],
  });
});
