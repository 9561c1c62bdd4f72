import assert from 'node:assert/strict';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { readHtml } from '../../../../src/corpus/formats/web/html';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { page } from '../../../fixtures/page';
import { speechParagraphs, speechTitle } from '../../../fixtures/speech';

/** What a page of the news puts below an article, in the block that holds it: comments, teasers, what others read. */
const TEASERS = [
  '村口的老樟树三百岁了，护林员每天都要来看它一眼',
  '县里的苗圃今年多育了十万株杉苗，开春就能送到各村去',
  '往年到了这个时候，苗圃的订单早就排到了秋天',
];
const feed = (each: (text: string, index: number) => string) =>
  Array.from({ length: 6 }, (_, round) => TEASERS.map((text, index) => each(text, round * 3 + index)).join('')).join(
    '',
  );

describe('what else a page puts in the block of the article', () => {
  const other: Readonly<Record<string, string>> = {
    'comments with names and counters': `<h3>热门评论 24条</h3>${feed(
      (text, index) => `<div><b>云溪网友${index}</b><span>昨天</span><p>${text}</p><i>赞 ${index}</i><i>踩</i></div>`,
    )}`,
    'teasers that are links': `<div>大家还看了</div><ul>${feed(
      (text, index) => `<li><a href="/${index}">${text}</a><em>${index}小时前</em><em>云溪日报</em></li>`,
    )}</ul>`,
    'teasers with a day, cut off': `<h4>为您推荐</h4>${feed(
      (text, index) => `<div><h5>山里的事之${index}</h5><p>${text}...</p><em>2015-03-0${1 + (index % 5)}</em></div>`,
    )}`,
  };
  for (const [name, below] of Object.entries(other)) {
    it(`${name} are no paragraphs of it`, () => {
      const text = speechParagraphs.map(line => `<p>${line}</p>`).join('');
      const block = `<div class="main"><h1>${speechTitle}</h1><div class="text">${text}</div>${below}</div>`;
      const article = cleanArticle(readHtml(`<html><body>${block}</body></html>`, 'a.html'));
      assert.deepEqual(
        article.paragraphs.map(paragraph => paragraph.text),
        speechParagraphs,
      );
    });
  }
});

describe('readHtml', () => {
  it('reads the speech of a page, its headline and dates, and nothing around it', () => {
    const article = cleanArticle(readHtml(page, 'a.html'));
    assert.deepEqual(
      article.paragraphs.map(({ text }) => text),
      speechParagraphs,
    );
    const { title, date, speaker, occasion } = article;
    assert.deepEqual([title, date, speaker, occasion], [speechTitle, '2018-02-26', '陆明远', '全县春季造林动员大会']);
  });

  it('takes the date of publication where the text has no other', () => {
    assert.equal(readHtml(page, 'a.html').published, '2018-03-01');
  });

  it('reads old pages laid out by tables and line breaks', () => {
    const rows = speechParagraphs.map(text => `&nbsp;&nbsp;&nbsp;&nbsp;${text}<br><br>`).join('\n');
    const old = `<html><title>${speechTitle}</title><body><table><tr><td><a href=1>首页</a></td><td><a href=2>新闻</a></td></tr></table>
      <table><tr><td><font size=4>${speechTitle}</font></td></tr><tr><td>${rows}</td></tr></table></body></html>`;
    const article = cleanArticle(readHtml(old, 'a.html'));
    assert.deepEqual(
      article.paragraphs.map(({ text }) => text),
      speechParagraphs,
    );
    assert.equal(article.title, speechTitle);
  });

  it('leaves out the hidden noise of a board', () => {
    const noisy = speechParagraphs
      .map(
        text => `${text}<font class="jammer">7 Q+ n. ~2 w: [</font><br/><span style="display:none">3 z) X! u9</span>`,
      )
      .join('\n');
    const { text } = readHtml(`<html><body><div class="t_f">${noisy}</div></body></html>`, 'a.html');
    assert.deepEqual(text.split('\n'), speechParagraphs);
  });

  it('reads a fragment without a body', () => {
    assert.equal(
      readHtml('<p>守山护水，人人有责。</p><p>从我做起。</p>', 'a.html').text,
      '守山护水，人人有责。\n从我做起。',
    );
  });

  it('says that a page without text has none', () => {
    assert.throws(() => readHtml('<html><body><script>1</script> </body></html>', 'a.html'), UnreadableFileError);
  });

  for (const tag of ['div', 'x-y', 'b', 'unknown', 'ul']) {
    it(`is read however deep its elements nest: ${tag}`, () => {
      const text = '要扑下身子抓落实，把实事办好，让群众满意。';
      const page = `<html><body>${`<${tag}>`.repeat(20_000)}<p>${text}</p>${`</${tag}>`.repeat(20_000)}</body></html>`;
      assert.ok(readHtml(page, '深.html').text.includes(text));
    }).timeout(60_000);
  }
});
