import assert from 'node:assert/strict';
import { cleanArticle } from '../../../../../src/engine/article/cleanArticle';
import { BODY, cases, TITLE, withHead } from './kind';

const DAY = '（2015年3月2日）';
const named = (speaker: string, ...lines: readonly string[]) =>
  Object.fromEntries(
    lines.map(line => [line, [withHead(DAY, line), { title: TITLE, date: '2015-03-02', speaker }] as const]),
  );

describe('kinds of speakers: below the title', () => {
  cases({
    ...named(
      '陆明远',
      '陆明远',
      '陆 明 远',
      '（陆明远）',
      '陆明远同志',
      '县委书记　陆明远',
      '县委书记陆明远',
      '中共云溪县委书记陆明远同志',
      '县委副书记、县长 陆明远',
      '县委副书记、代县长 陆明远',
      '云溪县人大常委会代主任 陆明远',
      '自治县代主席 陆明远',
      '县政府新闻发言人 陆明远',
      '陆明远 县委书记',
      '陆明远（县委书记）',
      '陆明远，云溪县委书记',
      '县林业局局长 陆明远',
      '县林业局　陆明远',
      '云溪县委书记　陆明远（女）',
      '云溪镇党委第一书记 陆明远',
      '共青团云溪县委书记 陆明远',
      '县公安局政委 陆明远',
      '云溪一中校长、高级教师 陆明远',
      '讲话人：陆明远',
      '作者 | 陆明远',
      '文/陆明远',
      '□ 陆明远',
      '◎陆明远',
      '报告人：县委书记陆明远',
      '主讲人：陆明远同志',
    ),
    ...named('买买提·艾力', '买买提·艾力', '县长 买买提·艾力', '县委副书记、县长买买提·艾力', '买买提•艾力同志'),
    ...named('巴特尔', '旗长 巴特尔', '旗委书记　巴特尔', '巴特尔'),
    ...named('呼格吉勒图', '旗长 呼格吉勒图'),
    ...named('扎西多吉', '州长 扎西多吉', '扎西多吉'),
    ...named('欧阳海山', '欧阳海山', '县长欧阳海山'),
    ...named('高明', '县长 高明'),
  });
});

describe('kinds of speakers: in a title or below it', () => {
  cases({
    'office and name before the occasion': [
      ['县委书记陆明远在全县林业工作会议上的讲话', DAY, ...BODY],
      { title: '县委书记陆明远在全县林业工作会议上的讲话', date: '2015-03-02', speaker: '陆明远' },
    ],
    'name and 同志 before the occasion': [
      ['陆明远同志在全县林业工作会议上的讲话', DAY, ...BODY],
      { speaker: '陆明远', date: '2015-03-02' },
    ],
    'several offices': [
      ['云溪县委副书记、县长陆明远同志在全县林业工作会议上的讲话', DAY, ...BODY],
      { speaker: '陆明远' },
    ],
    'name, office, occasion': [['陆明远书记在全县林业工作会议上的讲话', DAY, ...BODY], { speaker: '陆明远' }],
    'no frequent family name': [['旗长巴特尔同志在全旗林业工作会议上的讲话', DAY, ...BODY], { speaker: '巴特尔' }],
    'a minority name': [['县长买买提·艾力在全县林业工作会议上的讲话', DAY, ...BODY], { speaker: '买买提·艾力' }],
    'a colon': [['陆明远：在全县林业工作会议上的讲话', DAY, ...BODY], { speaker: '陆明远' }],
    'a repeated title with the name': [
      [TITLE, `陆明远：${TITLE}（全文）`, '2015-03-05 来源：云溪日报', ...BODY],
      { title: TITLE, date: '2015-03-05', speaker: '陆明远' },
    ],
    'a repeated title with the office': [
      [TITLE, `县委书记陆明远${TITLE}`, ...BODY],
      { title: TITLE, speaker: '陆明远' },
    ],
    'before the occasion below the title': [
      ['云溪县人民政府工作报告', '——2015年3月2日县长　陆明远在云溪县第十届人民代表大会第四次会议上', ...BODY],
      { title: '云溪县人民政府工作报告', date: '2015-03-02', speaker: '陆明远' },
    ],
    'before the occasion, the day last': [
      ['云溪县人民政府工作报告', '——县长陆明远在云溪县第十届人民代表大会第四次会议上的报告（2015年3月2日）', ...BODY],
      { title: '云溪县人民政府工作报告', date: '2015-03-02', speaker: '陆明远' },
    ],
    'behind the occasion': [
      [
        '云溪县人民政府工作报告',
        '2015年3月2日在云溪县第十届人民代表大会第四次会议上',
        '云溪县人民政府县长　陆明远',
        ...BODY,
      ],
      { title: '云溪县人民政府工作报告', date: '2015-03-02', speaker: '陆明远' },
    ],
    'at the end, above the day': [
      [TITLE, ...BODY, '陆明远', '2015年3月2日'],
      { title: TITLE, date: '2015-03-02', speaker: '陆明远' },
    ],
    'in the name of the file': [[TITLE, ...BODY], { speaker: '陆明远', fileName: `2015-03-02_陆明远_${TITLE}.txt` }],
  });
});

