import assert from 'node:assert/strict';
import {
  ARTICLE_COUNT,
  deleteFile,
  inWorkspace,
  setSetting,
  statusText,
  untilStatus,
  useCorpus,
  writeFile,
} from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Enough to be at work for seconds: time for a writer to press the button. */
const FILES = 1200;
const VERBS = ['推进', '落实', '完善', '带动', '检查', '部署', '总结', '宣传'];
const THINGS = ['水利建设', '集镇改造', '村级账目', '茶叶加工', '校舍修缮', '道路养护', '林地确权'];

/** Text that says nothing, of about 4,000 characters, other in each file. */
function article(number: number): string {
  const sentences = Array.from({ length: 250 }, (_, index) => {
    const verb = VERBS[(number + index) % VERBS.length];
    const thing = THINGS[(number * 3 + index) % THINGS.length];
    return `第${number * 250 + index}项，${verb}${thing}的工作。`;
  });
  return `第${number}号材料\n${sentences.join('')}`;
}

describe('indexing', () => {
  let window: Driver;
  const big = () => inWorkspace('大量材料');

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    const numbers = Array.from({ length: FILES }, (_, number) => number);
    await Promise.all(numbers.map(number => writeFile(inWorkspace('大量材料', `${number}.txt`), article(number))));
  });

  after(async () => {
    await setSetting('corpus.folders', undefined);
    await deleteFile(big());
    await closeEditors();
  });

  it('shows progress the first time, and can be cancelled: what is done is kept', async () => {
    await openEditor('');
    await setSetting('corpus.folders', [big()]);
    await untilStatus(window, /Fanben: \d+\/\d+/);
    const told = await waitFor(async () =>
      (await window.notifications()).find(text => text.includes('indexing your articles')),
    );
    assert.match(told!, /\d+ of \d+ files/);
    await window.clickNotification('Cancel');
    await untilStatus(window, /articles|no corpus/);
    const articles = Number(/: (\d+) articles/.exec((await statusText(window)) ?? '')?.[1] ?? 0);
    assert.ok(articles < FILES, `${articles} articles though it was cancelled`);
    await waitFor(async () => !(await window.notifications()).some(text => text.includes('indexing your articles')));
  });

  it('goes on where it was cancelled, and finds its index again when the corpus comes back', async () => {
    await openEditor('');
    await setSetting('corpus.folders', undefined);
    await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT} articles`));
    await setSetting('corpus.folders', [big()]);
    await untilStatus(window, new RegExp(`: ${FILES} articles`), 60_000);
  });
});
