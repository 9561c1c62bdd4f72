import { deleteFile, inWorkspace, useCorpus, writeFile } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

describe('a file of the corpus', () => {
  const path = () => inWorkspace('语料', '2025-03-03 新稿.txt');
  let window: Driver;

  /** Types until the list has, or has no more, a row with this continuation. */
  const untilOffered = (typed: string, continuation: string, offered = true) =>
    waitFor(async () => {
      await openEditor('治理渡口，要|');
      await window.compose(typed);
      const rows = await waitFor(window.suggestions, 800).catch(() => []);
      const found = rows.some(({ label }) => label.includes(continuation));
      await window.press('Escape');
      await closeEditors();
      return found === offered;
    }, 20_000);

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
  });

  after(async () => {
    await deleteFile(path());
    await closeEditors();
  });

  it('is offered once it is added', async () => {
    await writeFile(path(), '新稿\n治理渡口，要疏堵结合、建管并重，让两岸群众走得安心。');
    await untilOffered('疏堵', '结合');
  });

  it('is offered as it was changed', async () => {
    await writeFile(path(), '新稿\n治理渡口，要疏导分流、错峰通行，让两岸群众走得安心。');
    await untilOffered('疏堵', '结合', false);
    await untilOffered('疏导', '分流');
  });

  it('is offered no more once it is deleted', async () => {
    await deleteFile(path());
    await untilOffered('疏导', '分流', false);
  });
});
