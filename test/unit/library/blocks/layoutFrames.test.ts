import assert from 'node:assert/strict';
import { mergeFrames } from '../../../../src/engine/mining/mergeFrames';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import {
  type FrameArticle,
  type LayoutFrames,
  layoutFrames,
  packLayoutFrames,
  unpackLayoutFrames,
} from '../../../../src/library/blocks/layoutFrames';
import { libraryLimits } from '../../../../src/library/limits';

const articleOf = (number: number): FrameArticle => ({
  number,
  path: `${number}.txt`,
  entry: 0,
  title: '讲话',
  speaker: null,
  occasion: null,
});

describe('the frames of a layout', () => {
  const paragraphs = ['要大兴实干之风。河水涨了又落。要大兴节俭之风。天气转凉。要大兴读书之风。'];
  const [frame] = mergeFrames([{ article: 0, cluster: 0, frames: mineFrames(paragraphs) }]);
  const most = libraryLimits.instancesOfFrames;
  /** Frames of so many instances each. */
  const framesOf = (...counts: number[]) =>
    counts.map((count, i) => ({
      ...frame!,
      template: `${frame!.template}${i}`,
      instances: Array(count).fill(frame!.instances[0]),
    }));
  const sent = async (layout: LayoutFrames) => unpackLayoutFrames(await packLayoutFrames(layout), 1);

  it('are sent and read as far as there is room for their instances, the best first', async () => {
    const counts = [9_000, 9_000, 9_000, 9_000, 9_000, 3_000];
    const found = layoutFrames(framesOf(...counts), articleOf);
    assert.deepEqual(
      found.frames.map(({ instances }) => instances.length),
      [9_000, 9_000, 9_000, 9_000, 3_000],
    );
    assert.deepEqual(await sent(found), found);
  });

  it('of more instances are refused, however they are spread', async () => {
    const articles = [articleOf(0)];
    for (const counts of [Array(most / 50).fill(51), [...Array(5).fill(8_000), 1]])
      assert.equal(await sent({ articles, frames: framesOf(...counts) }), null);
    assert.ok(await sent({ articles, frames: framesOf(...Array(most / 50).fill(50)) }));
  });
});
