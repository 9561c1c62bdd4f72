import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusIndex } from '../../../../src/corpus/corpusIndex';
import { framesName, readFrames, writeFrames } from '../../../../src/corpus/index/framesFile';
import { discardDamagedFrames, readStoredFrames, storedFramesVersion } from '../../../../src/corpus/index/storedFrames';
import type { CorpusOptions } from '../../../../src/corpus/openStorage';
import { takeLock } from '../../../../src/corpus/storage/indexLock';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import { mineView } from '../../../../src/engine/mining/mineView';
import { speech } from '../../../fixtures/sampleText';
import { useTestCorpora } from '../../../fixtures/testCorpora';

/** A speech in which they are asked for. */
const about = (...winds: string[]) =>
  `在座谈会上的讲话\n${winds.map(wind => `要大兴${wind}之风。河水涨了又落。`).join('')}\n`;
const FRAME = '要大兴〔两字〕之风';

describe('frames beside the index', () => {
  const { folder, openIndexed } = useTestCorpora();

  const index = (options: Partial<CorpusOptions> = {}) => openIndexed({ mine: true, ...options });

  const framesIn = () => readdirSync(folder.storage).filter(name => name.endsWith('.frames'));
  async function found(corpus: CorpusIndex) {
    const { frames } = await readStoredFrames([{ storage: folder.storage, view: corpus.view() }]);
    return frames.find(({ template }) => template === FRAME);
  }

  it('are mined when the corpus is indexed, and are those of mining it at once', async () => {
    folder.write('一.txt', about('实干', '节俭'));
    folder.write('二.txt', about('调研', '争先', '务实'));
    const corpus = await index();
    const stored = await readStoredFrames([{ storage: folder.storage, view: corpus.view() }]);
    const mined = mineView(corpus.view());
    assert.ok(stored.frames.length > 0);
    assert.deepEqual(stored.frames, mined.frames);
    const [frame] = stored.frames;
    assert.equal(frame?.articles, 2);
    assert.match(stored.metaOf(frame!.instances[0]!.article).path, /[一二]\.txt$/);
  });

  it('are in no file where they are not wanted, and are mined later', async () => {
    folder.write('一.txt', about('实干', '节俭', '读书'));
    await (await index({ mine: false })).dispose();
    assert.deepEqual(framesIn(), []);
    const corpus = await index();
    assert.equal(corpus.status().state, 'ready');
    assert.equal((await found(corpus))?.articles, 1);
  });

  it('go with their article, and with their segment', async () => {
    folder.write('一.txt', about('实干', '节俭'));
    folder.write('二.txt', about('调研', '争先', '务实'));
    await (await index()).dispose();
    rmSync(folder.path('二.txt'));
    const fewer = await index();
    assert.equal((await found(fewer))?.articles ?? 0, 0); // two members in one article are too few
    await fewer.dispose();
    rmSync(folder.path('一.txt'));
    await (await index()).dispose();
    assert.deepEqual(framesIn(), []);
  });

  it('count near-duplicates once', async () => {
    const text = about('实干', '节俭', '读书') + speech(1, 600);
    folder.write('一.txt', text);
    folder.write('转载.txt', text);
    const frame = await found(await index());
    assert.deepEqual([frame?.articles, frame?.occurrences], [1, 3]);
  });

  it('are mined again where their file is damaged', async () => {
    folder.write('一.txt', about('实干', '节俭', '读书'));
    const corpus = await index();
    const [name] = framesIn();
    const path = join(folder.storage, name!);
    const bytes = readFileSync(path);
    bytes[bytes.length - 20]! ^= 1;
    writeFileSync(path, bytes);
    const { frames, damaged } = await readStoredFrames([{ storage: folder.storage, view: corpus.view() }]);
    assert.deepEqual([frames.length, damaged.map(framesName)], [0, [name]]);
    const lock = await takeLock(folder.storage);
    assert.equal(await discardDamagedFrames(folder.storage, damaged), false);
    assert.deepEqual(framesIn(), [name]);
    await lock!.release();
    assert.equal(await discardDamagedFrames(folder.storage, damaged), true);
    assert.deepEqual(framesIn(), []);
    corpus.refresh(false);
    await corpus.whenIdle();
    assert.equal((await found(corpus))?.articles, 1);
  });

  it('have another version when there are others', async () => {
    folder.write('一.txt', about('实干', '节俭', '读书'));
    const corpus = await index();
    const version = await storedFramesVersion([{ storage: folder.storage, view: corpus.view() }]);
    assert.equal(await storedFramesVersion([{ storage: folder.storage, view: corpus.view() }]), version);
    rmSync(join(folder.storage, framesIn()[0]!));
    assert.notEqual(await storedFramesVersion([{ storage: folder.storage, view: corpus.view() }]), version);
  });

  it('are read back as they were written; what is not there is missing', async () => {
    await index(); // makes the folder
    const block = { segment: 'abc', block: 3 };
    const articles = [{ article: 7, frames: mineFrames([about('实干', '节俭')]) }];
    await writeFrames(folder.storage, block, articles);
    assert.deepEqual(await readFrames(folder.storage, block), articles);
    assert.equal(await readFrames(folder.storage, { ...block, block: 4 }), 'missing');
  });
});
