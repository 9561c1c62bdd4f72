import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  ARTICLE_COUNT,
  deleteFile,
  inWorkspace,
  setSetting,
  untilStatus,
  useCorpus,
  writeFile,
} from './harness/corpus';
import { type Driver, mainWindow } from './harness/driver';
import { closeEditors, openEditor, shown } from './harness/openEditor';
import { waitFor } from './harness/waitFor';

describe('commands', () => {
  let window: Driver;

  /** Starts a command that waits for the writer. */
  const begin = (command: string) => {
    void vscode.commands.executeCommand(command);
    return waitFor(window.quickPick);
  };
  const beginLookUp = async (words: string) => {
    void vscode.commands.executeCommand('fanben.lookUp');
    await window.page.locator('.quick-input-widget input:focus').first().waitFor();
    await window.compose(words);
  };
  const rowsWith = (text: string) =>
    waitFor(async () => (await window.quickPick()).filter(({ label }) => label.includes(text)));

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  const broken = () => inWorkspace('语料', '坏文件.docx');

  after(() => deleteFile(broken()));

  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  describe('insert frame', () => {
    it('finds by pinyin initials, previews, and inserts a snippet whose slots Tab visits', async () => {
      const editor = await openEditor('同志们：\n|');
      await begin('fanben.insertFrame');
      await window.typeKeys('yishi');
      const row = await waitFor(async () => (await rowsWith('一是')).find(({ focused }) => focused));
      assert.match(row!.detail, /一是.*二是/);
      await window.press('Enter');
      await waitFor(() => shown(editor).includes('一是'));
      assert.ok(editor.document.getText().startsWith('同志们：\n一是'));
      const first = editor.document.getText(editor.selection);
      assert.notEqual(first, '');
      await window.compose('抓早抓小');
      await window.press('Tab');
      await waitFor(() => !editor.selection.isEmpty && editor.document.getText(editor.selection) !== first);
      assert.match(editor.document.getText(), /^同志们：\n一是抓早抓小。/);
    });

    for (const language of ['speech-draft', 'markdown']) {
      it(`goes to the next slot with Tab, though phrases are offered in this one: ${language}`, async () => {
        const editor = await openEditor('', language);
        await begin('fanben.insertFrame');
        await window.typeKeys('yishi');
        // At once, as a hand that knows the frame does: the rows on the screen may still be those of fewer letters.
        await window.press('Enter');
        await waitFor(() => !editor.selection.isEmpty);
        const second = editor.document.getText().slice(editor.document.getText().indexOf('。') + 1);
        await window.compose('扑下身子');
        await waitFor(window.suggestions);
        await window.press('Tab');
        await waitFor(() => !editor.selection.isEmpty && second.startsWith(editor.document.getText(editor.selection)));
        assert.match(editor.document.getText(), /^一是扑下身子。/);
      });
    }

    it('groups the frames by kind while nothing is typed', async () => {
      await openEditor('');
      await begin('fanben.insertFrame');
      const separators = window.page.locator('.quick-input-list-separator');
      await waitFor(async () => (await separators.allInnerTexts()).some(text => text === 'Numbered points'));
    });
  });

  describe('insert frame of the corpus', () => {
    const article = () => inWorkspace('语料', '2025-02-05 在作风建设会上的讲话.txt');
    const members = ['实干', '节俭', '读书'].map(wind => `要大兴${wind}之风。河水涨了又落。`);

    before(async () => {
      await writeFile(article(), `在作风建设会上的讲话\n（2025年2月5日）\n${members.join('')}`);
      await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 1} articles`));
    });
    after(async () => {
      await deleteFile(article());
      await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT} articles`));
    });

    /** Mining ends after indexing: opens the picker until the frame is there. */
    const find = () =>
      waitFor(async () => {
        await window.press('Escape');
        await begin('fanben.insertFrame');
        await window.typeKeys('ydxzf');
        const [row] = await rowsWith('要大兴〔两字〕之风');
        return row;
      }, 30_000);

    it('shows its articles and an instance, asks for the members, and inserts slots that Tab visits', async () => {
      const editor = await openEditor('同志们：\n|');
      const row = await find();
      assert.match(row?.description ?? '', /From your articles · 1 · Three members/);
      assert.match(row?.detail ?? '', /要大兴实干之风。要大兴节俭之风.*2025-02-05/);
      await window.press('Enter');
      const [usual] = await rowsWith('Three members');
      assert.ok(usual?.focused, JSON.stringify(usual));
      await window.press('ArrowUp'); // two
      await window.press('Enter');
      await waitFor(() => editor.document.getText().includes('要大兴'));
      assert.equal(editor.document.getText(), '同志们：\n要大兴〔两字〕之风。要大兴〔两字〕之风');
      await window.compose('实干');
      await window.press('Tab');
      await waitFor(() => !editor.selection.isEmpty);
      await window.compose('清廉');
      await waitFor(() => editor.document.getText() === '同志们：\n要大兴实干之风。要大兴清廉之风');
    });

    it('shows the frames of one level by its button', async () => {
      await openEditor('');
      await begin('fanben.insertFrame');
      const filter = window.page.locator('.quick-input-widget .codicon-filter');
      const title = window.page.locator('.quick-input-widget .quick-input-title');
      for (const level of ['Headings', 'Paragraph openings', 'Sentences']) {
        await filter.click();
        await waitFor(async () => (await title.innerText()).endsWith(level));
      }
      const rows = await rowsWith('要大兴');
      assert.ok(rows.length > 0);
      assert.deepEqual(await window.quickPick(), rows);
    });
  });

  describe('look up', () => {
    it('shows sentences as one types, and Enter inserts the chosen one', async () => {
      const editor = await openEditor('会议强调，|');
      await beginLookUp('承诺');
      const [row] = await rowsWith('承诺');
      assert.match(row?.detail ?? '', /营商环境.*2024-05-20/);
      await window.press('Enter');
      await waitFor(() => shown(editor) === '会议强调，要扑下身子抓落实，把承诺写在纸上、办在实处。|');
    });

    it('takes with Enter what fits all that was typed, though nothing is shown for it yet', async () => {
      const editor = await openEditor('会议强调，|');
      await beginLookUp('半途而废');
      await window.press('Enter');
      await waitFor(() => shown(editor) === '会议强调，扑下身子抓落实，最怕的是半途而废。|');
    });

    it('starts with the selection, and replaces it', async () => {
      const editor = await openEditor('半途而废');
      editor.selection = new vscode.Selection(0, 0, 0, 4);
      await begin('fanben.lookUp');
      await rowsWith('半途而废');
      await window.press('Enter');
      await waitFor(() => shown(editor) === '扑下身子抓落实，最怕的是半途而废。|');
    });

    it('opens the source beside by its button, and stays open', async () => {
      const editor = await openEditor('会议强调，|');
      await beginLookUp('农机手');
      await rowsWith('农机手');
      const row = window.page.locator('.quick-input-widget .monaco-list-row').first();
      await row.hover();
      await row.locator('.codicon-go-to-file').click();
      const source = await waitFor(() =>
        vscode.window.visibleTextEditors.find(({ document }) => document.fileName.includes('春耕')),
      );
      const { line, character } = source!.selection.active;
      assert.ok(source!.document.lineAt(line).text.startsWith('农机手', character));
      assert.notEqual((await window.quickPick()).length, 0);
      assert.equal(shown(editor), '会议强调，|');
    });

    it('says so where no article has the words', async () => {
      await openEditor('');
      await beginLookUp('紫色犀牛');
      assert.match((await rowsWith('紫色犀牛'))[0]?.label ?? '', /No sentence/);
    });
  });

  it('turns any text into a speech draft, and gives an empty one where there is none', async () => {
    const editor = await openEditor('关于……的发言', 'plaintext');
    await vscode.commands.executeCommand('fanben.writeAsDraft');
    assert.equal(editor.document.languageId, 'speech-draft');
    await closeEditors();
    await vscode.commands.executeCommand('fanben.writeAsDraft');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'speech-draft');
  });

  it('reports what was indexed, and what was skipped and why', async () => {
    await writeFile(broken(), 'not a zip file');
    await openEditor('');
    const skipped = /坏文件/;
    await waitFor(async () => {
      const rows = await begin('fanben.showReport');
      await window.press('Escape');
      return rows.some(({ label }) => skipped.test(label));
    }, 20_000);
    const rows = await begin('fanben.showReport');
    const row = rows.find(({ label }) => skipped.test(label));
    assert.notEqual(row?.detail, '');
    assert.ok(rows.some(({ label }) => label.includes('县委全会')));
  });

  describe('the report', () => {
    const page = () => inWorkspace('语料', '2023-09-12 在河湾乡的讲话.txt');
    const text = `在河湾乡的讲话
（2023年9月12日）
堤坝要年年查、处处查，守住沿河两岸的安宁。
责任编辑：方晓禾
打印本页 关闭窗口`;

    before(async () => {
      await writeFile(page(), '');
      // In UTF-16, as old editors save it.
      await vscode.workspace.fs.writeFile(vscode.Uri.file(page()), Buffer.from(`\ufeff${text}`, 'utf16le'));
      await openEditor('');
      await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 1} articles`));
    });
    after(() => deleteFile(page()));

    const findRow = async () => {
      await openEditor('');
      await begin('fanben.showReport');
      await window.typeKeys('2023-09-12');
      await rowsWith('河湾乡');
    };
    const sourceWith = (name: string) =>
      waitFor(() => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.includes(name)));

    it('opens a file in its encoding, set for reading', async () => {
      await findRow();
      await window.press('Enter');
      const source = await sourceWith('河湾乡');
      await waitFor(() => source!.document.getText().includes('守住沿河两岸的安宁'));
      assert.equal(source!.document.languageId, 'speech-draft');
      assert.equal(source!.selection.isEmpty, true);
    });

    it('shows by a button what was removed from a file, and where', async () => {
      await findRow();
      const row = window.page.locator('.quick-input-widget .monaco-list-row', { hasText: '河湾乡' });
      await row.hover();
      await row.locator('.codicon-eye').click();
      const removed = await sourceWith('Removed');
      assert.match(removed!.document.getText(), /Line 4　.+：责任编辑：方晓禾/);
      assert.match(removed!.document.getText(), /Line 5　page furniture：打印本页/);
      assert.doesNotMatch(removed!.document.getText(), /堤坝/);
      const before = removed!.document.getText();
      await window.typeKeys('x');
      assert.equal(removed!.document.getText(), before);
    });
  });

  it('adds a folder of articles, which is indexed at once, and removes it by its row', async () => {
    const folder = inWorkspace('别处');
    await writeFile(inWorkspace('别处', '别处的讲话.txt'), '别处的讲话\n蹄疾步稳，久久为功。');
    await openEditor('');
    await vscode.commands.executeCommand('fanben.addCorpusFolder', vscode.Uri.file(folder));
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 1} articles`));
    await begin('fanben.removeCorpusFolder');
    await window.page.locator('.quick-input-widget .monaco-list-row', { hasText: '别处' }).first().click();
    await window.press('Enter');
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT} articles`));
    await setSetting('corpus.folders', undefined);
  });

  it('rebuilds the index', async () => {
    await openEditor('');
    await vscode.commands.executeCommand('fanben.rebuildIndex');
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT} articles`));
  });
});
