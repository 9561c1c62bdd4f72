import assert from 'node:assert/strict';
import type { Article } from '../../../../src/engine/article/article';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { sourceRange } from '../../../../src/engine/article/mapping/sourceMap';
import { annotatedLines, annotatedParagraphs } from '../../../fixtures/annotated';
import { noisePieces, rollNoise, seeded } from '../../../fixtures/noise';
import { speechBody, speechDate, speechParagraphs, speechSource, speechTitle } from '../../../fixtures/speech';

const texts = (article: Article) => article.paragraphs.map(paragraph => paragraph.text);
const reasons = (article: Article) => article.removed.map(({ reason, line }) => `${line} ${reason}`);

describe('cleanArticle: an article as typed', () => {
  const article = cleanArticle({ text: speechSource });

  it('recognises title, date, speaker and occasion, and takes their lines out of the text', () => {
    const { title, date, speaker, occasion } = article;
    assert.deepEqual(
      { title, date, speaker, occasion },
      { title: speechTitle, date: speechDate, speaker: '陆明远', occasion: '全县春季造林动员大会' },
    );
    assert.deepEqual(texts(article), speechParagraphs);
    assert.deepEqual(reasons(article), ['0 metadata', '1 metadata', '2 metadata']);
  });

  it('maps every paragraph back to the source', () => {
    for (const paragraph of article.paragraphs) {
      const { start, end } = sourceRange(paragraph, 0, paragraph.text.length);
      assert.equal(speechSource.slice(start, end), paragraph.text);
    }
  });

  it('reads CRLF, lone CR and a byte order mark alike', () => {
    for (const text of [
      speechSource.replaceAll('\n', '\r\n'),
      speechSource.replaceAll('\n', '\r'),
      `\ufeff${speechSource}`,
    ]) {
      assert.deepEqual(texts(cleanArticle({ text })), speechParagraphs);
    }
  });

  it('takes what the file name says where the text says nothing', () => {
    const hints = { fileName: `corpus/${speechTitle}_2018-02-26_陆明远.txt` };
    const { title, date, speaker } = cleanArticle({ text: speechBody }, hints);
    assert.deepEqual({ title, date, speaker }, { title: speechTitle, date: speechDate, speaker: '陆明远' });
  });

  it('lets given metadata win and still takes the repeated title out', () => {
    const raw = { text: speechSource, title: speechTitle, date: '2018-03-01', speaker: '何晓东' };
    const given = cleanArticle(raw);
    assert.deepEqual([given.date, given.speaker, texts(given)], ['2018-03-01', '何晓东', [...speechParagraphs]]);
    assert.equal(reasons(given)[0], '0 repeated-title');
  });

  it('does not take the first line of a text without a title for one', () => {
    const text =
      '云溪地处三省交界，历来是商旅往来的要道，也是革命老区、生态功能区。\n这些年，我们一直在想一个问题：山里人靠什么富起来？';
    const article = cleanArticle({ text }, { fileName: '云溪随笔.txt' });
    assert.equal(article.title, '云溪随笔');
    assert.deepEqual(texts(article), text.split('\n'));
  });

  it('keeps a sentence that is also the title', () => {
    const text = '县委、县政府今天召开全县造林动员大会。';
    assert.deepEqual(texts(cleanArticle({ text, title: text.slice(0, -1) })), [text]);
  });

  it('keeps a text of one line', () => {
    assert.deepEqual(texts(cleanArticle({ text: '抓落实要见行动' })), ['抓落实要见行动']);
  });
});

