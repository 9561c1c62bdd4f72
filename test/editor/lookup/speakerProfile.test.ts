import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('a speaker’s profile', () => {
  let window: Driver;
  const paths = () => [1, 2, 3].map(month => inWorkspace('语料', `2024-0${month}-01 在例会上的讲话.txt`));

  const TEXTS = [
    '修好这条路，要有钉钉子精神。钉钉子精神贵在坚持，一寸一寸往前修，修到村口为止。老百姓盯着我们，钉钉子精神就看这一锤。',
    '办学校不能急，更不能等，钉钉子精神用在这里正合适。把操场、食堂、宿舍一样一样办妥，钉钉子精神不是喊出来的，钉钉子精神是干出来的。',
    '产业园招来的企业要留得住，水电气网样样到位，靠的还是钉钉子精神。谁包联谁负责，钉钉子精神见真章，钉钉子精神也见感情。',
  ];

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    for (const [at, path] of paths().entries()) {
      const text = TEXTS[at]!;
      await writeFile(path, `在例会上的讲话\n周明远\n（2024年${at + 1}月1日）\n同志们：\n${text}\n`);
    }
    await untilStatus(window, /: 9 articles/);
  });
  after(async () => {
    for (const path of paths()) await deleteFile(path);
    await closeEditors();
  });

  it('is a page of what they say more than others, and their articles can be leant to', async () => {
    void vscode.commands.executeCommand('fanben.speakerProfile');
    await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes('周明远')));
    await window.press('Enter');
    const page = await waitFor(() =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'fanben-profile'),
    );
    await waitFor(() => page!.document.getText().includes('钉钉子'));
    assert.match(page!.document.getText(), /3 articles/);
    await window.screenshot('speaker-profile');
    await vscode.commands.executeCommand('fanben.leanToSpeaker');
    await vscode.commands.executeCommand('fanben.exemplars.focus');
    await window.page.locator('.monaco-list-row', { hasText: '在例会上的讲话' }).nth(2).waitFor();
  });
});
