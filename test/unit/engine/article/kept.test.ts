import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { cleanArticles } from '../../../../src/engine/article/cleanArticles';
import { sourceOffset } from '../../../../src/engine/article/mapping/sourceMap';

const PAGE = `在全县护林大会上的讲话
在全县护林大会上的讲话
发布时间：2024-04-02　浏览次数：86
同志们：
清明将至，护林防火进入最要紧的时候，各级干部要守好每一道卡口。
打印本页
一要管住火源，进山不带火，祭扫献鲜花，把劝导做到每一户、每一人。
扫一扫在手机打开当前页
二要备足力量，做到一声令下、拉得出去。（责任编辑：方晓禾）
上一篇：没有了
`;

const textOf = (source: string, kept: readonly string[]) =>
  cleanArticle({ text: source }, { kept: new Set(kept) }).paragraphs.map(({ text }) => text);

describe('lines that are kept', () => {
  const plain = cleanArticle({ text: PAGE });

  it('are whatever was removed: each comes back where it stood, and nothing else changes', () => {
    const texts = [...new Set(plain.removed.map(({ text }) => text))];
    assert.ok(texts.length >= 4, texts.join(' / '));
    for (const text of texts) {
      const article = cleanArticle({ text: PAGE }, { kept: new Set([text]) });
      assert.ok(!article.removed.some(removal => removal.text === text), text);
      assert.equal(article.removed.length, plain.removed.filter(removal => removal.text !== text).length, text);
      const bare = (line: string) => line.replace(/[^\p{L}\p{N}]/gu, '');
      const joined = bare(article.paragraphs.map(({ text }) => text).join(''));
      assert.ok(joined.includes(bare(text)), `${text} in ${joined}`);
      assert.equal(article.title, plain.title);
    }
  });

  it('keep their place in the source', () => {
    const { paragraphs } = cleanArticle({ text: PAGE }, { kept: new Set(['扫一扫在手机打开当前页']) });
    const paragraph = paragraphs.find(({ text }) => text.includes('扫一扫'))!;
    const at = paragraph.text.indexOf('扫一扫');
    assert.equal(PAGE.slice(sourceOffset(paragraph, at)).slice(0, 5), '扫一扫在手');
  });

  it('are metadata all the same where they say it', () => {
    const article = cleanArticle({ text: PAGE }, { kept: new Set(plain.removed.map(({ text }) => text)) });
    assert.equal(article.date, plain.date);
    assert.equal(article.title, plain.title);
  });

  it('are only those that are named: any others change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), others => {
        const unknown = others.filter(text => !plain.removed.some(removal => removal.text === text));
        assert.deepEqual(textOf(PAGE, unknown), textOf(PAGE, []));
      }),
    );
  });

  it('are noise within a line, too', () => {
    const noisy = `在全县护林大会上的讲话\n同志们：\n${'各级干部要守好每一道卡口,把劝导做到每一户。\n'.repeat(3)}今天◆讲三点◆意见，大家要记在心上。\n`;
    const { removed } = cleanArticle({ text: noisy });
    for (const { text } of removed) assert.ok(textOf(noisy, [text]).join('').includes(text), text);
  });

  it('cannot be what was no part of the text, or parts one article from the next', () => {
    const menu = [{ reason: 'furniture', text: '首页', line: 0 }] as const;
    const [article] = cleanArticles({ text: PAGE, removed: menu }, {});
    assert.deepEqual(
      article!.removed.filter(({ isFinal }) => isFinal).map(({ text }) => text),
      ['首页'],
    );
  });
});
