import { useCorpus } from './corpus';
import { type Driver, mainWindow } from './harness/driver';
import { closeEditors, openEditor, shown } from './harness/openEditor';
import { waitFor } from './harness/waitFor';

describe('Enter in a numbered list', () => {
  let window: Driver;

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  afterEach(closeEditors);

  for (const [line, next] of [
    ['一是抓早抓小。', '二是'],
    ['一、提高认识', '二、'],
    ['（一）压实责任', '（二）'],
    ['1.摸清底数', '2.'],
  ] as const) {
    it(`goes on after ${line} with ${next}, and ends the list where that stays empty`, async () => {
      const editor = await openEditor(line);
      await window.press('Enter');
      await waitFor(() => shown(editor) === `${line}\n${next}|`);
      await window.press('Enter');
      await waitFor(() => shown(editor) === `${line}\n|`);
    });
  }

  it('opens no list that would take the second Enter', async () => {
    const editor = await openEditor('一是抓早抓小。');
    await window.press('Enter');
    await waitFor(() => shown(editor).endsWith('二是|'));
    await new Promise(resolve => setTimeout(resolve, 400));
    await window.press('Enter');
    await waitFor(() => shown(editor) === '一是抓早抓小。\n|');
  });
});
