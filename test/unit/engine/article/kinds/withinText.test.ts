import { BODY, cases, TITLE, withHead } from './kind';

const HEAD = ['（2015年3月2日）', '陆明远'];
const said = (line: string, wanted: string | readonly string[] = line) =>
  [
    [TITLE, ...HEAD, BODY[0]!, ...line.split('\n'), ...BODY.slice(2)],
    {
      title: TITLE,
      date: '2015-03-02',
      speaker: '陆明远',
      paragraphs: [BODY[0]!, ...[wanted].flat(), ...BODY.slice(2)],
    },
  ] as const;

describe('kinds of dirt within the text', () => {
  cases({
    'marks of notes': said(
      '去年全县林地再创新高[1]，农民收入〔2〕稳步增长③，护林员“一人一山头”⑴。',
      '去年全县林地再创新高，农民收入稳步增长，护林员“一人一山头”。',
    ),
    'raised marks of notes': said(
      '去年全县林地再创新高⁶，农民收入稳步增长。¹²护林站占地二百平方米²，造价不高。',
      '去年全县林地再创新高，农民收入稳步增长。护林站占地二百平方米²，造价不高。',
    ),
    'numbers that are no marks': said('①抓管护，②抓补植，③抓防火，见图①。'),
    'the number of a document': said('按照云发〔2015〕8号文件的要求，逐条对照检查。'),
    'blanks after every character': said(
      '去 年 造 林 1 2 . 6 万 亩 ， 比 上 年 增 长 3 . 4 % ， 成 绩 来 之 不 易 。',
      '去年造林12.6万亩，比上年增长3.4%，成绩来之不易。',
    ),
    'blanks within a number': said(
      '去年造林1 2 . 6万亩，比2 0 1 4年增长3 . 4 %，成绩来之不易。',
      '去年造林12.6万亩，比2014年增长3.4%，成绩来之不易。',
    ),
    'blanks beside the points of several numbers, and within another': said(
      '去年造林12 .6万亩，增长3. 5%，投入1 2 0万元。',
      '去年造林12.6万亩，增长3.5%，投入120万元。',
    ),
    'a page that ends in a short clause': said(
      '\u3000\u3000护林员要守住山口，\n- 4 -\n一天巡一次山。\n\u3000\u3000一周写一篇记录。',
      ['护林员要守住山口，一天巡一次山。', '一周写一篇记录。'],
    ),
    'a number beside a word in another script': said(
      '使用 APP 办理的事项达 90%，共 3 类 12 项。',
      '使用APP办理的事项达90%，共3类12项。',
    ),
    'rows that tabs set apart': said(
      '各乡镇任务如下。\n序号\t乡镇\t责任人\n1\t南坡镇\t何晓东\n2\t北山乡\t王立新\n以上任务月底见账。',
      ['各乡镇任务如下。', '序号｜乡镇｜责任人', '1｜南坡镇｜何晓东', '2｜北山乡｜王立新', '以上任务月底见账。'],
    ),
    'rows of two cells': said('补植造林\t县林业局\n护林防火\t县应急局', ['补植造林｜县林业局', '护林防火｜县应急局']),
    'numbers of a list with a tab behind them': said('一、\t护林员要一天巡一次山。\n二、\t护林站要一周写一篇记录。', [
      '一、护林员要一天巡一次山。',
      '二、护林站要一周写一篇记录。',
    ]),
    'signs of a list with a tab behind them': said('①\t护林员要一天巡一次山。\n②\t护林站要一周写一篇记录。', [
      '①护林员要一天巡一次山。',
      '②护林站要一周写一篇记录。',
    ]),
    'a tab alone in the text': said('护林员要\t一天巡一次山。', '护林员要一天巡一次山。'),
    'a lone full stop': said('护林员要一天巡一次山，一周写一篇记录\n。', '护林员要一天巡一次山，一周写一篇记录。'),
    'a lone comma': said('护林员要一天巡一次山\n，\n一周写一篇记录。', '护林员要一天巡一次山，一周写一篇记录。'),
    'a full stop too many': said('护林员要一天巡一次山。\n。', '护林员要一天巡一次山。'),
    'a closing quotation mark in the next line': said(
      '老何常说：“山在人在。\n”这话朴实。',
      '老何常说：“山在人在。”这话朴实。',
    ),
    'paragraphs in one line': said(
      '（一）抓管护　　护林员要一天巡一次山。　　（二）抓补植　　哪里缺就补在哪里，当年补齐。',
      ['（一）抓管护', '护林员要一天巡一次山。', '（二）抓补植', '哪里缺就补在哪里，当年补齐。'],
    ),
    'names of reporters': said(
      '本报讯（记者 何晓梅 王立新）护林员老何又上山了。',
      '本报讯（记者何晓梅、王立新）护林员老何又上山了。',
    ),
    'reporters and correspondents': said(
      '记者 何晓梅 王立新 通讯员 杨帆 采写了这篇通讯。',
      '记者何晓梅、王立新，通讯员杨帆采写了这篇通讯。',
    ),
    'a label alone in its line': said('（一）\n抓管护，护林员要一天巡一次山。', '（一）抓管护，护林员要一天巡一次山。'),
    'a number alone in its line, as a label': said(
      '1.\n抓管护，护林员要一天巡一次山。',
      '1.抓管护，护林员要一天巡一次山。',
    ),
    'a name of a rare character with its reading': said('有个村子叫垚（yáo）家坪，家家护林。'),
    'marks of an account within a sentence': said(
      '护林员要一天巡一次山（公众号：云溪笔墨），一周写一篇记录。',
      '护林员要一天巡一次山，一周写一篇记录。',
    ),
  });
});

