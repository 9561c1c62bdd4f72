import * as vscode from 'vscode';
import { deleteFile, inWorkspace, setSetting, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow, newWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('two windows on one corpus', () => {
  const shared = () => inWorkspace('共用语料');
  const other = () => inWorkspace('另一处');
  let first: Driver;
  let second: Driver;

  const offers = async (window: Driver, typed: string, continuation: string) => {
    await window.compose(typed);
    await waitFor(async () => (await window.suggestions()).some(({ label }) => label.includes(continuation)));
    await window.press('Escape');
  };

  before(async () => {
    first = await mainWindow();
    await useCorpus(first);
    await writeFile(inWorkspace('共用语料', '甲.txt'), '甲\n修好水渠，让每一块稻田都喝上放心水。');
    await writeFile(inWorkspace('另一处', 'draft.gao'), '');
    await setSetting('corpus.folders', [shared()]);
    await untilStatus(first, /: 1 article /);
    second = await newWindow(() =>
      vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(other()), { forceNewWindow: true }),
    );
    await second.press('ControlOrMeta+p');
    await second.page.locator('.quick-input-widget input').waitFor();
    await second.typeKeys('draft.gao');
    await waitFor(second.quickPick);
    await second.press('Enter');
    await untilStatus(second, /: 1 article /);
  });

  after(async () => {
    await second.close();
    await setSetting('corpus.folders', undefined);
    await deleteFile(shared());
    await deleteFile(other());
    await closeEditors();
  });

  it('offers the same phrases in both', async () => {
    await offers(second, '每一块稻田', '都喝上');
    await openEditor('');
    await offers(first, '每一块稻田', '都喝上');
  });

  it('learns of a new article in both', async () => {
    await writeFile(inWorkspace('共用语料', '乙.txt'), '乙\n守好粮仓，把丰收的账一笔一笔记在百姓心里。');
    await untilStatus(first, /: 2 articles/);
    await untilStatus(second, /: 2 articles/);
    await offers(second, '把丰收的账', '一笔');
    await openEditor('');
    await offers(first, '把丰收的账', '一笔');
  });
});
