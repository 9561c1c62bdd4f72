import assert from 'node:assert/strict';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import { isFrame } from '../../../../src/engine/parallel/isFrame';

describe('a frame of somebody else', () => {
  const paragraphs = [
    '要大兴调研之风，要大兴实干之风，要大兴节俭之风。',
    '一是抓学习，学深悟透；二是抓落实，见行见效；三是抓作风，久久为功。',
  ];
  const frames = mineFrames(paragraphs, { single: true });

  it('is one where the miner has found it', () => {
    assert.ok(frames.length > 0);
    for (const frame of JSON.parse(JSON.stringify(frames))) assert.ok(isFrame(frame), JSON.stringify(frame));
  });

  it('is none where a part leads to a slot that it has not, or a field is another', () => {
    const [frame] = frames;
    const wrongs = [
      null,
      7,
      [],
      { ...frame, level: 'book' },
      { ...frame, parts: [{ slot: 99 }] },
      { ...frame, parts: [{ series: 'roman', before: '', numeral: 'I', after: '' }] },
      { ...frame, parts: 'parts' },
      { ...frame, instances: [] },
      { ...frame, instances: [{ ...frame!.instances[0], start: -1 }] },
      { ...frame, instances: [{ ...frame!.instances[0], fillers: Array(99).fill('甲') }] },
      { ...frame, slots: [null] },
      { ...frame, weight: null },
      { ...frame, members: Number.POSITIVE_INFINITY },
      { ...frame, template: 7 },
    ];
    for (const wrong of wrongs) assert.ok(!isFrame(wrong), JSON.stringify(wrong));
  });
});
