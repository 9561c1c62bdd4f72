import assert from 'node:assert/strict';
import { cleanArticles } from '../../../../../src/engine/article/cleanArticles';
import { sourceRange } from '../../../../../src/engine/article/mapping/sourceMap';
import { BODY, TITLE } from '../kinds/kind';

const SECOND = [
  '同志们：',
  '防火无小事，一个烟头就能烧掉十年的功夫，今天把话说在前头。',
  '一要把人看住，清明前后山口设卡，进山登记，一个不漏。',
  '二要把火断住，田边地角不准烧荒，谁烧荒就找谁的村支书。',
];
const SECOND_TITLE = '在全县森林防火工作会议上的讲话';
const THIRD = [
  '各位代表：',
  '受县人民政府委托，我向大会报告林地管护工作，请予审议。',
  '全县林地一百二十万亩，管护责任落到了二百四十个村，看护的人有了，办法也有了。',
];
const THIRD_TITLE = '关于林地管护工作情况的报告';

interface Wanted {
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly paragraphs?: readonly string[];
}
const FIRST_WANTED = { title: TITLE, date: '2015-03-02', speaker: '陆明远', paragraphs: BODY };
const SECOND_WANTED = { title: SECOND_TITLE, date: '2016-04-01', speaker: '何晓东', paragraphs: SECOND };
const THIRD_WANTED = { title: THIRD_TITLE, date: '2017-01-10', speaker: '王立新', paragraphs: THIRD };

const parts = (lines: readonly string[], fileName = '云溪讲话选.txt') => {
  const text = lines.join('\n');
  const articles = cleanArticles({ text }, { fileName });
  for (const { paragraphs } of articles) {
    for (const paragraph of paragraphs) {
      const { start, end } = sourceRange(paragraph, 0, paragraph.text.length);
      assert.equal(text.slice(start, end), paragraph.text, 'every paragraph maps into the whole file');
    }
  }
  return articles.map(({ title, date, speaker, paragraphs }) => ({
    title,
    date,
    speaker,
    paragraphs: paragraphs.map(({ text: paragraph }) => paragraph),
  }));
};
const splits = (name: string, lines: readonly string[], ...wanted: readonly Wanted[]) =>
  it(name, () => {
    const got = parts(lines);
    assert.deepEqual(
      got.map(({ title, date, speaker }) => ({ title, date, speaker })),
      wanted.map(({ title, date, speaker }) => ({ title, date, speaker })),
    );
    for (const [i, { paragraphs }] of wanted.entries())
      if (paragraphs) assert.deepEqual(got[i]!.paragraphs, paragraphs);
  });