const NO_NAMES =
  '范文 祝词 章程 纪要 申论 党史 江苏 江西 安徽 云南 贵州 甘肃 宁夏 温州 苏州 方案 文件 文稿 汇报 简报 贺信 贺词 党课 党建 党委 金融 农业 农村 管理 项目 单位 毕业 成绩 计划 任务 连载 查摆 解读 应急 游记 司法 石油 强县 万州 江苏省 申论题 党代会 高质量 农村工作 安全生产 文旅局 党史类 易地搬迁 边疆 白皮书 房产 牛年 龙年 时评 章节 包保 项目办';

describe('kinds of speakers: no name', () => {
  cases({
    ...Object.fromEntries(
      NO_NAMES.split(' ').map(word => [
        `file ${word}`,
        [[TITLE, ...BODY], { speaker: null, fileName: `${word}_${TITLE}.txt` }] as const,
      ]),
    ),
    'a button of an account': [
      [TITLE, '云溪发布', '关注', '2015-03-05 09:12', ...BODY],
      { title: TITLE, speaker: null, date: '2015-03-05' },
    ],
    'who edited': [
      [TITLE, '编辑：何晓梅 审核：王立新', DAY, ...BODY],
      { title: TITLE, speaker: null, date: '2015-03-02' },
    ],
    'an issuing office': [
      ['关于加强林地管护的通知', '云溪县林业局', ...BODY.slice(1)],
      { speaker: null, paragraphs: ['云溪县林业局', ...BODY.slice(1)] },
    ],
  });
});

const NEWS = '护林员老何又上山了';
const news = (first: string, ...head: readonly string[]) => ({
  [head.join(' / ') || first]: [
    [NEWS, ...head, first, ...BODY.slice(3)],
    { title: NEWS, speaker: null, paragraphs: [first, ...BODY.slice(3)] },
  ] as const,
});
const TOLD = '记者从县林业局获悉，今年护林员的补助又涨了，老何高兴得一早就上了山。';
const SAID = '“山是大家的。”老何告诉记者，他在林子里走了三十年，哪棵树生了虫，一眼就看得出来。';

