import assert from 'node:assert/strict';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { readHtml } from '../../../../src/corpus/formats/web/html';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { page } from '../../../fixtures/page';
import { speechParagraphs, speechTitle } from '../../../fixtures/speech';

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
