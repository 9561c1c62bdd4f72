import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from '../../../../src/corpus/storage/checksum';
import { commonPhrases } from '../../../../src/engine/index/columns/commonPhrases';
import { encodePhrases } from '../../../../src/engine/index/columns/phraseColumn';
import {
  type DamagedSegmentError,
  decodeHeader,
  encodeSegment,
  HEADER_BYTES,
  SECTIONS,
  type SectionName,
} from '../../../../src/engine/index/columns/segmentCodec';
import type { SegmentParts } from '../../../../src/engine/index/columns/segmentParts';
import { ARTICLE_END } from '../../../../src/engine/index/segment';
import { suffixArray } from '../../../../src/engine/index/suffixes/suffixArray';
import { isTextCode } from '../../../../src/engine/index/textCodes';
import { checkSegment } from '../../../../src/library/checking/checkSegment';
import { article, columnsOf } from '../../engine/index/samples';

const { signal } = new AbortController();

/** What its publisher has written down with all checksums right, and is not so. */
describe('a segment of somebody else', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'fanben-checking-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const columns = columnsOf([
    article(['各位代表，要抓落实。', '抓落实要见实效，抓落实要靠干部。'], { title: '报告', speaker: '周明远' }),
    article(['以钉钉子精神抓落实。'], { title: '讲话', date: '2023-02-06' }),
  ]);
  const suffixes = suffixArray(columns.text);
  const parts: SegmentParts = {
    ...columns,
    suffixes,
    phrases: encodePhrases(commonPhrases(columns.text, suffixes, () => true, 50)),
  };
  const check = (written: SegmentParts, promised: object = {}) => {
    const path = join(folder, 'one.segment');
    writeFileSync(path, Buffer.concat(encodeSegment(written, crc32)));
    const { length: bytes } = readFileSync(path);
    return checkSegment(path, { bytes, characters: columns.text.length, articles: 2, ...promised }, signal);
  };
  const refused = (section: string) => (error: DamagedSegmentError) => {
    assert.equal(error.section, section);
    return true;
  };
  const int = (column: Int32Array, at: number, value: number) => column.map((one, i) => (i === at ? value : one));

  it('is taken where all of it holds', () => check(parts));

  it('is refused where the manifest has promised another', async () => {
    await assert.rejects(check(parts, { articles: 3 }), refused('header'));
    await assert.rejects(check(parts, { characters: 5 }), refused('header'));
    await assert.rejects(check(parts, { bytes: 5 }), refused('header'));
  });

  const text = (at: number, code: number) => columns.text.map((one, i) => (i === at ? code : one));
  const wrongs: readonly (readonly [SectionName, string, Partial<SegmentParts>])[] = [
    ['articleStarts', 'an article that begins beyond the text', { articleStarts: int(columns.articleStarts, 1, 1e6) }],
    ['articleStarts', 'articles that run backwards', { articleStarts: int(columns.articleStarts, 1, 0) }],
    ['entries', 'an article with no place in its file', { entries: int(columns.entries, 0, -1) }],
    ['clusters', 'near-duplicates of another collection', { clusters: int(columns.clusters, 0, 1 << 27) }],
    ['dates', 'a day that is none', { dates: int(columns.dates, 0, -5) }],
    ['metaOffsets', 'metadata that begins before the first byte', { metaOffsets: int(columns.metaOffsets, 1, -8) }],
    ['metaOffsets', 'metadata beyond the last byte', { metaOffsets: int(columns.metaOffsets, 2, 1e6) }],
    ['metaBytes', 'metadata that is none', { metaBytes: columns.metaBytes.map((_, i) => (i % 2 === 0 ? 0x7b : 0)) }],
    ['phrases', 'a phrase beyond the text', { phrases: Int32Array.of(columns.text.length - 1, 5, 2) }],
    ['phrases', 'a phrase without end', { phrases: Int32Array.of(0, 2 ** 30, 2) }],
    ['phrases', 'half a phrase', { phrases: Int32Array.of(0, 2) }],
    ['text', 'text that turns the direction of writing', { text: text(3, 0x202e) }],
    ['text', 'an article that ends in its middle', { text: text(3, ARTICLE_END) }],
    ['suffixes', 'a place that stands there twice', { suffixes: int(suffixes, 3, suffixes[4]!) }],
  ];
  for (const [section, what, wrong] of wrongs)
    it(`is refused by the name of its section: ${what}`, () =>
      assert.rejects(check({ ...parts, ...wrong }), refused(section)));

  it('is refused where what is in memory of its branches is not what lies on the disk', async () => {
    const path = join(folder, 'two.segment');
    const bytes = Buffer.concat(encodeSegment(parts, crc32));
    const { offset, byteLength } = decodeHeader(bytes, crc32).sections.sampledBranches;
    const section = bytes.subarray(offset, offset + byteLength);
    section[0]! ^= 1;
    // Its checksum is right, and so is that of the header.
    const row = 32 + 24 * SECTIONS.indexOf('sampledBranches');
    bytes.writeUInt32LE(crc32(section), row);
    bytes.writeUInt32LE(0, 24);
    bytes.writeUInt32LE(crc32(bytes.subarray(0, HEADER_BYTES)), 24);
    writeFileSync(path, bytes);
    const promised = { bytes: bytes.length, characters: columns.text.length, articles: 2 };
    await assert.rejects(checkSegment(path, promised, signal), refused('sampledBranches'));
  });

  it('has what cleaning leaves of a text, and nothing else', () => {
    const dropped = /(?![\n\t\v\f\r\u0085])[\p{Cc}\p{Cf}\p{Co}]/u;
    for (let code = 0; code < 0xd800; code++)
      if (code !== ARTICLE_END)
        assert.equal(isTextCode(code), !dropped.test(String.fromCharCode(code)), code.toString(16));
    for (let code = 0xe000; code < 0x10000; code++)
      assert.equal(isTextCode(code), !dropped.test(String.fromCharCode(code)), code.toString(16));
  });
});
