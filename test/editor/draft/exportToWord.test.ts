import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { readDocx } from '../../fixtures/docx';
import { deleteFile, inWorkspace, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow, newWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const TEXT = '在春耕会上的讲话\n\n同志们：\n　　一、抢农时\n　　各村要抢字当头。\n';

describe('a draft on its way to Word', () => {
  let main: Driver;
  before(async () => {
    main = await mainWindow();
    await useCorpus(main);
  });
  afterEach(closeEditors);

  it('is copied with its type, and without that of the editor', async () => {
    await main.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openEditor(`${TEXT}|`);
    await vscode.commands.executeCommand('fanben.copyForWord');
    const read = (type: string): Promise<string> =>
      main.page.locator('body').evaluate(async (element, wanted) => {
        const [item] = await element.ownerDocument.defaultView.navigator.clipboard.read();
        return (await item.getType(wanted)).text();
      }, type);
    // The page is gone, and the hand is back in the draft.
    await waitFor(() => vscode.window.activeTextEditor !== undefined);
    await main.compose('！', []);
    await waitFor(() => vscode.window.activeTextEditor?.document.getText() === `${TEXT}！`);
    // Only a page in use may look at the clipboard.
    await main.page.locator('.monaco-editor .view-lines').first().click();
    await waitFor(async () => (await read('text/html')).includes('春耕'));
    const html = await read('text/html');
    assert.match(html, /text-align: ?center[^>]*>在春耕会上的讲话/);
    assert.match(html, /黑体[^>]*>一、抢农时/);
    assert.doesNotMatch(html, /monospace|background|Consolas|Menlo/);
    assert.match(await read('text/plain'), /^在春耕会上的讲话\n同志们：\n　　一、抢农时/);
  });

  describe('in a window of its own', () => {
    const folder = () => inWorkspace('导出');
    let window: Driver;

    before(async () => {
      await writeFile(inWorkspace('导出', '稿.gao'), `${TEXT}　　要守住〔底线〕。\n`);
      await writeFile(inWorkspace('导出', '语料', '旧.txt'), '旧\n旧的讲话。');
      window = await newWindow(() =>
        vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder()), { forceNewWindow: true }),
      );
      await window.press('ControlOrMeta+p');
      await window.page.locator('.quick-input-widget input').waitFor();
      await window.typeKeys('.gao');
      await waitFor(window.quickPick);
      await window.press('Enter');
      await waitFor(async () => (await window.statusBar()).some(text => /Fanben.*: 1 article /.test(text)), 30_000);
    });
    after(async () => {
      await window.close();
      await deleteFile(folder());
    });

    const exportIt = async () => {
      await window.press('F1');
      await window.page.locator('.quick-input-widget input').waitFor();
      await window.typeKeys('Export to Word');
      await waitFor(async () => (await window.quickPick()).some(({ label }) => /Export to Word/.test(label)));
      await window.press('Enter');
    };
    const dialog = (text: RegExp) => window.page.locator('.monaco-dialog-box', { hasText: text });
    const answer = async (question: RegExp, button: string) => {
      await dialog(question).waitFor();
      await dialog(question).locator('.monaco-button', { hasText: button }).click();
    };
    const saveAs = async (path: string) => {
      const input = window.page.locator('.quick-input-widget input:focus');
      await waitFor(async () => (await input.inputValue().catch(() => '')).endsWith('稿.docx'));
      await input.fill(path);
      // The dialog looks into a folder that was typed before it takes a name there.
      await waitFor(async () => {
        if ((await input.count()) > 0) await window.press('Enter');
        return (await input.count()) === 0;
      });
    };

    it('asks about a slot, writes beside the draft, and says where', async () => {
      await exportIt();
      await answer(/1 slots of the draft[\s\S]*〔底线〕/, 'Export As It Is');
      const path = inWorkspace('导出', '稿.docx');
      await saveAs(path);
      // Told when it is written to its end.
      await waitFor(async () => (await window.notifications()).some(text => /Exported to 稿\.docx/.test(text)));
      const bytes = readFileSync(path);
      assert.equal(readDocx(bytes, path), '在春耕会上的讲话\n同志们：\n一、抢农时\n各村要抢字当头。\n要守住〔底线〕。');
      await window.screenshot('exported');
    });

    it('goes into the corpus only when the writer says so again', async () => {
      await exportIt();
      await answer(/1 slots of the draft/, 'Export As It Is');
      await saveAs(inWorkspace('导出', '语料', '稿.docx'));
      await answer(/corpus folder/, 'Cancel');
      assert.deepEqual(
        (await vscode.workspace.fs.readDirectory(vscode.Uri.file(inWorkspace('导出', '语料')))).map(([name]) => name),
        ['旧.txt'],
      );
    });
  });
});
