import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { inWorkspace, setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('search in the panel', () => {
  let window: Driver;
  const sayings = () => join(inWorkspace(), '查找金句.json');

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await setSetting('sayings.file', sayings());
  });
  after(async () => {
    await setSetting('sayings.file', undefined);
    await rm(sayings(), { force: true });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
  afterEach(closeEditors);

  const rows = async () => {
    const labels = await window.page.locator('.part.panel .monaco-list-row .label-name').allTextContents();
    return labels.map(label => label.trim()).filter(label => label !== '');
  };
  const message = async () => (await window.page.locator('.part.panel .message').allTextContents()).join();
  /** The keys go to a row. */
  const onRow = () =>
    waitFor(
      async () => (await window.page.locator('.part.panel .monaco-list:focus .monaco-list-row.focused').count()) === 1,
    );
  const field = () => window.page.locator('.quick-input-widget input:focus').first();

  /** Types words into the field, by an input method, and goes to what is found. */
  async function search(words: string): Promise<void> {
    await window.press('Alt+k');
    await field().waitFor();
    await window.press('ControlOrMeta+a');
    await window.compose(words);
    await waitFor(async () => (await message()).startsWith(`${words} ·`));
    await window.press('Enter');
    await onRow();
  }

  it('finds while one types, by article, and Enter opens the source beside, read-only', async () => {
    await openEditor('我们要');
    await window.press('Alt+k');
    await field().waitFor();
    await window.compose('扑下身子');
    await waitFor(async () => (await rows()).includes('在优化营商环境会上的讲话'));
    await waitFor(async () => (await message()).includes('2 articles, 3 places'));
    await window.screenshot('search-typing');
    await window.press('Enter');
    await onRow();
    await window.press('Enter');
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    );
    assert.match(source!.document.getText(), /扑下身子抓落实/);
    await window.screenshot('search-articles');
  });

  it('puts a sentence into the draft by a key, or as a quotation with its source', async () => {
    const editor = await openEditor('我们要说：');
    await search('半途而废');
    await window.press('ControlOrMeta+Enter');
    await waitFor(() => editor.document.getText() === '我们要说：扑下身子抓落实，最怕的是半途而废。');
    await window.typeKeys('1');
    await waitFor(() => editor.document.getText().endsWith('半途而废。1'));
    await window.press('Alt+k');
    await field().waitFor();
    await window.press('Enter');
    await onRow();
    await window.press('ControlOrMeta+Shift+Enter');
    await waitFor(() =>
      editor.document
        .getText()
        .endsWith('1“扑下身子抓落实，最怕的是半途而废。”（《在优化营商环境会上的讲话》，2024年5月20日）'),
    );
  });

  it('copies with the source, keeps as a saying, and Escape goes back to the draft', async () => {
    await openEditor('我们要');
    await search('农机手');
    await window.press('ControlOrMeta+c');
    await waitFor(async () => (await vscode.env.clipboard.readText()).startsWith('“种子化肥要早调早运，'));
    assert.match(await vscode.env.clipboard.readText(), /（《在全县春耕生产会上的讲话》，2021年3月8日）$/);
    await window.press('ControlOrMeta+d');
    await field().waitFor();
    await window.compose('农业');
    await window.press('Enter');
    const kept = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(sayings())));
    await waitFor(async () => (await kept().catch(() => '')).includes('农机手要早训早备'));
    await vscode.commands.executeCommand('fanben.search.focus');
    await onRow();
    await window.press('Escape');
    await window.typeKeys('2');
    await waitFor(() => vscode.window.activeTextEditor?.document.getText() === '我们要2');
  });

  it('shows the same as lines, sorted by what stands beside the wording, with gaps and filters', async () => {
    await openEditor('我们要');
    await search('推动高质量发展');
    await window.press('ControlOrMeta+l');
    await field().waitFor();
    await window.press('ArrowDown');
    await window.press('Enter');
    await waitFor(async () => (await message()).includes('by what stands right of it'));
    await waitFor(async () => (await rows())[0]?.startsWith('，'));
    await window.screenshot('search-lines');
    for (const kind of ['csv', 'docx']) {
      const file = join(inWorkspace(), `例句.${kind}`);
      await window.page.locator('.part.panel .action-label[aria-label^="Save the Results"]').first().click();
      await waitFor(async () =>
        (
          await field()
            .inputValue()
            .catch(() => '')
        ).endsWith('推动高质量发展.csv'),
      );
      await field().fill(file);
      // The dialog looks into a folder that was typed before it takes a name there.
      await waitFor(async () => {
        if (await field().isVisible()) await window.press('Enter');
        return !(await field().isVisible());
      });
      const bytes = await waitFor(() =>
        vscode.workspace.fs.readFile(vscode.Uri.file(file)).then(
          read => read,
          () => undefined,
        ),
      );
      if (kind === 'csv')
        assert.match(new TextDecoder().decode(bytes), /推动高质量发展,，归根到底是让群众过上好日子。/);
      else assert.equal(new TextDecoder('latin1').decode(bytes!.subarray(0, 2)), 'PK');
      await rm(file);
    }
    await vscode.commands.executeCommand('fanben.search.focus');
    await search('以*的紧迫感 年份：2022-2023');
    await waitFor(async () => (await message()).includes('2 articles, 2 places'));
    assert.ok((await rows()).some(label => label.includes('以时不我待的紧迫感排查')));
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
