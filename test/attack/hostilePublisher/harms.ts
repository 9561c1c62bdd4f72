import { deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { crc32 } from '../../../src/corpus/storage/checksum';
import { decodeHeader, HEADER_BYTES, SECTIONS, type SectionName } from '../../../src/engine/index/columns/segmentCodec';
import { encodeLibrary } from '../../../src/library/libraryManifest';
import { below, oneOf } from '../attackKind';
import { LAYOUT_HARMS } from './layoutHarms';
import { otherBytes, othersBytes, otherValue } from './otherwise';
import type { Published } from './published';
import { type Harm, otherJson, republish } from './republish';

/** A segment file of these sections, whatever they are, with what its header says. */
function segmentFile(head: Uint8Array, sections: ReadonlyMap<SectionName, Uint8Array>): Buffer {
  const header = Buffer.from(head.subarray(0, HEADER_BYTES));
  const pieces: Buffer[] = [];
  let offset = HEADER_BYTES;
  SECTIONS.forEach((name, i) => {
    const bytes = sections.get(name)!;
    header.writeUInt32LE(crc32(bytes), 32 + 24 * i);
    header.writeDoubleLE(offset, 32 + 24 * i + 8);
    header.writeDoubleLE(bytes.length, 32 + 24 * i + 16);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 64) * 64);
    padded.set(bytes);
    pieces.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([withChecksum(header), ...pieces]);
}

function withChecksum(header: Buffer): Buffer {
  header.writeUInt32LE(0, 24);
  header.writeUInt32LE(crc32(header), 24);
  return header;
}

function sectionsOf(bytes: Buffer): Map<SectionName, Uint8Array> {
  const { sections } = decodeHeader(bytes, crc32);
  return new Map(
    SECTIONS.map(name => {
      const { offset, byteLength } = sections[name];
      return [name, bytes.subarray(offset, offset + byteLength)];
    }),
  );
}

const putSegment = (published: Published, bytes: Buffer) =>
  republish(published, own => ({ ...own, segments: [{ ...own.segments[0], ...published.put(bytes) }] }));

const soundSegment = ({ library, bytesOf }: Published) => bytesOf(library.collections[0]!.segments[0]!);

export const HARMS: Readonly<Record<string, Harm>> = {
  'a section of a segment': (published, next) => {
    const bytes = soundSegment(published);
    const sections = sectionsOf(bytes);
    const name = oneOf(next, SECTIONS);
    sections.set(name, othersBytes(sections.get(name)!, next));
    putSegment(published, segmentFile(bytes, sections));
    return name;
  },
  'two sections of a segment': (published, next) => {
    const bytes = soundSegment(published);
    const sections = sectionsOf(bytes);
    const names = [oneOf(next, SECTIONS), oneOf(next, SECTIONS)];
    for (const name of names) sections.set(name, otherBytes(sections.get(name)!, next));
    putSegment(published, segmentFile(bytes, sections));
    return names.join();
  },
  'the header of a segment': (published, next) => {
    const bytes = soundSegment(published);
    const header = otherBytes(bytes.subarray(0, HEADER_BYTES), next);
    header.set(bytes.subarray(0, 8));
    putSegment(published, Buffer.concat([withChecksum(header), bytes.subarray(HEADER_BYTES)]));
    return '';
  },
  'metadata of an article': (published, next) => {
    const bytes = soundSegment(published);
    const sections = sectionsOf(bytes);
    const offsets = new Int32Array(new Uint8Array(sections.get('metaOffsets')!).buffer);
    const metas = Buffer.from(sections.get('metaBytes')!);
    const article = below(next, offsets.length - 1);
    const text = metas.toString('utf16le', offsets[article], offsets[article + 1]);
    const json = text.startsWith('{') ? text : JSON.stringify({ title: text });
    const other = Buffer.from(otherJson(json, next), 'utf16le');
    const longer = other.length - (offsets[article + 1]! - offsets[article]!);
    const kept = [metas.subarray(0, offsets[article]), other, metas.subarray(offsets[article + 1])];
    sections.set('metaBytes', Buffer.concat(kept));
    const moved = offsets.map((offset, i) => (i > article ? offset + longer : offset));
    sections.set('metaOffsets', new Uint8Array(moved.buffer));
    putSegment(published, segmentFile(bytes, sections));
    return other.toString('utf16le', 0, 80);
  },
  'mined frames': (published, next) => {
    const { library, bytesOf, put } = published;
    const stored = bytesOf(library.collections[0]!.segments[0]!.frames[0]!);
    const head = stored.indexOf(0x0a) + 1;
    const body = deflateRawSync(otherJson(inflateRawSync(stored.subarray(head)).toString('utf8'), next));
    const frames = put(Buffer.concat([Buffer.from(`{"format":"fanben-frames","checksum":${crc32(body)}}\n`), body]));
    republish(published, own => ({ ...own, segments: [{ ...own.segments[0], frames: [frames] }] }));
    return '';
  },
  'the table of files': (published, next) => {
    const { library, bytesOf, put } = published;
    const rows = otherValue(JSON.parse(gunzipSync(bytesOf(library.collections[0]!.files)).toString('utf8')), next);
    const lines = Array.isArray(rows) ? rows.map(row => JSON.stringify(row)).join(',\n') : JSON.stringify(rows);
    republish(published, own => ({ ...own, files: put(gzipSync(`[\n${lines}\n]\n`)) }));
    return '';
  },
  'the manifest': ({ library, manifest }, next) => {
    const whole = JSON.parse(Buffer.from(encodeLibrary(library, INDEX_VERSION)).toString('utf8')) as object;
    const { collections, ...about } = whole as { collections: unknown };
    const other = { ...about, collections: otherValue(collections, next) };
    manifest(Buffer.from(JSON.stringify(other)));
    return '';
  },
  'what unpacks without end': (published, next) => {
    const { library, put } = published;
    const bomb = Buffer.alloc(20_000_000, oneOf(next, ['[', '0', ' ', '\n']));
    const packed = put(deflateRawSync(bomb));
    const own = library.collections[0]!;
    const layout = own.blocks![0]!;
    const frames = () => {
      const body = deflateRawSync(bomb);
      return put(Buffer.concat([Buffer.from(`{"format":"fanben-frames","checksum":${crc32(body)}}\n`), body]));
    };
    const places: Readonly<Record<string, () => object>> = {
      index: () => ({ blocks: [{ ...layout, index: packed }] }),
      dead: () => ({ blocks: [{ ...layout, dead: packed }] }),
      files: () => ({ files: put(gzipSync(bomb)) }),
      frames: () => ({ segments: [{ ...own.segments[0], frames: [frames()] }] }),
      folders: () => ({ blocks: [{ ...layout, folders: packed }], weights: { [own.folders[0]!]: 2 } }),
      'frames of the layout': () => ({ blocks: [{ ...layout, frames: packed }] }),
    };
    const place = oneOf(next, Object.keys(places));
    republish(published, collection => ({ ...collection, ...places[place]!() }));
    return place;
  },
  ...LAYOUT_HARMS,
};
