import assert from 'node:assert/strict';
import { chmodSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from '../../../../src/corpus/builder/build';
import type { BuildRequest, FromBuilder } from '../../../../src/corpus/builder/messages';
import { type OpenIndex, openIndex } from '../../../../src/corpus/index/indexStore';
import type { FileRecord } from '../../../../src/corpus/index/manifest';
import { takeLock } from '../../../../src/corpus/storage/indexLock';
import { suffixRange } from '../../../../src/engine/index/suffixes/suffixRange';
import { makeDoc } from '../../../fixtures/doc';
import { makeDocx, wordParagraph } from '../../../fixtures/docx';
import { speech } from '../../../fixtures/sampleText';
import { collection, type TestFolder, testFolder } from '../../../fixtures/testFolder';

describe('build', function () {
  this.timeout(60_000);
  let folder: TestFolder;
  let index: OpenIndex | undefined;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(async () => {
    await index?.close();
    index = undefined;
    folder.remove();
  });

  /** Builds, opens what came of it, and returns the names of the files that were read. */
  async function run(request: Partial<BuildRequest> = {}, cancelAt?: string): Promise<string[]> {
    const read: string[] = [];
    const cancelling = new AbortController();
    const send = (message: FromBuilder) => {
      if (message.type !== 'reading' || message.path === null) return;
      read.push(message.path.slice(folder.corpus.length + 1).replaceAll('\\', '/'));
      if (cancelAt && message.path.endsWith(cancelAt)) cancelling.abort();
    };
    const { corpus, storage } = folder;
    const all = { corpus: [corpus], storage, fromScratch: false, damaged: [], deadly: [], ...request };
    await build(all, { send, progress: () => undefined }, cancelling.signal);
    await index?.close();
    index = await openIndex(storage);
    return read;
  }

  /** Paths of the living articles that hold the phrase. */
  function where(phrase: string): string[] {
    const paths = index!.view.flatMap(segment => {
      const { lo, hi } = suffixRange(segment, phrase);
      return Array.from({ length: hi - lo }, (_, i) => segment.articleAt(segment.suffixAt(lo + i)))
        .filter(article => !segment.isDead(article))
        .map(article => segment.meta(article).path.slice(folder.corpus.length + 1));
    });
    return [...new Set(paths)].sort();
  }

  const record = (name: string): FileRecord | undefined =>
    index!.manifest.files.find(({ path }) => path === folder.path(name));

  it('finds in the index what stands in the files', async () => {
    folder.write('一.txt', `${speech(1, 300)}青石桥下种柳树。`);
    folder.write('二.jsonl', collection(5, 200, 50));
    folder.write('三.jsonl.gz', gzipSync(collection(3, 200, 70)));
    assert.equal((await run()).length, 3);
    assert.deepEqual(where('青石桥下种柳树'), ['一.txt']);
    assert.deepEqual(where(speech(52, 200).slice(0, 60)), ['二.jsonl']);
    assert.deepEqual(where(speech(71, 200).slice(0, 60)), ['三.jsonl.gz']);
    assert.equal(record('二.jsonl')!.articles, 5);
    const meta = index!.view[0]!.meta(1);
    assert.ok(meta.title.length > 0 && meta.cluster > 0);
  });

  it('reads nothing when nothing changed', async () => {
    folder.writeSpeech('一.txt', 1);
    await run();
    assert.deepEqual(await run(), []);
  });

  it('reads only what was added', async () => {
    folder.writeSpeech('一.txt', 1);
    await run();
    folder.write('二.txt', `${speech(2, 300)}新修的水渠通到了田头。`);
    assert.deepEqual(await run(), ['二.txt']);
    assert.deepEqual(where('新修的水渠'), ['二.txt']);
    assert.equal(index!.manifest.segments.length, 2);
  });

  it('forgets the old wording of a changed file', async () => {
    folder.write('一.txt', `${speech(1, 300)}老渡口要修缮。`);
    folder.writeSpeech('二.txt', 2);
    await run();
    folder.write('一.txt', `${speech(1, 300)}老渡口已经重建完工。`);
    assert.deepEqual(await run(), ['一.txt']);
    assert.deepEqual(where('老渡口要修缮'), []);
    assert.deepEqual(where('老渡口已经重建'), ['一.txt']);
    assert.equal(index!.manifest.files.length, 2);
  });

  it('forgets a deleted file, and the segment that held nothing else', async () => {
    folder.writeSpeech('一.txt', 1);
    await run();
    folder.write('二.txt', `${speech(2, 300)}种好房前屋后的果树。`);
    await run();
    rmSync(folder.path('二.txt'));
    assert.deepEqual(await run(), []);
    assert.deepEqual(where('房前屋后的果树'), []);
    assert.equal(index!.manifest.segments.length, 1);
    assert.equal(readdirSync(folder.storage).filter(name => name.endsWith('.segment')).length, 1);
  });

  it('recognises a moved file, and one that was only touched, without cutting a word', async () => {
    folder.write('旧/一.txt', `${speech(1, 300)}把冬修水利抓在手上。`);
    folder.write('合集甲.jsonl', collection(4, 100));
    folder.writeSpeech('二.txt', 2);
    await run();
    const segments = index!.manifest.segments.map(({ id }) => id);
    folder.write('新/备忘.txt', speech(3, 100));
    rmSync(folder.path('新/备忘.txt'));
    renameSync(folder.path('旧/一.txt'), folder.path('新/一.txt'));
    renameSync(folder.path('合集甲.jsonl'), folder.path('合集乙.jsonl'));
    utimesSync(folder.path('二.txt'), new Date(0), new Date(1000));
    await run();
    assert.deepEqual(
      where('把冬修水利抓在手上').map(path => path.replaceAll('\\', '/')),
      ['新/一.txt'],
    );
    assert.equal(record('合集乙.jsonl')!.articles, 4);
    assert.deepEqual(
      index!.manifest.segments.map(({ id }) => id),
      segments,
    );
    assert.deepEqual(await run(), []);
  });

  it('reads a renamed document again, for its title may stand in its name', async () => {
    folder.write('关于春耕的讲话.txt', speech(1, 300));
    await run();
    renameSync(folder.path('关于春耕的讲话.txt'), folder.path('关于秋收的讲话.txt'));
    await run();
    const segment = index!.view.find(one => !one.isDead(0))!;
    assert.match(segment.meta(0).title, /秋收/);
    assert.equal(index!.manifest.files.length, 1);
  });

  it('has a file once whose name, or folder, changed in nothing but case', async () => {
    folder.write('Speech/Plan.txt', `${speech(1, 300)}把冬修水利抓在手上。`);
    folder.write('Speech/合集.jsonl', collection(4, 100));
    await run();
    renameSync(folder.path('Speech/Plan.txt'), folder.path('Speech/plan.TXT'));
    const slashed = (path: string) => path.replaceAll('\\', '/');
    await run();
    assert.deepEqual(where('把冬修水利抓在手上').map(slashed), ['Speech/plan.TXT']);
    renameSync(folder.path('Speech'), folder.path('speech'));
    await run();
    assert.deepEqual(where('把冬修水利抓在手上').map(slashed), ['speech/plan.TXT']);
    const { files, skipped } = index!.manifest;
    assert.deepEqual([files.length, files.reduce((sum, file) => sum + file.articles, 0), skipped.length], [2, 5, 0]);
    assert.deepEqual(await run(), []);
  });

  it('skips and reports a file that cannot be read, tries it again when it changes', async () => {
    folder.writeSpeech('好.txt', 1);
    folder.write('坏.docx', 'no archive at all');
    await run();
    assert.deepEqual(
      index!.manifest.skipped.map(({ path }) => path),
      [folder.path('坏.docx')],
    );
    assert.ok(index!.manifest.skipped[0]!.reason.zh && index!.manifest.skipped[0]!.reason.en);
    assert.deepEqual(await run(), []);
    folder.write('坏.docx', 'still no archive');
    assert.deepEqual(await run(), ['坏.docx']);
    rmSync(folder.path('坏.docx'));
    await run();
    assert.deepEqual(index!.manifest.skipped, []);
  });

  it('skips a file without permission', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    chmodSync(folder.writeSpeech('锁.txt', 1), 0);
    folder.writeSpeech('好.txt', 2);
    await run();
    assert.deepEqual(
      index!.manifest.skipped.map(({ path }) => path),
      [folder.path('锁.txt')],
    );
    assert.equal(index!.manifest.files.length, 1);
  });

  it('reports a missing folder beside what it indexes', async () => {
    folder.writeSpeech('一.txt', 1);
    const missing = folder.path('没有');
    await run({ corpus: [folder.corpus, missing] });
    assert.deepEqual(
      index!.manifest.skipped.map(({ path }) => path),
      [missing],
    );
    assert.equal(index!.manifest.files.length, 1);
    await run({ corpus: [folder.corpus] });
    assert.deepEqual(index!.manifest.skipped, []);
  });

  it('keeps the good articles of a collection with bad lines', async () => {
    folder.write('合集.jsonl', `${collection(2, 100)}{"title": broken\n${collection(2, 100, 5)}`);
    await run();
    assert.equal(record('合集.jsonl')!.articles, 4);
    assert.equal(record('合集.jsonl')!.problems.length, 1);
  });

  it('leaves out files that killed a builder, until they change', async () => {
    folder.writeSpeech('好.txt', 1);
    const path = folder.writeSpeech('毒.txt', 2);
    await run({ deadly: [{ path, reason: { zh: '崩溃', en: 'crashed' }, hung: true }] });
    assert.deepEqual(
      index!.manifest.skipped.map(({ reason }) => reason.en),
      ['crashed'],
    );
    assert.deepEqual(await run(), []);
    folder.writeSpeech('毒.txt', 3);
    assert.deepEqual(await run(), ['毒.txt']);
  });

  it('keeps what was done when it is cancelled, and goes on with the rest', async () => {
    for (let i = 0; i < 6; i++) folder.writeSpeech(`${i}.txt`, i);
    assert.deepEqual(await run({}, '3.txt'), ['0.txt', '1.txt', '2.txt', '3.txt']);
    const kept = index!.manifest.files.filter(({ complete }) => complete).length;
    assert.ok(kept >= 3, `${kept} files kept`);
    const rest = await run();
    assert.ok(rest.includes('5.txt') && !rest.includes('0.txt'), rest.join(' '));
    assert.equal(index!.manifest.files.filter(({ complete }) => complete).length, 6);
  });

  it('reads everything again from scratch, and leaves one copy of it', async () => {
    for (let i = 0; i < 3; i++) folder.writeSpeech(`${i}.txt`, i);
    await run();
    assert.equal((await run({ fromScratch: true })).length, 3);
    assert.equal(index!.manifest.segments.length, 1);
    assert.equal(index!.view[0]!.hasDead, false);
    assert.equal(index!.manifest.files.length, 3);
  });

  it('reads the files of a damaged segment again, and only those', async () => {
    folder.writeSpeech('一.txt', 1);
    await run();
    folder.write('二.txt', `${speech(2, 300)}稻田养鱼一举两得。`);
    await run();
    const [, second] = index!.manifest.segments;
    assert.deepEqual(await run({ damaged: [second!.id] }), ['二.txt']);
    assert.deepEqual(where('稻田养鱼'), ['二.txt']);
  });

  it('starts anew where the manifest is not ours or damaged', async () => {
    folder.writeSpeech('一.txt', 1);
    await run();
    writeFileSync(`${folder.storage}/manifest.json`, '{"format":"something else"}');
    assert.deepEqual(await run(), ['一.txt']);
    assert.equal(index!.problem, null);
    assert.equal(readdirSync(folder.storage).filter(name => name.endsWith('.segment')).length, 1);
  });

  it('merges small segments out of themselves, once there are more than eight', async () => {
    for (let i = 0; i < 9; i++) {
      folder.write(`${i}.txt`, `${speech(i, 200)}第${i}号泵站已经通水。`);
      await run();
    }
    assert.equal(index!.manifest.segments.length, 1);
    for (let i = 0; i < 9; i++) assert.deepEqual(where(`第${i}号泵站已经通水`), [`${i}.txt`]);
    assert.deepEqual(await run(), []);
  });

  it('counts copies of one speech once, across files and builds', async () => {
    folder.write('甲站.txt', speech(1, 1500));
    folder.writeSpeech('别的.txt', 2, 1500);
    await run();
    folder.write('乙站.txt', speech(1, 1500).replaceAll('，', '、'));
    await run();
    const clusters = new Map(
      index!.view.flatMap(segment =>
        Array.from({ length: segment.articleCount }, (_, i) => segment.meta(i)).map(meta => [meta.path, meta.cluster]),
      ),
    );
    const [one, copy, other] = ['甲站.txt', '乙站.txt', '别的.txt'].map(name => clusters.get(folder.path(name)));
    assert.equal(copy, one);
    assert.notEqual(other, one);
  });

  it('keeps the speeches of two years apart, across builds, though they share most of their text', async () => {
    const said = speech(1, 3000);
    const titled = (date: string, text: string) => `在全县经济工作会议上的讲话\n（${date}）\n${text}`;
    folder.write('去年.txt', titled('2024年1月5日', said));
    await run();
    folder.write('今年.txt', titled('2025年1月6日', `${said.slice(0, 2600)}${speech(700, 400)}`));
    folder.write('去年初稿.txt', titled('2023年12月28日', said.slice(0, 2600)));
    await run();
    const clusters = ['去年.txt', '今年.txt', '去年初稿.txt'].map(name => {
      const metas = index!.view.flatMap(segment =>
        Array.from({ length: segment.articleCount }, (_, i) => segment.meta(i)),
      );
      return metas.find(({ path }) => path === folder.path(name))!.cluster;
    });
    assert.notEqual(clusters[1], clusters[0]);
    assert.equal(clusters[2], clusters[0]);
  });

  it('takes a draft without a date that lies among the articles for no copy of the speech of last year that it was made from', async () => {
    const said = speech(1, 3000);
    folder.write('去年.txt', `在全县经济工作会议上的讲话\n（2024年1月5日）\n${said}`);
    folder.write('今年.gao', `在全县经济工作会议上的讲话\n${said.slice(0, 2900)}${speech(700, 100)}`);
    await run();
    const metas = index!.view.flatMap(segment =>
      Array.from({ length: segment.articleCount }, (_, i) => segment.meta(i)),
    );
    assert.equal(new Set(metas.map(({ cluster }) => cluster)).size, 2);
  });

  it('does nothing while another writer is at work', async () => {
    folder.writeSpeech('一.txt', 1);
    await run();
    const lock = await takeLock(folder.storage);
    folder.writeSpeech('二.txt', 2);
    assert.deepEqual(await run(), []);
    await lock!.release();
    assert.deepEqual(await run(), ['二.txt']);
  });

  it('clears away what a crash left half written', async () => {
    folder.writeSpeech('一.txt', 1);
    await run();
    const whole = readdirSync(folder.storage);
    const half = ['segment', 'segment.77.tmp', '0.frames', '0.frames.77.tmp'].map(end => `0123456789abcdef.${end}`);
    for (const name of [...half, 'manifest.json.77.tmp']) writeFileSync(`${folder.storage}/${name}`, 'half');
    await run();
    assert.deepEqual(readdirSync(folder.storage), whole);
  });

  it('gives what was skipped to a converter once one is set, and what that cannot read not again', async function () {
    if (process.platform === 'win32') this.skip(); // the converter of this test is a shell script
    folder.write('旧稿.doc', Buffer.from(makeDoc('旧稿。\r', { old: true })));
    folder.write('坏稿.doc', Buffer.from(makeDoc('坏稿。\r', { old: true })));
    folder.write('在会上的讲话.txt', speech(2, 300));
    await run();
    assert.equal(index!.manifest.skipped.length, 2);
    assert.deepEqual(await run(), []);
    const made = `${folder.storage}.docx`;
    writeFileSync(made, makeDocx({ body: wordParagraph('青石桥下种柳树，年年栽来年年绿。') }));
    const converter = `${folder.storage}.sh`;
    writeFileSync(converter, `#!/bin/sh\ncase "$1" in *旧稿*) cp '${made}' "$2";; esac\n`);
    chmodSync(converter, 0o755);
    assert.deepEqual((await run({ converter })).sort(), ['坏稿.doc', '旧稿.doc']);
    assert.deepEqual(where('种柳树'), ['旧稿.doc']);
    assert.equal(record('旧稿.doc')!.complete, true);
    const [skipped, ...others] = index!.manifest.skipped;
    assert.deepEqual(others, []);
    assert.ok(skipped!.reason.en.includes('converter could not read it either'));
    assert.deepEqual(await run({ converter }), []);
  });
});
