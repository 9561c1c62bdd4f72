import assert from 'node:assert/strict';
import { cleanArticle } from '../../../src/engine/article/cleanArticle';
import { generateArticles } from '../../bench/generateArticles';

describe('generateArticles', () => {
  const articles = generateArticles(5, 60_000);
  const text = articles.map(article => article.text).join('\n');

  it('gives as much as asked for, little more', () => {
    const characters = articles.reduce((sum, article) => sum + article.text.length, 0);
    assert.ok(characters >= 60_000 && characters < 64_000, `${characters}`);
    assert.ok(articles.every(article => article.text.length >= 1000));
  });

  it('gives the same for the same seed, and of fewer the first', () => {
    assert.deepEqual(generateArticles(5, 60_000), articles);
    assert.deepEqual(generateArticles(5, 10_000), articles.slice(0, generateArticles(5, 10_000).length));
    assert.notDeepEqual(generateArticles(6, 60_000), articles);
  });

  it('writes the structures of the genre', () => {
    for (const mark of ['\n一、', '\n（一）', '一是', '二是', '既要', '必须始终保持“', '！'])
      assert.ok(text.includes(mark), mark);
  });

  it('uses few phrases often and many rarely, as language does', () => {
    const clauses = text.split(/[，。！\n]/);
    const counts = new Map<string, number>();
    for (const clause of clauses) counts.set(clause, (counts.get(clause) ?? 0) + 1);
    const once = [...counts.values()].filter(count => count === 1).length;
    assert.ok(Math.max(...counts.values()) > 20);
    assert.ok(once > counts.size / 2, `${once} of ${counts.size}`);
  });

  it('writes text that cleaning leaves as it is', () => {
    const [article] = articles;
    const { paragraphs, removed, problems } = cleanArticle({ text: article!.text, title: article!.title });
    assert.equal(paragraphs.map(paragraph => paragraph.text).join('\n'), article!.text);
    assert.deepEqual([...removed, ...problems], []);
  });
});
