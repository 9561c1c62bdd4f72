/** Libraries in every state, light and dark: scripts/screenshots.mjs --libraries runs these scenes in a Chinese window on a folder of its own. */
import { spawnSync } from 'node:child_process';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { inWorkspace, openCorpus, setSetting, writeFile } from './corpus';
import { type Driver, mainWindow } from './driver';
import { closeEditors, openEditor } from './openEditor';
import { treeRowsOf } from './treeRows';
import { waitFor } from './waitFor';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

describe('a library', () => {
  let window: Driver;
  let tree: ReturnType<typeof treeRowsOf>;
  let server: Server;
  let release = () => {};
  const target = inWorkspace('县委库');
  /** Of each theme another library. */
  const address = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
  /** What grows in has grown in. */
  const rest = () => new Promise(resolve => setTimeout(resolve, 1000));
  const focusTree = () => vscode.commands.executeCommand('fanben.corpus.focus');

  before(async () => {
    window = await mainWindow();
    tree = treeRowsOf(window);
    await window.page.setViewportSize({ width: 1120, height: 760 });
    await openCorpus();
    await writeFile(
      inWorkspace('茶乡', '茶园.txt'),
      '在全县茶产业发展大会上的讲话\n（2024年4月18日）\n要把小小茶叶做成富民强县的金叶子。\n',
    );
    const cli = join(vscode.extensions.getExtension('fanben.fanben')!.extensionPath, 'dist', 'cli.js');
    const storage = inWorkspace('茶乡索引');
    const args = [cli, 'publish', inWorkspace('茶乡'), '--to', target, '--name', '县委库', '--licence', '仅限内部使用'];
    const { status, stderr } = spawnSync(process.execPath, [...args, '--blocks', 'always', '--storage', storage], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    if (status !== 0) throw new Error(stderr);
    // Sends half of each object until it is let go.
    server = createServer(async (request, response) => {
      const bytes = await readFile(join(target, (request.url ?? '').replace(/^\/\w+/, ''))).catch(() => null);
      response.writeHead(bytes ? 200 : 404);
      if (bytes && request.url?.includes('/objects/')) {
        response.write(bytes.subarray(0, bytes.length >> 1));
        await new Promise<void>(resolve => {
          release = resolve;
        });
        response.end(bytes.subarray(bytes.length >> 1));
      } else response.end(bytes ?? undefined);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    await focusTree();
    await tree.row('语料').waitFor({ timeout: 120_000 }); // the server is there
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
  });
  after(async () => {
    await setSetting('libraries', undefined);
    server.closeAllConnections();
    server.close();
    await rm(target, { recursive: true, force: true });
  });

  for (const [name, theme] of Object.entries(themes)) {
    describe(name, () => {
      before(() => vscode.workspace.getConfiguration().update('workbench.colorTheme', theme, true));
      afterEach(closeEditors);

      it('is added', async () => {
        void vscode.commands.executeCommand('fanben.addLibrary');
        await waitFor(window.quickPick);
        await rest();
        await window.screenshot(`library-add-${name}`);
        await window.press('Escape');
      });

      it('comes, and one that cannot be had says so', async () => {
        await setSetting('libraries', [{ target: address(name) }, { target: inWorkspace('没有'), name: '市委库' }]);
        await focusTree();
        await tree.shows(/[1-9]\d?%/);
        await tree.row('市委库').waitFor();
        await rest();
        await window.screenshot(`library-fetching-${name}`);
        release();
        await setSetting('libraries', undefined);
        await tree.shows(/市委库/, false);
      });

      it('is there: its row, what it says of itself, its menu; and counts apart', async () => {
        await setSetting('libraries', [{ target }]);
        await focusTree();
        await tree.shows(/县委库.*1 篇/);
        await tree.row('县委库').hover();
        await new Promise(resolve => setTimeout(resolve, 2500));
        await window.screenshot(`library-ready-${name}`);
        await tree.row('县委库').click({ button: 'right' });
        await rest();
        await window.screenshot(`library-menu-${name}`);
        await window.press('Escape');
        await window.page.mouse.click(900, 600); // a menu leaves the mouse down
        await openEditor('我们要把小小茶叶做成富民强县的金叶子。');
        await window.hoverAt(0, 8);
        await waitFor(window.hoverText);
        await rest();
        await window.screenshot(`library-hover-${name}`);
      });

      it('is away', async () => {
        await rename(target, `${target}-away`);
        try {
          await vscode.commands.executeCommand('fanben.refreshLibrary');
          await focusTree();
          await tree.shows(/县委库.*连不上/);
          await rest();
          await window.screenshot(`library-offline-${name}`);
        } finally {
          await rename(`${target}-away`, target);
        }
        await vscode.commands.executeCommand('fanben.refreshLibrary');
        await tree.shows(/连不上/, false);
      });

      it('is read on demand', async () => {
        // What is here whole stays so: another one.
        const large = inWorkspace(`市委库-${name}`);
        await cp(target, large, { recursive: true });
        await setSetting('library.copyUpTo', 0);
        await setSetting('libraries', [{ target: large }]);
        await tree.shows(/县委库.*按需/);
        await rest();
        await window.screenshot(`library-on-demand-${name}`);
        await setSetting('library.copyUpTo', undefined);
      });

      it('is gone', async () => {
        await setSetting('libraries', undefined);
        await tree.shows(/县委库/, false);
        await rest();
        await window.screenshot(`library-removed-${name}`);
      });
    });
  }
});
