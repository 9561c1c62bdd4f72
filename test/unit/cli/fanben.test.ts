import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexReport } from '../../../src/cli/corpus/index';
import { EMPTY_MANIFEST } from '../../../src/corpus/index/manifest';
import { writeManifest } from '../../../src/corpus/index/manifestFile';
import { runFanben } from '../../fixtures/commandLine';
import { useTestFolder } from '../../fixtures/testFolder';

describe('fanben', () => {
  const folder = useTestFolder();

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
    it(`does not understand: ${['fanben', ...args].join(' ')}`, async () => {
      const { status, stdout, stderr } = await runFanben(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /用法 \/ Usage:/);
    });
  }

  it('tells its usage when asked', async () => {
    for (const ask of ['help', '--help', '-h']) {
      const { status, stdout } = await runFanben([ask]);
      assert.equal(status, 0);
      assert.match(stdout, /fanben index PATH/);
    }
  });

  it('index builds, then finds nothing to do, and prints only JSON on stdout', async () => {
    for (let i = 0; i < 4; i++) folder.writeSpeech(`${i}.txt`, i);
    folder.write('坏.docx', 'no archive');
    const args = ['index', folder.corpus, '--storage', folder.storage, '--json'];
    const first = await runFanben(args);
    assert.equal(first.status, 0, first.stderr);
    const report = JSON.parse(first.stdout) as IndexReport;
    assert.deepEqual([report.articles, report.files, report.skipped.length], [4, 4, 1]);
    assert.equal(report.skipped[0]!.path, folder.path('坏.docx'));
    assert.ok(report.characters > 800 && report.indexBytes > 0 && report.seconds > 0);
    assert.match(first.stderr, /Skipped/);
    const { seconds, ...again } = JSON.parse((await runFanben(args)).stdout) as IndexReport;
    assert.ok(seconds >= 0);
    assert.deepEqual(again, { ...again, articles: 4, characters: report.characters });
  });

  it('index counts what it left out by reason, one row for all files of a kind that is no text', async () => {
    folder.writeSpeech('1.txt', 1);
    for (const name of ['甲.png', '乙.jpg', '~$稿.docx']) folder.write(name, 'x');
    folder.write('稿.rar', 'Rar!\u001a\u0007\u0001');
    const { stdout } = await runFanben(['index', folder.corpus, '--storage', folder.storage, '--json']);
    const { skipped, skippedByReason } = JSON.parse(stdout) as IndexReport;
    assert.deepEqual(skippedByReason, { picture: 2, temporary: 1, archive: 1 });
    assert.equal(skipped.length, 3);
    assert.match((await runFanben(['index', folder.corpus, '--storage', folder.storage])).stdout, /pictures 2/);
  });

  it('index speaks the language of the environment', async () => {
    folder.writeSpeech('一.txt', 1);
    const args = ['index', folder.corpus, '--storage', folder.storage];
    assert.match((await runFanben(args, 'zh_CN.UTF-8')).stdout, /1 个文件，1 篇/);
    assert.match((await runFanben(args)).stdout, /1 files, 1 articles/);
  });

  it('index fails where no PATH is there, and goes on where one is', async () => {
    const missing = folder.path('没有');
    const none = await runFanben(['index', missing, '--storage', folder.storage]);
    assert.deepEqual([none.status, none.stdout], [1, '']);
    assert.match(none.stderr, /No such/);
    folder.writeSpeech('一.txt', 1);
    const some = await runFanben(['index', missing, folder.corpus, '--storage', folder.storage, '--json']);
    assert.equal(some.status, 0);
    assert.deepEqual(
      (JSON.parse(some.stdout) as IndexReport).skipped.map(({ path }) => path),
      [missing],
    );
  });

  it('index fails where the storage folder cannot be used', async () => {
    folder.write('storage', 'in the way');
    folder.writeSpeech('一.txt', 1);
    const { status, stderr } = await runFanben(['index', folder.corpus, '--storage', folder.path('storage')]);
    assert.equal(status, 1);
    assert.match(stderr, /index folder/);
  });

  for (const command of [
    ['complete', '--context', '推动'],
    ['passages', '推动'],
    ['search', '推动'],
  ]) {
    it(`${command[0]} fails without an index, and says what to do`, async () => {
      const { status, stdout, stderr } = await runFanben([...command, '--storage', folder.storage]);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /run fanben index first/);
    });
  }

  it('answers from a damaged index with what is left, says so, and fails', async () => {
    folder.writeSpeech('1.txt', 1);
    const storage = ['--storage', folder.storage];
    await runFanben(['index', folder.corpus, ...storage]);
    const segment = join(folder.storage, readdirSync(folder.storage).find(name => name.endsWith('.segment'))!);
    const whole = readFileSync(segment);
    const ask = (...command: string[]) => runFanben([...command, ...storage, '--json']);
    const questions = ['passages', 'search', 'concordance', 'collocates', 'history', 'variants', 'like', 'profile'];
    const asksFor = questions.map(name => [name, name === 'variants' ? '推【动】' : '推动']);
    const commands = [['complete', '--context', '推动'], ...asksFor, ['frames']];
    for (const command of commands) assert.equal((await ask(...command)).status, 0, command[0]);
    const flipped = Buffer.from(whole);
    // More than one byte: what lies between the parts counts for nothing.
    for (let at = flipped.length >> 1; at < flipped.length; at += 7) flipped[at]! ^= 1;
    for (const [what, spoil] of [
      ['missing', () => rmSync(segment)],
      ['cut', () => writeFileSync(segment, whole.subarray(0, whole.length >> 1))],
      ['flipped', () => writeFileSync(segment, flipped)],
    ] as const) {
      spoil();
      for (const command of commands) {
        const { status, stderr } = await ask(...command);
        assert.equal(status, 1, `${what}: ${command[0]}`);
        assert.match(stderr, /damaged or missing.*fanben index/);
      }
    }
    const again = await runFanben(['index', folder.corpus, ...storage, '--json']);
    assert.deepEqual([again.status, (JSON.parse(again.stdout) as IndexReport).articles], [0, 1]);
    for (const command of commands) assert.equal((await ask(...command)).status, 0, command[0]);
  });

  it('frames of an index whose frames are missing or damaged are mined anew, and are the same', async () => {
    folder.write(
      '一.txt',
      '在座谈会上的讲话\n要大兴实干之风。河水涨了又落。要大兴节俭之风。天气转凉。要大兴读书之风。\n',
    );
    await runFanben(['index', folder.corpus, '--storage', folder.storage]);
    const ask = async () => {
      const { status, stdout } = await runFanben(['frames', '--storage', folder.storage, '--json']);
      assert.equal(status, 0);
      return JSON.parse(stdout) as { template: string }[];
    };
    const whole = await ask();
    assert.ok(whole.some(({ template }) => template.startsWith('要大兴')));
    const file = join(folder.storage, readdirSync(folder.storage).find(name => name.endsWith('.frames'))!);
    writeFileSync(file, readFileSync(file).subarray(0, 80));
    assert.deepEqual(await ask(), whole);
    rmSync(file);
    assert.deepEqual(await ask(), whole);
  });

  it('answers nothing from a manifest of another shape, and index makes it anew', async () => {
    folder.writeSpeech('1.txt', 1);
    const storage = ['--storage', folder.storage];
    await runFanben(['index', folder.corpus, ...storage]);
    for (const shape of [{}, null, { ...EMPTY_MANIFEST, files: [{ path: 7 }] }]) {
      await writeManifest(folder.storage, shape as never);
      const { status, stdout, stderr } = await runFanben(['search', '推动', ...storage, '--json']);
      assert.deepEqual([status, stdout], [1, ''], JSON.stringify(shape));
      assert.match(stderr, /fanben index/);
      const again = await runFanben(['index', folder.corpus, ...storage, '--json']);
      assert.deepEqual([again.status, (JSON.parse(again.stdout) as IndexReport).articles], [0, 1]);
    }
  });

  it('read and outline fail for a file that is not there', async () => {
    for (const command of ['read', 'outline']) {
      const { status, stdout } = await runFanben([command, folder.path('没有.txt')]);
      assert.deepEqual([status, stdout], [1, '']);
    }
  });

  it('concordance writes its lines as a table or for Word, and replaces no file unless told to', async () => {
    // Of articles that say nearly the same one alone would count.
    for (const [i, text] of [
      '各级干部要扑下身子抓落实，一件接着一件办。',
      '修渠的人扑下身子干了一个冬天，水才进了田。',
      '谁扑下身子，谁就听得见乡亲心里的话。',
    ].entries())
      folder.write(`${i}.txt`, `在第${i}次会上的讲话\n同志们：\n${text}`);
    await runFanben(['index', folder.corpus, '--storage', folder.storage]);
    const write = (name: string, ...more: string[]) =>
      runFanben(['concordance', '扑下身子', '--storage', folder.storage, '--out', folder.path(`../${name}`), ...more]);
    const { status, stderr } = await write('各处.csv');
    assert.equal(status, 0, stderr);
    assert.match(stderr, /3 lines/);
    const table = readFileSync(folder.path('../各处.csv'), 'utf8').trimEnd().split('\r\n');
    assert.equal(table.length, 3);
    assert.ok(table.every(row => row.includes(',扑下身子,')));
    const again = await write('各处.csv');
    assert.equal(again.status, 1);
    assert.match(again.stderr, /--force/);
    assert.equal((await write('各处.csv', '--force')).status, 0);
    assert.equal((await write('各处.docx')).status, 0);
    assert.equal(readFileSync(folder.path('../各处.docx')).subarray(0, 2).toString(), 'PK');
    assert.equal((await write('各处.pdf')).status, 2);
  });
});
