import * as vscode from 'vscode';
import { untilStatus } from '../harness/corpus';
import { type Driver, mainWindow, newWindow } from '../harness/driver';
import { waitFor } from '../harness/waitFor';

describe('open sample', () => {
  let sample: Driver;

  before(async () => {
    await mainWindow();
    sample = await newWindow(() => vscode.commands.executeCommand('fanben.openSample'));
  });

  after(() => sample.close());

  it('opens a window of its own with the half-written draft, and its corpus is indexed', async () => {
    const tabs = sample.page.locator('.tab', { hasText: '草稿.gao' });
    await waitFor(async () => (await tabs.count()) > 0, 20_000);
    await untilStatus(sample, /: (1[5-9]|[2-9]\d) articles · \d+k chars/);
  });
});
