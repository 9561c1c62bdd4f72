import { appendFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { inWorkspace, untilStatus, writeFile } from '../harness/corpus';
import { mainWindow } from '../harness/driver';
import { openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const ARTICLE = `在植树动员会上的讲话
（2024年3月12日）
栽一棵就要活一棵，三分栽七分管，决不能栽完就走。`;

/** What the extension host takes, with Fanben at work or without it: `npm run bench -- --editor` measures both, and prints the difference. */
describe('memory', () => {
  it('of the extension host', async () => {
    const window = await mainWindow();
    const isInstalled = vscode.extensions.getExtension('fanben.fanben') !== undefined;
    await writeFile(inWorkspace('语料', '植树.txt'), ARTICLE);
    await openEditor('', isInstalled ? 'speech-draft' : 'plaintext');
    if (isInstalled) {
      await untilStatus(window, /: 1 article/);
      await window.compose('栽一棵');
      await window.press('Alt+/'); // of one article no list opens by itself
      await waitFor(window.suggestions);
      await window.press('Escape');
    } else {
      await window.compose('栽一棵');
    }
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let i = 0; i < 3; i++) {
      collect();
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(process.env.FANBEN_MEASURES ?? '', `${heapUsed + external}\n`);
  });
});
