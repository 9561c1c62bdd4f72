import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const ARTICLE = [
  '在作风建设推进会上的讲话',
  '（2025年3月1日）',
  '一、在求真务实上见行动',
  '要大兴贴近群众之风、要大兴调查落实之风、要大兴检视问题之风，脚底板下面出思路。',
  '二、在狠抓落实上见成效',
  '坐在屋里想不出办法，脚底板下面出思路，这句话什么时候都不过时。',
].join('\n');

describe('an article that is opened', () => {
  let window: Driver;
  const path = () => inWorkspace('语料', '2025-03-01 在作风建设推进会上的讲话.txt');

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await writeFile(path(), `${ARTICLE}\n`);
    await untilStatus(window, /: 7 articles/);
  });
  after(() => deleteFile(path()));
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  /** Values of a style of what is drawn on the text of editors. */
  const styles = (name: 'borderBottomStyle' | 'backgroundColor') =>
    window.page.locator('.monaco-editor .view-overlays .cdr, .monaco-editor .view-lines span').evaluateAll(
      (elements, style) => elements.map(one => one.computedStyleMap().get(style)?.toString() ?? ''),
      {
        borderBottomStyle: 'border-bottom-style',
        backgroundColor: 'background-color',
      }[name],
    );
  const framed = async () => (await styles('borderBottomStyle')).filter(style => style === 'dashed').length;
  const coloured = async () =>
    new Set((await styles('backgroundColor')).filter(colour => colour !== 'rgba(0, 0, 0, 0)')).size;

  async function openFromHover(): Promise<vscode.TextEditor> {
    await openEditor('好办法从哪来？脚底板下面出思路。');
    await window.hoverAt(0, 9);
    await waitFor(window.hoverText);
    await window.clickHoverLink('在作风建设推进会上的讲话');
    return waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    ) as Promise<vscode.TextEditor>;
  }

  it('has its outline, its frames marked, and the other place of the wording', async () => {
    const source = await openFromHover();
    await waitFor(async () => (await framed()) >= 3);
    // The wording it was opened for, and where else the article has it.
    await waitFor(async () => (await coloured()) >= 2);
    await window.screenshot('article-read');
    await vscode.window.showTextDocument(source.document, { viewColumn: source.viewColumn });
    const { line } = source.document.positionAt(source.document.getText().indexOf('要大兴调查'));
    await waitFor(async () => {
      await window.hoverAt(line, 14);
      return (await waitFor(window.hoverText, 2000)).includes('Frame: 要大兴〔四字〕之风 · 3 times');
    }, 20_000);
    await window.screenshot('article-frame-hover');
    await window.press('Escape');
    await window.press('ControlOrMeta+Shift+o');
    await waitFor(async () => (await window.quickPick()).length >= 2);
    const names = (await window.quickPick()).map(({ label }) => label);
    assert.ok(
      names.some(name => name.includes('求真务实')) && names.some(name => name.includes('狠抓落实')),
      `${names}`,
    );
  });

  it('has them as a file of the folder, too', async () => {
    await vscode.window.showTextDocument(vscode.Uri.file(path()));
    await waitFor(async () => (await framed()) >= 3);
    await window.press('ControlOrMeta+Shift+o');
    await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes('求真务实')));
  });

  it('is a place to look further from: other articles with a wording of it', async () => {
    const source = await openFromHover();
    await vscode.window.showTextDocument(source.document, { viewColumn: source.viewColumn });
    const offset = source.document.getText().indexOf('脚底板');
    source.selection = new vscode.Selection(source.document.positionAt(offset), source.document.positionAt(offset + 8));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.press('Alt+Shift+K');
    const message = () => window.page.locator('.tree-explorer-viewlet-tree-view .message').allTextContents();
    await waitFor(async () => (await message()).join().includes('2 places'));
    assert.deepEqual(vscode.languages.getDiagnostics(source.document.uri), []);
    await vscode.commands.executeCommand('references-view.clear');
  });
});