describe('cleanArticle: a web page copied as text', () => {
  const page = [
    '首页 > 新闻中心 > 领导讲话',
    '当前位置：首页 >> 政务公开 >> 正文',
    '县委书记谈 丨以实干实绩答好时代答卷!',
    '作者: 信息来源:云溪日报 发布时间:2019/3/8 10:05:09 点击率:12',
    '【字体：大 中 小】 【打印】 【关闭】',
    '县委书记谈 丨以实干实绩答好时代答卷!',
    '抓重点补短板强弱项 惠民生促改革保稳定',
    '中共云溪县委书记 陆明远',
    '实干,是最响亮的语言。全县上下要把心思用在干事上,把功夫下在落实上。',
    '我们常说:“空谈误县,实干兴县。”这话"分量"很重,干部(特别是年轻干部)要记在心里。',
    '去年全县投资1,200万元,增长3.5%,9:30前报送的材料占八成!这说明什么?说明办法总比困难多;关键在人...(责任编辑:何晓东)',
    '上一篇：全县教育工作会议召开',
    '下一篇：没有了',
    '分享到： 微信 新浪微博 QQ空间',
    '相关新闻',
    '·云溪县召开项目推进会',
    '·陆明远到南坡乡调研',
    '更多公文请加QQ群：123456789',
    '转载请注明来源：云溪网，未经授权不得转载。',
    '地址：云溪县人民路1号 邮编：400000 电话：0000-1234567',
    '版权所有 云溪县人民政府 ICP备00000000号',
  ];
  const article = cleanArticle({ text: page.join('\r\n') });

  it('keeps the speech and nothing else', () => {
    assert.deepEqual(texts(article), [
      '抓重点补短板强弱项，惠民生促改革保稳定',
      '实干，是最响亮的语言。全县上下要把心思用在干事上，把功夫下在落实上。',
      '我们常说：“空谈误县，实干兴县。”这话“分量”很重，干部（特别是年轻干部）要记在心里。',
      '去年全县投资1,200万元，增长3.5%，9:30前报送的材料占八成！这说明什么？说明办法总比困难多；关键在人……',
    ]);
  });

  it('reads the metadata of the page', () => {
    const { title, date, speaker } = article;
    assert.deepEqual([title, date, speaker], ['县委书记谈丨以实干实绩答好时代答卷！', '2019-03-08', '陆明远']);
  });

  it('reports every line it took out, in order', () => {
    const kept = [6, 8, 9, 10];
    const whole = article.removed.filter(({ line }) => !kept.includes(line));
    assert.deepEqual(
      whole.map(({ line }) => line),
      page.map((_, i) => i).filter(i => !kept.includes(i)),
    );
    assert.deepEqual(
      article.removed.filter(({ line }) => line === 10),
      [{ reason: 'metadata', text: '(责任编辑:何晓东)', line: 10 }],
    );
  });

  it('maps passages to the half-width source', () => {
    const source = page.join('\r\n');
    const paragraph = article.paragraphs[3]!;
    const at = paragraph.text.indexOf('关键在人……');
    const { start, end } = sourceRange(paragraph, at, at + 4);
    assert.equal(source.slice(start, end), '关键在人');
  });
});

describe('cleanArticle: prose that looks like furniture', () => {
  const prose = [
    '首页上的数字好看不算数，群众点头才算数。',
    '要管好用好微信群、QQ群和公众号，及时发布信息，决不能一建了之。',
    '来源于群众、服务于群众，这是我们一切工作的出发点。',
    '未经县委同意，任何单位不得擅自更改规划，更不得先斩后奏。',
    '编辑好、讲述好云溪故事，宣传部门责无旁贷。',
    '点击率高的不一定是好新闻，分享的人多不一定是真道理。',
    '更多群众关心的事情，请各部门持续关注、跟踪到底。',
    '时间不等人，机遇不等人，发展更不等人。',
  ];
  it('stays, line for line', () => {
    const article = cleanArticle({ text: prose.join('\n'), title: '随想' });
    assert.deepEqual(texts(article), prose);
    assert.deepEqual(article.removed, []);
  });
});

describe('cleanArticle: a post full of noise', () => {
  const [a, b, c, d, e, f] = noisePieces as [string, string, string, string, string, string];
  it('takes noise off lines, line starts, line ends and out of the middle', () => {
    const text = [
      a,
      `${b}${speechParagraphs[1]} ${c}`,
      `${d} ${e}`,
      '',
      `${f}一、认清形势，把造林这件大事放在心上。`,
      '|',
      a,
    ].join('\n');
    const article = cleanArticle({ text });
    assert.deepEqual(texts(article), [speechParagraphs[1], '一、认清形势，把造林这件大事放在心上。']);
    assert.deepEqual(
      article.removed.filter(({ reason }) => reason === 'noise').map(({ line, text: piece }) => `${line} ${piece}`),
      [`0 ${a}`, `1 ${b}`, `1 ${c}`, `2 ${d} ${e}`, `4 ${f}`, '5 |', `6 ${a}`],
    );
  });

  it('joins a paragraph that noise has cut, and leaves headings and paragraphs apart', () => {
    const [first, second] = [speechParagraphs[1]!.slice(0, 40), speechParagraphs[1]!.slice(40)];
    const text = [`${first}`, a, b, second, c, '二、突出重点，把硬任务一项一项落到地头', d, speechParagraphs[6]].join(
      '\n',
    );
    assert.deepEqual(texts(cleanArticle({ text })), [
      speechParagraphs[1],
      '二、突出重点，把硬任务一项一项落到地头',
      speechParagraphs[6],
    ]);
  });

  it('spares numbers, units and Latin words beside the noise', () => {
    const text = [
      a,
      `${b}2018年，全县GDP增长8%，5G基站建成20座。 ${c}`,
      `${d}使用APP办理的事项达90% ${e}`,
      '（GDP）',
    ].join('\n');
    assert.deepEqual(texts(cleanArticle({ text, title: '通报' })), [
      '2018年，全县GDP增长8%，5G基站建成20座。',
      '使用APP办理的事项达90%',
      '（GDP）',
    ]);
  });

  it('leaves nothing of any rolled noise and loses no text', () => {
    const random = seeded(20180226);
    for (let round = 0; round < 80; round++) {
      const noise = () => rollNoise(random);
      const lines = speechParagraphs.flatMap(line => [
        noise(),
        `${noise()}${line} ${noise()}`,
        `${noise()} ${noise()}`,
      ]);
      const article = cleanArticle({ text: lines.join('\n'), title: speechTitle });
      assert.deepEqual(texts(article), speechParagraphs, lines.join('\n'));
    }
  });
});