describe('cleanArticles: several for certain', () => {
  splits(
    'speeches one after another, each with day and name',
    [TITLE, '（2015年3月2日）', '陆明远', ...BODY, '', SECOND_TITLE, '（2016年4月1日）', '何晓东', ...SECOND],
    FIRST_WANTED,
    SECOND_WANTED,
  );
  splits(
    'three, of different kinds, with blank lines between',
    [
      TITLE,
      '（2015年3月2日，云溪）',
      '县委书记　陆明远',
      '',
      ...BODY,
      '',
      '',
      SECOND_TITLE,
      '（2016年4月1日）',
      '县长 何晓东',
      '',
      ...SECOND,
      '',
      '',
      THIRD_TITLE,
      '——2017年1月10日在云溪县第十届人民代表大会第二次会议上',
      '县林业局局长　王立新',
      '',
      ...THIRD,
    ],
    FIRST_WANTED,
    SECOND_WANTED,
    THIRD_WANTED,
  );
  splits(
    'a day alone below each title',
    [TITLE, '（2015年3月2日）', ...BODY, SECOND_TITLE, '（2016年4月1日）', ...SECOND],
    { ...FIRST_WANTED, speaker: null },
    { ...SECOND_WANTED, speaker: null },
  );
  splits(
    'a greeting alone below each title',
    [TITLE, ...BODY, SECOND_TITLE, ...SECOND],
    { ...FIRST_WANTED, date: null, speaker: null },
    { ...SECOND_WANTED, date: null, speaker: null },
  );
  splits(
    'titles that are numbered, below the title of the volume',
    [
      '云溪县领导讲话选编',
      '',
      `1. ${TITLE}`,
      '（2015年3月2日）',
      '陆明远',
      ...BODY,
      `2. ${SECOND_TITLE}`,
      '（2016年4月1日）',
      '何晓东',
      ...SECOND,
    ],
    { ...FIRST_WANTED },
    { ...SECOND_WANTED },
  );
  splits(
    'a table of contents that the headings confirm',
    [
      '云溪县领导讲话选编',
      '目　录',
      `${TITLE}……1`,
      `${SECOND_TITLE}……5`,
      `${THIRD_TITLE}……9`,
      TITLE,
      ...BODY,
      SECOND_TITLE,
      ...SECOND,
      THIRD_TITLE,
      ...THIRD,
    ],
    { ...FIRST_WANTED, date: null, speaker: null },
    { ...SECOND_WANTED, date: null, speaker: null },
    { ...THIRD_WANTED, date: null, speaker: null },
  );
  splits(
    'days in brackets behind the titles',
    [`${TITLE}（2015年3月2日）`, ...BODY, `${SECOND_TITLE}（2016年4月1日）`, ...SECOND],
    { ...FIRST_WANTED, speaker: null },
    { ...SECOND_WANTED, speaker: null },
  );
  splits(
    'names in the titles',
    [`陆明远${TITLE}`, ...BODY, `何晓东${SECOND_TITLE}`, ...SECOND],
    { ...FIRST_WANTED, title: `陆明远${TITLE}`, date: null },
    { ...SECOND_WANTED, title: `何晓东${SECOND_TITLE}`, date: null },
  );
  splits(
    'names above the titles',
    ['陆明远', TITLE, '（2015年3月2日）', ...BODY, '何晓东', SECOND_TITLE, '（2016年4月1日）', ...SECOND],
    FIRST_WANTED,
    SECOND_WANTED,
  );
  splits(
    '篇一, 篇二',
    [`篇一：${TITLE}`, ...BODY, `篇二：${SECOND_TITLE}`, ...SECOND],
    { ...FIRST_WANTED, date: null, speaker: null },
    { ...SECOND_WANTED, date: null, speaker: null },
  );
  splits(
    'essays that a table of contents lists',
    ['目录', '让青山更青\t1', '防火于未燃\t5', '让青山更青', ...BODY.slice(1), '防火于未燃', ...SECOND.slice(1)],
    { title: '让青山更青', date: null, speaker: null, paragraphs: BODY.slice(1) },
    { title: '防火于未燃', date: null, speaker: null, paragraphs: SECOND.slice(1) },
  );
  splits(
    'a thread with replies',
    [
      '楼主',
      '云溪客',
      '发表于 2015-3-5 10:00',
      TITLE,
      ...BODY,
      ...BODY.slice(3),
      '沙发',
      '林海人',
      '发表于 2015-3-5 11:00',
      '谢谢分享',
      '3楼',
      '老何',
      '发表于 2015-3-7 10:00',
      SECOND_TITLE,
      ...SECOND,
      ...SECOND.slice(1),
    ],
    { title: TITLE, date: '2015-03-05', speaker: null },
    { title: SECOND_TITLE, date: '2015-03-07', speaker: null },
  );
  splits(
    'an export with labels',
    [
      `标题：${TITLE}`,
      '作者：陆明远',
      '日期：2015-03-02',
      '正文：',
      ...BODY,
      '----------',
      `标题：${SECOND_TITLE}`,
      '作者：何晓东',
      '日期：2016-04-01',
      '正文：',
      ...SECOND,
    ],
    FIRST_WANTED,
    SECOND_WANTED,
  );
  splits(
    'an export whose text follows its label in one line',
    [
      `【标题】：${TITLE}`,
      '讲话人：陆明远',
      '时间：2015年3月2日',
      `正文：${BODY[1]}`,
      ...BODY.slice(2),
      `【标题】：${SECOND_TITLE}`,
      '讲话人：何晓东',
      '时间：2016年4月1日',
      `正文：${SECOND[1]}`,
      ...SECOND.slice(2),
    ],
    { ...FIRST_WANTED, paragraphs: BODY.slice(1) },
    { ...SECOND_WANTED, paragraphs: SECOND.slice(1) },
  );
  splits(
    'a thread',
    [
      '1楼 云溪客 发表于 2015-3-5 10:00',
      TITLE,
      '（2015年3月2日）',
      '陆明远',
      ...BODY,
      ...BODY.slice(3),
      '2楼 林海人 发表于 2015-3-6 08:12:30',
      SECOND_TITLE,
      '（2016年4月1日）',
      '何晓东',
      ...SECOND,
      ...SECOND.slice(2),
    ],
    { ...FIRST_WANTED, paragraphs: [...BODY, ...BODY.slice(3)] },
    { ...SECOND_WANTED, paragraphs: [...SECOND, ...SECOND.slice(2)] },
  );
});

