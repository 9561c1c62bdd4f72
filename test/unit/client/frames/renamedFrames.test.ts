import assert from 'node:assert/strict';
import { type Frames, renamedFrames } from '../../../../src/client/frames/renamedFrames';

describe('renamedFrames', () => {
  const cases: [string, Frames, Frames, Frames][] = [
    ['names that are free stay', { 三讲: 1 }, { 两抓: 2 }, { 三讲: 1 }],
    ['the same frame is no other', { 三讲: { body: ['甲'] } }, { 三讲: { body: ['甲'] } }, { 三讲: { body: ['甲'] } }],
    ['another frame of a known name gets another name', { 三讲: 1 }, { 三讲: 2, '三讲 2': 3 }, { '三讲 3': 1 }],
    ['not the name of another that comes', { 三讲: 1, '三讲 2': 3 }, { 三讲: 2 }, { '三讲 3': 1, '三讲 2': 3 }],
    ['names that objects have', { constructor: 1 }, {}, { constructor: 1 }],
  ];
  for (const [what, coming, known, expected] of cases) {
    it(what, () => assert.deepEqual(renamedFrames(coming, known), expected));
  }
});
