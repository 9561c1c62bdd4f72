import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusStatus } from '../../../../src/corpus/corpusStatus';
import { speech } from '../../../fixtures/sampleText';
import { useTestCorpora } from '../../../fixtures/testCorpora';

describe('the index of a list of folders that has changed', () => {
  const { folder, open } = useTestCorpora();
  beforeEach(() => {
    for (const [name, articles] of Object.entries({ old: 5, more: 2 })) {
      mkdirSync(join(folder.corpus, name));
      for (let i = 0; i < articles; i++)
        writeFileSync(join(folder.corpus, name, `${i}.txt`), speech(i + 10 * articles, 300));
    }
  });

  const path = (...names: string[]) => join(folder.corpus, ...names);
  const start = (name: string, folders: readonly string[], heard: CorpusStatus[] = []) =>
    open(
      { corpus: folders.map(folder => path(folder)), storage: join(folder.storage, name), indexes: folder.storage },
      status => heard.push(status),
    );
  const segments = (name: string) => readdirSync(join(folder.storage, name)).filter(file => file.endsWith('.segment'));

  it('begins with what was there when it has grown, and reads only what is new', async () => {
    await (await start('a', ['old'])).whenIdle();
    const [first] = segments('a');
    const heard: CorpusStatus[] = [];
    const grown = await start('b', ['old', 'more'], heard);
    assert.equal(grown.status().articles, 5, 'served before anything is read');
    await grown.whenIdle();
    assert.equal(grown.status().articles, 7);
    assert.ok(
      heard.every(({ articles }) => articles >= 5),
      'completion is never away',
    );
    assert.ok(segments('b').includes(first!), 'what was there is not read again');
    assert.deepEqual(
      grown.manifest().segments.map(({ articles }) => articles),
      [5, 2],
    );
  });

  it('takes no text along of folders that are no longer listed', async () => {
    await (await start('a', ['old', 'more'])).whenIdle();
    const less = await start('b', ['more']);
    assert.equal(less.status().articles, 0);
    await less.whenIdle();
    assert.equal(less.status().articles, 2);
    const removed = readFileSync(path('old', '0.txt'), 'utf8').slice(60, 80);
    const holds = (storage: string) =>
      segments(storage).some(name =>
        readFileSync(join(folder.storage, storage, name)).includes(Buffer.from(removed, 'utf16le')),
      );
    assert.deepEqual([holds('a'), holds('b')], [true, false]);
  });
});
