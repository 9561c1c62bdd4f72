import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inlineMarkers, unannouncedFirst } from '../../../../src/engine/outline/marker';
import { placedMarkerSteps } from '../../../../src/engine/outline/reading/placedMarkers';
import { finish } from '../../../../src/engine/steps';

const placedMarkers = (lines: readonly string[]) => finish(placedMarkerSteps(lines));

const pieces = [
  '一是甲',
  '二是乙',
  '三是丙',
  '一要',
  '二要',
  '首先',
  '其次',
  '第一',
  '第二',
  '（一）',
  '，',
  '；',
  '。',
  '：',
  '统一是',
];
const paragraph = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(parts => parts.join(''));

describe('markers of a long line', () => {
  it('are found by one look back to the marker before, as by a look back to the start', () => {
    fc.assert(
      fc.property(paragraph, text => {
        for (const { start } of inlineMarkers(text, 0)) {
          const all = unannouncedFirst(text, 'is', 0, start);
          for (let from = 0; from < start; from += 3) {
            const near = unannouncedFirst(text, 'is', from, start);
            assert.deepEqual(near, all && all.start >= from ? all : null);
          }
        }
      }),
    );
  });

  it('number something independently of what stands behind the next heading', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), fc.array(paragraph, { maxLength: 6 }), (before, behind) => {
        const alone = placedMarkers([...before, '一、标题']);
        const together = placedMarkers([...before, '一、标题', ...behind]);
        assert.deepEqual(together.slice(0, alone.length), alone);
      }),
    );
  });

  it('in tens of thousands are found at all', () => {
    assert.equal(placedMarkers(['二是甲；'.repeat(20_000)]).length > 0, true);
    assert.equal(placedMarkers(['（一）'.repeat(20_000)]).length > 0, true);
  });
});
