import assert from 'node:assert/strict';
import { hasBit } from '../../../../../src/engine/index/columns/bits';
import type { SegmentColumns } from '../../../../../src/engine/index/columns/segmentParts';
import { article, columnsOf } from '../samples';

function wordStarts({ text, wordBits }: SegmentColumns): number[] {
  return [...text.keys()].filter(position => hasBit(wordBits, position));
}

const cutPairs = (text: string) => text.match(/.{1,2}/gsu) ?? [];

describe('SegmentDraft', () => {
  it('marks where words start, and after the last one', () => {
    assert.deepEqual(wordStarts(columnsOf([article(['推动发展']), article(['稳'])], cutPairs)), [0, 2, 4, 5, 6]);
  });

  it('trusts no cut that is not the text again', () => {
    const lossy = (text: string) => cutPairs(text).slice(1);
    assert.deepEqual(wordStarts(columnsOf([article(['推动发展'])], lossy)), [0, 1, 2, 3, 4]);
  });

  it('blanks out garbled spans and keeps every offset', () => {
    const garbled = article([]);
    const paragraphs = [{ text: '敢于担当?有为', map: [0, 0], garbled: [[4, 5] as const] }];
    const { text } = columnsOf([{ ...garbled, paragraphs }]);
    assert.equal(String.fromCharCode(...text), '敢于担当\ufffd有为\u0001');
  });

  it('lets no paragraph hold a mark of the index', () => {
    const { text } = columnsOf([article(['一\n二\u0001三', '四'])]);
    assert.equal(String.fromCharCode(...text), '一 二 三\n四\u0001');
  });

  it('has room for an article larger than all before it', () => {
    const long = '长'.repeat(200_000);
    const { text, articleStarts, wordBits } = columnsOf([article(['短']), article([long])]);
    assert.deepEqual([...articleStarts], [0, 2]);
    assert.equal(text.length, long.length + 3);
    assert.ok(hasBit(wordBits, long.length) && text[long.length] === '长'.charCodeAt(0));
  });
});
