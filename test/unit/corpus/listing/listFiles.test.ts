import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listFiles } from '../../../../src/corpus/listing/listFiles';
import type { ListOptions } from '../../../../src/corpus/listing/wantedFiles';
import { type TestFolder, testFolder } from '../../../fixtures/testFolder';

describe('listFiles', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  async function names(options: Partial<ListOptions> = {}, corpus = [folder.corpus]): Promise<string[]> {
    const { files } = await listFiles(corpus, options);
    return files.map(({ path }) => relative(folder.corpus, path).replaceAll('\\', '/'));
  }

  it('walks folders in natural order and takes whatever may be a text', async () => {
    for (const name of ['第10期.txt', '第2期.txt', '年度/一/报告.MD', '合集.jsonl.gz', '照片.png', '旧稿.wps'])
      folder.write(name, 'x');
    assert.deepEqual(
      (await names()).sort(),
      ['年度/一/报告.MD', '合集.jsonl.gz', '旧稿.wps', '第10期.txt', '第2期.txt'].sort(),
    );
    const issues = (await names()).filter(name => name.endsWith('期.txt'));
    assert.deepEqual(issues, ['第2期.txt', '第10期.txt']);
  });

  it('gives size and time of change', async () => {
    folder.write('一.txt', '讲话');
    const { files } = await listFiles([folder.corpus]);
    assert.equal(files[0]!.size, 6);
    assert.ok(Math.abs(files[0]!.mtimeMs - Date.now()) < 60_000);
  });

  it('leaves out hidden files and folders, lock files of Word, and the folder of the index', async () => {
    for (const name of ['.git/一.txt', '.藏.txt', '~$讲话.txt', '索引/二.txt', '三.txt']) folder.write(name, 'x');
    assert.deepEqual(await names({ never: [folder.path('索引')] }), ['三.txt']);
  });

  it('counts what is never meant as text, a row a kind and folder, and tells when the count changes', async () => {
    for (const name of [
      '一.png',
      '年/二.JPG',
      '~$讲话.docx',
      '.DS_Store',
      'Thumbs.db',
      '表.exe',
      '.git/三.txt',
      '四.txt',
    ])
      folder.write(name, 'x');
    const { files, unreadable } = await listFiles([folder.corpus], { exclude: ['**/*.exe'] });
    assert.equal(files.length, 1);
    assert.deepEqual(unreadable.map(({ reason, count, kept }) => [reason.kind, count, kept]).sort(), [
      ['picture', 2, false],
      ['system', 3, false],
      ['temporary', 1, false],
    ]);
    assert.match(unreadable.find(({ count }) => count === 2)!.reason.zh, /图片 2 个/);
  });

  it('applies include and exclude to the path within the folder', async () => {
    for (const name of ['2020/讲话/一.txt', '2020/会议/二.txt', '三.txt', '2020/讲话/四.md']) folder.write(name, 'x');
    assert.deepEqual(await names({ include: ['**/讲话/**'] }), ['2020/讲话/四.md', '2020/讲话/一.txt']);
    assert.deepEqual(await names({ include: ['**/*.txt'], exclude: ['2020/会议/**'] }), ['2020/讲话/一.txt', '三.txt']);
  });

  it('follows links once, and does not go round in circles', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('年/一.txt', 'x');
    symlinkSync(folder.corpus, folder.path('年/回头'));
    symlinkSync(folder.path('没有'), folder.path('断.txt'));
    symlinkSync(folder.path('年/一.txt'), folder.path('别名.txt'));
    assert.deepEqual(await names(), ['别名.txt', '年/一.txt']);
    const { unreadable } = await listFiles([folder.corpus]);
    assert.deepEqual(
      unreadable.map(({ path, kept, reason }) => [path, kept, reason.kind]),
      [[folder.path('断.txt'), true, 'access']],
    );
  });

  it('counts pipes, which are no files, with what belongs to the system', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('一.txt', 'x');
    for (const name of ['管道.txt', '管道']) execFileSync('mkfifo', [folder.path(name)]);
    assert.deepEqual(await names(), ['一.txt']);
    const { unreadable } = await listFiles([folder.corpus]);
    assert.deepEqual(
      unreadable.map(({ count, reason }) => [count, reason.kind]),
      [[2, 'system']],
    );
  });

  it('walks through links to the parent once, however many there are', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('sub/一.txt', 'x');
    for (let i = 0; i < 4; i++) symlinkSync('..', folder.path(`sub/l${i}`));
    const { files, folders } = await listFiles([folder.corpus]);
    assert.equal(files.length, 1);
    assert.deepEqual(folders, [folder.corpus, folder.path('sub')]);
  });

  it('follows no link into the system, and counts them', async function () {
    if (process.platform !== 'linux') this.skip();
    symlinkSync('/proc/self/pagemap', folder.path('无尽.txt'));
    symlinkSync('/proc/self', folder.path('进程'));
    folder.write('一.txt', 'x');
    assert.deepEqual(await names(), ['一.txt']);
    const { unreadable } = await listFiles([folder.corpus]);
    assert.deepEqual(
      unreadable.map(({ reason, count }) => [reason.kind, count]),
      [['system', 2]],
    );
  });

  it('does not enter a folder that is excluded whole', async () => {
    for (const name of ['node_modules/a/一.txt', '年/node_modules/二.txt', '年/三.txt']) folder.write(name, 'x');
    const { files, folders } = await listFiles([folder.corpus], { exclude: ['**/node_modules/**'] });
    assert.deepEqual(
      files.map(({ path }) => relative(folder.corpus, path)),
      [join('年', '三.txt')],
    );
    assert.deepEqual(folders, [folder.corpus, folder.path('年')]);
  });

  it('names each file once, though folders overlap', async () => {
    folder.write('年/一.txt', 'x');
    assert.deepEqual(await names({}, [folder.path('年'), folder.corpus, folder.path('年/一.txt')]), ['年/一.txt']);
  });

  it('takes a file that the corpus names, whatever its kind', async () => {
    const path = folder.write('照片.png', 'x');
    assert.deepEqual(await names({}, [path]), ['照片.png']);
  });

  it('reports a missing folder, keeps what is indexed of it, and does not throw', async () => {
    const missing = folder.path('没有');
    const { files, unreadable } = await listFiles([missing, folder.corpus]);
    assert.deepEqual(files, []);
    assert.deepEqual(
      unreadable.map(({ path, kept }) => [path, kept]),
      [[missing, true]],
    );
    assert.match(unreadable[0]!.reason.en, /No such/);
  });

  it('stops at the limit and says so', async () => {
    for (let i = 0; i < 20; i++) folder.write(`${i}.txt`, 'x');
    const { files, unreadable } = await listFiles([folder.corpus], { limit: 7 });
    assert.equal(files.length, 7);
    assert.match(unreadable[0]!.reason.en, /More than 7/);
  });

  it('says nothing where there are just so many as it takes', async () => {
    for (let i = 0; i < 8; i++) folder.write(`${i % 2 === 0 ? '甲' : '乙'}/${i}.txt`, '文');
    const { files, unreadable } = await listFiles([folder.corpus], { limit: 8 });
    assert.deepEqual([files.length, unreadable], [8, []]);
    assert.equal((await listFiles([folder.corpus], { limit: 7 })).unreadable.length, 1);
  });

  it('tells of a file whose name is in GBK, readably', async function () {
    if (process.platform !== 'linux') this.skip();
    const gbk = Buffer.from([0xbd, 0xb2, 0xbb, 0xb0, 0x2e, 0x74, 0x78, 0x74]); // 讲话.txt
    writeFileSync(Buffer.concat([Buffer.from(`${folder.corpus}/`), gbk]), 'x');
    folder.write('好.txt', 'x');
    const { files, unreadable } = await listFiles([folder.corpus]);
    assert.equal(files.length, 1);
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      [join(folder.corpus, '讲话.txt')],
    );
    assert.match(unreadable[0]!.reason.zh, /重命名/);
  });

  it('walks a folder whose name is not ASCII and holds blanks', async () => {
    mkdirSync(folder.path('领导 讲话（2021）'));
    folder.write('领导 讲话（2021）/在 会上.txt', 'x');
    assert.deepEqual(await names(), ['领导 讲话（2021）/在 会上.txt']);
  });
});
