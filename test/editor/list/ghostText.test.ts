import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Three articles go on so behind 坚持一张. */
const GOES_ON = '蓝图绘到底，一任接着一任干。';

describe('ghost text', () => {
  let window: Driver;

  const untilText = (editor: vscode.TextEditor, wanted: string) =>
    waitFor(() => {
      if (shown(editor) !== wanted) throw new Error(`The draft is ${shown(editor)}, not ${wanted}.`);
      return true;
    });
  /** Waits until there is grey text, another than `than`. */
  const ghost = (than = '') => waitFor(async () => (await window.ghostText()).replace(than, ''));
  const staysAway = async () => {
    await pause(700);
    assert.equal(await window.ghostText(), '');
  };
  const listOpens = async () => (await waitFor(window.suggestions)).map(({ label }) => label);
  const noList = async () => assert.deepEqual(await window.suggestions(), []);
  /** A draft of its own each time: `大家要坚持一张|`, the last two words composed. */
  const write = async (head: string, language?: string) => {
    const editor = await openEditor(`${head}|`, language);
    await window.compose('坚持一张');
    return editor;
  };

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
    await setSetting('ghostText.enabled', undefined);
    await setSetting('suggest.mode', undefined);
  });

  it('is off: the list opens, and nothing is grey', async () => {
    await write('大家要');
    await listOpens();
    await staysAway();
  });

  describe('on', () => {
    beforeEach(() => setSetting('ghostText.enabled', true));

    for (const language of ['speech-draft', 'markdown', 'plaintext']) {
      it(`stands where the list would open, and Tab takes it whole: ${language}`, async () => {
        const editor = await write('大家要', language);
        const text = await ghost();
        assert.ok(GOES_ON.startsWith(text), text);
        await pause(300);
        await noList();
        assert.equal(shown(editor), '大家要坚持一张|');
        await window.press('Tab');
        await untilText(editor, `大家要坚持一张${text}|`);
      });
    }

    it('stays away in a frame, where Tab goes to the next slot', async () => {
      const editor = await openEditor('大家要|，聚力〔三字〕。');
      await window.compose('坚持一张');
      await staysAway();
      await window.press('Escape');
      await window.press('Tab');
      await waitFor(() => editor.document.getText(editor.selection) === '〔三字〕');
      assert.equal(editor.document.getText(), '大家要坚持一张，聚力〔三字〕。');
    });

    it('is taken word by word, as fast as the key is pressed', async () => {
      const editor = await write('干部要');
      const text = await ghost();
      await window.press('Control+ArrowRight');
      await untilText(editor, '干部要坚持一张蓝图|');
      assert.equal(await ghost(text), text.slice('蓝图'.length));
      const whole = '干部要坚持一张蓝图绘到底';
      for (let i = 0; i < 2 && !shown(editor).startsWith(whole); i++) {
        void window.press('Control+ArrowRight');
        await window.press('Control+ArrowRight');
        await pause(500);
      }
      assert.ok(editor.document.getText().startsWith(whole), shown(editor));
      assert.ok(`干部要坚持一张${GOES_ON}`.startsWith(editor.document.getText()), shown(editor));
    });

    it('is taken up to the next punctuation', async () => {
      const editor = await write('我们还要');
      await ghost();
      await window.press('Alt+\\');
      await waitFor(() => /底，?\|$/.test(shown(editor)));
    });

    it('keeps the rest while what is typed agrees, and gives way when it does not', async () => {
      const editor = await write('大家都要');
      const text = await ghost();
      await window.compose('蓝图');
      await untilText(editor, '大家都要坚持一张蓝图|');
      assert.equal(await ghost(text), text.slice(2));
      await window.compose('纸');
      await untilText(editor, '大家都要坚持一张蓝图纸|');
      await waitFor(async () => !(await window.ghostText()).includes('绘到底'));
    });

    it('is gone while letters are composed, and back when they agree', async () => {
      await write('人人都要');
      const text = await ghost();
      const browser = await window.page.context().newCDPSession(window.page);
      await browser.send('Input.imeSetComposition', { text: 'lantu', selectionStart: 5, selectionEnd: 5 });
      await staysAway();
      await browser.send('Input.insertText', { text: '蓝图' });
      assert.equal(await ghost(text), text.slice(2));
    });

    it('is sent away by Escape and does not come back there', async () => {
      const editor = await write('大家要');
      const text = await ghost();
      await window.press('Escape');
      await staysAway();
      await window.compose('蓝图');
      await untilText(editor, '大家要坚持一张蓝图|');
      await pause(700);
      assert.ok(!text.slice(2).startsWith((await window.ghostText()) || 'nothing'));
      await window.press('Backspace');
      await window.press('Backspace');
      await untilText(editor, '大家要坚持一张|');
      await staysAway();
      await window.press('Alt+\\');
      await ghost();
    });

    it('leaves a slot to the list: the editor shows nothing grey there, and Tab goes on', async () => {
      const editor = await openEditor('');
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
      await editor.insertSnippet(new vscode.SnippetString('${1:甲}\n${2:乙}'));
      await waitFor(() => !editor.selection.isEmpty);
      await window.compose('坚持一张');
      assert.ok((await listOpens()).some(label => GOES_ON.startsWith(label)));
      assert.equal(await window.ghostText(), '');
      await window.press('Tab');
      await waitFor(() => editor.selection.active.line === 1);
      assert.equal(editor.document.getText(), '坚持一张\n乙');
    });

    it('leaves Enter a new line', async () => {
      const editor = await write('大家要');
      await ghost();
      await window.press('Enter');
      await untilText(editor, '大家要坚持一张\n|');
    });

    it('makes room for the list where its key is pressed', async () => {
      await write('大家要');
      await ghost();
      await window.press('Alt+/');
      await listOpens();
      assert.equal(await window.ghostText(), '');
    });

    it('leaves the middle of a sentence to the list', async () => {
      await openEditor('大家要|，不能半途而废。');
      await window.compose('坚持一张');
      await listOpens();
      assert.equal(await window.ghostText(), '');
    });

    it('comes by itself although the list opens on its key only, and never where nothing shall', async () => {
      await setSetting('suggest.mode', 'onKey');
      await write('大家要');
      await ghost();
      await setSetting('suggest.mode', 'off');
      await closeEditors();
      await write('大家要');
      await staysAway();
      await window.press('Alt+\\');
      await staysAway();
    });
  });

  it('comes on its key while the setting is off, and stays until it is used up', async () => {
    const editor = await write('大家要');
    await listOpens();
    await window.press('Alt+\\');
    const text = await ghost();
    await pause(300);
    await noList();
    await window.compose('蓝图');
    await untilText(editor, '大家要坚持一张蓝图|');
    assert.equal(await ghost(text), text.slice(2));
    // Where the machine is slow, the list stands there too and goes first.
    await waitFor(async () => {
      await window.press('Escape');
      await pause(200);
      return (await window.ghostText()) === '';
    });
    await window.compose('绘到底');
    await staysAway();
  });

  it('says so when its key finds nothing', async () => {
    await openEditor('星期八的彩虹桥|');
    await window.press('Alt+\\');
    await waitFor(async () => (await window.statusBar()).some(text => text.includes('nothing is likely enough')));
  });
});
