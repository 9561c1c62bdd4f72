import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { CorpusOptions } from '../../../../../src/corpus/openStorage';
import { articleEnd } from '../../../../../src/engine/index/segment';
import { speech } from '../../../../fixtures/sampleText';
import { useTestCorpora } from '../../../../fixtures/testCorpora';

const FOOT = '青岚文稿网';
const CLOSING = '会议还听取了其他事项的汇报。';

describe('furniture that recurs in one source', () => {
  const { folder, openIndexed } = useTestCorpora();

  /** Brings the index up to date and says what stands in it: the articles' texts in order, and what was taken out of each. */
  async function indexed(options: Partial<CorpusOptions> = {}) {
    const { corpus } = folder;
    const index = await openIndexed(options);
    assert.equal(index.status().state, 'ready');
    const articles = index.view().flatMap(segment =>
      Array.from({ length: segment.articleCount }, (_, article) => article)
        .filter(article => !segment.isDead(article))
        .map(article => ({
          path: segment.meta(article).path.slice(corpus.length + 1),
          entry: segment.meta(article).entry,
          text: segment.slice(segment.articleStart(article), articleEnd(segment, article) - 1),
          furniture: segment.meta(article).furniture,
        })),
    );
    const removed = new Map(index.manifest().files.map(({ path, removed: count }) => [path, count]));
    await index.dispose();
    articles.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.entry - b.entry));
    return { articles, removed };
  }

  const page = (seed: number, ...foot: string[]) =>
    [`在第${seed}次调度会上的讲话`, '同志们：', speech(seed, 200), ...foot].join('\n');

  it('is taken out of every article, kept beside it, and counted with what else was removed', async () => {
    for (let i = 0; i < 9; i++)
      folder.write(`网页/${i}.txt`, page(i, '谢谢大家！', FOOT, `本文与${i + 2}篇文稿同属一辑`));
    for (let i = 20; i < 24; i++) folder.write(`自写/${i}.txt`, page(i, '谢谢大家！'));
    const { articles, removed } = await indexed();
    assert.equal(articles.length, 13);
    for (const { path, text, furniture } of articles) {
      assert.ok(text.endsWith('谢谢大家！'), text);
      assert.ok(text.startsWith('同志们：'), text);
      assert.equal(furniture!.length, path.startsWith('网页') ? 2 : 0);
    }
    assert.equal(removed.get(folder.path('网页/0.txt')), removed.get(folder.path('自写/20.txt'))! + 2);
  });

  it('is the same whether the files came at once, one after the other, or some have gone again', async () => {
    const write = (i: number) => folder.write(`网页/${i}.txt`, page(i, FOOT));
    for (let i = 0; i < 3; i++) write(i);
    const few = await indexed();
    assert.ok(few.articles.every(({ text }) => text.endsWith(FOOT)));
    for (let i = 3; i < 8; i++) write(i);
    const all = await indexed();
    assert.ok(all.articles.every(({ text }) => !text.includes(FOOT)));
    rmSync(folder.storage, { recursive: true });
    assert.deepEqual(await indexed(), all);
    for (let i = 3; i < 8; i++) rmSync(folder.path(`网页/${i}.txt`));
    assert.deepEqual(await indexed(), few);
  });

  it('comes back where another source shows that it is a formula', async () => {
    const write = (name: string, i: number, isClosed: boolean) =>
      folder.write(`${name}/${i}.txt`, page(i, ...(isClosed ? [CLOSING] : [])));
    for (let i = 0; i < 14; i++) write('甲', i, i < 12);
    assert.ok((await indexed()).articles.every(({ text }) => !text.includes(CLOSING)));
    for (let i = 20; i < 30; i++) write('乙', i, i < 25);
    const after = await indexed();
    assert.equal(after.articles.filter(({ text }) => text.endsWith(CLOSING)).length, 17);
    rmSync(folder.storage, { recursive: true });
    assert.deepEqual(await indexed(), after);
  });
});
