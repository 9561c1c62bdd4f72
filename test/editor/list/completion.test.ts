import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Where a composition is committed, and what the draft is after Tab. */
const PLACES = [
  ['at the end of a line', '我们要以|', '时不我待的', '我们要以时不我待的紧迫感'],
  ['in the middle of a sentence', '我们要|，努力奋斗。', '扑下身子', '我们要扑下身子抓落实'],
  ['after punctuation', '坚持一张蓝图绘到底|', '，', '坚持一张蓝图绘到底，一任接着一任干'],
] as const;

/** “No suggestions”, “Loading…”. */
const SUGGEST_MESSAGE = '[widgetid="editor.widget.suggestWidget"] .message';

describe('completion', () => {
  let window: Driver;

  const listLabels = async () => (await waitFor(window.suggestions)).map(({ label }) => label);
  const staysClosed = async () => {
    await pause(600);
    assert.deepEqual(await window.suggestions(), []);
  };
  /** Does the list open within the time it takes at most? */
  const appears = () =>
    waitFor(window.suggestions, 600).then(
      () => true,
      () => false,
    );
  /** Opens the list after a composition: `openList('我们要以|', '时不我待的')`. */
  const openList = async (text: string, typed: string, language = 'speech-draft') => {
    const editor = await openEditor(text, language);
    await window.compose(typed);
    await waitFor(window.suggestions);
    return editor;
  };

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  for (const language of ['speech-draft', 'markdown', 'plaintext']) {
    describe(`in ${language}`, () => {
      for (const [where, text, typed, wanted] of PLACES) {
        it(`opens after a composition ${where}; Tab leaves exactly the right text`, async () => {
          const editor = await openList(text, typed, language);
          await window.press('Tab');
          await waitFor(() => editor.document.getText().includes(wanted.slice(-3)));
          const [before = '', after = ''] = text.split('|');
          assert.ok(shown(editor).startsWith(wanted), shown(editor));
          assert.ok(editor.document.getText().endsWith(after), shown(editor));
          assert.equal(editor.document.getText().split(before + typed).length, 2, shown(editor));
        });
      }

      it('asks again after a phrase is taken, and Enter is still a new line', async () => {
        const editor = await openList('我们要|', '扑下身子', language);
        await window.press('Tab');
        await waitFor(() => /抓落实.*\|$/.test(shown(editor)));
        await waitFor(window.suggestions);
        const taken = editor.document.getText();
        await window.press('Enter');
        await waitFor(() => shown(editor) === `${taken}\n|`);
      });

      it('shows nothing at all where no phrase follows the one taken', async () => {
        const editor = await openList('扑下身子抓落实，最怕的|', '是', language);
        // To the end of the article, phrase by phrase.
        for (let taken = 0; (await appears()) && taken < 6; taken++) {
          const before = editor.document.getText();
          await window.press('Tab');
          await waitFor(() => editor.document.getText() !== before);
        }
        assert.match(editor.document.getText(), /半途而废/);
        assert.equal(await window.page.locator(SUGGEST_MESSAGE).filter({ visible: true }).count(), 0);
      });

      it('leaves Enter a new line, until the writer has moved in the list', async () => {
        const editor = await openList('我们要以|', '时不我待的', language);
        await window.press('Enter');
        await waitFor(() => shown(editor) === '我们要以时不我待的\n|');
        await waitFor(async () => (await window.suggestions()).length === 0);
      });

      it('takes with Enter what the arrow keys have chosen', async () => {
        const editor = await openList('我们要以|', '时不我待的', language);
        const focused = async () => (await window.suggestions()).find(row => row.focused)?.label ?? '';
        const atFirst = await focused();
        await window.press('ArrowDown');
        const chosen = await waitFor(async () => ((await focused()) !== atFirst ? focused() : ''));
        await window.press('Enter');
        await waitFor(() => shown(editor) === `我们要以时不我待的${chosen}|`);
      });
    });
  }

  it('tells in how many articles a phrase occurs, and where it was said last', async () => {
    await openList('我们要|', '扑下身子');
    const [first] = await waitFor(window.suggestions);
    assert.match(first?.label ?? '', /^抓落实/);
    assert.equal(first?.detail, '2 articles');
    assert.match(first?.description ?? '', /2025-01-10/);
    await window.press('ArrowDown');
    const documentation = await waitFor(async () => {
      await window.press('Control+Space');
      return waitFor(window.suggestDocumentation, 500);
    });
    assert.match(documentation, /会上的讲话|县委全会[\s\S]*抓落实/);
  });

  for (const language of ['speech-draft', 'markdown']) {
    it(`offers a frame where its first words are typed, once, and inserts it with its slots: ${language}`, async () => {
      const editor = await openEditor('要把握三点。|', language);
      await window.compose('一是');
      const frames = async () => (await window.suggestions()).filter(({ label }) => label.includes('一是二是三是'));
      assert.equal((await waitFor(frames)).length, 1);
      await waitFor(async () => {
        await window.press('ArrowDown');
        await pause(50);
        return (await frames()).some(row => row.focused);
      });
      await window.press('Enter');
      await waitFor(() => /^要把握三点。一是.+二是/.test(editor.document.getText()));
      assert.equal(editor.selection.isEmpty, false);
    });
  }

  describe('Tab in a speech draft with no list', () => {
    it('opens the list instead of inserting blanks', async () => {
      const editor = await openEditor('我们要以时不我待的|');
      await window.press('Tab');
      assert.match((await listLabels())[0] ?? '', /^紧迫感/);
      assert.equal(shown(editor), '我们要以时不我待的|');
      await window.press('Tab');
      await waitFor(() => shown(editor).startsWith('我们要以时不我待的紧迫感'));
    });

    it('does so too before the window was told that drafts are served', async () => {
      const editor = await openEditor('我们要以时不我待的|');
      await waitFor(() => vscode.window.activeTextEditor === editor);
      await pause(500);
      await vscode.commands.executeCommand('setContext', 'fanben.serves', false);
      await window.press('Tab');
      assert.match((await listLabels())[0] ?? '', /^紧迫感/);
      assert.equal(shown(editor), '我们要以时不我待的|');
      // The next editor tells the window again.
      await window.press('Escape');
    });

    it('still indents what is selected, and other languages', async () => {
      const selected = await openEditor('第一行\n第二行');
      selected.selection = new vscode.Selection(0, 0, 1, 3);
      // What is told to the window is done in turn: when this is, so is the selection.
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await window.press('Tab');
      await waitFor(() => /^\s+第一行\n\s+第二行$/.test(selected.document.getText()));
      const text = await openEditor('我们要以时不我待的|', 'plaintext');
      await window.press('Tab');
      await waitFor(() => /\s\|$/.test(shown(text)));
    });
  });

  it('finds phrases by pinyin letters typed without an input method', async () => {
    for (const letters of ['scx', 'shouchuxin', 'shoucx']) {
      const editor = await openEditor('我们要|');
      // As fast as a hand: the editor forgets keys that come while it waits for an answer that turns out empty.
      for (const letter of letters) {
        await window.press(letter);
        await pause(100);
      }
      await waitFor(async () => (await window.suggestions())[0]?.label.startsWith('守初心'));
      assert.equal(shown(editor), `我们要${letters}|`);
      await window.press('Tab');
      await waitFor(() => /^我们要守初心[^a-z]*\|$/.test(shown(editor)));
    }
  });

  it('keeps silent while letters are composed', async () => {
    await openEditor('我们要以|', 'markdown');
    await window.compose('时不我待的', ['s', 'sh', 'shi', 'shib', 'shibu']);
    await waitFor(window.suggestions);
    await window.press('Escape');
    const { page } = window;
    const browser = await page.context().newCDPSession(page);
    await browser.send('Input.imeSetComposition', { text: 'tuidong', selectionStart: 7, selectionEnd: 7 });
    await staysClosed();
    await browser.send('Input.insertText', { text: '推动' });
  });

  it('keeps silent after a paste and after an undo', async () => {
    const editor = await openEditor('|', 'markdown');
    await vscode.env.clipboard.writeText('我们要以时不我待的');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await waitFor(() => editor.document.getText() !== '');
    await staysClosed();
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('redo');
    await staysClosed();
  });

  describe('by setting', () => {
    afterEach(async () => {
      for (const name of ['suggest.mode', 'languages', 'pinyin.enabled']) await setSetting(name, undefined);
    });

    for (const language of ['speech-draft', 'markdown']) {
      it(`opens on the key only: ${language}`, async () => {
        await setSetting('suggest.mode', 'onKey');
        await openEditor('我们要以|', language);
        await window.compose('时不我待的');
        await staysClosed();
        await window.press('Alt+/');
        assert.match((await listLabels())[0] ?? '', /^紧迫感/);
      });
    }

    it('leaves languages alone that are not chosen, from now on and without a restart', async () => {
      await setSetting('languages', ['speech-draft']);
      await openEditor('我们要以|', 'markdown');
      await window.compose('时不我待的');
      await staysClosed();
      await setSetting('languages', undefined);
      await waitFor(async () => {
        await closeEditors();
        await openEditor('我们要以|', 'markdown');
        await window.compose('时不我待的');
        return waitFor(window.suggestions, 800);
      });
    });

    it('takes letters for letters', async () => {
      await setSetting('pinyin.enabled', false);
      await openEditor('我们要|');
      await window.typeKeys('scx');
      await staysClosed();
    });

    it('never opens', async () => {
      await setSetting('suggest.mode', 'off');
      await openEditor('我们要以|');
      await window.compose('时不我待的');
      await window.press('Alt+/');
      await staysClosed();
    });
  });
});
