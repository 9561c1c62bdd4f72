import assert from 'node:assert/strict';
import { speech } from '../../fixtures/sampleText';
import { knows, until, useTestCorpora } from '../../fixtures/testCorpora';
import { collection } from '../../fixtures/testFolder';
import { type BuiltBuilder, buildBuilder } from '../builtBuilder';

describe('openCorpus with builders that are processes', () => {
  let built: BuiltBuilder;
  before(async () => {
    built = await buildBuilder();
  });
  const { folder, open, openIndexed } = useTestCorpora(() => built.builder);

  it('serves two windows: one writes, both see it', async () => {
    folder.write('合集.jsonl', collection(600, 800));
    const [one, other] = await Promise.all([open({ watch: true }), open({ watch: true })]);
    await Promise.all([one.whenIdle(), other.whenIdle()]);
    assert.deepEqual([one.status().articles, other.status().articles], [600, 600]);
    folder.write('后来.txt', `${speech(9000, 300)}两岸的人都听见了钟声。`);
    await until(() => knows(one, '两岸的人都听见了钟声') && knows(other, '两岸的人都听见了钟声'), 'both windows');
    await until(() => one.status().state === 'ready' && other.status().state === 'ready', 'both to be ready');
  });

  it('stops when cancelled, keeps what is done, and finishes when asked again', async () => {
    folder.write('合集.jsonl', collection(1000, 2000));
    const corpus = await open();
    await until(() => corpus.manifest().segments.length > 0, 'the first million characters');
    corpus.cancel();
    await corpus.whenIdle();
    const kept = corpus.status().articles;
    assert.ok(corpus.status().state === 'ready' && kept > 0 && kept < 1000, `${kept} kept`);
    corpus.refresh(false);
    await corpus.whenIdle();
    assert.equal(corpus.status().articles, 1000);
  });

  it('stops when cancelled while it looks at the files, before a builder has begun', async () => {
    for (let i = 0; i < 50; i++) folder.writeSpeech(`${i}.txt`, i);
    const corpus = await open();
    corpus.cancel();
    await corpus.whenIdle();
    assert.deepEqual([corpus.status().state, corpus.manifest().files.length], ['ready', 0]);
    corpus.refresh(false);
    await corpus.whenIdle();
    assert.equal(corpus.status().articles, 50);
  });

  it('can be disposed of at any time', async () => {
    folder.write('合集.jsonl', collection(500, 1000));
    for (const afterMs of [0, 50, 300, 900]) {
      const corpus = await open({ watch: true, mine: true });
      await new Promise(resolve => setTimeout(resolve, afterMs));
      await corpus.dispose();
    }
    assert.equal((await openIndexed()).status().articles, 500);
  });
});