describe('cleanArticles: exports, series, answered threads', () => {
  splits(
    'labels in brackets without a colon',
    [
      ...[`【标题】${TITLE}`, '【作者】陆明远', '【日期】2015-03-02', '【正文】', ...BODY],
      ...[`【标题】${SECOND_TITLE}`, '【作者】何晓东', '【日期】2016-04-01', '【正文】', ...SECOND],
    ],
    FIRST_WANTED,
    SECOND_WANTED,
  );
  splits(
    'texts of one kind that are only counted',
    ['护林心得体会两篇', '篇一：护林心得体会', ...BODY.slice(1), '篇二：护林心得体会', ...SECOND.slice(1)],
    { title: '护林心得体会', date: null, speaker: null, paragraphs: BODY.slice(1) },
    { title: '护林心得体会', date: null, speaker: null, paragraphs: SECOND.slice(1) },
  );
  splits(
    'a post alone, with the controls of its board',
    ['笔耕', '积分 1200', '发消息', '发表于 2015-3-2 08:12:01 | 只看该作者', TITLE, ...BODY],
    { title: TITLE, date: '2015-03-02', speaker: null, paragraphs: BODY },
  );
  splits(
    'a post and what others say to it',
    [
      '1楼 笔耕 发表于 2015-3-2 08:12',
      TITLE,
      ...BODY,
      ...BODY.slice(1),
      '2楼 小何 发表于 2015-3-3 09:00',
      '谢谢楼主分享！',
    ],
    { title: TITLE, date: '2015-03-02', speaker: null, paragraphs: [...BODY, ...BODY.slice(1)] },
  );
});

describe('cleanArticles: a letter and the speech annexed to it', () => {
  const LETTER = [
    '关于印发陆明远同志在全县林业工作会议上讲话的通知',
    '各乡镇人民政府：',
    '现将陆明远同志在全县林业工作会议上的讲话印发给你们，请认真学习。',
  ];
  const SIGNED = ['云溪县人民政府办公室', '2015年3月9日'];
  const LETTER_WANTED = { title: LETTER[0]!, date: '2015-03-09', speaker: null };
  splits(
    '附件 alone in its line',
    [
      '云政办〔2015〕8号',
      ...LETTER,
      '附件：陆明远同志的讲话',
      ...SIGNED,
      '附件',
      TITLE,
      '（2015年3月2日）',
      '陆明远',
      ...BODY,
    ],
    LETTER_WANTED,
    FIRST_WANTED,
  );
  splits(
    'two, numbered',
    [
      ...LETTER,
      ...SIGNED,
      '附件1：',
      TITLE,
      '（2015年3月2日）',
      '县委书记 陆明远',
      ...BODY,
      '附件2：',
      SECOND_TITLE,
      '（2016年4月1日）',
      '县长 何晓东',
      ...SECOND,
    ],
    LETTER_WANTED,
    FIRST_WANTED,
    SECOND_WANTED,
  );
  splits('a greeting alone below the title', [...LETTER, ...SIGNED, '附件', TITLE, ...BODY], LETTER_WANTED, {
    ...FIRST_WANTED,
    date: null,
    speaker: null,
  });
});

