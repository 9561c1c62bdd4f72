import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { ConversionError, openConverter } from '../../../../../src/corpus/builder/importing/converter';
import { converterArguments, findConverter } from '../../../../../src/corpus/builder/importing/findConverter';
import { readOrConvert } from '../../../../../src/corpus/builder/importing/readOrConvert';
import type { Article } from '../../../../../src/engine/article/article';
import { makeDoc } from '../../../../fixtures/doc';
import { makeDocx, wordParagraph } from '../../../../fixtures/docx';

describe('a converter', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fanben-converter-'));
    file = join(folder, '在春耕会上的讲话.doc');
    writeFileSync(file, makeDoc('旧稿。\r', { old: true }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A program of these lines; `$1` is what it reads, `$2` what it writes. */
  function program(...lines: string[]): string {
    const path = join(folder, 'convert.sh');
    writeFileSync(path, ['#!/bin/sh', ...lines].join('\n'));
    chmodSync(path, 0o755);
    return path;
  }
  const open = (setting: string, limitMs?: number, signal = new AbortController().signal) =>
    openConverter({ setting, profile: join(folder, 'profile'), signal, ...(limitMs !== undefined && { limitMs }) });
  const reasonOf = (error: unknown) => {
    assert.ok(error instanceof ConversionError, String(error));
    return error.reason.en;
  };

  before(function () {
    if (process.platform === 'win32') this.skip(); // the programs of this test are shell scripts
  });

  it('reads what is not read here, under the name of the file, and leaves nothing behind', async () => {
    const made = join(folder, 'made.docx');
    writeFileSync(made, makeDocx({ body: wordParagraph('同志们：') + wordParagraph('要抓紧春耕。') }));
    const convert = open(program(`cp '${made}' "$2"`, 'echo "$1" > "$0.log"', 'pwd >> "$0.log"'));
    const articles: Article[] = [];
    for await (const entry of readOrConvert(file, {}, convert)) if ('article' in entry) articles.push(entry.article);
    const [{ title, paragraphs }] = articles as [Article];
    assert.equal(title, '在春耕会上的讲话');
    assert.deepEqual(
      paragraphs.map(({ text }) => text),
      ['同志们：', '要抓紧春耕。'],
    );
    const [input, cwd] = readFileSync(join(folder, 'convert.sh.log'), 'utf8').trim().split('\n');
    assert.notEqual(input, file); // it works on a copy
    assert.ok(!existsSync(cwd!));
  });

  it('is not asked for what is read here, nor for what it cannot help', async () => {
    const convert = open(program(`touch '${join(folder, 'asked')}'`));
    writeFileSync(file, makeDoc('同志们：\r要抓紧春耕。\r'));
    for await (const entry of readOrConvert(file, {}, convert)) assert.ok('article' in entry);
    writeFileSync(file, makeDoc('密。\r', { encrypted: true }));
    await assert.rejects(readOrConvert(file, {}, convert).next());
    assert.ok(!existsSync(join(folder, 'asked')));
  });

  it('that fails, writes nothing or is not there says so beside the first reason', async () => {
    for (const [setting, said] of [
      [program('exit 1'), 'could not read it either'],
      [program('exit 0'), 'could not read it either'],
      [join(folder, 'nothing'), 'was not found'],
    ] as const) {
      await assert.rejects(readOrConvert(file, {}, open(setting)).next(), (error: Error) => {
        assert.ok(error.message.includes('Word 6/95') && error.message.includes(said), error.message);
        return true;
      });
    }
  });

  it('that hangs is stopped with all that it started', async () => {
    const alive = join(folder, 'alive');
    const convert = open(program(`(while true; do date >> '${alive}'; sleep 0.05; done) &`, 'sleep 60'), 600);
    assert.ok(reasonOf(await convert(file).catch(error => error)).includes('too long'));
    const length = () => (existsSync(alive) ? readFileSync(alive).length : 0);
    // What was being written when it was killed may still come.
    await later(100);
    const stopped = length();
    await later(300);
    assert.equal(length(), stopped);
  });

  it('is stopped when the build is cancelled', async () => {
    const cancel = new AbortController();
    const converting = open(program('sleep 60'), 60_000, cancel.signal)(file).catch(reasonOf);
    await later(50);
    cancel.abort();
    assert.ok(((await converting) as string).includes('either'));
    assert.deepEqual(readdirSync(folder).sort(), ['convert.sh', 'profile', '在春耕会上的讲话.doc']);
  });

  it('is LibreOffice with a profile of its own, or any program with two paths', () => {
    assert.deepEqual(converterArguments('/x/convert.sh', '/in/a.doc', '/out/a.docx', '/out', 'file:///p'), [
      '/in/a.doc',
      '/out/a.docx',
    ]);
    for (const name of ['/usr/bin/soffice', '/x/soffice.bin', '/x/libreoffice']) {
      const given = converterArguments(name, '/in/a.doc', '/out/a.docx', '/out', 'file:///p');
      assert.ok(given.includes('-env:UserInstallation=file:///p') && given.includes('--headless'));
      assert.deepEqual(given.slice(-2), ['/out', '/in/a.doc']);
    }
    assert.equal(findConverter(join(folder, 'nothing')), null);
    assert.equal(findConverter(folder), null);
    assert.equal(findConverter(file), file);
  });
});