const WRAPPED = [
  '　　各乡镇要把护林员名单公布到村口，谁的山头谁负责，',
  '出了问题先找书记，不能把责任推给护林员一个人，更不能',
  '等到山火烧起来才想起来要管，要把功夫下在平时和细处，',
  '一天一巡山，一周一小结，一月一通报。',
  '　　家底不薄，但管护的力量还跟不上，去年又添了三万亩林',
];
const FIRST =
  '各乡镇要把护林员名单公布到村口，谁的山头谁负责，出了问题先找书记，不能把责任推给护林员一个人，更不能等到山火烧起来才想起来要管，要把功夫下在平时和细处，一天一巡山，一周一小结，一月一通报。';
const page = (...between: readonly string[]) =>
  [
    withHead(...HEAD)
      .slice(0, 3)
      .concat(WRAPPED, between, ['地，靠两百个护林员看不过来，要想别的办法。']),
    {
      title: TITLE,
      date: '2015-03-02',
      speaker: '陆明远',
      paragraphs: [
        FIRST,
        '家底不薄，但管护的力量还跟不上，去年又添了三万亩林地，靠两百个护林员看不过来，要想别的办法。',
      ],
    },
  ] as const;

describe('kinds of dirt: a page ends within a sentence', () => {
  cases({
    'a page number': page('2'),
    'a page number between blank lines': page('', '2', ''),
    'a page number between dashes': page('— 2 —'),
    'a page number in words': page('第2页 共9页'),
    'a page number and a running head': page('', '2', '', '全县林业工作会议材料', ''),
    'a running head and a page number': page('全县林业工作会议材料', '2'),
  });
  cases({
    'a page number in a text of long lines': said(
      `${BODY[1]!.slice(0, -1)}，护林员们在山上修了三间\n— 2 —\n瞭望房。`,
      `${BODY[1]!.slice(0, -1)}，护林员们在山上修了三间瞭望房。`,
    ),
    'a page number below a heading': said(`抓管护，抓补植，抓防火\n— 2 —\n${BODY[1]}`, [
      '抓管护，抓补植，抓防火',
      BODY[1]!,
    ]),
  });
  cases({
    'sections that are numbered alike': [
      ['让青山更青', '1', BODY[1]!, '2', BODY[3]!, '3', BODY[5]!],
      { title: '让青山更青', paragraphs: ['1', BODY[1]!, '2', BODY[3]!, '3', BODY[5]!] },
    ],
  });
});
