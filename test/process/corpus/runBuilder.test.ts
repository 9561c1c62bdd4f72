import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildResult, Progress } from '../../../src/corpus/builder/messages';
import { openIndex } from '../../../src/corpus/index/indexStore';
import { segmentPath } from '../../../src/corpus/index/segmentBytes';
import { type BuildEvents, type BuildRun, runBuilder } from '../../../src/corpus/runBuilder';
import type { Segment } from '../../../src/engine/index/segment';
import { suffixRange } from '../../../src/engine/index/suffixes/suffixRange';
import { collection, useTestFolder } from '../../fixtures/testFolder';
import { type BuiltBuilder, buildBuilder } from '../builtBuilder';

describe('runBuilder', () => {
  let built: BuiltBuilder;
  before(async () => {
    built = await buildBuilder();
  });
  const folder = useTestFolder();

  interface Start extends Partial<BuildEvents> {
    readonly builder?: string;
    readonly silenceMs?: number;
    /** Frames take most of a builder's time: only where a test is about them. */
    readonly mine?: boolean;
    readonly retryDied?: boolean;
  }

  function start({ builder = built.builder, silenceMs, mine = false, retryDied, ...events }: Start = {}): BuildRun {
    const { corpus, storage } = folder;
    return runBuilder(
      { corpus: [corpus], storage, fromScratch: false, damaged: [], mine, retryDied },
      { progress: () => undefined, published: () => undefined, indexed: () => undefined, ...events },
      { builder, silenceMs },
    );
  }

  /** A builder that comes to grief when it is about to read a file of this name. */
  function grievousBuilder(name: string, grief: string): string {
    const path = join(built.folder, 'grievous.js');
    writeFileSync(
      path,
      `const send = process.send.bind(process);
       process.send = (message, ...rest) => {
         send(message, ...rest);
         if (message.type === 'reading' && String(message.path).endsWith(${JSON.stringify(name)})) { ${grief} }
         return true;
       };
       require('./builder.js');`,
    );
    return path;
  }

  /** The text of the living articles, and that every segment is in order. */
  async function livingArticles(): Promise<string[]> {
    const index = await openIndex(folder.storage);
    assert.deepEqual([index.problem, index.damaged.size], [null, 0]);
    const texts = index.view.flatMap(segment => {
      for (let rank = 1; rank < segment.length; rank += 97) {
        assert.ok(isBelow(segment, segment.suffixAt(rank - 1), segment.suffixAt(rank)), `rank ${rank}`);
      }
      return Array.from({ length: segment.articleCount }, (_, i) => i)
        .filter(article => !segment.isDead(article))
        .map(article => segment.slice(segment.articleStart(article), segment.articleStart(article + 1)));
    });
    await index.close();
    return texts;
  }

  function isBelow(segment: Segment, a: number, b: number): boolean {
    for (let i = 0; ; i++) {
      const difference = segment.codeAt(a + i) - segment.codeAt(b + i);
      if (difference !== 0) return difference < 0;
    }
  }

  it('tries a file once more at the next start that a builder died on: it may have been killed for another reason', async () => {
    folder.write('一.txt', '在一村的讲话\n好事要办好。');
    folder.write('二.txt', '在二村的讲话\n实事要办实。');
    const grievous = grievousBuilder('一.txt', 'process.kill(process.pid, "SIGKILL");');
    assert.equal((await start({ builder: grievous }).finished).type, 'done');
    assert.equal((await openIndex(folder.storage)).manifest.skipped.length, 1);
    assert.equal((await start().finished).type, 'done'); // not at every change of another file
    assert.equal((await openIndex(folder.storage)).manifest.skipped.length, 1);
    assert.equal((await start({ retryDied: true }).finished).type, 'done');
    const { manifest } = await openIndex(folder.storage);
    assert.deepEqual([manifest.skipped.length, manifest.files.length], [0, 2]);
  });

  it('tries a file twice that kills every builder, and not a third time', async () => {
    folder.write('一.txt', '在一村的讲话\n好事要办好。');
    folder.write('二.txt', '在二村的讲话\n实事要办实。');
    const grievous = grievousBuilder('一.txt', 'process.kill(process.pid, "SIGKILL");');
    await start({ builder: grievous }).finished;
    await start({ builder: grievous, retryDied: true }).finished;
    await start({ retryDied: true }).finished;
    const { manifest } = await openIndex(folder.storage);
    assert.deepEqual([manifest.skipped.length, manifest.files.length], [1, 1]);
  });

  it('builds, and tells how far it is', async () => {
    for (let i = 0; i < 5; i++) folder.writeSpeech(`${i}.txt`, i);
    const progress: Progress[] = [];
    let published = 0;
    const run = start({ progress: next => progress.push(next), published: () => published++ });
    assert.deepEqual(await run.finished, { type: 'done', cancelled: false });
    assert.ok(published > 0);
    for (const { filesDone, filesFound } of progress) assert.ok(filesDone <= filesFound);
    assert.equal((await livingArticles()).length, 5);
  });

  it('stays for another build where it is asked to, and ends with one that does not ask', async () => {
    const { corpus, storage } = folder;
    const request = { corpus: [corpus], storage, fromScratch: false, damaged: [], mine: false };
    const events = { progress: () => undefined, published: () => undefined, indexed: () => undefined };
    folder.write('一.txt', '在一村的讲话\n好事要办好。');
    const first = runBuilder({ ...request, stay: true }, events, { builder: built.builder });
    assert.deepEqual(await first.finished, { type: 'done', cancelled: false, stays: true });
    const builder = first.builder();
    assert.ok(builder?.connected);
    folder.write('二.txt', '在二村的讲话\n实事要办实。');
    const ended = new Promise(resolve => builder.on('exit', resolve));
    const second = runBuilder(request, events, { builder: built.builder }, builder);
    assert.deepEqual(await second.finished, { type: 'done', cancelled: false });
    await ended;
    assert.equal(second.builder(), undefined);
    assert.equal((await livingArticles()).length, 2);
  });

  it('killed at any moment leaves an index that opens, and the next one finishes the work', async () => {
    folder.writeSpeech('先.txt', 900);
    await start().finished;
    const articles = 400;
    folder.write('大.jsonl', collection(articles, 1000));
    for (const killAfterMs of [0, 400, 700, 1100]) {
      const run = start({ mine: true });
      await new Promise(resolve => setTimeout(resolve, killAfterMs));
      run.kill();
      await run.finished;
      assert.ok((await livingArticles()).length >= 1, `killed after ${killAfterMs} ms`);
    }
    assert.deepEqual(await start({ mine: true }).finished, { type: 'done', cancelled: false });
    const texts = await livingArticles();
    assert.equal(texts.length, articles + 1);
    assert.equal(new Set(texts).size, articles + 1, 'nothing is indexed twice');
    assert.deepEqual(
      readdirSync(folder.storage).filter(
        name => !/^(manifest\.json|[0-9a-f]{16}(\.segment|\.\d+\.edges|-\d+\.\d+\.frames))$/.test(name),
      ),
      [],
    );
  });

  it('killed while the first segment is published goes on behind it', async () => {
    folder.write('大.jsonl', collection(550, 2000));
    const run: BuildRun = start({ published: () => run.kill() });
    // The first publication clears the table, the second brings the first segment.
    await run.finished;
    const half = (await livingArticles()).length;
    assert.deepEqual(await start().finished, { type: 'done', cancelled: false });
    assert.ok(half < 550);
    assert.equal(new Set(await livingArticles()).size, 550);
  });

  it('cancelled keeps what it has read, and resumes', async () => {
    folder.write('大.jsonl', collection(900, 2000));
    // The first publication clears the table, the second brings the first segment.
    let publications = 0;
    const run: BuildRun = start({
      published: () => {
        if (++publications === 2) run.cancel();
      },
    });
    assert.deepEqual(await run.finished, { type: 'done', cancelled: true });
    const kept = (await livingArticles()).length;
    assert.ok(kept > 0 && kept < 900, `${kept} kept`);
    await start().finished;
    assert.equal(new Set(await livingArticles()).size, 900);
  });

  it('cancelled with much that is not sorted yet sorts nothing more, and takes it up', async () => {
    folder.write('大.jsonl', collection(1200, 2000));
    const run: BuildRun = start({
      progress: ({ bytesDone }) => {
        if (bytesDone > 4_000_000) run.cancel();
      },
    });
    assert.deepEqual(await run.finished, { type: 'done', cancelled: true });
    const names = readdirSync(folder.storage).filter(name => name.startsWith('unsorted-'));
    assert.ok(names.length >= 2, names.join(' '));
    const published = existsSync(join(folder.storage, 'manifest.json')) ? (await livingArticles()).length : 0;
    await start().finished;
    const texts = await livingArticles();
    assert.equal(texts.length, 1200);
    assert.equal(new Set(texts).size, 1200);
    assert.ok(published < 1200);
    assert.deepEqual(
      readdirSync(folder.storage).filter(name => name.startsWith('unsorted-')),
      [],
    );
  });

  for (const [how, grief] of [
    ['crashes on', `process.kill(process.pid, 'SIGKILL')`],
    ['ends itself on', 'process.exit(3)'],
    ['runs out of memory on', 'process.abort()'],
    ['hangs on', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
  ] as const) {
    it(`a file that the builder ${how} is skipped and reported`, async () => {
      for (const name of ['1.txt', '2.毒.txt', '3.txt']) folder.writeSpeech(name, name.charCodeAt(0));
      const result = await start({ builder: grievousBuilder('毒.txt', grief), silenceMs: 6_000 }).finished;
      assert.deepEqual(result, { type: 'done', cancelled: false });
      assert.equal((await livingArticles()).length, 2);
      const index = await openIndex(folder.storage);
      assert.deepEqual(
        index.manifest.skipped.map(({ path }) => path),
        [folder.path('2.毒.txt')],
      );
      await index.close();
    });
  }

  it('a builder that cannot even start is a failure, said in both languages', async () => {
    const result = await start({ builder: join(built.folder, 'missing.js') }).finished;
    assert.equal(result.type, 'failed');
    assert.ok(result.type === 'failed' && result.message.zh && result.message.en);
  });

  it('a storage folder that is a file is a failure that names it', async () => {
    folder.writeSpeech('一.txt', 1);
    writeFileSync(folder.storage, 'in the way');
    const result = await start().finished;
    assert.ok(result.type === 'failed' && result.message.en.includes(folder.storage));
  });

  it('of two at once one writes, the other says busy', async () => {
    folder.write('大.jsonl', collection(400, 1000));
    const results = await Promise.all([start().finished, start().finished]);
    const kinds = results.map(({ type }: BuildResult) => type).sort();
    assert.ok(kinds.join() === 'busy,done' || kinds.join() === 'done,done', kinds.join());
    assert.equal(new Set(await livingArticles()).size, 400);
  });

  it('finds every phrase again in a segment of over a million characters, sorted by the worker', async () => {
    folder.write('大.jsonl', collection(525, 2000));
    await start().finished;
    const index = await openIndex(folder.storage);
    const phrase = '创造性地巩固渡口管理，年底见分晓';
    const found = index.view.reduce((sum, segment) => {
      const { lo, hi } = suffixRange(segment, phrase);
      return sum + hi - lo;
    }, 0);
    const texts = await livingArticles();
    assert.equal(
      found,
      texts.reduce((sum, text) => sum + text.split(phrase).length - 1, 0),
    );
    assert.ok(found > 0);
    await index.close();
  });

  it('a truncated segment is found when opening; the rest stays in use', async () => {
    folder.writeSpeech('一.txt', 1);
    await start().finished;
    folder.writeSpeech('二.txt', 2);
    await start().finished;
    const intact = await openIndex(folder.storage);
    const [first] = intact.manifest.segments;
    await intact.close();
    const path = segmentPath(folder.storage, first!.id);
    truncateSync(path, Math.floor(readFileSync(path).length / 2));
    const index = await openIndex(folder.storage);
    assert.deepEqual([...index.damaged], [first!.id]);
    assert.equal(index.view.length, 1);
    assert.deepEqual(
      index.manifest.files.map(file => file.path),
      [folder.path('二.txt')],
    );
    await index.close();
  });
});
