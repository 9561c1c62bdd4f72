import { join } from 'node:path';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { encodeLibrary } from '../../../src/library/libraryManifest';
import { publish } from '../../../src/library/publish';
import { replicate } from '../../../src/library/replicate';
import { openStore } from '../../../src/library/store/openStore';
import { StoreError } from '../../../src/library/store/store';
import { random } from '../../eval/random';
import { counts, made, endless as signal, type Trial } from './trial';

/** Objects of the store are changed behind the back of everybody: readers refuse them by name, and keep what they have. */
export const tampering: Trial = async ({ name, to, from }, material, { tell, fault }) => {
  const { folder, first, second, corpus, later, seed } = material;
  const replica = await made(join(folder, `tampered-${name}`));
  const [writer, reader] = [await openStore(to('tampering')), await openStore(from('tampering'))];
  await publish(writer, { storage: first, corpus });
  await replicate(reader, { folder: replica, signal });
  const before = await counts(replica);
  const { library } = await publish(writer, { storage: second, corpus: [...corpus, later] });
  const own = library.collections.at(-1)!;
  const segment = own.segments.at(-1)!.chunks[0]!;
  const table = own.files.chunks[0]!;
  const sound = new Map<string, Uint8Array>();
  for (const object of [segment, table]) sound.set(object, (await writer.readObject(object, 1e9))!);
  const next = random(seed);
  const at = (bytes: Uint8Array) => Math.floor(next() * bytes.length);
  const flipped = (bytes: Uint8Array) => {
    const place = at(bytes);
    return bytes.map((byte, i) => (i === place ? byte ^ (1 << (place % 8)) : byte));
  };
  const wrongs: Record<string, (object: string, bytes: Uint8Array) => Uint8Array | null> = {
    flipped: (_, bytes) => flipped(bytes),
    truncated: (_, bytes) => bytes.subarray(0, at(bytes)),
    swapped: object => sound.get(object === segment ? table : segment)!,
    'grown by 100 MB': (_, bytes) => Buffer.concat([bytes, Buffer.alloc(100_000_000)]),
    removed: () => null,
  };
  let refused = 0;
  const expectRefusal = async (what: string, word: string) => {
    const error = await replicate(reader, { folder: replica, signal }).catch(error => error);
    if (!(error instanceof StoreError)) fault(`${what}: not refused (${error})`);
    else if (!error.message.includes(word)) fault(`${what}: refused without its name (${error.message})`);
    else refused++;
    if ((await counts(replica)) !== before) fault(`${what}: a reader lost what it had`);
  };
  for (const object of sound.keys())
    for (const [how, change] of Object.entries(wrongs)) {
      const bytes = change(object, sound.get(object)!);
      if (bytes) await writer.writeObject(object, bytes);
      else await writer.removeObject(object);
      // The other one may have been fetched meanwhile; it is no part of the index before all is here.
      await expectRefusal(`${object === table ? 'table of files' : 'segment'} ${how}`, object);
      await writer.writeObject(object, sound.get(object)!);
      if (object === segment && how === 'removed') break;
    }
  const manifests: Record<string, Uint8Array> = {
    'a manifest of 100 MB': Buffer.alloc(100_000_000, ' '),
    'a manifest that leads elsewhere': encodeLibrary(
      { ...library, collections: [{ ...own, folders: ['../..'] }] },
      INDEX_VERSION,
    ),
    'an object that leads elsewhere': encodeLibrary(
      { ...library, collections: [{ ...own, files: { bytes: 10, chunks: ['../../library.json'] } }] },
      INDEX_VERSION,
    ),
    'a manifest cut off': encodeLibrary(library, INDEX_VERSION).subarray(0, 200),
  };
  let { version } = (await writer.readManifest()) as { version: string | null };
  for (const [what, bytes] of [...Object.entries(manifests), ['', encodeLibrary(library, INDEX_VERSION)] as const]) {
    if (version !== null) version = await writer.replaceManifest(bytes, version);
    if (version === null) return fault('the manifest could not be replaced');
    if (what !== '') await expectRefusal(what, 'library.json');
  }
  await publish(writer, { storage: second, corpus: [...corpus, later], again: true });
  await replicate(reader, { folder: replica, signal });
  if ((await counts(replica)) !== (await counts(second))) fault('a library that was mended is not read');
  tell(
    `${refused} objects and manifests that were tampered with: refused and named; mended by publishing with --force`,
  );
};
