import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusIndex } from '../../../src/corpus/corpusIndex';
import { blocksOf, framesName, listFrames } from '../../../src/corpus/index/framesFile';
import { readStoredFrames } from '../../../src/corpus/index/storedFrames';
import { speech } from '../../fixtures/sampleText';
import { useTestCorpora } from '../../fixtures/testCorpora';
import { type BuiltBuilder, buildBuilder } from '../builtBuilder';

/** A speech in which they are asked for. */
const SPEECH = '在座谈会上的讲话\n要大兴实干之风。河水涨了又落。要大兴节俭之风。天气转凉。要大兴读书之风。\n';

describe('frames that a builder mines', () => {
  let built: BuiltBuilder;
  before(async () => {
    built = await buildBuilder();
  });
  const { folder, open, openIndexed } = useTestCorpora(() => built.builder);

  it('cost nothing but themselves where the builder dies of them', async () => {
    folder.write('一.txt', SPEECH);
    const builder = join(built.folder, 'dyingMiner.js');
    writeFileSync(
      builder,
      `const send = process.send.bind(process);
       process.send = (message, ...rest) =>
         message.type === 'indexed' ? send(message, () => process.exit(1)) : send(message, ...rest);
       require('./builder.js');`,
    );
    const corpus = await openIndexed({ builder, mine: true });
    assert.deepEqual([corpus.status().state, corpus.status().articles], ['ready', 1]);
  });

  it('wait when there is something to index, and are finished afterwards', async () => {
    // Large enough for a thread, so that mining takes a while.
    const lines = Array.from({ length: 120 }, (_, i) => JSON.stringify({ title: `第${i}篇`, text: speech(i, 3000) }));
    folder.write('合集.jsonl', lines.join('\n'));
    let told = false;
    const corpus: CorpusIndex = await open({ mine: true }, status => {
      if (status.state !== 'ready' || told) return;
      told = true;
      folder.write('后来.txt', SPEECH);
      corpus.refresh(false);
    });
    await corpus.whenIdle();
    assert.ok(told);
    const { frames } = await readStoredFrames([{ storage: folder.storage, view: corpus.view() }]);
    assert.equal(frames.find(({ template }) => template === '要大兴〔两字〕之风')?.articles, 1);
    const present = await listFrames(folder.storage);
    for (const block of blocksOf(corpus.manifest().segments)) assert.ok(present.has(framesName(block)));
  });
});
