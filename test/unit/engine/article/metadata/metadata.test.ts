import assert from 'node:assert/strict';
import { bylineOf } from '../../../../../src/engine/article/metadata/byline';
import { dateLine } from '../../../../../src/engine/article/metadata/dates/dateLine';
import { parseDate } from '../../../../../src/engine/article/metadata/dates/dates';
import { inYear, parseMonthDay } from '../../../../../src/engine/article/metadata/dates/monthDay';
import { readFields } from '../../../../../src/engine/article/metadata/fields';
import { readFileName } from '../../../../../src/engine/article/metadata/fileName';
import { readHead } from '../../../../../src/engine/article/metadata/head/head';
import { isPersonName, speakerOf, statedSpeaker } from '../../../../../src/engine/article/metadata/names';
import { occasionOf, speakerInTitle } from '../../../../../src/engine/article/metadata/occasion';

describe('parseDate', () => {
  const cases: Record<string, string | null> = {
    '（2015年5月23日）': '2015-05-23',
    '2019/11/12 9:23:45': '2019-11-12',
    '2019-1-2': '2019-01-02',
    '2015.05': '2015-05',
    二〇一五年五月二十三日: '2015-05-23',
    '二○一九年十二月': '2019-12',
    二〇二〇年十月十日: '2020-10-10',
    '2015年': '2015',
    讲话20180226: '2018-02-26',
    '2018年13月1日': null,
    全县教育大会: null,
  };
  for (const [text, date] of Object.entries(cases)) it(text, () => assert.equal(parseDate(text), date));
});

describe('speakerOf', () => {
  const cases: Record<string, string | null> = {
    '中共青山县委书记 李四清': '李四清',
    中共青山县委书记李四清: '李四清',
    '（青山县人民政府县长　王　芳）': '王芳',
    '张　三': '张三',
    欧阳小明: '欧阳小明',
    '青山日报 李四清 王芳': null,
    '本报记者 李四清': null,
    习近平: '习近平',
    高质量: null,
    '各级党委书记 要带头': null,
    县委书记要带头抓落实: null,
    关于: null,
    '——访青山县委书记李四清': null,
  };
  for (const [line, name] of Object.entries(cases)) it(line, () => assert.equal(speakerOf(line), name));

  it('takes a name with blanks for a name, not a slogan', () => {
    assert.ok(isPersonName('李 四'));
    assert.ok(!isPersonName('抓落实'));
  });
});

describe('bylineOf', () => {
  const cases: Record<string, { author: string | null } | null> = {
    '青山日报 李四清 王芳': { author: '李四清、王芳' },
    '青山日报评论员 李四清': { author: '李四清' },
    '本报记者 李四清': { author: null },
    '青山日报记者：李四清、王芳 欧阳小明': { author: null },
    '特约通讯员 李四清': { author: null },
    '记者 看到': null,
    '青山日报 春耕忙': null,
    李四清: null,
  };
  for (const [line, wanted] of Object.entries(cases)) it(line, () => assert.deepEqual(bylineOf(line), wanted));
});

describe('statedSpeaker', () => {
  const cases: Record<string, string> = {
    青山县委书记李四清: '李四清',
    '青山县委副书记、县长　王　芳': '王芳',
    书记李四清: '李四清',
    总经理欧阳小明: '欧阳小明',
    '县农业农村局党组书记、局长张三': '张三',
    李四清: '李四清',
    '张　三': '张三',
    青山县人民政府: '青山县人民政府',
    青山县委书记: '青山县委书记',
    '县委书记、县长': '县委书记、县长',
    本报评论员: '本报评论员',
  };
  for (const [text, speaker] of Object.entries(cases)) it(text, () => assert.equal(statedSpeaker(text), speaker));
});

describe('readFields', () => {
  it('reads labels, dates, counters and controls of a page', () => {
    assert.deepEqual(readFields('作者： 发布时间：2019/11/12 9:23:45 点击率：0'), { published: '2019-11-12' });
    assert.deepEqual(readFields('作者：李四清 来源：《青山论坛》 发表时间：2015-08-31'), {
      author: '李四清',
      published: '2015-08-31',
    });
    assert.deepEqual(readFields('主讲人：李四清 时间：2015-08-31'), { speaker: '李四清', published: '2015-08-31' });
    assert.deepEqual(readFields('发布时间：09-30 10:05 来源：青山日报'), { published: '--09-30' });
    assert.deepEqual(readFields('09-30 10:05 浏览：12'), { published: '--09-30' });
    assert.deepEqual(readFields('发布时间：18-03-08 23:16'), { published: '2018-03-08' });
    assert.deepEqual(readFields('发布于 3小时前'), {});
    assert.deepEqual(readFields('2015-05-23 10:00 青山日报'), { published: '2015-05-23' });
    assert.deepEqual(readFields('【字体：大 中 小】 【打印】 【关闭】'), {});
    assert.deepEqual(readFields('（原标题：在全县教育大会上的讲话 （2015年5月23日） 李四清）'), {
      title: '在全县教育大会上的讲话',
      date: '2015-05-23',
      speaker: '李四清',
    });
    assert.deepEqual(readFields('责任编辑：李四清 审核：王芳'), {});
  });

  for (const prose of [
    '时间：不等人',
    '来源：一是群众；二是基层',
    '记者：请您谈谈下一步的做法',
    '关键词：信心',
    '2019年11月12日全县推荐会',
    '访问量大的网站要先改',
    '各位代表，2015年5月23日这一天要记住',
    '9月30日 收官',
    '时间：3月起每周一',
    '昨天',
  ]) {
    it(`leaves prose: ${prose}`, () => assert.equal(readFields(prose), null));
  }
});

