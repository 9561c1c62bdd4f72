import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { decodeBlockIndex, encodeBlockIndex, HASH_BYTES, piecesOf } from '../../../src/engine/index/blocks/blockIndex';
import { packColumns, unpackColumns } from '../../../src/engine/index/blocks/packedColumns';
import { encodeLibrary } from '../../../src/library/libraryManifest';
import { libraryLimits } from '../../../src/library/limits';
import { below, oneOf } from '../attackKind';
import { otherBytes, othersBytes, otherValue } from './otherwise';
import { type Harm, otherJson, republish, republishLayout, storedObjects } from './republish';

/** Of what is published for readers that read on demand. */
export const LAYOUT_HARMS: Readonly<Record<string, Harm>> = {
  'the index of a layout': (published, next) => {
    const { library, bytesOf, put } = published;
    const layout = library.collections[0]!.blocks![0]!;
    const columns = unpackColumns(inflateRawSync(bytesOf(layout.index)), 14)!.map(bytes => new Uint8Array(bytes));
    const number = below(next, columns.length);
    columns[number] = Uint8Array.from(othersBytes(columns[number]!, next));
    const index = put(deflateRawSync(packColumns(columns)));
    republish(published, own => ({ ...own, blocks: [{ ...layout, index }] }));
    return `column ${number}`;
  },
  'which articles are dead': (published, next) => {
    const { library, bytesOf, put } = published;
    const layout = library.collections[0]!.blocks![0]!;
    const dead = put(deflateRawSync(othersBytes(inflateRawSync(bytesOf(layout.dead)), next)));
    republish(published, own => ({ ...own, blocks: [{ ...layout, dead }] }));
    return '';
  },
  'who spoke in a layout': (published, next) => {
    const { library, bytesOf, put } = published;
    const bytes = inflateRawSync(bytesOf(library.collections[0]!.blocks![0]!.speakers!));
    republishLayout(published, { speakers: put(deflateRawSync(othersBytes(bytes, next))) });
    return '';
  },
  'the frames of a layout': (published, next) => {
    const { library, bytesOf, put } = published;
    const text = inflateRawSync(bytesOf(library.collections[0]!.blocks![0]!.frames!)).toString('utf8');
    if (next() < 0.5) {
      republishLayout(published, { frames: put(deflateRawSync(otherJson(text, next))) });
      return '';
    }
    // By chance alone one number among so many texts is seldom another.
    type Row = Record<string, unknown>;
    const told = JSON.parse(text) as { articles: Row[]; frames: (Row & { instances: Row[] })[] };
    const frame = oneOf(next, told.frames);
    const row = oneOf(next, [oneOf(next, told.articles), frame, oneOf(next, frame.instances)]);
    const key = oneOf(
      next,
      Object.keys(row).filter(name => typeof row[name] === 'number'),
    );
    row[key] = otherValue(row[key], next);
    republishLayout(published, { frames: put(deflateRawSync(JSON.stringify(told))) });
    return `${key}: ${String(row[key]).slice(0, 40)}`;
  },
  'more frames of a layout than anybody mines': (published, next) => {
    const { library, bytesOf, put } = published;
    const text = inflateRawSync(bytesOf(library.collections[0]!.blocks![0]!.frames!)).toString('utf8');
    const { articles, frames } = JSON.parse(text) as {
      articles: object[];
      frames: { template: string; instances: object[] }[];
    };
    const [frame] = frames as [(typeof frames)[number]];
    const count = oneOf(next, [10, 1_000, 2_000, 2_001]);
    const most = oneOf(next, [1, 100, 10_000, 200_000]);
    const all = oneOf(next, [libraryLimits.instancesOfFrames, 100_000]);
    const instances = Array.from({ length: Math.min(most, Math.ceil(all / count)) }, () => frame.instances[0]!);
    const many = Array.from({ length: count }, (_, i) => ({ ...frame, template: frame.template + i, instances }));
    republishLayout(published, { frames: put(deflateRawSync(JSON.stringify({ articles, frames: many }))) });
    return `${count} frames of ${instances.length}`;
  },
  'in which folder articles of a layout are': (published, next) => {
    const { library, bytesOf, put } = published;
    const [own] = library.collections;
    const folders = put(deflateRawSync(othersBytes(inflateRawSync(bytesOf(own!.blocks![0]!.folders!)), next)));
    // Without weights nobody asks.
    republishLayout(published, { folders }, { weights: { [own!.folders[0]!]: 2 } });
    return '';
  },
  'an object of a layout under the hash of another': (published, next) => {
    const [what, { chunks }] = oneOf(next, storedObjects(published).slice(3));
    const bytes = published.bytesOf(chunks[0]!);
    const other = otherBytes(bytes, next);
    // A reader that asks about folders only where they have weights.
    const weights = { [published.library.collections[0]!.folders[0]!]: 2 };
    republishLayout(published, {}, { weights });
    published.replace(
      chunks[0]!,
      oneOf(next, [other, bytes.subarray(0, -1), Buffer.concat([bytes, bytes]), Buffer.alloc(0)]),
    );
    return what;
  },
  'the length of an object': (published, next) => {
    const [what, { chunks }] = oneOf(next, storedObjects(published));
    const text = Buffer.from(encodeLibrary(published.library, INDEX_VERSION)).toString('utf8');
    const name = chunks[0]!;
    const length = oneOf(next, [0, 1, -1, 0.5, 2 ** 31, 2 ** 53, 1e308]);
    const changed = text
      .replace(new RegExp(`"bytes":\\d+(?=,"chunks":\\["${name}")`, 'g'), `"bytes":${length}`)
      .replace(new RegExp(`(?<="name":"${name}","bytes":)\\d+`, 'g'), `${length}`);
    published.manifest(Buffer.from(changed));
    return `${what}: ${length}`;
  },
  'a piece of a layout': (published, next) => {
    const { library, bytesOf, put } = published;
    const layout = library.collections[0]!.blocks![0]!;
    const index = decodeBlockIndex(inflateRawSync(bytesOf(layout.index)))!;
    const { blocks, samples, pages } = piecesOf(index);
    const kinds = [blocks, samples, pages, index.pieceBytes.length - blocks - samples - pages];
    const kind = below(next, kinds.length);
    const piece = kinds.slice(0, kind).reduce((sum, count) => sum + count, 0) + below(next, Math.max(1, kinds[kind]!));
    const object = bytesOf(layout.objects[0]!.name);
    let end = 0;
    const pieces = Array.from(index.pieceBytes, (length, number) => {
      end += length;
      const packed = object.subarray(end - length, end);
      if (number !== piece) return packed;
      const bytes = inflateRawSync(packed);
      const isText = number >= blocks + samples + pages && next() < 0.7;
      return deflateRawSync(isText ? otherJson(bytes.toString('utf8'), next) : othersBytes(bytes, next));
    });
    const packed = Buffer.concat(pieces);
    const hashes = pieces.map(one => createHash('sha256').update(one).digest().subarray(0, HASH_BYTES));
    const changed = {
      ...index,
      pieceBytes: Uint32Array.from(pieces, ({ length }) => length),
      pieceHashes: new Uint8Array(Buffer.concat(hashes)),
    };
    const objects = [{ name: put(packed).chunks[0]!, bytes: packed.length }];
    const own = put(deflateRawSync(encodeBlockIndex(changed)));
    republish(published, collection => ({ ...collection, blocks: [{ ...layout, objects, index: own }] }));
    return ['block', 'sample', 'page of text', 'page of metadata'][kind]!;
  },
  'no wide contexts': (published, next) => {
    const { library, bytesOf, put } = published;
    const layout = library.collections[0]!.blocks![0]!;
    const columns = unpackColumns(inflateRawSync(bytesOf(layout.index)), 14)!.map(bytes => new Uint8Array(bytes));
    // Contexts that are said to be wide and are not, or to be all there is.
    const widths = new Uint32Array(columns[7]!.buffer.slice(0));
    const los = new Uint32Array(columns[6]!.buffer.slice(0));
    widths.forEach((_, i) => {
      if (next() < 0.5) [los[i], widths[i]] = [0, layout.characters];
    });
    columns[6] = new Uint8Array(los.buffer);
    columns[7] = new Uint8Array(widths.buffer);
    republish(published, own => ({
      ...own,
      blocks: [{ ...layout, index: put(deflateRawSync(packColumns(columns))) }],
    }));
    return '';
  },
};
