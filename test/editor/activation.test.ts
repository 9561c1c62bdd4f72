import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { statusText, untilStatus } from './harness/corpus';
import { type Driver, mainWindow } from './harness/driver';
import { closeEditors, openEditor } from './harness/openEditor';
import { waitFor } from './harness/waitFor';

describe('activation', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
  });

  afterEach(closeEditors);

  it('leaves a window alone that reads Markdown and has no corpus', async () => {
    await openEditor('# Read me\n\n你好|', 'markdown');
    await waitFor(() => vscode.extensions.getExtension('fanben.fanben')?.isActive);
    await window.compose('世界');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(await statusText(window), undefined);
    assert.deepEqual(await window.suggestions(), []);
  });

  it('starts the server with the first speech draft', async () => {
    await openEditor('');
    await untilStatus(window, /Fanben: no corpus/);
  });
});
