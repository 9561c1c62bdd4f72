import { posix } from 'node:path';
import { decodeXml, xmlEvents } from '../xml';

const OF_DOCUMENT = /\/(?:officeDocument|aFChunk)$/;

/** Id -> name of the part, for what a part of a .docx refers to as document or embedded document; '' stands for the package. */
export function readRelations(parts: ReadonlyMap<string, Uint8Array>, part: string): ReadonlyMap<string, string> {
  const folder = posix.dirname(part);
  const file = part === '' ? '_rels/.rels' : posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, string>();
  for (const event of xmlEvents(decodeXml(parts.get(file)))) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const [id, type, target] = ['Id', 'Type', 'Target'].map(name => event.attributes.get(name) ?? '');
    if (!OF_DOCUMENT.test(type!)) continue;
    relations.set(id!, target!.startsWith('/') ? target!.slice(1) : posix.join(folder, target!));
  }
  return relations;
}
