import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CompletionList,
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { makePdf } from '../../fixtures/pdf';
import { temporaryFiles } from '../../fixtures/temporaryFiles';
import { faults, packages, tables } from './packages';

const isWindows = process.platform === 'win32';
const ARTICLES: Readonly<Record<string, string>> = {
  '东坝.txt': `在东坝水利现场会上的讲话
（2024年3月12日）
抓水利就是抓粮食。要把渠道清淤当成开春头一件大事，一段一段包到人头。`,
  '西坪.txt': `在西坪春灌动员会上的讲话
（2023年2月27日）
冬修不到位，春灌就要挨饿。西坪去年吃过亏，今年要把渠道清淤当成开春头一件大事来办。`,
  '南滩.txt': `在南滩农业座谈会上的发言
（2022年11月8日）
大家谈得很实在。我只补充一句：渠道清淤，账要算在平时。`,
};

/** Says, when the process ends, which of the libraries in files of their own it has read. */
const NOTE_LOADED = `process.on('exit', () => {
  for (const file of Object.keys(require.cache)) {
    const [, name] = /packages[/\\\\]([^/\\\\]+)$/.exec(file) ?? [];
    if (name) console.error('loaded ' + name);
  }
});`;

const found = packages().find(({ kind }) => kind === 'npm');

describe('the package of the command line', () => {
  const files = temporaryFiles();
  const storage = join(files.folder, 'index');
  const corpus = join(files.folder, 'corpus');
  const home = join(files.folder, 'node_modules', 'fanben');
  const command = join(files.folder, 'node_modules', '.bin', 'fanben');
  let serving: ChildProcess | undefined;

  /** Runs it as a writer's shell would, and gives what it printed. */
  const fanben = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: files.folder,
      encoding: 'utf8',
      shell: isWindows,
    });
    assert.equal(status, 0, stderr);
    return stdout;
  };

  before(() => {
    assert.ok(found, 'no package was made');
    writeFileSync(join(files.folder, 'package.json'), '{ "private": true }');
    mkdirSync(corpus);
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(corpus, name), text);
    // Nothing to fetch, and no script of it to run.
    const args = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', found.path];
    const { status, stderr } = spawnSync('npm', args, { cwd: files.folder, encoding: 'utf8', shell: isWindows });
    assert.equal(status, 0, stderr);
  });

  after(() => {
    serving?.kill();
    files.remove();
  });

  it('holds all it needs, no other package, and nothing that only VS Code or developers need', async () => {
    const expected = await tables();
    const inside = readdirSync(home, { recursive: true, encoding: 'utf8' })
      .filter(file => statSync(join(home, file)).isFile())
      .map(file => file.replaceAll('\\', '/'));
    assert.deepEqual(faults(inside, expected.required.any, expected), []);
    assert.ok(found!.bytes <= expected.limits.command);
    assert.deepEqual(
      inside.filter(file => /nodejieba|languageclient|client\.js$/.test(file)),
      [],
    );
    assert.deepEqual(
      readdirSync(join(files.folder, 'node_modules')).filter(name => !name.startsWith('.')),
      ['fanben'],
    );
  });

  it('indexes, completes, and finds passages', () => {
    const report = JSON.parse(fanben('index', corpus, '--storage', storage, '--json'));
    assert.equal(report.articles, 3);
    assert.ok(existsSync(storage));
    const [first] = JSON.parse(fanben('complete', '--storage', storage, '--context', '要把渠道清淤当成', '--json'));
    assert.match(first.text, /^开春/);
    const { articles } = JSON.parse(fanben('passages', '--storage', storage, '渠道清淤', '--json'));
    assert.equal(articles, 3);
  });

  it('reads a PDF, by the tables of Chinese encodings that came with it', () => {
    const text = '抓水利就是抓粮食，渠道清淤是开春头一件大事。';
    const path = files.write('旧稿.pdf', makePdf([[{ text, x: 72, y: 100, size: 16 }]]));
    assert.match(fanben('read', path), new RegExp(text));
  });

  it('reads a library when a file wants it, and not before', () => {
    const preload = files.write('preload.cjs', NOTE_LOADED);
    const librariesFor = (path: string) => {
      const args = ['--require', preload, join(home, 'dist', 'cli.js'), 'read', path];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      return [...stderr.matchAll(/^loaded (\S+)$/gm)].map(([, name]) => name!);
    };
    assert.deepEqual(librariesFor(join(corpus, '东坝.txt')), []);
    const page = files.write(
      'page.html',
      `<html><body><h1>讲话</h1><p>${'抓水利就是抓粮食。'.repeat(9)}</p></body></html>`,
    );
    assert.ok(librariesFor(page).includes('linkedom.js'));
  });

  it('serves an editor', async () => {
    serving = spawn(command, ['serve'], { cwd: files.folder, stdio: ['pipe', 'pipe', 'inherit'], shell: isWindows });
    const connection = createProtocolConnection(
      new StreamMessageReader(serving.stdout!),
      new StreamMessageWriter(serving.stdin!),
    );
    const ready = new Promise<void>(resolve => {
      connection.onNotification('fanben/status', ({ state }: { state: string }) => state === 'ready' && resolve());
    });
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      initializationOptions: { corpus: [corpus], storage },
    });
    assert.ok(capabilities.hoverProvider);
    await connection.sendNotification('initialized', {});
    await ready;
    const textDocument = { uri: 'untitled:draft', languageId: 'speech-draft', version: 1, text: '要把渠道清淤当成' };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const { items } = await connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 0, character: textDocument.text.length },
    });
    assert.ok(
      items.some(({ label }) => label.startsWith('开春')),
      JSON.stringify(items.map(({ label }) => label)),
    );
    await connection.sendRequest('shutdown');
    const ended = new Promise<number | null>(resolve => serving!.once('exit', resolve));
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
  });
});
