import assert from 'node:assert/strict';
import { applyEdits, joinMapped, mappedSource, sliceMapped } from '../../../../../src/engine/article/mapping/mapped';
import { sourceOffset, sourceRange } from '../../../../../src/engine/article/mapping/sourceMap';

describe('a mapped text', () => {
  const source = '推动 # N/ O&发展...好';
  const edited = applyEdits(mappedSource(source, 0, source.length), [
    { start: 2, end: 10, text: '' },
    { start: 12, end: 15, text: '……' },
  ]);

  it('knows where each character stood before edits', () => {
    assert.equal(edited.text, '推动发展……好');
    const places = [...edited.text].map((_, offset) => sourceOffset(edited, offset));
    assert.deepEqual(places, [0, 1, 10, 11, 12, 13, 15]);
  });

  it('leaves what was removed behind a span outside its range', () => {
    assert.deepEqual(sourceRange(edited, 0, 2), { start: 0, end: 2 });
    assert.deepEqual(sourceRange(edited, 2, 4), { start: 10, end: 12 });
    assert.deepEqual(sourceRange(edited, 3, 3), { start: 11, end: 11 });
  });

  it('can be edited again, cut and joined', () => {
    const again = applyEdits(edited, [{ start: 0, end: 1, text: '' }]);
    assert.equal(sourceOffset(again, 0), 1);
    assert.equal(sourceOffset(again, 1), 10);
    const end = sliceMapped(edited, 3, 7);
    assert.deepEqual([end.text, sourceOffset(end, 0), sourceOffset(end, 3)], ['展……好', 11, 15]);
    const joined = joinMapped([sliceMapped(edited, 0, 1), end]);
    assert.deepEqual([joined.text, sourceOffset(joined, 0), sourceOffset(joined, 1)], ['推展……好', 0, 11]);
  });

  it('keeps garbled spans in place and untouched', () => {
    const garbled = { ...mappedSource('a,蜎Q,b', 0, 6), garbled: [[2, 4]] as const };
    const result = applyEdits(garbled, [
      { start: 0, end: 1, text: '' },
      { start: 2, end: 3, text: 'x' },
      { start: 4, end: 5, text: '，' },
    ]);
    assert.deepEqual([result.text, result.garbled], [',蜎Q，b', [[1, 3]]]);
    assert.deepEqual(joinMapped([mappedSource('ab', 0, 2), result]).garbled, [[3, 5]]);
    assert.deepEqual(sliceMapped(result, 2, 5).garbled, [[0, 1]]);
  });
});