describe('cleanArticles: a letter named after the speech below it', () => {
  const title = `中共云溪县委办公室关于印发陆明远同志${TITLE}的通知`;
  const send = [`现将陆明远同志${TITLE}印发给你们，请认真学习。`, '中共云溪县委办公室', '2015年3月4日'];
  const letter = ['云办发〔2015〕12号', '中共云溪县委办公室', title.slice(9), '各乡镇党委：', ...send];
  splits(
    'splits it off',
    [...letter, TITLE, '（2015年3月2日）', '陆明远', ...BODY],
    { title, date: '2015-03-04', speaker: null },
    FIRST_WANTED,
  );
  it('but not what it does not name', () => {
    const text = [...letter, SECOND_TITLE, '（2016年4月1日）', '何晓东', ...SECOND].join('\n');
    assert.equal(cleanArticles({ text }).length, 1);
  });
});

describe('cleanArticles: what several said on one occasion', () => {
  const [one, two, three] = [BODY.slice(1), SECOND.slice(1), THIRD.slice(1)];
  splits(
    'title, then office and name',
    [
      '全县林业工作会议发言摘登',
      '编者按：会上有三位同志发言，摘登如下。',
      ...['把树管到山头上', '南坡镇党委书记 陆明远', ...one],
      ...['把火挡在山门外', '县应急局局长 何晓东', ...two],
      ...['让林地生出钱来', '云溪林业公司董事长 王立新', ...three],
    ],
    { title: '把树管到山头上', date: null, speaker: '陆明远', paragraphs: one },
    { title: '把火挡在山门外', date: null, speaker: '何晓东', paragraphs: two },
    { title: '让林地生出钱来', date: null, speaker: '王立新', paragraphs: three },
  );
  const title = '全县林业工作会议交流发言材料';
  splits(
    'office and name in a line, the day above them all',
    [title, '（2015年3月2日）', '南坡镇党委书记 陆明远：', ...one, '北山乡乡长 何晓东：', ...two],
    { title, date: '2015-03-02', speaker: '陆明远', paragraphs: one },
    { title, date: '2015-03-02', speaker: '何晓东', paragraphs: two },
  );
  splits(
    'name and office before the first sentence',
    [
      '在县委全会分组讨论时的发言摘要',
      `陆明远（南坡镇党委书记）：${one.join('')}`,
      `何晓东（北山乡乡长）：${two.join('')}`,
      `县林业局局长王立新：${three.join('')}`,
    ],
    { title: '在县委全会分组讨论时的发言摘要', date: null, speaker: '陆明远', paragraphs: [one.join('')] },
    { title: '在县委全会分组讨论时的发言摘要', date: null, speaker: '何晓东', paragraphs: [two.join('')] },
    { title: '在县委全会分组讨论时的发言摘要', date: null, speaker: '王立新', paragraphs: [three.join('')] },
  );
  it('tells what was taken out as who speaks', () => {
    const text = ['分组讨论发言摘要', `陆明远（镇长）：${one.join('')}`, `何晓东（乡长）：${two.join('')}`].join('\n');
    const removed = cleanArticles({ text })[1]!.removed;
    assert.deepEqual(
      removed.map(({ text: taken, line, isFinal }) => [taken, line, isFinal]),
      [['何晓东（乡长）：', 2, true]],
    );
  });
  splits(
    'title and subtitle as head, without a day',
    ['让青山更青', `——${TITLE}`, ...BODY, '防火于未燃', `——${SECOND_TITLE}`, ...SECOND],
    { title: `让青山更青——${TITLE}`, date: null, speaker: null, paragraphs: BODY },
    { title: `防火于未燃——${SECOND_TITLE}`, date: null, speaker: null, paragraphs: SECOND },
  );
});