describe('cleanArticle: a page in traditional script with readings', () => {
  const article = cleanArticle({ text: annotatedLines.join('\n') });

  it('takes the readings out and turns the script back', () => {
    assert.deepEqual(texts(article), annotatedParagraphs);
    assert.equal(article.title, '在全县乡镇干部会议上的讲话');
    assert.equal(article.occasion, '全县乡镇干部会议');
    assert.ok(article.removed.some(({ reason, text, line }) => reason === 'reading' && text === '(wù)' && line === 1));
  });

  it('keeps what is garbled where it stands, reports it and marks it', () => {
    const line = '同志們(men)要有敢於擔(dān)當(dāng)?shù)挠職夂蜎Q心，更要有善於擔(dān)當(dāng)?shù)谋绢I和水平。';
    const { paragraphs, problems } = cleanArticle({ text: `${annotatedLines.join('\n')}\n\n${line}` });
    const last = paragraphs.at(-1)!;
    assert.match(last.text, /^同志们要有敢于担当\?shù\)挠職夂蜎Q心，更要有善于担当/);
    assert.equal(last.text.slice(...last.garbled![0]!), '?shù)挠職夂蜎Q');
    assert.equal(last.garbled!.length, 2);
    assert.deepEqual(
      problems.map(problem => [problem.line, problem.text.slice(0, 6)]),
      [
        [4, '?shù)挠'],
        [4, '?shù)谋'],
      ],
    );
  });

  it('keeps the reading of a rare character in ordinary text', () => {
    const text = '南坡乡有个村子叫垚(yáo)家坪，全村一百二十户人家，去年家家通了自来水。';
    assert.deepEqual(texts(cleanArticle({ text, title: '调研' })), [
      '南坡乡有个村子叫垚（yáo）家坪，全村一百二十户人家，去年家家通了自来水。',
    ]);
  });

  it('drops leftover tags and entities, and lets them break paragraphs', () => {
    const text =
      '<p>&nbsp;&nbsp;各級(jí)干部要沉下去。</p><p>工作才會(huì)取得新成效?/p>\n要常抓不懈&amp;nbsp;、久久為(wéi)功。<br/>';
    assert.deepEqual(texts(cleanArticle({ text, title: '随想' })), [
      '各级干部要沉下去。',
      '工作才会取得新成效',
      '要常抓不懈、久久为功。',
    ]);
  });
});

describe('cleanArticle: layout', () => {
  it('joins hard-wrapped lines to paragraphs by indent', () => {
    const wrap = (line: string) => `　　${line}`.match(/.{1,26}/g)!.join('\n');
    const text = speechParagraphs.slice(1).map(wrap).join('\n');
    assert.deepEqual(texts(cleanArticle({ text, title: speechTitle })), speechParagraphs.slice(1));
  });

  it('takes layout blanks out and keeps those between Latin words', () => {
    const text = '去年 3 月，县里 引进了 Green Valley Farm 项目，投 资　两亿元。\n第三条 本办法由县林业局负责解释。';
    assert.deepEqual(texts(cleanArticle({ text, title: '办法' })), [
      '去年3月，县里引进了Green Valley Farm项目，投资两亿元。',
      '第三条 本办法由县林业局负责解释。',
    ]);
  });

  it('cuts a line that holds several indented paragraphs', () => {
    const text = '要抓苗木。　　要抓质量。　　要抓管护。';
    assert.deepEqual(texts(cleanArticle({ text, title: '造林' })), ['要抓苗木。', '要抓质量。', '要抓管护。']);
  });

  it('reads date and office lines of documents as metadata', () => {
    const text = [
      '【法宝引证码】 XYZ.1.234',
      '原文链接：https://law.example.cn/a/1.html',
      '云溪县人民政府办公室关于印发《云溪县造林考评办法》的通知',
      '云溪县人民政府办公室关于印发《云溪县造林考评办法》的通知',
      '云府办发〔2018〕7号',
      '各乡镇人民政府，县直各部门：',
      '　　现将《云溪县造林考评办法》印发给你们，请认真贯彻执行。',
      '2018年3月2日',
    ].join('\r\n');
    const article = cleanArticle({ text });
    assert.deepEqual(texts(article), [
      '各乡镇人民政府，县直各部门：',
      '现将《云溪县造林考评办法》印发给你们，请认真贯彻执行。',
    ]);
    assert.deepEqual(
      [article.title, article.date],
      ['云溪县人民政府办公室关于印发《云溪县造林考评办法》的通知', '2018-03-02'],
    );
  });
});

describe('cleanArticle: a run of blanks without end', () => {
  it('is one blank like any other', () => {
    const { paragraphs } = cleanArticle({ text: `今天只谈一件事。${' '.repeat(2_000_000)}就是把树管好。` });
    assert.equal(paragraphs.map(({ text }) => text).join(''), '今天只谈一件事。就是把树管好。');
  });
});