describe('days without a year', () => {
  it('reads month and day', () => {
    const days = {
      '09-30 12:01': '--09-30',
      '9月30日': '--09-30',
      '9/3': '--09-03',
      '13-01': null,
      昨天: null,
      '18-03-08': '2018-03-08',
    };
    for (const [text, day] of Object.entries(days)) assert.equal(parseMonthDay(text), day, text);
  });

  it('takes the only year of which there is another sign', () => {
    const year = (evidence: string) => inYear('--09-30', evidence);
    for (const sign of [
      '/2019/0930/c1.html',
      'a_20190930_1',
      '2019-9-30',
      '2019年9月30日',
      't=1569830400',
      '"1569830400123"',
    ])
      assert.equal(year(`…${sign}…`), '2019-09-30', sign);
    assert.equal(year('2019-09-29 1569052800'), null);
    assert.equal(year('2019-09-30 2020-09-30'), null);
    assert.equal(year('820190930'), null);
    assert.equal(inYear('2018-03-08', ''), '2018-03-08');
    assert.equal(inYear(undefined, '2019-09-30'), null);
  });
});

describe('readFileName', () => {
  it('leaves out what is not seen: controls, line breaks, marks without width or that turn the direction', () => {
    const { title } = readFileName('\u001b[31m在座谈会\n上的\u202e讲话\u200b.txt');
    assert.equal(title, '[31m在座谈会上的讲话');
  });

  it('takes title, date and speaker in any order', () => {
    const title = '在全县教育大会上的讲话';
    const all = { title, date: '2015-05-23', speaker: '李四清' };
    assert.deepEqual(readFileName(`${title}_2015-05-23_李四清.txt`), all);
    assert.deepEqual(readFileName(`a/b/20150523_李四清_${title}_gbk.docx`), all);
    assert.deepEqual(readFileName(`2015-05-23 李四清：${title}.html`), all);
    assert.deepEqual(readFileName(`${title}.md`), { title, date: null, speaker: null });
    assert.deepEqual(readFileName('2025年青山县政府工作报告.docx').title, '2025年青山县政府工作报告');
    // Nothing between the day and the title, and what a writer adds behind a blank.
    assert.deepEqual(readFileName(`20150523${title}.txt`), { title, date: '2015-05-23', speaker: null });
    assert.deepEqual(readFileName(`${title}20150523.docx`), { title, date: '2015-05-23', speaker: null });
    assert.deepEqual(readFileName(`2015年5月23日 李四清 ${title} 定稿3.doc`), all);
    assert.deepEqual(readFileName('会议材料 2.doc').title, '会议材料 2');
    // The name first, or grown to the day.
    for (const name of [`2015.05.23-李四清-${title}(1)`, `20150523（李四清）${title}`, `${title}[20150523李四清]`])
      assert.deepEqual(readFileName(`${name}.doc`), all);
    assert.deepEqual(readFileName('学习-李四清-先进事迹.doc').speaker, null);
  });
});

describe('occasionOf', () => {
  it('reads what follows 在', () => {
    assert.equal(occasionOf('在全县经济工作会议上的讲话'), '全县经济工作会议');
    assert.equal(occasionOf('李四清：在走访劳动模范时的讲话（节选）'), '走访劳动模范');
    assert.equal(occasionOf('在青山县教育大会上的动员讲话提纲'), '青山县教育大会');
    assert.equal(occasionOf('在干事创业中践行使命'), null);
    assert.equal(speakerInTitle('李四清同志在全县教育大会上的讲话'), '李四清');
    assert.equal(speakerInTitle('2011年李四清在林业会上的讲话'), '李四清');
    assert.equal(speakerInTitle('县委在全县教育大会上的讲话'), null);
  });
});

describe('readHead', () => {
  it('joins a title of two lines and a subtitle', () => {
    assert.equal(
      readHead(['在全县优化营商环境', '大会上的讲话', '同志们：'], { title: null }).title,
      '在全县优化营商环境大会上的讲话',
    );
    const { title, taken } = readHead(['让青山更青', '——在全县造林大会上的讲话', '同志们：'], { title: null });
    assert.equal(title, '让青山更青——在全县造林大会上的讲话');
    assert.deepEqual([...taken.keys()], [0, 1]);
  });

  it('finds the title again with speaker, date or site added', () => {
    const title = '在全县教育大会上的讲话';
    const head = readHead([`${title}-青山公文网`, `李四清${title}`, `2015-05-23_${title}`, '同志们：'], {
      title: null,
    });
    assert.deepEqual([head.title, head.speaker, head.date, head.taken.size], [title, '李四清', '2015-05-23', 3]);
  });

  it('reads where and when a report was made, and leaves the sentence', () => {
    const line = '2015年1月14日在青山县第十届人民代表大会第三次会议上青山县人民政府县长李四清作政府工作报告。';
    const head = readHead(['2015年青山县政府工作报告', line, '各位代表：'], { title: null });
    assert.deepEqual(
      [head.date, head.occasion, head.speaker],
      ['2015-01-14', '青山县第十届人民代表大会第三次会议', '李四清'],
    );
    assert.deepEqual([...head.taken.keys()], [0]);
  });

  it('stops where the prose begins', () => {
    const head = readHead(['同志们：', '今天开个会。', '李四清', '（2015年5月23日）'], { title: null });
    assert.deepEqual([head.title, head.taken.size], [null, 0]);
    const says = { date: '2015-05', speaker: '李四清', isSpoken: true, isWrapped: true, isLed: false };
    assert.deepEqual(dateLine('（2015年5月　李四清）'), says);
    assert.equal(dateLine('2015年5月23日全县教育大会召开'), null);
  });
});
