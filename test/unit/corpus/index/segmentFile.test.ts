import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { sortAndWrite } from '../../../../src/corpus/builder/sorting/sortAndWrite';
import { PageCache } from '../../../../src/corpus/index/pageCache';
import { segmentPath } from '../../../../src/corpus/index/segmentBytes';
import { readColumns, readTextBlock, textBlock } from '../../../../src/corpus/index/segmentColumns';
import { openSegmentFile, type Residence } from '../../../../src/corpus/index/segmentFile';
import { crc32 } from '../../../../src/corpus/storage/checksum';
import type { ArticleOwner } from '../../../../src/engine/index/articles/articleTable';
import {
  DamagedSegmentError,
  decodeHeader,
  SECTIONS,
  type SectionName,
} from '../../../../src/engine/index/columns/segmentCodec';
import type { Segment } from '../../../../src/engine/index/segment';
import { visitSuffixes } from '../../../../src/engine/index/suffixes/visitSuffixes';
import { speech } from '../../../fixtures/sampleText';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';
import { article, columnsOf } from '../../engine/index/samples';

const cutPairs = (text: string) => text.match(/.{1,2}/gsu) ?? [];
const columns = columnsOf(
  Array.from({ length: 40 }, (_, i) => article([speech(i, 600), speech(100 + i, 200)], { title: `第${i}篇` })),
  cutPairs,
);
const owners: ArticleOwner[] = [
  { path: '/甲.txt', first: 0, count: 1 },
  { path: '/乙.jsonl', first: 2, count: 38 },
];
const residences: Residence[] = ['memory', 'text', 'disk'];
const never = new AbortController().signal;

/** Everything a segment says, in a form that can be compared. */
function everything(segment: Segment): unknown {
  const positions = [...Array(segment.length).keys()];
  const articles = [...Array(segment.articleCount).keys()];
  return {
    codes: [-1, ...positions, segment.length].map(at => segment.codeAt(at)),
    suffixes: positions.map(rank => segment.suffixAt(rank)),
    ofRanks: [1, 3, 64, 500].flatMap(step => {
      const found: number[] = [];
      const ranks = positions.slice(step).filter(rank => (rank - 1) % step === 0);
      visitSuffixes(segment, Int32Array.from(ranks), position => found.push(position));
      return found;
    }),
    words: [...positions, segment.length].map(at => segment.isWordStart(at)),
    grams: segment.mayHave?.(Uint32Array.from(positions, position => Math.imul(position, 0x9e3779b1))),
    buckets: [0, 0x4e00, 0x9fff, 0xff0c, 0x10000].map(code => segment.bucketStart(code)),
    slices: [
      segment.slice(0, 5000),
      segment.slice(7, segment.length),
      segment.slice(-3, 2),
      segment.slice(segment.length - 2, segment.length + 9),
    ],
    articleOf: positions.map(at => segment.articleAt(at)),
    metas: articles.map(number => JSON.stringify(segment.meta(number))),
    dead: [segment.hasDead, ...articles.map(number => segment.isDead(number))],
  };
}

