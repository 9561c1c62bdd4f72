import assert from 'node:assert/strict';
import { mineBlock } from '../../../../../src/corpus/builder/mining/mineBlock';
import { readFrames, writeFrames } from '../../../../../src/corpus/index/framesFile';
import { mineArticle } from '../../../../../src/engine/mining/mineArticle';
import { useTestCorpora } from '../../../../fixtures/testCorpora';

const CALLS = '要大兴实干之风。河水涨了又落。要大兴节俭之风。天气转凉。要大兴读书之风。';

describe('mineBlock', () => {
  const { folder, openIndexed } = useTestCorpora();
  /** The numbers of the articles that have frames; all of them can be read back. */
  async function mined(mine: typeof mineArticle = mineArticle): Promise<number[]> {
    const corpus = await openIndexed();
    const block = { segment: corpus.manifest().segments[0]!.id, block: 0 };
    assert.ok(await mineBlock(folder.storage, block, { mine }));
    const read = await readFrames(folder.storage, block);
    assert.ok(typeof read !== 'string', `${read}`);
    return read.filter(({ frames }) => frames.length > 0).map(({ article }) => article);
  }
  const articles = (...texts: readonly string[]) =>
    folder.write('合集.jsonl', texts.map((text, i) => JSON.stringify({ title: `第${i}篇`, text })).join('\n'));

  it('leaves out an article of which it cannot know the frames, and remembers that', async () => {
    articles(`甲村。${CALLS}`, `乙村。${CALLS}`, `丙村。${CALLS}`);
    const throwing: typeof mineArticle = (text, ...rest) => {
      if (text.includes('乙村')) throw new RangeError('Maximum call stack size exceeded');
      return mineArticle(text, ...rest);
    };
    assert.deepEqual(await mined(throwing), [0, 2]);
  });

  describe('what is written can be read back', () => {
    const block = { segment: 'abc', block: 0 };
    const frames = mineArticle(`${CALLS}\n`, () => true);
    beforeEach(() => openIndexed()); // makes the folder

    it('without a frame of ten thousand members', async () => {
      const [frame] = frames;
      const table = { ...frame!, instances: Array(10_001).fill(frame!.instances[0]) };
      await writeFrames(folder.storage, block, [{ article: 0, frames: [table, frame!] }]);
      assert.deepEqual(await readFrames(folder.storage, block), [{ article: 0, frames: [frame] }]);
    });

    it('as far as it is not too much', async () => {
      const all = [0, 1, 2, 3].map(article => ({ article, frames }));
      await writeFrames(folder.storage, block, all, 3.5 * Buffer.byteLength(JSON.stringify(all[0])));
      assert.deepEqual(await readFrames(folder.storage, block), all.slice(0, 3));
    });
  });
});