describe('cleanArticles: several, but nobody knows where one ends', () => {
  const unsure = (name: string, lines: readonly string[]) =>
    it(name, () => {
      const got = parts(lines);
      assert.equal(got.length, 1);
      assert.deepEqual([got[0]!.title, got[0]!.date, got[0]!.speaker], ['云溪讲话选', null, null]);
      for (const line of [TITLE, ...BODY]) assert.ok(got[0]!.paragraphs.includes(line), line);
    });
  unsure('heads of different forms', [
    TITLE,
    '（2015年3月2日）',
    ...BODY,
    ...BODY.slice(1),
    SECOND_TITLE,
    '何晓东',
    ...SECOND.slice(1),
  ]);
  unsure('a part that is nothing but a head', [
    TITLE,
    '（2015年3月2日）',
    '陆明远',
    ...BODY,
    SECOND_TITLE,
    '（2016年4月1日）',
    '何晓东',
    '（略）',
  ]);
});

describe('cleanArticles: one', () => {
  const one = (name: string, lines: readonly string[]) => it(name, () => assert.equal(parts(lines).length, 1));
  one('a speech', [TITLE, '（2015年3月2日）', '陆明远', ...BODY]);
  one('a speech that greets again', [
    TITLE,
    '（2015年3月2日）',
    '陆明远',
    ...BODY,
    '同志们：',
    ...SECOND.slice(1),
    '同志们！',
    ...SECOND.slice(1),
  ]);
  one('a title that is repeated', [TITLE, TITLE, '（2015年3月2日）', '陆明远', ...BODY]);
  one('a table of its own sections', [
    TITLE,
    '目录',
    '一、先看清家底……1',
    '二、再把责任压实……3',
    '（2015年3月2日）',
    '陆明远',
    ...BODY,
    ...SECOND,
  ]);
  one('a paper with an annex', [
    '关于印发林地管护办法的通知',
    '各乡镇人民政府：',
    '现将办法印发给你们，请认真抓好落实。',
    '云溪县林业局',
    '2015年3月2日',
    '林地管护办法',
    '第一条 为了管好林地，制定本办法。',
    '第二条 林地管护实行乡镇负责制，谁的山头谁负责。',
    ...SECOND.slice(1),
    ...BODY.slice(3),
  ]);
  one('questions and answers', [
    '县委书记答记者问',
    '（2015年3月2日）',
    '记者：护林员的工资够不够？',
    '陆明远：先保基本，再看绩效，办法已经定了，各乡镇都在照着做。',
    ...BODY.slice(1),
    ...SECOND.slice(1),
  ]);
  one('a letter with rules and a speech annexed: nobody knows what is whose', [
    '关于印发有关材料的通知',
    '各乡镇人民政府：',
    '现将有关材料印发给你们。',
    '附件1：',
    TITLE,
    ...BODY,
    '附件2：',
    '林地管护办法',
    '第一条 为了管好林地，制定本办法。',
    ...SECOND.slice(1),
  ]);
  one('one talk among several', [
    '在全县林业座谈会上的发言',
    '县林业局局长 王立新',
    ...THIRD.slice(1),
    ...SECOND.slice(1),
  ]);
  one('an interview', [
    '代表委员发言实录',
    ...[0, 1].flatMap(() => [
      `县林业局局长王立新：${THIRD.slice(1).join('')}`,
      `县委书记陆明远：${BODY.slice(1).join('')}`,
    ]),
  ]);
});
