import assert from 'node:assert/strict';
import { hasBit } from '../../../../../src/engine/index/columns/bits';
import { cutArticles } from '../../../../../src/engine/index/columns/cutArticles';
import { markCuts } from '../../../../../src/engine/index/columns/markWords';
import { SegmentDraft } from '../../../../../src/engine/index/columns/segmentDraft';
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

  it('is the same where the words of a large one are cut elsewhere, piece by piece', async () => {
    const articles = Array.from({ length: 9 }, (_, i) => article([`第${i}条`, '长'.repeat(70_001 + i), '推动发展']));
    const lengths: number[] = [];
    const draft = new SegmentDraft(
      markCuts(cutPairs),
      () => 1,
      async (text, starts) => {
        lengths.push(text.length);
        await new Promise(resolve => setImmediate(resolve));
        return cutArticles(markCuts(cutPairs), text, starts);
      },
    );
    for (const [entry, one] of articles.entries()) draft.add(one, entry);
    await draft.cutAll();
    const columns = draft.columns();
    assert.deepEqual(wordStarts(columns), wordStarts(columnsOf(articles, cutPairs)));
    assert.ok(lengths.length > 1);
    assert.equal(
      lengths.reduce((sum, length) => sum + length, 0),
      columns.text.length,
    );
  });

  it('tells of a failure elsewhere', async () => {
    const draft = new SegmentDraft(
      markCuts(cutPairs),
      () => 1,
      () => Promise.reject(new Error('gone')),
    );
    draft.add(article(['长'.repeat(400_000)]), 0);
    await assert.rejects(draft.cutAll(), /gone/);
  });
});
