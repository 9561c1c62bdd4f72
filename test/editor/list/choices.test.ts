import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { setSetting, useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** What the first Tab takes of a row of two steps. */
const firstStep = (label: string) => label.split(' ⇥ ')[0]!;
/** Once through any list, and again. */
const MOST_PRESSES = 30;
/** A machine that is busy types a word in seconds, and here it is typed until it is answered. */
const PATIENCE_MS = 30_000;
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe('the writer’s choices', () => {
  let window: Driver;
  const labels = async () => (await window.suggestions()).map(({ label }) => label);
  const open = async (text = '我们要|', typed = '扑下身子', language = 'speech-draft') => {
    const editor = await openEditor(text, language);
    await window.compose(typed);
    await waitFor(labels);
    return editor;
  };
  const chosen = async () => firstStep((await window.suggestions()).find(({ focused }) => focused)?.label ?? '');
  /** The phrases of the list, once there are two: a frame, which is taken otherwise, may stand anywhere behind the first. */
  const twoPhrases = async () => {
    const phrases = (await window.suggestions()).filter(({ detail }) => /\barticles?$/.test(detail));
    return phrases.length > 1 ? phrases.map(({ label }) => label) : [];
  };
  const first = async () => (await waitFor(labels))[0] ?? '';
  const forget = () => vscode.commands.executeCommand('fanben.forgetChoices', { isSure: true });
  const staysClosed = async () => {
    await pause(600);
    assert.deepEqual(await labels(), []);
  };

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await forget();
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
    await forget();
  });

  for (const language of ['speech-draft', 'markdown']) {
    it(`puts first what was taken twice, until it is forgotten: ${language}`, async () => {
      let usual = '';
      let wanted = '';
      for (let times = 0; times < 2; times++) {
        await closeEditors();
        const editor = await open(undefined, undefined, language);
        if (times === 0) {
          const phrases = await waitFor(twoPhrases);
          usual = phrases[0]!;
          wanted = firstStep(phrases.at(-1)!);
        }
        for (let presses = 0; (await chosen()) !== wanted; presses++) {
          assert.ok(presses < MOST_PRESSES, `${wanted} is not among ${await labels()}`);
          await window.press('ArrowDown');
          await pause(50);
        }
        await window.press('Tab');
        await waitFor(() => shown(editor).startsWith(`我们要扑下身子${wanted}`));
        // The list asks for the next phrase by itself, as ever.
        await waitFor(labels, 1500).catch(() => []);
        await window.press('Escape');
      }
      await closeEditors();
      await open(undefined, undefined, language);
      assert.equal(firstStep(await first()), wanted);
      await window.press('Escape');
      await closeEditors();
      await forget();
      await open(undefined, undefined, language);
      assert.equal(await first(), usual);
    });
  }

  for (const language of ['speech-draft', 'markdown']) {
    it(`closes with Escape, where Enter and keys stay what they are, and may come again: ${language}`, async () => {
      const editor = await open('我们要以|', '时不我待的', language);
      await window.press('Escape');
      await waitFor(async () => (await labels()).length === 0);
      await window.press('Enter');
      await waitFor(() => shown(editor) === '我们要以时不我待的\n|');
      await window.compose('我们要以时不我待的');
      assert.match(await first(), /^紧迫感/);
    });
  }

  it('shows what was refused when the writer asks for the list', async () => {
    await open('我们要以|', '时不我待的');
    const refused = await labels();
    await window.press('Escape');
    await waitFor(async () => (await labels()).length === 0);
    await window.press('Alt+/');
    assert.deepEqual(await waitFor(labels), refused);
  });

  it('forgets by a command that says so', async () => {
    await openEditor('');
    await vscode.commands.executeCommand('notifications.clearAll');
    await forget();
    await waitFor(async () => (await window.notifications()).some(text => text.includes('Forgotten')));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  describe('by setting', () => {
    afterEach(async () => {
      for (const name of ['memory.enabled', 'pinyin.fuzzy', 'suggest.mode']) await setSetting(name, undefined);
    });

    it('finds by fuzzy pinyin, from now on and without a restart', async () => {
      const type = async (letters: string) => {
        await closeEditors();
        await openEditor('我们要|');
        for (const letter of letters) {
          await window.press(letter);
          await pause(100);
        }
      };
      await type('soucuxing');
      await staysClosed();
      await setSetting('pinyin.fuzzy', { 's-sh': true, 'c-ch': true, 'in-ing': true });
      await waitFor(async () => {
        await type('soucuxing');
        return (await waitFor(labels, 800))[0]?.startsWith('守初心');
      }, PATIENCE_MS);
    });

    it('remembers nothing where that is switched off', async () => {
      await setSetting('memory.enabled', false);
      // The server comes back with the new setting.
      await waitFor(async () => {
        await closeEditors();
        await openEditor('我们要|');
        await window.compose('扑下身子');
        return waitFor(labels, 800);
      }, PATIENCE_MS);
      const [usual, ...others] = await labels();
      await window.press('ArrowDown');
      await window.press('ArrowDown');
      await window.press('Enter');
      await closeEditors();
      await open();
      assert.equal(await first(), usual);
      assert.notEqual(others.length, 0);
    });

    it('goes on after a phrase is taken also where the list opens on its key only', async () => {
      await setSetting('suggest.mode', 'onKey');
      const editor = await openEditor('我们要|');
      await window.compose('扑下身子');
      await staysClosed();
      await window.press('Alt+/');
      await waitFor(labels);
      await window.press('Tab');
      await waitFor(() => /抓落实/.test(shown(editor)));
      await staysClosed();
    });
  });

  for (const word of ['的', '了', '和', '是']) {
    it(`opens no list for ${word} alone`, async () => {
      await setSetting('suggest.lists', 'few');
      await openEditor('柳编匠人|');
      await window.compose(word);
      await staysClosed();
    });
  }
});
