import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { setSetting, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const SPEECH = `在全县渔港建设推进会上的讲话
（2024年6月12日）
要让每一条归港的渔船都有泊位，把渔港建成向海图强的桥头堡，让渔民的日子像潮水一样往上涨。`;

describe('a library that is too large to be copied', () => {
  let window: Driver;
  let folder: string;
  const row = (text: string | RegExp) =>
    window.page.locator('.pane-body .monaco-list-row').filter({ hasText: text }).first();

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    folder = await mkdtemp(join(tmpdir(), 'fanben-large-'));
    await writeFile(join(folder, '渔乡', '渔港.txt'), SPEECH);
    const extension = vscode.extensions.getExtension('fanben.fanben')?.extensionPath;
    assert.ok(extension);
    const target = join(folder, 'library');
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...[join(extension, 'dist', 'cli.js'), 'publish', join(folder, '渔乡'), '--to', target, '--name', '市委库'],
        ...['--blocks', 'always', '--storage', join(folder, 'index')],
      ],
      { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
    );
    assert.equal(status, 0, stderr);
    await setSetting('library.copyUpTo', 0);
    await vscode.commands.executeCommand('fanben.addLibrary', target);
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await row('市委库').filter({ hasText: 'read on demand' }).waitFor();
  });
  after(async () => {
    await setSetting('libraries', undefined);
    await setSetting('library.copyUpTo', undefined);
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(closeEditors);

  it('is written from: what only it has stands in the list, at the next key at the latest', async () => {
    const editor = await openEditor('我们要把渔港建成向海图');
    await window.compose('强');
    await window.compose('的');
    await waitFor(async () => (await window.suggestions()).some(({ label }) => label.includes('桥头堡')));
    await window.press('Tab');
    await waitFor(() => editor.document.getText().includes('向海图强的桥头堡'));
  });

  it('says on hover where a wording is from', async () => {
    await openEditor('把渔港建成向海图强的桥头堡。');
    await window.hoverAt(0, 8);
    // Until the answer is there, the editor says that it is on its way.
    const text = await waitFor(async () => /市委库 1 article/.test(await window.hoverText()) && window.hoverText());
    assert.match(text as string, /渔港建设推进会/);
  });

  it('is in the tree by year, and read from there', async () => {
    await vscode.commands.executeCommand('fanben.corpus.focus');
    await row('市委库').click();
    await row(/2024\s*1 article/).click();
    await row('渔港建设推进会').click();
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    );
    assert.match(source!.document.getText(), /渔民的日子像潮水一样/);
    await window.screenshot('library-by-year');
  });
});
