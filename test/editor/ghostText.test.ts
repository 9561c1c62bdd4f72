import assert from 'node:assert/strict';
import { setSetting, useCorpus } from './corpus';
import { type Driver, mainWindow } from './harness/driver';
import { closeEditors, openEditor, shown } from './harness/openEditor';
import { waitFor } from './harness/waitFor';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** What the articles have behind 我们要扑下身子. */
const WHOLE = '抓落实';
const DRAFT = '大家要|';
const TYPED = '坚持一张';

describe('ghost text', () => {
  let window: Driver;

  const untilGhost = (wanted: string) =>
    waitFor(async () => {
      const ghost = await window.ghostText();
      if (ghost !== wanted) throw new Error(`The ghost is “${ghost}”, not “${wanted}”.`);
      return true;
    });
  const staysAway = async () => {
    await pause(800);
    assert.equal(await window.ghostText(), '');
  };
  const untilText = (editor: Parameters<typeof shown>[0], wanted: string) =>
    waitFor(() => {
      if (shown(editor) !== wanted) throw new Error(`The draft is ${shown(editor)}, not ${wanted}.`);
      return true;
    });

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  it('debug', async () => {
    await setSetting('ghostText.enabled', true);
    const editor = await openEditor(DRAFT);
    await window.compose(TYPED);
    await pause(1500);
    console.error(
      'GHOST',
      await window.ghostText(),
      '| LIST',
      JSON.stringify((await window.suggestions()).map(r => r.label)),
    );
    await window.press('Control+ArrowRight');
    await pause(800);
    console.error('AFTER WORD', shown(editor), await window.ghostText());
    await window.press('Control+ArrowRight');
    await window.press('Control+ArrowRight');
    await pause(800);
    console.error('AFTER 3 WORD', shown(editor), await window.ghostText());
    await window.press('Alt+\\');
    await pause(800);
    console.error('AFTER CLAUSE', shown(editor), await window.ghostText());
    await window.press('Tab');
    await pause(800);
    console.error(
      'AFTER TAB',
      shown(editor),
      await window.ghostText(),
      JSON.stringify((await window.suggestions()).map(r => r.label)),
    );
    const e2 = await openEditor(DRAFT);
    await window.compose(TYPED);
    await pause(1000);
    await window.screenshot('ghost-debug');
    await window.compose('蓝图');
    await pause(800);
    console.error('TYPED', shown(e2), await window.ghostText());
    await window.press('Escape');
    await pause(300);
    console.error('ESC', await window.ghostText());
    await window.compose('绘到底');
    await pause(800);
    console.error(
      'TYPED ON',
      shown(e2),
      await window.ghostText(),
      JSON.stringify((await window.suggestions()).map(r => r.label)),
    );
    await window.press('Escape');
    await setSetting('ghostText.enabled', undefined);
    const e3 = await openEditor(DRAFT);
    await window.compose(TYPED);
    await pause(800);
    console.error('OFF', await window.ghostText(), JSON.stringify((await window.suggestions()).map(r => r.label)));
    await window.press('Escape');
    await window.press('Alt+\\');
    await pause(800);
    console.error(
      'KEY',
      shown(e3),
      await window.ghostText(),
      JSON.stringify((await window.suggestions()).map(r => r.label)),
    );
    void [untilGhost, staysAway, untilText, WHOLE];
    await closeEditors();
  });
});
