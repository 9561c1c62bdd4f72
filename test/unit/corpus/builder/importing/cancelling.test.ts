import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Importer } from '../../../../../src/corpus/builder/importing/importer';
import { Ledger } from '../../../../../src/corpus/builder/publishing/ledger';
import { CancelledError } from '../../../../../src/corpus/builder/publishing/storageErrors';
import { takeUp } from '../../../../../src/corpus/builder/publishing/takeUp';
import { sortAndWrite } from '../../../../../src/corpus/builder/sorting/sortAndWrite';
import type { Sorter } from '../../../../../src/corpus/builder/sorting/sorter';
import { openUnsorted } from '../../../../../src/corpus/builder/sorting/unsorted';
import { EMPTY_MANIFEST, type FileState, type Manifest } from '../../../../../src/corpus/index/manifest';
import { isManifest } from '../../../../../src/corpus/index/manifestShape';
import { ClusterTable } from '../../../../../src/engine/index/articles/clusterTable';
import { bitBytes } from '../../../../../src/engine/index/columns/bits';
import { markCuts } from '../../../../../src/engine/index/columns/markWords';
import { collection, useTestFolder } from '../../../../fixtures/testFolder';

/** More than a first segment takes, so that one is being sorted while the next fills. */
const FILES = 14;
const EACH = 20;
/** The same for all tests. */
let texts: readonly string[] | undefined;
const textsOfFiles = () => (texts ??= Array.from({ length: FILES }, (_, i) => collection(EACH, 6_000, i * EACH)));

describe('cancelling an import', function () {
  this.timeout(60_000);
  const folder = useTestFolder();
  let asked: string[];

  const cut = (text: string) => [text];
  const noWords = async (text: Uint16Array) => new Uint8Array(bitBytes(text.length));
  /** Sorts nothing to its end: what is asked of it is counted, and dropped when the build is cancelled. */
  const endlessSorter = (signal: AbortSignal): Sorter => ({
    waiting: 1,
    write: () => {
      asked.push(signal.aborted ? 'late' : 'in time');
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new CancelledError())));
    },
    cut: noWords,
    close: async () => undefined,
  });
  const sorter: Sorter = {
    waiting: 0,
    write: columns => {
      asked.push('taken up');
      return sortAndWrite(folder.storage, columns);
    },
    cut: noWords,
    close: async () => undefined,
  };

  /** Reads the files until it is cancelled behind so many; returns what was published meanwhile. */
  async function importUntil(files: readonly FileState[], count: number): Promise<{ published: number }> {
    mkdirSync(folder.storage, { recursive: true });
    const cancelling = new AbortController();
    let published = 0;
    const clusters = new ClusterTable(1);
    const importer = new Importer({
      ledger: new Ledger(EMPTY_MANIFEST, null),
      sorter: endlessSorter(cancelling.signal),
      unsorted: openUnsorted(folder.storage),
      publish: async () => {
        published++;
      },
      mark: markCuts(cut),
      clusterOf: (...asked) => clusters.clusterOf(...asked),
      maxFileBytes: undefined,
      convert: null,
      keptOf: () => new Map(),
      held: new Map(),
      isLateIn: () => false,
      signal: cancelling.signal,
      onArticle: () => undefined,
    });
    for (const file of files.slice(0, count)) await importer.read(file, `hash of ${file.path}`, 0);
    cancelling.abort();
    await importer.finish();
    return { published };
  }

  function writeFiles(): FileState[] {
    return textsOfFiles().map((text, i) => {
      const path = folder.write(`${i}.jsonl`, text);
      const { size, mtimeMs } = statSync(path);
      return { path, size, mtimeMs };
    });
  }
  const articles = ({ files }: Manifest) => files.reduce((sum, file) => sum + file.articles, 0);
  const kept = () => readdirSync(folder.storage).filter(name => name.startsWith('unsorted-'));

  beforeEach(() => {
    asked = [];
  });

  it('sorts and publishes nothing more, and loses nothing that was read', async () => {
    const files = writeFiles();
    assert.deepEqual(await importUntil(files, FILES - 1), { published: 0 });
    assert.deepEqual(asked, ['in time']);
    assert.equal(kept().length, 4, 'two pieces, each with what of which file it is');
    const manifest = await takeUp(folder.storage, EMPTY_MANIFEST, sorter);
    assert.ok(isManifest(manifest));
    assert.equal(articles(manifest), (FILES - 1) * EACH);
    assert.deepEqual(asked, ['in time', 'taken up', 'taken up']);
    assert.deepEqual(
      manifest.files.map(({ path, complete }) => [path, complete]),
      files.slice(0, -1).map(({ path }) => [path, true]),
    );
    // Published, but its builder was killed before it could say so: nothing comes in twice.
    assert.equal(await takeUp(folder.storage, manifest, sorter), manifest);
  });

  it('leaves out what is damaged, and what came behind it', async () => {
    await importUntil(writeFiles(), FILES - 1);
    const [first, second] = kept()
      .filter(name => name.endsWith('.parts'))
      .sort();
    writeFileSync(join(folder.storage, second!), 'half of it');
    const manifest = await takeUp(folder.storage, EMPTY_MANIFEST, sorter);
    const count = articles(manifest);
    assert.ok(count > 0 && count < (FILES - 1) * EACH, String(count));
    writeFileSync(join(folder.storage, first!), 'half of it');
    assert.equal(await takeUp(folder.storage, EMPTY_MANIFEST, sorter), EMPTY_MANIFEST);
  });

  it('forgets what is published', async () => {
    await importUntil(writeFiles(), FILES - 1);
    await openUnsorted(folder.storage).forgetAll();
    assert.deepEqual(kept(), []);
  });
});
