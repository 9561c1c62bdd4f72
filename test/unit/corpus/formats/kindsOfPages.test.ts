import assert from 'node:assert/strict';
import { readHtml } from '../../../../src/corpus/formats/web/html';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { BODY, TITLE } from '../../engine/article/kinds/kind';

const MENU =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/1">走进云溪</a></li><li><a href="/2">新闻动态</a></li><li><a href="/3">政务公开</a></li><li><a href="/4">领导讲话</a></li></ul></div>';
const FOOT = '<div class="foot"><p>主办：云溪县人民政府办公室　承办：云溪县大数据中心</p></div>';
const TEXT = BODY.map(line => `<p>　　${line}</p>`).join('');
const HEAD = '<p align="center">（2015年3月2日）</p><p align="center">县委书记　陆明远</p>';

interface Parts {
  readonly title?: string;
  readonly meta?: string;
  readonly above?: string;
  readonly body?: string;
  readonly below?: string;
}
function page({
  title = `${TITLE}_云溪县人民政府网`,
  meta = '',
  above = `<h1>${TITLE}</h1>`,
  body = HEAD + TEXT,
  below = '',
}: Parts): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${meta}</head><body>${MENU}<div class="main">${above}<div class="article">${body}</div>${below}</div>${FOOT}</body></html>`;
}

interface Wanted {
  readonly title?: string;
  readonly date?: string | null;
  readonly speaker?: string | null;
  readonly paragraphs?: readonly string[];
}
const SPOKEN: Wanted = { title: TITLE, date: '2015-03-02', speaker: '陆明远' };
const PUBLISHED: Wanted = { title: TITLE, date: '2015-03-05', speaker: null };

function cases(table: Readonly<Record<string, readonly [string, Wanted]>>): void {
  for (const [name, [source, wanted]] of Object.entries(table)) {
    it(name, () => {
      const article = cleanArticle(readHtml(source, 'a.html'), { fileName: 'a.html' });
      const { title, date, speaker } = { ...PUBLISHED, ...wanted };
      assert.deepEqual([article.title, article.date, article.speaker], [title, date, speaker]);
      assert.deepEqual(
        article.paragraphs.map(({ text }) => text),
        wanted.paragraphs ?? BODY,
      );
    });
  }
}

const dated = (above: string, meta = ''): readonly [string, Wanted] => [
  page({ above: `<h1>${TITLE}</h1>${above}`, meta, body: TEXT }),
  PUBLISHED,
];

describe('kinds of pages: when it was published', () => {
  cases({
    'a label': dated('<div>发布时间：2015-03-05 09:12</div>'),
    'no label, a source behind': dated('<div>2015年03月05日09:12&nbsp;&nbsp;来源：<a>云溪日报</a></div>'),
    'no label, a source before': dated('<div>云溪日报 2015-03-05 09:12:30</div>'),
    'a day alone': dated('<span class="date">2015-03-05</span>'),
    'the time element': dated('<time datetime="2015-03-05T09:12:00+08:00">三月五日</time>'),
    'a meta tag': dated('', '<meta name="PubDate" content="2015-03-05 09:12">'),
    'a property': dated('', '<meta property="article:published_time" content="2015-03-05T09:12:00+08:00">'),
    'an item property': dated('', '<meta itemprop="datePublished" content="2015-03-05">'),
    'linked data': dated(
      '',
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2015-03-05T09:12"}</script>',
    ),
    'no year, which the address of a picture has': [
      page({ above: `<h1>${TITLE}</h1><div>发布时间：03-05 09:12</div>`, body: `${TEXT}<img src="/2015/0305/a.jpg">` }),
      PUBLISHED,
    ],
    'no year, which a script has': dated('<div>03-05 09:12 云溪日报</div>', '<script>var t={at:1425523920}</script>'),
    'no year anywhere': [
      page({ above: `<h1>${TITLE}</h1><div>发布时间：03-05 09:12</div>`, body: TEXT }),
      { ...PUBLISHED, date: null },
    ],
    'a year of two digits': dated('<span>发布时间：15-03-05</span>'),
    'when it was changed, where nothing else is said': dated(
      '',
      '<meta itemprop="dateUpdate" content="2015-03-05 23:16">',
    ),
    'seconds in a script, in the day of China': dated('', '<script>var ct = "1425484800";</script>'),
    'the clock of the page is none': [
      page({ above: `<div>今天是2024年6月1日 星期六</div><h1>${TITLE}</h1>`, body: TEXT }),
      { ...PUBLISHED, date: null },
    ],
    'the day it was said wins': [page({ above: `<h1>${TITLE}</h1><div>发布时间：2015-03-05</div>` }), SPOKEN],
  });
});

const named = (title: string, above = '', wanted = TITLE): readonly [string, Wanted] => [
  page({ title, above: `${above}<div>发布时间：2015-03-05</div>`, body: TEXT }),
  { ...PUBLISHED, title: wanted },
];

describe('kinds of pages: the headline', () => {
  cases({
    'the site behind a bar': named(`${TITLE}|云溪县人民政府门户网站`),
    'the body behind a dash': named(`${TITLE}-云溪县人民政府`),
    'column and body': named(`${TITLE}_领导讲话_云溪县林业局`, `<h2>${TITLE}</h2>`),
    'the column alone, the headline a minor heading': named(
      '新闻动态--云溪县林学会官网',
      `<h3>首页 - 新闻动态</h3><h5>${TITLE}</h5>`,
    ),
    'the column before it': named(`云溪要闻-${TITLE}`, `<h2>${TITLE}</h2>`),
    'the site behind it, as a heading too': named(`${TITLE}-云溪县人民政府`, '<h1>云溪县人民政府</h1>'),
    'the column alone, the headline a class': named('领导讲话', `<div class="article-title">${TITLE}</div>`),
    'the site alone': named('云溪县人民政府', `<h1>${TITLE}</h1>`),
    'a window that says less than the one heading': [
      page({ title: '林业会', above: `<h1>${TITLE}</h1><p>云溪笔记 · 2015-03-05 · 5 min read</p>`, body: TEXT }),
      PUBLISHED,
    ],
    'a heading of a box is none': named('云溪县人民政府', `<h1>${TITLE}</h1><h4>微信扫一扫：分享</h4>`),
    'over several lines': [
      page({
        title: '云溪县人大常委会关于加强林地管护的决定_云溪人大网',
        above: '',
        body: `<p align="center"><strong>云溪县人大常委会<br>关于加强林地管护的<br>决定</strong><br>（2015年6月29日县人大常委会第二十八次会议通过）</p>${TEXT}`,
      }),
      { title: '云溪县人大常委会关于加强林地管护的决定', date: '2015-06-29' },
    ],
  });
});

const around = (above: string, below: string): readonly [string, Wanted] => [
  page({ above: `<h1>${TITLE}</h1>${above}`, below, body: HEAD + TEXT }),
  SPOKEN,
];

describe('kinds of pages: what stands around the text', () => {
  cases({
    'who put it up': [page({ meta: '<meta name="author" content="何晓梅">' }), SPOKEN],
    'who put it up, and nobody else is named': [
      page({ meta: '<meta name="author" content="何晓梅"><meta name="PubDate" content="2015-03-05">', body: TEXT }),
      PUBLISHED,
    ],
    'a side menu': around(
      '<div class="left"><ul><li><a>机构职能</a></li><li><a>政策文件</a></li><li><a>发展规划和区域协调</a></li><li><a>人事信息和公开招聘</a></li></ul></div>',
      '',
    ),
    'links to other pages': around(
      '',
      '<div><h3>相关阅读</h3><ul><li><a>县里召开造林现场会</a></li><li><a>护林员老何的一天</a></li><li><a>林长制的云溪做法</a></li></ul></div>',
    ),
    'a player': around('<p>您的浏览器不支持视频播放，请升级浏览器</p><p>00:00/03:25</p>', ''),
    credits: around(
      '',
      '<p>本文来源：云溪日报 责任编辑：何晓梅_YX123</p><p>（原题为《抓好林地管护》）</p><div><a>【1】</a><a>【2】</a></div>',
    ),
    'a short page of a government': [
      page({
        title: '全县春季造林进度过半_云溪县人民政府网',
        above:
          '<div class="left"><ul><li><a>机构职能</a></li><li><a>政策文件</a></li><li><a>发展规划和区域协调</a></li></ul></div><h1>全县春季造林进度过半</h1><div>发布时间：2015-03-05</div>',
        body: '<div>　　截至3月4日，全县完成春季造林1.6万亩，进度过半。</div>',
      }),
      { title: '全县春季造林进度过半', paragraphs: ['截至3月4日，全县完成春季造林1.6万亩，进度过半。'] },
    ],
  });
});

const within = (html: string, paragraphs: readonly string[]): readonly [string, Wanted] => [
  page({
    body: `${HEAD}<p>${BODY[0]}</p>${html}${BODY.slice(2)
      .map(line => `<p>${line}</p>`)
      .join('')}`,
  }),
  { ...SPOKEN, paragraphs: [BODY[0]!, ...paragraphs, ...BODY.slice(2)] },
];

describe('kinds of pages: within the text', () => {
  cases({
    'marks of notes': within('<p>去年林地再创新高<sup>[1]</sup>，收入<sup><a>2</a></sup>稳步增长<sup>③</sup>。</p>', [
      '去年林地再创新高，收入稳步增长。',
    ]),
    'an exponent is none': within('<p>每亩产材12m<sup>3</sup>，占地600m<sup>2</sup>。</p>', [
      '每亩产材12m3，占地600m2。',
    ]),
    'a phonetic guide': within('<p>要<ruby>踔<rt>chuō</rt></ruby>厉奋发、笃行不怠。</p>', ['要踔厉奋发、笃行不怠。']),
    'a table, a row a line': within(
      '<table><tr><th>序号</th><th>任务</th></tr><tr><td><p>1</p></td><td><p>造林</p></td></tr><tr><td>2</td><td>防火</td></tr></table>',
      ['序号｜任务', '1｜造林', '2｜防火'],
    ),
  });
});

it('says which menus it took out of a page', () => {
  const { removed } = cleanArticle(readHtml(page({}), 'a.html'));
  assert.ok(removed.some(({ reason, text }) => reason === 'furniture' && /走进云溪.*领导讲话/.test(text)));
});

describe('kinds of pages: where the headline and the text hide', () => {
  cases({
    'a text that scripts would have shown': [
      page({ above: `<h1>${TITLE}</h1>`, body: `<div style="visibility: hidden; opacity: 0;">${HEAD}${TEXT}</div>` }),
      SPOKEN,
    ],
    'a menu that scripts would have shown goes': [
      page({ below: '<div style="display:none"><p>分享到微信，让更多朋友看到这篇讲话。</p></div>' }),
      SPOKEN,
    ],
    'a text within two thousand elements': [
      page({ body: `${'<div>'.repeat(2000)}${HEAD}${TEXT}${'</div>'.repeat(2000)}` }),
      SPOKEN,
    ],
    'a page that nobody has named': [
      page({ title: '无标题文档', above: '', body: `<p align="center"><b>${TITLE}</b></p>${HEAD}${TEXT}` }),
      SPOKEN,
    ],
    'a headline set large in a table': [
      `<html><head><title>云溪县人民政府网</title></head><body><table><tr><td>首页 | 政务 | 服务</td></tr><tr><td align=center><font size=5><b>${TITLE}</b></font></td></tr><tr><td>${HEAD}${TEXT}</td></tr></table></body></html>`,
      SPOKEN,
    ],
    'a text whose lines are those of the source': [
      page({
        above: '',
        body: `<pre>\n      ${TITLE}\n   （2015年3月2日）\n   陆明远\n\n${BODY.map(line => `    ${line}`).join('\n')}</pre>`,
      }),
      SPOKEN,
    ],
    'the same by its style': [
      page({ body: `<div style="white-space: pre-wrap">（2015年3月2日）\n县委书记　陆明远\n${BODY.join('\n')}</div>` }),
      SPOKEN,
    ],
    'a board with its column and its maker': [
      `<html><head><title>${TITLE} - 公文写作 - 秘书论坛 - Powered by Discuz!</title></head><body>${HEAD}${TEXT}</body></html>`,
      SPOKEN,
    ],
  });
});

const ENTRIES = [
  '全县林业工作会议召开，陆明远讲话',
  '护林员老何三十年如一日',
  '林长制的云溪做法',
  '县里表彰二十名造林能手',
  '云溪镇启动春季植树',
  '林下种菌：一片林子两份收入',
  '县林业局答记者问',
  '国有林场改革的三道题',
];
const teaser = (title: string) =>
  `<h3><a href="/a">${title}</a></h3><p>三月的云溪，漫山的桃花开了，山路上走来一位老人，他${title.slice(0, 3)}…</p>`;
const list = (entry: (title: string, i: number) => string): string =>
  page({ title: '林业动态_云溪县人民政府网', above: '<h2>林业动态</h2>', body: ENTRIES.map(entry).join('') });

describe('kinds of pages: nothing to read but titles', () => {
  for (const [name, source] of Object.entries({
    'titles with their days': list((title, i) => `<p><a href="/${i}">${title}</a> 2015-03-0${i + 1}</p>`),
    'rows of a board': `<table>${ENTRIES.map((title, i) => `<tr><td><a href="/${i}">${title}</a></td><td>山里人</td><td>${i}12</td><td>3小时前</td></tr>`).join('')}</table>`,
    'titles and the first words of each': list(teaser),
    'a board with counters and the first words of each post': list(
      (_, i) =>
        `<div>${i}7</div><div>共${i}张</div><div>昨天上山看了看，林子长得不错，大家有空都去走走，第${i}次了。</div>`,
    ),
  }))
    it(name, () => assert.throws(() => readHtml(source, 'list.html'), /list\.html.*只有别的网页的标题/));

  cases({
    'an article with many links in its text': [
      page({ body: `${HEAD}${BODY.map(line => `<p>${line.replace(/林/g, '<a href="/lin">林</a>')}</p>`).join('')}` }),
      SPOKEN,
    ],
    'an article above a list': [
      page({ below: `<h3>相关阅读</h3>${ENTRIES.map(title => `<p><a href="/a">${title}</a></p>`).join('')}` }),
      SPOKEN,
    ],
  });
});
