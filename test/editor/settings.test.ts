import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { schemasOf } from '../../src/client/fitting';
import { setSetting, untilStatus, useCorpus } from './harness/corpus';
import { type Driver, mainWindow } from './harness/driver';
import { closeEditors, openEditor } from './harness/openEditor';
import { waitFor } from './harness/waitFor';

/** What somebody may write by mistake in the place of each type, or another program may leave there. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, null, { text: 'x' }],
  boolean: ['no', 0, null],
  number: ['many', 1e308, null],
  array: [7, [null, 7, {}], { 0: 'x' }],
  object: [7, [1], { x: 7, '': null }],
};

describe('settings of the wrong type', () => {
  let window: Driver;
  const settings = Object.entries(schemasOf(vscode.extensions.getExtension('fanben.fanben')!.packageJSON)).map(
    ([name, { type }]) => ({ name: name.slice('fanben.'.length), type: type! }),
  );

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });
  after(async () => {
    for (const { name } of settings) await setSetting(name, undefined);
    await closeEditors();
  });

  for (const round of [0, 1, 2]) {
    it(`are passed over: lists open, and the corpus is there (${round + 1} of 3)`, async () => {
      for (const { name, type } of settings) await setSetting(name, WRONG[type]![round]);
      await setSetting('suggest.lists', 'all');
      await vscode.commands.executeCommand('fanben.restartServer');
      await untilStatus(window, /: 6 articles/);
      await closeEditors();
      await openEditor('我们要|');
      await window.compose('扑下身子');
      const rows = await waitFor(window.suggestions);
      assert.ok(rows.some(({ label }) => label.startsWith('抓落实')));
      await window.press('Escape');
    });
  }
});
