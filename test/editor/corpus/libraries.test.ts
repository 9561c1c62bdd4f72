import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { setSetting, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Of another county, published by somebody else. */
const SPEECHES = {
  '茶园.txt': `在全县茶产业发展大会上的讲话
（2024年4月18日）
要坚持一张蓝图绘到底，把小小茶叶做成富民强县的金叶子，让茶农的腰包鼓起来。
富民强县的金叶子，靠的是绿水青山，更靠茶农的一双巧手。`,
  '古道/驿站.txt': `在古道驿站修缮现场会上的讲话
（2023年9月9日）
老驿站要修旧如旧，把每一块青砖都用在明处。`,
};

describe('a library', () => {
  let window: Driver;
  let folder: string;
  const target = () => join(folder, 'library');
  const rows = () => window.page.locator('.pane-body .monaco-list-row');
  const row = (text: string) => rows().filter({ hasText: text }).first();

  /** What is here of libraries. */
  const replicas = () => {
    const profile = join(process.env.FANBEN_EXTENSIONS ?? '', '..', 'user', 'User');
    return readdir(join(profile, 'globalStorage', 'fanben.fanben', 'libraries'));
  };

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    folder = await mkdtemp(join(tmpdir(), 'fanben-library-'));
    for (const [name, text] of Object.entries(SPEECHES)) await writeFile(join(folder, '茶乡', name), text);
    const cli = vscode.extensions.getExtension('fanben.fanben')?.extensionPath;
    assert.ok(cli);
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        join(cli, 'dist', 'cli.js'),
        'publish',
        join(folder, '茶乡'),
        '--to',
        target(),
        '--name',
        '县委库',
        '--storage',
        join(folder, 'index'),
      ],
      { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
    );
    assert.equal(status, 0, stderr);
    await vscode.commands.executeCommand('fanben.addLibrary', target());
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await row('县委库').filter({ hasText: '2 articles' }).waitFor();
  });
  after(async () => {
    await setSetting('libraries', undefined);
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(closeEditors);

  it('stands in the tree, and its articles are read beside the draft, though there is no file of them', async () => {
    const isOpen = (text: string) =>
      vscode.window.visibleTextEditors.some(({ document }) => document.getText().includes(text));
    for (const [parent, child] of [
      ['县委库', '茶乡'],
      ['茶乡', '茶产业发展大会'],
    ] as const)
      if (!(await row(child).isVisible())) await row(parent).click();
    await row('茶产业发展大会').click();
    await waitFor(() => isOpen('富民强县的金叶子'));
    await window.press('x');
    assert.ok(isOpen('富民强县的金叶子'));
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty, uri }) => !isDirty || uri.scheme === 'untitled'));
  });

  it('is counted apart from the corpus of the writer where the pointer rests on a wording', async () => {
    await openEditor('我县一张蓝图绘到底不动摇。');
    await window.hoverAt(0, 5);
    const text = await waitFor(window.hoverText);
    assert.match(text, /here 3 articles · 县委库 1 article/);
  });

  it('is written from: what only it has stands in the list', async () => {
    const editor = await openEditor('我们要把小小茶叶做成富民强县的');
    await window.compose('金');
    await waitFor(async () => (await window.suggestions()).some(({ label }) => label.includes('叶子')));
    await window.press('Tab');
    await waitFor(() => editor.document.getText().includes('金叶子'));
  });

  it('is marked where its place is away, answers all the same, and is as before when that is back', async () => {
    await rename(target(), `${target()}-away`);
    await vscode.commands.executeCommand('fanben.refreshLibrary');
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await row('县委库').filter({ hasText: 'offline' }).filter({ hasText: '2 articles' }).waitFor();
    await openEditor('我们要把小小茶叶做成富民强县的');
    await window.compose('金');
    await waitFor(async () => (await window.suggestions()).some(({ label }) => label.includes('叶子')));
    await closeEditors();
    await rename(`${target()}-away`, target());
    await vscode.commands.executeCommand('fanben.refreshLibrary');
    await row('县委库').filter({ hasText: 'offline' }).waitFor({ state: 'detached' });
  });

  it('that is being fetched says how far it is; one that cannot be had says so', async () => {
    let release = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    const server = createServer(async (request, response) => {
      const bytes = await readFile(join(target(), decodeURI(request.url ?? ''))).catch(() => null);
      response.writeHead(bytes ? 200 : 404);
      if (bytes && request.url?.includes('/objects/')) {
        response.write(bytes.subarray(0, bytes.length >> 1));
        await released;
        response.end(bytes.subarray(bytes.length >> 1));
      } else response.end(bytes ?? undefined);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await vscode.commands.executeCommand('fanben.addLibrary', `http://127.0.0.1:${port}`);
      await vscode.commands.executeCommand('fanben.corpus.focus');
      await rows()
        .filter({ hasText: /fetching [1-9]\d?%/ })
        .first()
        .waitFor();
      release();
      await row('fetching').waitFor({ state: 'detached' });
      await waitFor(async () => (await rows().filter({ hasText: '县委库' }).count()) === 2);
      await setSetting('libraries', [{ target: target() }, { target: join(folder, 'none'), name: '市委库' }]);
      await row('市委库').filter({ hasText: 'not readable' }).waitFor();
    } finally {
      await setSetting('libraries', [{ target: target() }]);
      server.closeAllConnections();
      server.close();
    }
    await row('市委库').waitFor({ state: 'detached' });
  });

  it('goes where it is removed, and leaves nothing here', async () => {
    assert.ok((await replicas()).length > 0);
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await row('县委库').click({ button: 'right' });
    const remove = window.page.locator('.context-view .action-label').filter({ hasText: 'Remove Library' });
    // A menu that has just opened takes no click yet: the button may still be on its way up.
    await waitFor(async () => {
      if (!(await remove.isVisible())) return true;
      await remove.click();
      return false;
    });
    await row('县委库').waitFor({ state: 'detached' });
    await waitFor(async () => (await replicas()).length === 0);
    await openEditor('富民强县的金叶子靠茶农。');
    await window.hoverAt(0, 5);
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.doesNotMatch(await window.hoverText().catch(() => ''), /县委库/);
  });
});
