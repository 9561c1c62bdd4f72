import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, setSetting, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** What a writer meets in the first hour, and would curse if it were otherwise. */
describe('in the first hour', () => {
  let window: Driver;
  const labels = async () => (await window.suggestions()).map(({ label }) => label);
  const picks = async () => (await window.quickPick()).map(({ label }) => label);
  const draftFile = () => inWorkspace('起草中.txt');

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });
  after(() => deleteFile(draftFile()));

  it('a row is banished by key for good, and comes back when it is restored', async () => {
    /** The rows behind 时不我待的 in a draft of its own. */
    const rows = async () => {
      await closeEditors();
      await openEditor('我们要以|');
      await window.compose('时不我待的');
      // Whoever sees no list asks for it.
      return waitFor(labels, 5_000).catch(() => {
        void vscode.commands.executeCommand('fanben.suggest');
        return waitFor(labels);
      });
    };
    const field = window.page.locator('.quick-input-widget input:focus').first();
    /** Goes down to a row of the picker and takes it, once the picker has the keys. */
    const take = async (wanted: string) => {
      await field.waitFor();
      await waitFor(async () => (await picks()).includes(wanted));
      await waitFor(async () => {
        if ((await window.quickPick()).some(({ label, focused }) => focused && label === wanted)) return true;
        await window.press('ArrowDown');
        return false;
      });
      await window.press('Enter');
      await field.waitFor({ state: 'detached' });
    };
    const isTold = async (what: RegExp, of: string) => {
      const told = async () => (await window.notifications()).some(text => what.test(text) && text.includes(of));
      await waitFor(told).catch(async () => assert.fail(`${of}: ${what} of ${await window.notifications()}`));
    };
    await rows();
    await window.press('Shift+Delete');
    await field.waitFor();
    const [first] = await waitFor(picks);
    await take(first!);
    await isTold(/will not be suggested again/, first!);
    const others = await rows().catch(() => [] as string[]);
    assert.ok(!others.includes(first!));
    await window.press('Escape');
    void vscode.commands.executeCommand('fanben.banishRow');
    await take(first!);
    await isTold(/may be suggested again/, first!);
    await rows();
    await waitFor(async () => (await labels()).includes(first!));
  });

  it('the title of the draft does not come back as a row, whole or in part', async () => {
    await openEditor('在全县春耕备播工作会议上的讲话\n同志们：\n这次|');
    for (const typed of ['会议', '要求，全县', '春耕', '备播']) {
      await window.compose(typed);
      await pause(700);
      const rows = await labels();
      assert.ok(
        rows.every(row => !/会议上|上的讲话|工作会议/.test(row)),
        `${typed}: ${rows.join(' / ')}`,
      );
    }
  });

  it('a file that was made a speech draft is one the next time, too', async () => {
    await writeFile(draftFile(), '我们要以');
    const open = async () => vscode.window.showTextDocument(vscode.Uri.file(draftFile()));
    assert.equal((await open()).document.languageId, 'plaintext');
    await vscode.commands.executeCommand('fanben.writeAsDraft');
    await waitFor(() => vscode.window.activeTextEditor?.document.languageId === 'speech-draft');
    await closeEditors();
    await open();
    await waitFor(() => vscode.window.activeTextEditor?.document.languageId === 'speech-draft');
  });

  it('a draft that is renamed is what it was: a draft, and what is ignored in it stays ignored', async () => {
    const first = vscode.Uri.file(inWorkspace('初稿.txt'));
    await writeFile(first.fsPath, '截止目前，一切顺利。\n修路,引水。');
    const renamed = vscode.Uri.file(inWorkspace('二月', '送审稿.txt'));
    const shows = (uri: vscode.Uri, wanted: readonly string[]) =>
      waitFor(() => {
        const codes = vscode.languages.getDiagnostics(uri).map(({ code }) => String(code));
        if (codes.sort().join() !== wanted.join()) throw new Error(`shown: ${codes}; wanted: ${wanted}`);
        return true;
      }, 20_000);
    const { document } = await vscode.window.showTextDocument(first);
    await vscode.commands.executeCommand('fanben.writeAsDraft');
    await shows(document.uri, ['terms', 'width']);
    const comma = { uri: document.uri.toString(), code: 'width', text: ',' };
    await vscode.commands.executeCommand('fanben.ignoreProblem', comma);
    await shows(document.uri, ['terms']);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, renamed);
    await vscode.workspace.applyEdit(edit);
    await closeEditors();
    await vscode.window.showTextDocument(renamed);
    await waitFor(() => vscode.window.activeTextEditor?.document.languageId === 'speech-draft');
    await shows(renamed, ['terms']);
    await closeEditors();
    await deleteFile(inWorkspace('二月'));
  });

  it('an untitled draft is what it was when it is saved for the first time: a draft, checked, and what is ignored in it stays ignored', async () => {
    const file = vscode.Uri.file(inWorkspace('初存.txt'));
    const isFile = () => vscode.window.activeTextEditor?.document.uri.toString() === file.toString();
    const codes = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(({ code }) => String(code));
    const shows = (uri: vscode.Uri, wanted: readonly string[]) =>
      waitFor(() => {
        if (codes(uri).sort().join() !== wanted.join()) throw new Error(`shown: ${codes(uri)}; wanted: ${wanted}`);
        return true;
      }, 20_000);
    const leans = async (how: RegExp) =>
      waitFor(async () => (await window.statusBar()).some(text => how.test(text)), 20_000);
    const { document } = await openEditor('在全县春耕生产会上的讲话\n\n同志们：\n截止目前，一切顺利。\n修路,引水。\n|');
    // What is told of a check that was asked for alone.
    await vscode.commands.executeCommand('fanben.checkDraft');
    await shows(document.uri, ['terms', 'width']);
    const comma = { uri: document.uri.toString(), code: 'width', text: ',' };
    await vscode.commands.executeCommand('fanben.ignoreProblem', comma);
    await shows(document.uri, ['terms']);
    await leans(/^After: /);
    void vscode.commands.executeCommand('fanben.showPrecedents');
    await waitFor(async () => (await picks()).includes('Do not lean to them in this draft'));
    await window.press('ArrowUp');
    await waitFor(async () => (await window.quickPick()).some(({ label, focused }) => focused && /lean/.test(label)));
    await window.press('Enter');
    await leans(/^Not after: /);
    await window.press('ControlOrMeta+s');
    const field = window.page.locator('.quick-input-widget input:focus');
    await field.waitFor();
    // The dialog proposes a name of its own, some time after it is there.
    await waitFor(async () => (await field.inputValue().catch(() => '')).endsWith('.gao'));
    await field.fill(file.fsPath);
    await waitFor(async () => {
      if ((await field.count()) > 0) await window.press('Enter');
      return isFile();
    }, 20_000);
    await waitFor(() => vscode.window.activeTextEditor?.document.languageId === 'speech-draft');
    await shows(file, ['terms']);
    await leans(/^Not after: /);
    await closeEditors();
    await vscode.window.showTextDocument(file);
    await waitFor(() => vscode.window.activeTextEditor?.document.languageId === 'speech-draft');
    await shows(file, ['terms']);
    await leans(/^Not after: /);
    await closeEditors();
    await deleteFile(file.fsPath);
  });

  it('New File has a speech draft', async () => {
    void vscode.commands.executeCommand('welcome.showNewFileEntries');
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await waitFor(async () => (await picks()).some(label => /speech draft/i.test(label)));
    await window.press('ArrowDown');
    await window.press('Enter');
    await waitFor(() => vscode.window.activeTextEditor?.document.languageId === 'speech-draft');
  });

  it('a selection in a source is looked up by key', async () => {
    await openEditor('守初心、担使命。');
    await window.hoverAt(0, 1);
    await waitFor(window.hoverText);
    await window.clickHoverLink('在县委全会上的讲话');
    const source = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-source'),
    );
    const at = source!.document.getText().indexOf('一张蓝图');
    await vscode.window.showTextDocument(source!.document, {
      viewColumn: source!.viewColumn!,
      selection: new vscode.Range(source!.document.positionAt(at), source!.document.positionAt(at + 4)),
    });
    await window.press('Alt+b');
    await waitFor(async () => (await picks()).some(label => label.includes('一张蓝图')));
    assert.equal(await window.page.locator('.quick-input-widget input').first().inputValue(), '一张蓝图');
  });

  for (const language of ['markdown', 'plaintext'])
    it(`nothing is highlighted that Enter will not take: ${language}`, async () => {
      const editor = await openEditor('我们要以|', language);
      await window.compose('时不我待的');
      const rows = await waitFor(window.suggestions);
      assert.deepEqual(
        rows.filter(({ focused }) => focused),
        [],
      );
      await window.press('Enter');
      await waitFor(() => shown(editor) === '我们要以时不我待的\n|');
    });

  it('every picture of the walkthrough is drawn, in every theme', async () => {
    const { page } = window;
    await page.setViewportSize({ width: 1600, height: 900 });
    const walkthrough = `${vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'fanben')!.id}#start`;
    for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
      await vscode.workspace.getConfiguration().update('workbench.colorTheme', theme, true);
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
      const steps = page.locator('.getting-started-step');
      await steps.first().waitFor();
      for (let step = 0; step < (await steps.count()); step++) {
        await steps.nth(step).click();
        const image = page.locator('.gettingStartedContainer .getting-started-media img');
        await waitFor(async () => {
          const box = await image.boundingBox();
          return (
            box !== null && box.width > 100 && image.evaluate(element => element.complete && element.naturalWidth > 0)
          );
        });
        // What is text to the reader has no marks of its own.
        assert.doesNotMatch(await steps.nth(step).innerText(), /[`*]/);
        await window.screenshot(`walkthrough-${theme.replace(/\W/g, '')}-${step}`);
      }
      await closeEditors();
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    await vscode.workspace.getConfiguration().update('workbench.colorTheme', undefined, true);
  });

  it('Tab never puts blanks into a sentence, in a window that knows nothing of drafts yet', async () => {
    const editor = await openEditor('大家都很|');
    await vscode.commands.executeCommand('setContext', 'fanben.serves', undefined);
    await window.press('Tab');
    await pause(500);
    assert.equal(shown(editor).replace('|', ''), '大家都很');
    await setSetting('suggest.lists', 'all');
  });
});
