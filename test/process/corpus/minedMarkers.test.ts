import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, framesName, listFrames } from '../../../src/corpus/index/framesFile';
import { useTestCorpora } from '../../fixtures/testCorpora';
import { type BuiltBuilder, buildBuilder } from '../builtBuilder';

/** 1.1 MB of nothing but numbers: 120,000 beginnings of a member, none of which has one. */
const MARKERS = '（一）'.repeat(120_000);
/** A speech in which they are asked for, as a file of its own: it is mined beside the other. */
const SPEECH = '在座谈会上的讲话\n要大兴实干之风。河水涨了又落。要大兴节俭之风。天气转凉。要大兴读书之风。\n';

describe('a text of nothing but numbers', () => {
  let built: BuiltBuilder;
  before(async () => {
    built = await buildBuilder();
  });
  const { folder, openIndexed } = useTestCorpora(() => built.builder);

  it('is indexed and mined to the end, once for all starts', async () => {
    folder.write('序号.txt', MARKERS);
    folder.write('讲话.txt', SPEECH);
    const mined = async (articleCount: number) => {
      const corpus = await openIndexed({ mine: true });
      const { state, articles } = corpus.status();
      assert.deepEqual([state, articles], ['ready', articleCount]);
      const present = await listFrames(folder.storage);
      const names = blocksOf(corpus.manifest().segments).map(framesName);
      assert.deepEqual(
        names.filter(name => !present.has(name)),
        [],
        'each block has its frames, be it none',
      );
      await corpus.dispose();
      return names.map(name => {
        const { ino, mtimeMs } = statSync(join(folder.storage, name));
        return [name, ino, mtimeMs];
      });
    };
    const first = await mined(2);
    assert.ok(first.length > 0);
    assert.deepEqual(await mined(2), first, 'the next start mines nothing again');
    folder.write('另一篇.txt', SPEECH.replace('座谈会', '动员会'));
    const later = await mined(3);
    assert.ok(later.length > first.length);
    assert.deepEqual(later.slice(0, first.length), first, 'nor does one that has something new to mine');
  });
});
