import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { FromBuilder } from '../../../src/corpus/builder/messages';
import type { CorpusIndex } from '../../../src/corpus/corpusIndex';
import type { CorpusStatus } from '../../../src/corpus/corpusStatus';
import { EMPTY_MANIFEST } from '../../../src/corpus/index/manifest';
import { manifestPath, writeManifest } from '../../../src/corpus/index/manifestFile';
import { segmentPath } from '../../../src/corpus/index/segmentBytes';
import type { BuilderProcess } from '../../../src/corpus/runBuilder';
import { crc32 } from '../../../src/corpus/storage/checksum';
import { takeLock } from '../../../src/corpus/storage/indexLock';
import { decodeHeader } from '../../../src/engine/index/columns/segmentCodec';
import { startBuilder } from '../../fixtures/builderInProcess';
import { speech } from '../../fixtures/sampleText';
import { knows, until, useTestCorpora } from '../../fixtures/testCorpora';
import { collection } from '../../fixtures/testFolder';

const readdirOrNothing = (path: string): string[] => (existsSync(path) ? readdirSync(path) : []);

describe('openCorpus', () => {
  const { folder, open, openIndexed } = useTestCorpora();

  it('indexes, tells its state, and answers', async () => {
    for (let i = 0; i < 5; i++) folder.writeSpeech(`${i}.txt`, i);
    const heard: CorpusStatus[] = [];
    const corpus = await open({}, status => heard.push(status));
    assert.equal(corpus.status().state, 'indexing');
    assert.deepEqual(corpus.view(), []);
    await corpus.whenIdle();
    const { state, articles, characters, skipped } = corpus.status();
    assert.deepEqual([state, articles, skipped], ['ready', 5, 0]);
    assert.ok(characters > 1000);
    assert.equal(heard.at(0)!.state, 'indexing');
    assert.equal(heard.at(-1)!.state, 'ready');
    assert.ok(knows(corpus, speech(3, 300).slice(0, 40)));
  });

  it('is ready at once from a warm index, and reads nothing again', async () => {
    for (let i = 0; i < 5; i++) folder.writeSpeech(`${i}.txt`, i);
    await (await openIndexed()).dispose();
    const manifest = readFileSync(manifestPath(folder.storage));
    const heard: CorpusStatus[] = [];
    const corpus = await open({}, status => heard.push(status));
    assert.ok(knows(corpus, speech(3, 300).slice(0, 40)));
    await corpus.whenIdle();
    assert.ok(heard.every(({ articles }) => articles === 5));
    assert.deepEqual(readFileSync(manifestPath(folder.storage)), manifest);
  });

  it('is ready with an empty corpus, and with folders that are not there', async () => {
    const corpus = await openIndexed({ corpus: [folder.corpus, folder.path('没有')] });
    assert.deepEqual([corpus.status().state, corpus.status().articles], ['ready', 0]);
    assert.deepEqual(
      corpus.manifest().skipped.map(({ path }) => path),
      [folder.path('没有')],
    );
  });

  it('follows files that are added, changed, renamed and deleted', async () => {
    folder.write('一.txt', `${speech(1, 300)}清早的集市热闹起来。`);
    const corpus = await openIndexed({ watch: true });
    folder.write('二.txt', `${speech(2, 300)}山路拓宽了三尺。`);
    await until(() => knows(corpus, '山路拓宽了三尺'), 'an added file');
    folder.write('一.txt', `${speech(1, 300)}傍晚的集市刚刚散去。`);
    await until(() => knows(corpus, '傍晚的集市') && !knows(corpus, '清早的集市'), 'a changed file');
    renameSync(folder.path('二.txt'), folder.path('三.txt'));
    await until(() => corpus.manifest().files.some(({ path }) => path === folder.path('三.txt')), 'a renamed file');
    assert.ok(knows(corpus, '山路拓宽了三尺'));
    rmSync(folder.path('三.txt'));
    await until(() => !knows(corpus, '山路拓宽了三尺'), 'a deleted file');
    mkdirSync(folder.path('新建'));
    folder.write('新建/四.txt', `${speech(4, 300)}水库大坝加固了。`);
    await until(() => knows(corpus, '水库大坝加固了'), 'a file in a new folder');
  });

  it('follows two folders that change their names', async () => {
    folder.write('甲/一.txt', `${speech(1, 300)}清早的集市热闹起来。`);
    folder.write('乙/一.txt', `${speech(2, 300)}山路拓宽了三尺。`);
    const corpus = await openIndexed({ watch: true });
    const files = () =>
      corpus
        .manifest()
        .files.map(({ path, hash }) => `${path} ${hash}`)
        .sort();
    const before = files();
    renameSync(folder.path('甲'), folder.path('丙'));
    renameSync(folder.path('乙'), folder.path('甲'));
    renameSync(folder.path('丙'), folder.path('乙'));
    await until(() => files().length === 2 && files().every((file, i) => file !== before[i]), 'the folders');
  });

  it('follows a folder that comes later', async () => {
    const later = folder.path('以后');
    const corpus = await openIndexed({ corpus: [later], watch: true });
    folder.write('以后/一.txt', `${speech(1, 300)}灯塔重新亮了起来。`);
    await until(() => knows(corpus, '灯塔重新亮了起来'), 'the folder');
  });

  for (const [what, goes, returns] of [
    [
      'is renamed and renamed back',
      (root: string) => renameSync(root, `${root}（旧）`),
      (root: string) => renameSync(`${root}（旧）`, root),
    ],
    [
      'makes room for a file and comes back',
      (root: string) => {
        renameSync(root, `${root}（旧）`);
        writeFileSync(root, '在座谈会上的讲话\n今天只说一件事。\n');
      },
      (root: string) => {
        rmSync(root);
        renameSync(`${root}（旧）`, root);
      },
    ],
  ] as const) {
    it(`keeps the articles of a folder that ${what}, and reads none of them again`, async () => {
      folder.writeSpeech('甲/1.txt', 1);
      folder.writeSpeech('2.txt', 2);
      const corpus = await open({ watch: true });
      await corpus.whenIdle();
      const { segments, files } = corpus.manifest();
      const ofFolder = () => corpus.manifest().files.filter(({ path }) => path !== folder.corpus);
      // The watcher must have seen the folder as it is.
      await new Promise(resolve => setTimeout(resolve, 300));
      goes(folder.corpus);
      await until(() => corpus.manifest().skipped.length + corpus.manifest().files.length > 2, 'it is noticed');
      await corpus.whenIdle();
      assert.deepEqual(ofFolder(), files);
      assert.ok(knows(corpus, '在第1次座谈会') || corpus.status().articles >= 2);
      returns(folder.corpus);
      await until(
        () => corpus.manifest().skipped.length === 0 && corpus.manifest().files.length === 2,
        'its return is noticed',
      );
      await corpus.whenIdle();
      assert.deepEqual(corpus.manifest().files, files);
      assert.deepEqual(
        corpus.manifest().segments.filter(({ id }) => segments.some(known => known.id === id)),
        segments,
      );
      // What is written in it then is followed as before.
      folder.writeSpeech('甲/3.txt', 3);
      await until(() => corpus.status().articles === 3, 'a file in the folder that came back');
    });
  }

  it('keeps the articles of a folder that is empty at once, until they return or all is to be read again', async () => {
    for (let i = 0; i < 20; i++) folder.writeSpeech(`${i}.txt`, i);
    const corpus = await open({ watch: true });
    await corpus.whenIdle();
    const { files } = corpus.manifest();
    // The watcher must have seen the folder as it is.
    await new Promise(resolve => setTimeout(resolve, 300));
    const aside = `${folder.corpus}（卸下）`;
    const move = (from: string, to: string) => {
      for (const name of readdirSync(from)) renameSync(`${from}/${name}`, `${to}/${name}`);
    };
    mkdirSync(aside);
    // A share goes at once; names go one after the other.
    renameSync(folder.corpus, `${aside}/语料`);
    mkdirSync(folder.corpus);
    await until(() => corpus.manifest().skipped.length === 1, 'it is noticed and marked');
    await corpus.whenIdle();
    assert.deepEqual(corpus.manifest().files, files);
    move(`${aside}/语料`, folder.corpus);
    await until(() => corpus.manifest().skipped.length === 0, 'its return is noticed');
    await corpus.whenIdle();
    assert.deepEqual(corpus.manifest().files, files);

    rmSync(folder.corpus, { recursive: true });
    mkdirSync(folder.corpus);
    corpus.refresh(false);
    await until(() => corpus.manifest().skipped.length === 1, 'it is empty again');
    corpus.refresh(true);
    await until(() => corpus.status().articles === 0, 'and that is meant so');
  });

  it('shows a new index to a window that only reads', async () => {
    folder.writeSpeech('一.txt', 1);
    const reader = await openIndexed();
    folder.write('二.txt', `${speech(2, 300)}油菜花开满了河湾。`);
    await openIndexed();
    await until(() => knows(reader, '油菜花开满了河湾'), 'the other window');
  });

  it('finds damage while it serves, leaves it out, and mends it', async () => {
    folder.write('一.txt', `${speech(1, 300)}石板街铺好了。`);
    await (await openIndexed()).dispose();
    folder.write('二.txt', `${speech(2, 300)}供水管网接到了村口。`);
    const before = await openIndexed();
    const [first] = before.manifest().segments;
    await before.dispose();
    const path = segmentPath(folder.storage, first!.id);
    const bytes = readFileSync(path);
    // In the middle of the suffix array: nothing that is looked at when opening.
    const { offset, byteLength } = decodeHeader(bytes, crc32).sections.suffixes;
    bytes[offset + (byteLength >> 1)]! ^= 0xff;
    writeFileSync(path, bytes);
    const corpus = await open();
    await until(() => !corpus.manifest().segments.some(({ id }) => id === first!.id), 'the damage to be found');
    await corpus.whenIdle();
    assert.ok(knows(corpus, '石板街铺好了') && knows(corpus, '供水管网接到了村口'));
    assert.equal(corpus.status().state, 'ready');
  });

  it('rebuilds where the manifest is damaged', async () => {
    folder.writeSpeech('一.txt', 1);
    await (await openIndexed()).dispose();
    const bytes = readFileSync(manifestPath(folder.storage));
    bytes[bytes.length - 20]! ^= 0x01;
    for (const damage of [
      async () => writeFileSync(manifestPath(folder.storage), bytes),
      () => writeManifest(folder.storage, { ...EMPTY_MANIFEST, segments: {} } as never),
    ]) {
      await damage();
      const corpus = await openIndexed();
      assert.deepEqual([corpus.status().state, corpus.status().articles], ['ready', 1]);
      await corpus.dispose();
    }
  });

  it('makes the index anew when its folder is removed while it serves', async () => {
    folder.write('甲.txt', `${speech(1, 300)}\n独一无二的措辞。`);
    const corpus = await openIndexed();
    assert.ok(knows(corpus, '独一无二的措辞'));
    rmSync(folder.storage, { recursive: true });
    await until(() => readdirOrNothing(folder.storage).includes('manifest.json'), 'the index is made anew');
    await until(() => knows(corpus, '独一无二的措辞') && corpus.status().state === 'ready', 'it is served');
  });

  it('reads everything again when told to, and serves meanwhile', async () => {
    folder.write('合集.jsonl', collection(50, 300));
    const corpus = await openIndexed();
    const before = corpus.manifest().segments.map(({ id }) => id);
    corpus.refresh(true);
    assert.ok(knows(corpus, speech(7, 300).slice(0, 40)));
    await corpus.whenIdle();
    assert.ok(knows(corpus, speech(7, 300).slice(0, 40)));
    assert.equal(corpus.status().articles, 50);
    assert.ok(corpus.manifest().segments.every(({ id }) => !before.includes(id)));
  });

  it('reads what was left when it was cancelled as soon as anything changes, wherever that is', async () => {
    folder.write('甲/一.txt', `${speech(1, 300)}清早的集市热闹起来。`);
    folder.write('乙/二.txt', `${speech(2, 300)}山路拓宽了三尺。`);
    folder.write('丙/三.txt', `${speech(3, 300)}水库大坝加固了。`);
    let cancel: () => void = () => undefined;
    const cancelled = () => {
      const builder = startBuilder();
      builder.on('message', (message: FromBuilder) => message.type === 'reading' && cancel());
      return builder;
    };
    const corpus = await open({ watch: true, startBuilder: cancelled });
    cancel = () => corpus.cancel();
    await corpus.whenIdle();
    assert.ok(corpus.status().state === 'ready' && corpus.status().articles < 3);
    cancel = () => undefined;
    folder.write('丙/四.txt', `${speech(4, 300)}灯塔重新亮了起来。`);
    await until(() => knows(corpus, '灯塔重新亮了起来'), 'what changed');
    await corpus.whenIdle();
    assert.ok(knows(corpus, '清早的集市') && knows(corpus, '山路拓宽了三尺'));
  });

  describe('a file that is to be read although it has not changed is read in the end', () => {
    const ids = (corpus: CorpusIndex) => corpus.manifest().segments.map(({ id }) => id);
    let path: string;
    beforeEach(() => {
      path = folder.writeSpeech('一.txt', 1);
    });

    it('where another window was writing', async () => {
      const corpus = await openIndexed();
      const before = ids(corpus);
      const lock = await takeLock(folder.storage);
      corpus.refresh(false, [path]);
      await until(() => corpus.status().state === 'indexing', 'the builder is asked');
      await new Promise(resolve => setTimeout(resolve, 300));
      assert.deepEqual(ids(corpus), before);
      await lock?.release();
      await corpus.whenIdle();
      assert.notDeepEqual(ids(corpus), before);
    });

    it('where the builder died', async () => {
      let dies = false;
      const dead = () => {
        const events = new EventEmitter();
        const send = () => setImmediate(() => events.emit('exit'));
        return Object.assign(events, { connected: true, send, kill: () => true }) as unknown as BuilderProcess;
      };
      const corpus = await openIndexed({ startBuilder: () => (dies ? dead() : startBuilder()) });
      const before = ids(corpus);
      dies = true;
      corpus.refresh(false, [path]);
      await corpus.whenIdle();
      assert.deepEqual([corpus.status().state, ids(corpus)], ['failed', before]);
      dies = false;
      corpus.refresh(false);
      await corpus.whenIdle();
      assert.equal(corpus.status().state, 'ready');
      assert.notDeepEqual(ids(corpus), before);
    });

    it('where it was cancelled before', async () => {
      const other = folder.writeSpeech('二.txt', 2);
      let read: string[] = [];
      let cancel: () => void = () => undefined;
      const heard = () => {
        const builder = startBuilder();
        builder.on('message', (message: FromBuilder) => {
          if (message.type !== 'reading' || message.path === null) return;
          read.push(message.path);
          cancel();
        });
        return builder;
      };
      const corpus = await openIndexed({ startBuilder: heard });
      read = [];
      cancel = () => corpus.cancel();
      corpus.refresh(false, [path, other]);
      await corpus.whenIdle();
      assert.equal(read.length, 1, 'cancelled within the first');
      read = [];
      cancel = () => undefined;
      corpus.refresh(false);
      await corpus.whenIdle();
      assert.deepEqual(read.sort(), [path, other].sort());
      corpus.refresh(false);
      await corpus.whenIdle();
      assert.equal(read.length, 2, 'once');
    });
  });

  it('says in the language of the locale why it cannot open', async () => {
    writeFileSync(folder.storage, 'in the way');
    await assert.rejects(open({ locale: 'zh-cn' }), /索引文件夹/);
    await assert.rejects(open({ locale: 'en' }), /index folder/);
  });
});
