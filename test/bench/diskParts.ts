import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from '../../src/corpus/storage/checksum';
import { decodeHeader, HEADER_BYTES, SECTIONS } from '../../src/engine/index/columns/segmentCodec';

/** Bytes of each part of an index on disk: the sections of its segments by name, other files by what their names end in. */
export async function diskParts(storage: string): Promise<Map<string, number>> {
  const parts = new Map<string, number>(SECTIONS.map(name => [name, 0]));
  const add = (part: string, bytes: number) => parts.set(part, (parts.get(part) ?? 0) + bytes);
  for (const name of await readdir(storage)) {
    const path = join(storage, name);
    const { size } = await stat(path);
    if (!name.endsWith('.segment')) {
      add(name.slice(name.lastIndexOf('.') + 1), size);
      continue;
    }
    const file = await open(path);
    const header = new Uint8Array(HEADER_BYTES);
    await file.read(header, 0, HEADER_BYTES, 0);
    await file.close();
    const { sections } = decodeHeader(header, crc32);
    for (const section of SECTIONS) add(section, sections[section].byteLength);
  }
  return parts;
}