describe('kinds of speakers: a reporter says nothing', () => {
  cases({
    ...news(TOLD, '作者：何晓梅 来源：云溪新闻网 2015-03-05 09:12'),
    ...news(TOLD, '何晓梅'),
    ...news(TOLD, '云溪日报 何晓梅 王立新'),
    ...news(SAID, '本报记者 何晓梅'),
    ...news(SAID, '云溪日报见习记者：何晓梅'),
    ...news(SAID, '2015-03-05', '撰文：何晓梅'),
    ...news('云溪新闻网讯（记者 何晓梅）三月的云溪，漫山的桃花开了。', '何晓梅'),
    ...news('新华社云溪3月2日电（记者何晓梅、王立新）三月的云溪，漫山的桃花开了。', '何晓梅'),
    'who speaks, and the press tells of it': [
      [
        '陆明远同志在全县林业工作会议上的讲话',
        '本报讯（记者 何晓梅）3月2日，县委书记陆明远到会讲话，全文如下。',
        ...BODY,
      ],
      { speaker: '陆明远', paragraphs: ['本报讯（记者何晓梅）3月2日，县委书记陆明远到会讲话，全文如下。', ...BODY] },
    ],
    'who speaks to the press': [
      [
        '云溪县林业发布会实录',
        '陆明远',
        '记者朋友们、同志们：',
        '前几天有人告诉记者，山上的树没人管，今天我来说一说。',
        ...BODY.slice(2),
      ],
      {
        speaker: '陆明远',
        paragraphs: ['记者朋友们、同志们：', '前几天有人告诉记者，山上的树没人管，今天我来说一说。', ...BODY.slice(2)],
      },
    ],
    'who wrote an essay': [
      ['让青山更青', '作者：陆明远', ...BODY.slice(1)],
      { title: '让青山更青', speaker: '陆明远', paragraphs: BODY.slice(1) },
    ],
    'an account is nobody': [
      ['让青山更青', '作者：云溪笔墨坊', ...BODY.slice(1)],
      { title: '让青山更青', speaker: null, paragraphs: BODY.slice(1) },
    ],
  });
});

describe('kinds of speakers: left open by a template', () => {
  cases({
    'signs for name and day': [
      [TITLE, '云溪县委书记　×××', '（××××年×月×日）', ...BODY],
      { title: TITLE, date: null, speaker: null },
    ],
    'the year alone is said': [[TITLE, '（2015年×月×日）', ...BODY], { title: TITLE, date: '2015', speaker: null }],
    'at the end': [[TITLE, ...BODY, '某某某', '20××年×月××日'], { title: TITLE, date: null, speaker: null }],
    'a sentence with such signs is text': [
      [TITLE, DAY, ...BODY, '请×××同志代表县委宣读表彰决定，大家欢迎。'],
      { paragraphs: [...BODY, '请×××同志代表县委宣读表彰决定，大家欢迎。'] },
    ],
  });
});

describe('kinds of speakers: who signs above an annex', () => {
  cases({
    'one annex': [
      [TITLE, ...BODY, '陆明远', '2015年3月2日于云溪', '附件：护林员名单'],
      { date: '2015-03-02', speaker: '陆明远', paragraphs: [...BODY, '附件：护林员名单'] },
    ],
    'who printed it': [
      [TITLE, ...BODY, '陆明远', '2015年3月2日', '打印：小林　校对：小周'],
      { date: '2015-03-02', speaker: '陆明远' },
    ],
  });
});

describe('kinds of speakers: in the name of a file, with blanks', () => {
  const named = (fileName: string, speaker: string | null) =>
    [fileName, [BODY, { title: '造林会讲话', date: '2015-03-02', speaker, fileName }]] as const;
  cases(
    Object.fromEntries([
      named('造林会讲话 20150302 陆明远.txt', '陆明远'),
      named('造林会讲话 陆明远 2015-03-02.doc', '陆明远'),
      named('2015.3.2 陆明远 造林会讲话.txt', '陆明远'),
      named('陆明远 造林会讲话 2015年3月2日.txt', '陆明远'),
    ]),
  );
  it('leaves a name without a day, which may be a place', () => {
    const article = cleanArticle({ text: BODY.join('\n') }, { fileName: '造林会讲话 李家沟.txt' });
    assert.deepEqual([article.title, article.speaker], ['造林会讲话 李家沟', null]);
  });
});
