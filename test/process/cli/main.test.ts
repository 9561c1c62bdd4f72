import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { IndexReport } from '../../../src/cli/corpus/index';
import { below } from '../../attack/attackKind';
import { random } from '../../eval/random';
import { collection, useTestFolder } from '../../fixtures/testFolder';
import { type BuiltBuilder, buildBuilder } from '../builtBuilder';

/** As a program; what its commands do is tested in test/unit/cli. */
describe('the program fanben', () => {
  let built: BuiltBuilder;
  before(async () => {
    built = await buildBuilder();
  });
  const folder = useTestFolder();

  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, [built.cli, ...args], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    });

  it('indexes with a builder beside it, answers, and prints only JSON on stdout', () => {
    folder.writeSpeech('一.txt', 1);
    folder.write('坏.docx', 'no archive');
    const indexed = run(['index', folder.corpus, '--storage', folder.storage, '--json']);
    assert.equal(indexed.status, 0, indexed.stderr);
    assert.equal((JSON.parse(indexed.stdout) as IndexReport).articles, 1);
    assert.match(indexed.stderr, /Skipped/);
    const found = run(['passages', '讲话', '--storage', folder.storage, '--json']);
    assert.equal(found.status, 0, found.stderr);
    assert.ok(JSON.parse(found.stdout));
  });

  it('ends with 1 where it fails and with 2 where it is not understood', () => {
    const failed = run(['read', folder.path('没有.txt')]);
    assert.deepEqual([failed.status, failed.stdout], [1, '']);
    const misunderstood = run(['stir']);
    assert.deepEqual([misunderstood.status, misunderstood.stdout], [2, '']);
    assert.match(misunderstood.stderr, /用法 \/ Usage:/);
  });

  it('shows names of files and words of articles without what a terminal obeys', () => {
    folder.write('\u001b]0;改名\u0007坏\u202e.docx', 'no archive');
    folder.write('题.jsonl', JSON.stringify({ title: '说\u009b2J说', text: '茶山连成片，路通了。' }));
    const indexed = run(['index', folder.corpus, '--storage', folder.storage]);
    const found = run(['passages', '茶山', '--storage', folder.storage]);
    assert.match(indexed.stderr, /\\u001b\]0;改名\\u0007坏/);
    for (const said of [indexed.stderr, found.stdout]) assert.doesNotMatch(said, /(?![\t\n])\p{Cc}|\u202e/u);
    const { skipped } = JSON.parse(run(['index', folder.corpus, '--storage', folder.storage, '--json']).stdout);
    assert.equal(skipped[0].path, folder.path('\u001b]0;改名\u0007坏\u202e.docx'));
  });

  it('fails where what it has to say cannot be written, and not where nobody wants to read on', async function () {
    if (!existsSync('/dev/full')) this.skip();
    folder.write('长.txt', `长话\n\n${'要扑下身子抓落实。\n'.repeat(8_000)}`);
    const args = [built.cli, 'read', folder.path('长.txt'), '--json'];
    const full = openSync('/dev/full', 'w');
    const cut = spawnSync(process.execPath, args, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    assert.equal(cut.status, 1);
    assert.match(cut.stderr, /ENOSPC/);
    const head = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    head.stdout.once('data', () => head.stdout.destroy());
    const said = text(head.stderr);
    assert.deepEqual([await once(head, 'exit'), await said], [[0, null], '']);
  });

  it('says what the system said where a large segment cannot be written', function () {
    // A limit for one file stands for a full disk.
    if (process.platform === 'win32') this.skip();
    folder.write('大.jsonl', collection(400, 2000));
    const { status, stderr } = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -f 256; trap "" XFSZ; "$0" "$@"',
        process.execPath,
        built.cli,
        'index',
        folder.corpus,
        '--storage',
        folder.storage,
      ],
      { encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_US.UTF-8' } },
    );
    assert.equal(status, 1);
    assert.match(stderr, /EFBIG/);
  });

  it('interrupted keeps what it has read, and fails', async function () {
    if (process.platform === 'win32') this.skip();
    const articles = 550;
    // Digits, in which nothing is parallel: frames would be looked for much longer than it takes to index it.
    const next = random(1);
    const text = () => Array.from({ length: 200 }, () => `${1e9 + below(next, 1e9)}`).join('');
    const line = (i: number) => `${JSON.stringify({ title: `第${i}篇`, text: `${text()}。` })}\n`;
    folder.write('大.jsonl', Array.from({ length: articles }, (_, i) => line(i)).join(''));
    const child = spawn(process.execPath, [built.cli, 'index', folder.corpus, '--storage', folder.storage]);
    const ended = once(child, 'exit');
    // The first million characters are written.
    const hasSegment = () =>
      existsSync(folder.storage) && readdirSync(folder.storage).some(name => name.endsWith('.segment'));
    while (!hasSegment()) await new Promise(resolve => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const [status] = await ended;
    assert.equal(status, 1);
    const { stdout } = run(['index', folder.corpus, '--storage', folder.storage, '--json']);
    assert.equal((JSON.parse(stdout) as IndexReport).articles, articles);
  });
});
