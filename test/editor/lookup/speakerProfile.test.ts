import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, untilStatus, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('a speaker’s profile', () => {
  let window: Driver;
  const paths = () => [1, 2, 3].map(month => inWorkspace('语料', `2024-0${month}-01 在例会上的讲话.txt`));

  const TEXTS = [
    '修好这条路，要有钉钉子精神。钉钉子精神贵在坚持，一寸一寸往前修，修到村口为止。老百姓盯着我们，钉钉子精神就看这一锤。',
    '办学校不能急，更不能等，钉钉子精神用在这里正合适。把操场、食堂、宿舍一样一样办妥，钉钉子精神不是喊出来的，钉钉子精神是干出来的。',
    '产业园招来的企业要留得住，水电气网样样到位，靠的还是钉钉子精神。谁包联谁负责，钉钉子精神见真章，钉钉子精神也见感情。',
  ];

  /** What others say in the same place, oftener. */
  const OTHERS = ['栽树', '修渠', '养蜂', '教书', '防汛'];
  const others = () => OTHERS.map(topic => inWorkspace('语料', `2024-07-01 在${topic}座谈会上的讲话.txt`));

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    for (const [at, path] of paths().entries()) {
      const text = TEXTS[at]!;
      await writeFile(path, `在例会上的讲话\n周明远\n（2024年${at + 1}月1日）\n同志们：\n${text}\n`);
    }
    for (const [at, path] of others().entries()) {
      const topic = OTHERS[at]!;
      const text = `${topic}是慢功夫，要有恒心。${topic}的人最懂${topic}，今天请大家来，就是想听听${topic}里头的门道，别的话一句不多说。`;
      await writeFile(path, `在${topic}座谈会上的讲话\n（2024年7月1日）\n${text}\n`);
    }
    await untilStatus(window, /: 14 articles/);
  });
  after(async () => {
    for (const path of [...paths(), ...others()]) await deleteFile(path);
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
    // No heading stands over nothing; lines are wrapped, and nothing stands over them.
    assert.doesNotMatch(page!.document.getText(), /Beginnings of sentences/);
    await waitFor(() => page!.document.languageId === 'speech-draft');
    await waitFor(
      async () => (await window.page.locator('.monaco-editor .minimap').filter({ visible: true }).count()) === 0,
    );
    await window.screenshot('speaker-profile');
    // A wording leads to the lines in which they say it.
    await window.page
      .locator('.monaco-editor .detected-link', { hasText: '钉钉子' })
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    const message = () => window.page.locator('.tree-explorer-viewlet-tree-view .message').allTextContents();
    await waitFor(async () => (await message()).join().includes('3 articles'));
    await vscode.commands.executeCommand('references-view.clear');
  });

  it('is what lists lean to, at the button of the page, until it is taken back', async () => {
    const THEIRS = '钉钉子精神';
    /** Which row of the list it is; there is one. */
    const rank = async () => {
      await openEditor('办这件事，');
      await window.compose('要有');
      const rows = await waitFor(window.suggestions, 5000).catch(() => []);
      await window.press('Escape');
      await closeEditors();
      const found = rows.findIndex(({ label }) => label.includes(THEIRS));
      return found < 0 ? rows.length : found;
    };
    const before = await rank();
    assert.ok(before > 0, `row ${before}`);
    void vscode.commands.executeCommand('fanben.speakerProfile');
    await waitFor(async () => (await window.quickPick()).some(({ label }) => label.includes('周明远')));
    await window.press('Enter');
    await window.page.locator('.editor-actions .action-label[aria-label^="Lean"]').first().click();
    await vscode.commands.executeCommand('fanben.exemplars.focus');
    await window.page.locator('.monaco-list-row', { hasText: '在例会上的讲话' }).nth(2).waitFor();
    await closeEditors();
    await waitFor(async () => (await rank()) < before, 20_000);
    for (const path of paths())
      await vscode.commands.executeCommand('fanben.removeExemplar', { pinned: { path, entry: 0 } });
    await waitFor(async () => (await rank()) === before, 20_000);
  });
});