describe('segmentFile', () => {
  let folder: TestFolder;
  let id: string;
  beforeEach(async () => {
    folder = testFolder();
    mkdirSync(folder.storage);
    id = (await sortAndWrite(folder.storage, columns)).id;
  });
  afterEach(() => folder.remove());

  it('says the same wherever its parts are, even with room for two pages only', async () => {
    let expected: unknown;
    for (const residence of residences) {
      const source = await openSegmentFile(folder.storage, id, residence, new PageCache(1));
      const found = everything(source.segment(owners));
      expected ??= found;
      assert.deepEqual(found, expected, residence);
      await source.verify(never);
      await source.close();
    }
  });

  it('makes segments for other owners out of the same file', async () => {
    for (const residence of residences) {
      const source = await openSegmentFile(folder.storage, id, residence, new PageCache(1 << 20));
      const [before, after] = [source.segment(owners), source.segment([{ path: '/丙.txt', first: 1, count: 1 }])];
      assert.deepEqual(
        [0, 1, 2].map(number => before.isDead(number)),
        [false, true, false],
      );
      assert.deepEqual(
        [0, 1, 2].map(number => after.isDead(number)),
        [true, false, true],
      );
      assert.equal(after.meta(1).path, '/丙.txt');
      await source.close();
    }
  });

  it('gives its columns back to a merge', async () => {
    assert.deepEqual(await readColumns(folder.storage, id), columns);
  });

  it('gives the articles of a stretch as they are in memory', async () => {
    const { length } = columns.text;
    for (const [from, to] of [
      [0, 5000],
      [1, 5000],
      [5000, 13_777],
      [length - 5, length + 5],
      [0, length],
    ] as const) {
      const [read, own] = [await readTextBlock(folder.storage, id, from, to), textBlock(columns, from, to)];
      const all = ({ text, isWordStart, ...rest }: typeof read) => {
        return { ...rest, text, words: Array.from({ length: text.length + 1 }, (_, offset) => isWordStart(offset)) };
      };
      assert.deepEqual(all(own), all(read));
    }
  });

  it('shares one cache among segments, and forgets the pages of a closed one', async () => {
    const other = (await sortAndWrite(folder.storage, columnsOf([article([speech(7, 9000)])]))).id;
    const cache = new PageCache(3 * 4096);
    const [a, b] = [
      await openSegmentFile(folder.storage, id, 'disk', cache),
      await openSegmentFile(folder.storage, other, 'disk', cache),
    ];
    const [one, two] = [a.segment(owners), b.segment([])];
    for (let at = 0; at < 9000; at += 501) {
      assert.equal(one.codeAt(at), columns.text[at]);
      assert.equal(two.slice(at, at + 5), speech(7, 9000).slice(at, at + 5));
    }
    await a.close();
    for (let at = 0; at < 9000; at += 501) assert.equal(two.slice(at, at + 5), speech(7, 9000).slice(at, at + 5));
    await b.close();
  });

  describe('damaged', () => {
    const damage = (name: SectionName) => {
      const path = segmentPath(folder.storage, id);
      const bytes = readFileSync(path);
      const { offset, byteLength } = decodeHeader(bytes, crc32).sections[name];
      bytes[offset + Math.floor(byteLength / 2)]! ^= 0x40;
      writeFileSync(path, bytes);
    };

    for (const residence of residences) {
      it(`in any section is noticed at opening or by verification: ${residence}`, async () => {
        const intact = readFileSync(segmentPath(folder.storage, id));
        for (const name of SECTIONS) {
          writeFileSync(segmentPath(folder.storage, id), intact);
          damage(name);
          const check = async () => {
            const source = await openSegmentFile(folder.storage, id, residence, new PageCache(1 << 20));
            try {
              await source.verify(never);
            } finally {
              await source.close();
            }
          };
          // What only the builder reads, only the builder checks.
          if (name === 'sketches') await assert.rejects(readColumns(folder.storage, id), DamagedSegmentError);
          else await assert.rejects(check(), DamagedSegmentError, name);
        }
      });
    }

    it('suffixes lead no query out of bounds or into an exception', async () => {
      damage('suffixes');
      for (const residence of residences) {
        const source = await openSegmentFile(folder.storage, id, residence, new PageCache(1 << 20));
        const segment = source.segment(owners);
        for (let rank = 0; rank < segment.length; rank++) {
          const position = segment.suffixAt(rank);
          segment.codeAt(position);
          segment.isWordStart(position);
          assert.ok(segment.articleAt(position) < segment.articleCount);
        }
        await source.close();
      }
    });

    it('by being cut short it does not open', async () => {
      const path = segmentPath(folder.storage, id);
      const { length } = readFileSync(path);
      for (const cut of [length - 1, Math.floor(length / 2), 100, 0]) {
        truncateSync(path, cut);
        for (const residence of residences) {
          const opening = openSegmentFile(folder.storage, id, residence, new PageCache(1));
          await assert.rejects(opening, DamagedSegmentError, `${cut} bytes`);
        }
      }
    });
  });
});
