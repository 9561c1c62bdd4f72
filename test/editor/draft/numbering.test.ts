import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, placeCursor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Longer than a number takes to come. */
const QUIET_MS = 500;
const quiet = () => new Promise(resolve => setTimeout(resolve, QUIET_MS));

/** Before a hand sees the number, the window knows what Backspace means behind it; before it presses Enter, the server knows the draft. */
const seen = () => new Promise(resolve => setTimeout(resolve, 200));

describe('Enter in a numbered draft', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  for (const [lines, next] of [
    ['一是抓早抓小。', '二是'],
    ['　　一是抓早抓小。', '　　二是'],
    ['一、提高认识\n二、突出重点', '三、'],
    ['（一）拟订规划；', '（二）'],
    ['1.摸清底数\n2.建好台账', '3.'],
  ] as const) {
    it(`goes on after ${lines} with ${next}, and ends the list where that stays empty`, async () => {
      const editor = await openEditor(lines);
      await seen();
      await window.press('Enter');
      await waitFor(() => shown(editor) === `${lines}\n${next}|`);
      await window.press('Enter');
      await waitFor(() => shown(editor).replace(/　*\|$/, '|') === `${lines}\n|`);
    });
  }

  for (const heading of ['一、提高认识', '（一）压实责任', '1. 摸清底数']) {
    it(`leaves ${heading} its text`, async () => {
      const editor = await openEditor(heading);
      await window.press('Enter');
      await quiet();
      assert.equal(shown(editor), `${heading}\n|`);
      await window.compose('各部门要提高站位。');
      await waitFor(() => shown(editor) === `${heading}\n各部门要提高站位。|`);
      await window.press('Enter');
      await quiet();
      assert.equal(shown(editor), `${heading}\n各部门要提高站位。\n|`);
    });
  }

  it('has the next number first where a heading may want it', async () => {
    await openEditor('一、提高认识\n各部门要提高站位。\n|');
    await window.press('Tab');
    const [first] = await waitFor(window.suggestions);
    assert.equal(first?.label, '二、');
  });

  it('takes a whole automatic number back with one Backspace', async () => {
    const editor = await openEditor('一是抓早抓小。\n|\n二是抓实。');
    await placeCursor(editor, new vscode.Position(0, 7));
    await window.press('Delete');
    await seen();
    await window.press('Enter');
    await waitFor(() => shown(editor) === '一是抓早抓小。\n二是|\n三是抓实。');
    await seen();
    await window.press('Backspace');
    await waitFor(() => shown(editor) === '一是抓早抓小。\n|\n二是抓实。');
    await window.press('Backspace');
    await waitFor(() => shown(editor) === '一是抓早抓小。|\n二是抓实。');
  });

  it('takes it back with text typed behind it and deleted again, and a number typed by hand sign by sign', async () => {
    const editor = await openEditor('一是抓早抓小。|');
    await window.press('Enter');
    await waitFor(() => shown(editor).endsWith('二是|'));
    await window.compose('抓');
    await waitFor(() => shown(editor).endsWith('二是抓|'));
    await window.press('Backspace');
    await waitFor(() => shown(editor).endsWith('二是|'));
    await seen();
    await window.press('Backspace');
    await waitFor(() => shown(editor) === '一是抓早抓小。\n|');
    await window.compose('二是');
    await waitFor(() => shown(editor).endsWith('二是|'));
    await seen();
    await window.press('Backspace');
    await waitFor(() => shown(editor) === '一是抓早抓小。\n二|');
  });

  it('takes one step to undo the number, and Undo never writes one', async () => {
    const editor = await openEditor('一是抓早抓小。|');
    await window.press('Enter');
    await waitFor(() => shown(editor).endsWith('\n二是|'));
    await window.press('Control+z');
    await waitFor(() => shown(editor) === '一是抓早抓小。\n|');
    await window.press('Control+z');
    await waitFor(() => shown(editor) === '一是抓早抓小。|');
    await quiet();
    assert.equal(shown(editor), '一是抓早抓小。|');
    const heading = await openEditor('一、提高认识|');
    await window.press('Enter');
    await window.press('Control+z');
    await quiet();
    assert.equal(shown(heading), '一、提高认识|');
  });

  it('has each cursor’s number taken back at once', async () => {
    const editor = await openEditor('一是甲。\n一是乙。|');
    await window.press('Enter');
    await waitFor(() => shown(editor).endsWith('二是|'));
    await placeCursor(editor, new vscode.Position(0, 4));
    await window.press('Enter');
    await waitFor(() => editor.document.getText() === '一是甲。\n二是\n一是乙。\n二是');
    editor.selections = [1, 3].map(line => new vscode.Selection(line, 2, line, 2));
    await seen();
    await window.press('Backspace');
    await waitFor(() => editor.document.getText() === '一是甲。\n\n一是乙。\n');
  });

  it('numbers what the setting says', async () => {
    const settings = vscode.workspace.getConfiguration('fanben');
    try {
      await settings.update('numbering.enter', 'headings', true);
      let editor = await openEditor('一、提高认识|');
      // The server starts anew with it.
      await waitFor(async () => {
        await window.press('Enter');
        await new Promise(resolve => setTimeout(resolve, 300));
        if (shown(editor) === '一、提高认识\n二、|') return true;
        await closeEditors();
        editor = await openEditor('一、提高认识|');
        return false;
      });
      await settings.update('numbering.enter', 'off', true);
      await quiet();
      editor = await openEditor('一是抓早抓小。|');
      await waitFor(async () => {
        await window.press('Enter');
        await new Promise(resolve => setTimeout(resolve, 300));
        return /\n\n\|$/.test(shown(editor));
      });
      assert.doesNotMatch(shown(editor), /二是\|/);
    } finally {
      await settings.update('numbering.enter', undefined, true);
    }
  });

  it('numbers text files where the editor formats while one types', async () => {
    for (const language of ['plaintext', 'markdown']) {
      const settings = vscode.workspace.getConfiguration('editor', { languageId: language });
      try {
        const plain = await openEditor('一是抓早抓小。|', language);
        await window.press('Enter');
        await quiet();
        assert.equal(shown(plain), '一是抓早抓小。\n|');
        await settings.update('formatOnType', true, true, true);
        const editor = await openEditor('一是抓早抓小。|', language);
        await waitFor(async () => {
          await window.press('Enter');
          await new Promise(resolve => setTimeout(resolve, 300));
          return shown(editor).includes('\n二是');
        });
      } finally {
        await settings.update('formatOnType', undefined, true, true);
      }
    }
  });
});
