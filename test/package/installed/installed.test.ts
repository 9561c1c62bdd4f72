import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { inWorkspace, writeFile } from '../../editor/harness/corpus';
import { type Driver, mainWindow } from '../../editor/harness/driver';
import { closeEditors, openEditor } from '../../editor/harness/openEditor';
import { waitFor } from '../../editor/harness/waitFor';

const ARTICLES: Readonly<Record<string, string>> = {
  '2024-03-12 在春灌现场会上的讲话.txt': `在春灌现场会上的讲话
（2024年3月12日）
渠道清淤是开春头一件大事，要一段一段包到人头，决不能让水白白流走。
抓水利就是抓粮食，各乡镇要拿出时不我待的劲头。`,
  '2023-11-05 在冬修动员会上的讲话.md': `# 在冬修动员会上的讲话

2023年11月5日

冬修不到位，春灌就要挨饿。渠道清淤是开春头一件大事，今冬就要动手。
`,
};

/** What the writer reads, in the language of the window. */
const words = {
  en: { name: /^Fanben/, status: /^Fanben: 2 articles/, articles: /2 articles/ },
  'zh-cn': { name: /^范本/, status: /^范本：2 篇/, articles: /2 篇/ },
};

describe('the installed extension', () => {
  const language = vscode.env.language === 'zh-cn' ? 'zh-cn' : 'en';
  const extension = vscode.extensions.getExtension('fanben.fanben');
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    for (const [name, text] of Object.entries(ARTICLES)) await writeFile(inWorkspace('语料', name), text);
  });

  afterEach(closeEditors);

  it('runs from where it was installed, in the language of the window', () => {
    const { FANBEN_EXTENSIONS = '', FANBEN_LOCALE = language } = process.env;
    assert.ok(extension, 'it is not installed');
    assert.ok(
      realpathSync(extension.extensionPath).startsWith(realpathSync(FANBEN_EXTENSIONS)),
      extension.extensionPath,
    );
    assert.equal(language, FANBEN_LOCALE);
    assert.match(extension.packageJSON.displayName, words[language].name);
  });

  it('indexes the corpus, and completes from it', async () => {
    await openEditor('同志们：|');
    await waitFor(async () => (await window.statusBar()).some(text => words[language].status.test(text)), 30_000);
    await window.compose('渠道清淤是');
    const rows = await waitFor(window.suggestions);
    assert.ok(
      rows.some(({ label }) => label.startsWith('开春头一件大事')),
      JSON.stringify(rows),
    );
    await window.press('Tab');
    const editor = vscode.window.activeTextEditor!;
    await waitFor(() => editor.document.getText().startsWith('同志们：渠道清淤是开春'));
  });

  it('shows on hover where a wording was said', async () => {
    await openEditor('渠道清淤是开春头一件大事。');
    await window.hoverAt(0, 7);
    const text = await waitFor(window.hoverText);
    assert.match(text, words[language].articles);
    assert.match(text, /在春灌现场会上的讲话/);
  });

  it('inserts a frame with slots, found by its pinyin', async () => {
    const editor = await openEditor('|');
    void vscode.commands.executeCommand('fanben.insertFrame');
    await waitFor(window.quickPick);
    await window.typeKeys('yishi');
    await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes('一是')));
    await window.press('Enter');
    await waitFor(() => editor.document.getText().startsWith('一是') && !editor.selection.isEmpty);
  });

  it('has a segmenter that runs in the Node of this VS Code', () => {
    const home = join(extension!.extensionPath, 'dist', 'node_modules');
    const code = 'const { cut } = require(process.argv[1]); console.log(cut("推动高质量发展", true).join(" "))';
    for (const name of process.env.FANBEN_SEGMENTERS!.split(', ')) {
      // As VS Code's desktop program the executable is Node only when told so.
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
      const args = ['-e', code, join(home, name)];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
      assert.equal(stdout.trim(), '推动 高质量 发展', `${name}: ${stderr}`);
    }
  });
});
