import { appendFileSync } from 'node:fs';
import { useCorpus } from './corpus';
import { type Driver, mainWindow } from './harness/driver';
import { closeEditors, openEditor } from './harness/openEditor';
import { waitFor } from './harness/waitFor';

const ROUNDS = 40;

/** What the writer waits for, in the real editor. Measured for `npm run bench -- --editor`, which prints the lines. */
describe('speed', () => {
  let window: Driver;

  const report = (line: string) => appendFileSync(process.env.FANBEN_MEASURES ?? '', `${line}\n`);

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  it('activation', async () => {
    await openEditor('');
    report(`activation, by the editor's own clock        ${await activationMs(window)} ms   (budget 50)`);
  });

  it('key to list', async () => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await openEditor('我们要以|');
      times.push(await window.keyToListMs('时不我待的'));
      await window.press('Escape');
      await closeEditors();
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(0);
    report(`commit of a composition to the visible list  p50 ${at(0.5)}  p95 ${at(0.95)} ms   (budget p95 100)`);
  });
});

/** What VS Code itself shows among the running extensions. */
async function activationMs(window: Driver): Promise<number> {
  await window.press('F1');
  await window.page.locator('.quick-input-widget input').waitFor();
  await window.typeKeys('Show Running Extensions');
  await waitFor(window.quickPick);
  await window.press('Enter');
  const list = window.page.locator('.runtime-extensions-editor .monaco-list');
  const row = list.locator('.monaco-list-row', { hasText: 'Fanben' });
  const time = row.locator('.activation-time', { hasText: 'ms' });
  await list.waitFor();
  // The slowest stand first, and only rows in sight exist.
  await waitFor(async () => {
    if ((await time.count()) > 0) return true;
    await list.press((await row.count()) > 0 ? 'Home' : 'PageDown');
    return false;
  }, 20_000);
  return Number(/(\d+)ms/.exec(await time.innerText())?.[1]);
}
