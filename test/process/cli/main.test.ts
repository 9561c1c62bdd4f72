import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexReport } from '../../../src/cli/index';
import { collection, type TestFolder, testFolder } from '../../fixtures/testFolder';
import { type BuiltBuilder, buildBuilder } from '../builtBuilder';

describe('fanben', function () {
  this.timeout(60_000);
  let built: BuiltBuilder;
  let folder: TestFolder;
  before(async () => {
    built = await buildBuilder();
  });
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  function run(args: readonly string[], language = 'en_US.UTF-8') {
    const env = { ...process.env, LC_ALL: language };
    const { status, stdout, stderr } = spawnSync(process.execPath, [built.cli, ...args], { encoding: 'utf8', env });
    return { status, stdout, stderr };
  }

  /** The first million characters are written. */
  const hasSegment = () =>
    existsSync(folder.storage) && readdirSync(folder.storage).some(name => name.endsWith('.segment'));

  for (const args of [
    [],
    ['stir'],
    ['toString'],
    ['index'],
    ['index', '/somewhere'],
    ['index', '--storage', '/somewhere'],
    ['index', '/somewhere', '--storage', '/elsewhere', '--fast'],
    ['read'],
    ['read', 'one.txt', 'two.txt'],
    ['complete', '--storage', '/somewhere'],
    ['passages', '--storage', '/somewhere', '推动', '--limit', '0'],
    ['passages', '--storage', '/somewhere', '推动', '--limit', 'many'],
    ['search', '--storage', '/somewhere'],
    ['serve', 'now'],
  ]) {
    it(`does not understand: ${['fanben', ...args].join(' ')}`, () => {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /用法 \/ Usage:/);
    });
  }

  it('tells its usage when asked', () => {
    for (const ask of ['help', '--help', '-h']) {
      const { status, stdout } = run([ask]);
      assert.equal(status, 0);
      assert.match(stdout, /fanben index PATH/);
    }
  });

  it('index builds, then finds nothing to do, and prints only JSON on stdout', () => {
    for (let i = 0; i < 4; i++) folder.writeSpeech(`${i}.txt`, i);
    folder.write('坏.docx', 'no archive');
    const args = ['index', folder.corpus, '--storage', folder.storage, '--json'];
    const first = run(args);
    assert.equal(first.status, 0, first.stderr);
    const report = JSON.parse(first.stdout) as IndexReport;
    assert.deepEqual([report.articles, report.files, report.skipped.length], [4, 4, 1]);
    assert.equal(report.skipped[0]!.path, folder.path('坏.docx'));
    assert.ok(report.characters > 800 && report.indexBytes > 0 && report.seconds > 0);
    assert.match(first.stderr, /Skipped/);
    const { seconds, ...again } = JSON.parse(run(args).stdout) as IndexReport;
    assert.ok(seconds >= 0);
    assert.deepEqual(again, { ...again, articles: 4, characters: report.characters });
  });

  it('index counts what it left out by reason, one row for all files of a kind that is no text', () => {
    folder.writeSpeech('1.txt', 1);
    for (const name of ['甲.png', '乙.jpg', '~$稿.docx']) folder.write(name, 'x');
    folder.write('稿.rar', 'Rar!\u001a\u0007\u0001');
    const { stdout } = run(['index', folder.corpus, '--storage', folder.storage, '--json']);
    const { skipped, skippedByReason } = JSON.parse(stdout) as IndexReport;
    assert.deepEqual(skippedByReason, { picture: 2, temporary: 1, archive: 1 });
    assert.equal(skipped.length, 3);
    assert.match(run(['index', folder.corpus, '--storage', folder.storage]).stdout, /pictures 2/);
  });

  it('index speaks the language of the environment', () => {
    folder.writeSpeech('一.txt', 1);
    const args = ['index', folder.corpus, '--storage', folder.storage];
    assert.match(run(args, 'zh_CN.UTF-8').stdout, /1 个文件，1 篇/);
    assert.match(run(args).stdout, /1 files, 1 articles/);
  });

  it('index fails where no PATH is there, and goes on where one is', () => {
    const missing = folder.path('没有');
    const none = run(['index', missing, '--storage', folder.storage]);
    assert.deepEqual([none.status, none.stdout], [1, '']);
    assert.match(none.stderr, /No such/);
    folder.writeSpeech('一.txt', 1);
    const some = run(['index', missing, folder.corpus, '--storage', folder.storage, '--json']);
    assert.equal(some.status, 0);
    assert.deepEqual(
      (JSON.parse(some.stdout) as IndexReport).skipped.map(({ path }) => path),
      [missing],
    );
  });

  it('index fails where the storage folder cannot be used', () => {
    folder.write('storage', 'in the way');
    folder.writeSpeech('一.txt', 1);
    const { status, stderr } = run(['index', folder.corpus, '--storage', folder.path('storage')]);
    assert.equal(status, 1);
    assert.match(stderr, /index folder/);
  });

  it('index interrupted keeps what it has read, and fails', async function () {
    if (process.platform === 'win32') this.skip();
    const articles = 1300;
    folder.write('大.jsonl', collection(articles, 1000));
    const child = spawn(process.execPath, [built.cli, 'index', folder.corpus, '--storage', folder.storage]);
    const ended = once(child, 'exit');
    while (!hasSegment()) await new Promise(resolve => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const [status] = await ended;
    assert.equal(status, 1);
    const { stdout } = run(['index', folder.corpus, '--storage', folder.storage, '--json']);
    assert.equal((JSON.parse(stdout) as IndexReport).articles, articles);
  });

  for (const command of [
    ['complete', '--context', '推动'],
    ['passages', '推动'],
    ['search', '推动'],
  ]) {
    it(`${command[0]} fails without an index, and says what to do`, () => {
      const { status, stdout, stderr } = run([...command, '--storage', folder.storage]);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /run fanben index first/);
    });
  }

  it('answers from a damaged index with what is left, says so, and fails', () => {
    folder.writeSpeech('1.txt', 1);
    const storage = ['--storage', folder.storage];
    const index = () => run(['index', folder.corpus, ...storage]);
    index();
    const segment = join(folder.storage, readdirSync(folder.storage).find(name => name.endsWith('.segment'))!);
    const whole = readFileSync(segment);
    const ask = (...command: string[]) => run([...command, ...storage, '--json']);
    const commands = [['complete', '--context', '推动'], ['passages', '推动'], ['search', '推动'], ['frames']];
    assert.deepEqual(
      commands.map(command => ask(...command).status),
      [0, 0, 0, 0],
    );
    const flipped = Buffer.from(whole);
    // More than one byte: what lies between the parts counts for nothing.
    for (let at = flipped.length >> 1; at < flipped.length; at += 7) flipped[at]! ^= 1;
    for (const [spoil, asked] of [
      [() => rmSync(segment), commands],
      [() => writeFileSync(segment, whole.subarray(0, whole.length >> 1)), commands.slice(2, 3)],
      [() => writeFileSync(segment, flipped), commands.slice(1, 2)],
    ] as const) {
      spoil();
      for (const command of asked) {
        const { status, stderr } = ask(...command);
        assert.equal(status, 1, command[0]);
        assert.match(stderr, /damaged or missing.*fanben index/);
      }
    }
  });

  it('read and outline fail for a file that is not there', () => {
    for (const command of ['read', 'outline']) {
      const { status, stdout } = run([command, folder.path('没有.txt')]);
      assert.deepEqual([status, stdout], [1, '']);
    }
  });
});
