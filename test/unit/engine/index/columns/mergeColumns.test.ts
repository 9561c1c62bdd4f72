import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeColumns } from '../../../../../src/engine/index/columns/mergeColumns';
import { article, columnsOf } from '../samples';

const oneArticle = fc.record({
  text: fc.string({ unit: fc.constantFrom('抓', '实', '，', '好'), maxLength: 30 }),
  dead: fc.boolean(),
});
const sources = fc.array(fc.array(oneArticle, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
const cutPairs = (text: string) => text.match(/.{1,2}/gsu) ?? [];

describe('mergeColumns', () => {
  it('is what the living articles would have given in one draft', () => {
    fc.assert(
      fc.property(sources, parts => {
        const named = parts.map((part, from) => part.map((one, i) => ({ ...one, title: `${from}-${i}` })));
        const { columns, numbers } = mergeColumns(
          named.map(part => ({
            columns: columnsOf(
              part.map(({ text, title }) => article([text], { title })),
              cutPairs,
            ),
            isDead: number => part[number]!.dead,
          })),
        );
        const alive = named.flat().filter(({ dead }) => !dead);
        const expected = columnsOf(
          alive.map(({ text, title }) => article([text], { title })),
          cutPairs,
        );
        for (const name of [
          'text',
          'wordBits',
          'articleStarts',
          'dates',
          'metaBytes',
          'metaOffsets',
          'sketches',
        ] as const) {
          assert.deepEqual(columns[name], expected[name], name);
        }
        // Every living article is told where it went, and brings its entry and cluster along.
        const places = named.flatMap((part, from) =>
          part.map((one, i) => ({ ...one, number: numbers[from]![i]!, entry: i })),
        );
        assert.deepEqual(
          places.filter(({ dead }) => !dead).map(({ number }) => number),
          [...alive.keys()],
        );
        for (const { dead, number, entry } of places) {
          if (dead) assert.equal(number, -1);
          else assert.deepEqual([columns.entries[number], columns.clusters[number]], [entry, entry + 1]);
        }
      }),
    );
  });
});
