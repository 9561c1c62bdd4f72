import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { commonPhrases } from '../../../../../src/engine/index/columns/commonPhrases';
import { openMemorySegment } from '../../../../../src/engine/index/columns/openSegment';
import { encodePhrases } from '../../../../../src/engine/index/columns/phraseColumn';
import {
  DamagedSegmentError,
  decodeHeader,
  encodeSegment,
  HEADER_BYTES,
  SECTIONS,
  type SectionName,
  type SegmentHeader,
} from '../../../../../src/engine/index/columns/segmentCodec';
import type { Segment } from '../../../../../src/engine/index/segment';
import { suffixArray } from '../../../../../src/engine/index/suffixes/suffixArray';
import { article, columnsOf } from '../samples';

const paragraph = fc.string({ unit: fc.constantFrom('各', '位', '代', '表', '，', '。', '😀', 'A'), maxLength: 40 });
const articles = fc.array(
  fc.record({
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
    title: fc.string(),
    date: fc.constantFrom(null, '1998', '2004-11', '2021-09-08'),
    speaker: fc.option(fc.string()),
    occasion: fc.option(fc.string()),
  }),
  { maxLength: 8 },
);

type Sample = typeof articles extends fc.Arbitrary<infer T> ? T : never;

function encode(sample: Sample): Uint8Array {
  const columns = columnsOf(sample.map(({ paragraphs, ...about }) => article(paragraphs, about)));
  const suffixes = suffixArray(columns.text);
  const phrases = encodePhrases(commonPhrases(columns.text, suffixes, () => true, 50));
  return concat(encodeSegment({ ...columns, suffixes, phrases }, crc32));
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  pieces.reduce((at, piece) => {
    all.set(piece, at);
    return at + piece.length;
  }, 0);
  return all;
}

function sectionOf(bytes: Uint8Array, header: SegmentHeader, name: SectionName): Uint8Array {
  const { offset, byteLength } = header.sections[name];
  return bytes.subarray(offset, offset + byteLength);
}

function open(bytes: Uint8Array, count: number): Segment {
  const header = decodeHeader(bytes, crc32);
  const owners = [{ path: '/语料/一.jsonl', first: 0, count }];
  return openMemorySegment('one', header, name => sectionOf(bytes, header, name), owners);
}

describe('segmentCodec', () => {
  it('gives back what went in', () => {
    fc.assert(
      fc.property(articles, sample => {
        const segment = open(encode(sample), sample.length);
        const text = sample.map(({ paragraphs }) => `${paragraphs.join('\n')}\u0001`).join('');
        assert.equal(segment.length, text.length);
        assert.equal(segment.slice(0, text.length), text);
        assert.equal(segment.articleCount, sample.length);
        assert.equal(segment.hasDead, false);
        sample.forEach(({ title, date, speaker, occasion }, number) => {
          assert.deepEqual(JSON.parse(JSON.stringify(segment.meta(number))), {
            path: '/语料/一.jsonl',
            entry: number,
            title,
            date,
            speaker,
            occasion,
            cluster: number + 1,
          });
        });
        for (let position = 0; position < text.length; position++) {
          assert.equal(segment.codeAt(position), text.charCodeAt(position));
          const number = segment.articleAt(position);
          assert.ok(segment.articleStart(number) <= position && position < segment.articleStart(number + 1));
        }
        assert.equal(segment.codeAt(text.length), -1);
        assert.equal(segment.codeAt(-1), -1);
      }),
    );
  });

  it('notices a changed byte in the header and in every section', () => {
    const bytes = encode([
      {
        paragraphs: ['各位代表，', '各位代表，现在报告工作。'],
        title: '报告',
        date: '1998',
        speaker: null,
        occasion: null,
      },
    ]);
    const header = decodeHeader(bytes, crc32);
    for (let at = 0; at < HEADER_BYTES; at++) {
      const damaged = bytes.slice();
      damaged[at]! ^= 0x10;
      assert.throws(() => decodeHeader(damaged, crc32), DamagedSegmentError, `byte ${at} of the header`);
    }
    for (const name of SECTIONS) {
      const { offset, byteLength, checksum } = header.sections[name];
      assert.ok(byteLength > 0, `${name} holds something`);
      for (let at = 0; at < byteLength; at++) {
        const damaged = bytes.slice();
        damaged[offset + at]! ^= 0x10;
        assert.notEqual(crc32(sectionOf(damaged, header, name)), checksum, `byte ${at} of ${name}`);
      }
    }
  });

  it('refuses a file that is cut short, empty, of another version or of another kind', () => {
    const bytes = encode([]);
    const other = bytes.slice();
    other[8] = 99;
    for (const wrong of [new Uint8Array(), bytes.subarray(0, HEADER_BYTES - 1), other, new Uint8Array(HEADER_BYTES)]) {
      assert.throws(() => decodeHeader(wrong, crc32), DamagedSegmentError);
    }
  });

  it('knows the length of the whole file', () => {
    const bytes = encode([{ paragraphs: ['稳'], title: '', date: null, speaker: null, occasion: null }]);
    assert.equal(decodeHeader(bytes, crc32).byteLength, bytes.length);
  });

  it('refuses columns that do not agree with the header, though their checksums may', () => {
    const bytes = encode([{ paragraphs: ['稳中求进'], title: '', date: null, speaker: null, occasion: null }]);
    const header = decodeHeader(bytes, crc32);
    for (const name of ['text', 'suffixes', 'wordBits', 'articleStarts', 'metaOffsets'] as const) {
      const read = (wanted: SectionName) => sectionOf(bytes, header, wanted).subarray(wanted === name ? 8 : 0);
      assert.throws(() => openMemorySegment('one', header, read, []), DamagedSegmentError, name);
    }
  });
});
