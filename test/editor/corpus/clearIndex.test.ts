import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { deleteFile, inWorkspace, untilStatus, writeFile } from '../harness/corpus';
import { type Driver, newWindow } from '../harness/driver';
import { runByPalette } from '../harness/palette';
import { waitFor } from '../harness/waitFor';

/** Segments of all indexes of this profile: absolute paths. */
function segments(): string[] {
  const user = join(dirname(process.env.FANBEN_EXTENSIONS!), 'user');
  return readdirSync(user, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.segment'))
    .map(name => join(user, name));
}

describe('the index of a window', () => {
  const folder = () => inWorkspace('清除');
  let window: Driver;
  /** Those of that window alone. */
  let own: string[];

  before(async () => {
    const others = new Set(segments());
    await writeFile(inWorkspace('清除', '稿.gao'), '在会上的讲话\n');
    await writeFile(inWorkspace('清除', '语料', '旧.txt'), '旧\n旧的讲话。');
    window = await newWindow(() =>
      vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder()), { forceNewWindow: true }),
    );
    await window.press('ControlOrMeta+p');
    await window.page.locator('.quick-input-widget input').waitFor();
    await window.typeKeys('.gao');
    await waitFor(window.quickPick);
    await window.press('Enter');
    await untilStatus(window, /: 1 article /);
    own = segments().filter(path => !others.has(path));
  });
  after(async () => {
    await window.close();
    await deleteFile(folder());
  });

  const answer = async (button: string) => {
    const dialog = window.page.locator('.monaco-dialog-box', { hasText: 'Clear the index?' });
    await dialog.waitFor();
    await dialog.locator('.monaco-button', { hasText: button }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('stays where the writer thinks better of it', async () => {
    await runByPalette(window, 'Clear Index');
    await answer('Cancel');
    assert.ok(own.length > 0 && own.every(path => existsSync(path)));
  });

  it('is cleared from the disk when asked for; the articles stay, and it is made again', async () => {
    await runByPalette(window, 'Clear Index');
    await answer('Clear Index');
    await waitFor(async () => (await window.notifications()).some(text => text.includes('The index was cleared.')));
    assert.ok(!own.some(path => existsSync(path)));
    assert.ok(existsSync(inWorkspace('清除', '语料', '旧.txt')));
    await window.clickNotification('Index Again');
    await untilStatus(window, /: 1 article /);
    await waitFor(() => segments().some(path => dirname(path) === dirname(own[0]!)));
  });
});
