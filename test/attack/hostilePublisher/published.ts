import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCorpus } from '../../../src/corpus/corpusIndex';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { nameOf } from '../../../src/library/chunks';
import type { Library, StoredObject } from '../../../src/library/library';
import { decodeLibrary } from '../../../src/library/libraryManifest';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import { MANIFEST, objectPath } from '../../../src/library/store/store';
import { startBuilder } from '../../fixtures/builderInProcess';
import { collection, testFolder } from '../../fixtures/testFolder';
import { speeches } from '../../server/temporaryCorpus';

/** A library that was published as it should be, and what a publisher who means harm puts in the place of parts of it. */
export interface Published {
  /** The folder it is in. */
  readonly target: string;
  /** For replicas. */
  readonly replicas: string;
  readonly library: Library;
  bytesOf(object: StoredObject | string): Buffer;
  /** Another object, called by its hash as any. */
  put(bytes: Uint8Array): StoredObject;
  /** Other bytes under the name of an object that is there. */
  replace(name: string, bytes: Uint8Array): void;
  /** Publishes other bytes as the manifest. */
  manifest(bytes: Uint8Array): void;
  /** All is as it was published. */
  restore(): void;
  remove(): void;
}

const ARTICLES = 30;
const CHARACTERS = 1_500;

/** Speeches with frames, and enough of other articles that blocks, samples and pages are several. */
export async function publishedLibrary(): Promise<Published> {
  const folder = testFolder();
  for (const [name, text] of Object.entries(speeches)) folder.write(name, text);
  folder.write('文集.jsonl', collection(ARTICLES, CHARACTERS));
  const corpus = [folder.corpus];
  const index = await openCorpus({ corpus, storage: folder.storage, watch: false, startBuilder }, () => undefined);
  await index.whenIdle();
  await index.dispose();
  const target = mkdtempSync(join(tmpdir(), 'fanben-hostile-'));
  await publish(await openStore(target), { storage: folder.storage, corpus, name: '县委库', blocks: true });
  folder.remove();
  const sound = readFileSync(join(target, MANIFEST));
  const library = decodeLibrary(sound, INDEX_VERSION) as Library;
  if (library.collections[0]?.segments.length !== 1) throw new Error('One segment was to be published.');
  const added: string[] = [];
  const replaced = new Set<string>();
  const objects = new Map(
    readdirSync(target, { recursive: true, encoding: 'utf8' })
      .filter(name => /[0-9a-f]{64}$/.test(name))
      .map(name => [name.slice(-64), readFileSync(join(target, name))]),
  );
  const replicas = mkdtempSync(join(tmpdir(), 'fanben-replicas-'));
  const pathOf = (name: string) => join(target, ...objectPath(name).split('/'));
  return {
    target,
    replicas,
    library,
    bytesOf: object =>
      typeof object === 'string' ? objects.get(object)! : Buffer.concat(object.chunks.map(name => objects.get(name)!)),
    put(bytes) {
      const name = nameOf(bytes);
      const path = pathOf(name);
      if (!objects.has(name)) {
        writeObject(path, bytes);
        added.push(path);
      }
      return { bytes: bytes.length, chunks: [name] };
    },
    replace(name, bytes) {
      writeFileSync(pathOf(name), bytes);
      replaced.add(name);
    },
    manifest: bytes => writeFileSync(join(target, MANIFEST), bytes),
    restore() {
      for (const path of added.splice(0)) rmSync(path, { force: true });
      for (const name of replaced) writeFileSync(pathOf(name), objects.get(name)!);
      replaced.clear();
      writeFileSync(join(target, MANIFEST), sound);
      for (const name of readdirSync(replicas)) rmSync(join(replicas, name), { recursive: true });
    },
    remove() {
      for (const path of [target, replicas]) rmSync(path, { recursive: true });
    },
  };
}

function writeObject(path: string, bytes: Uint8Array): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
}
