import assert from 'node:assert/strict';
import {
  ARTICLE_COUNT,
  deleteFile,
  inWorkspace,
  setSetting,
  untilStatus,
  useCorpus,
  writeFile,
} from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe('lists as they come, with the background of set phrases', () => {
  let window: Driver;
  const labels = async () => (await window.suggestions()).map(({ label }) => label);
  const write = async (text: string, typed: string) => {
    await closeEditors();
    await openEditor(text);
    await window.compose(typed);
  };
  const staysClosed = async () => {
    await pause(800);
    assert.deepEqual(await labels(), []);
  };

  before(async () => {
    window = await mainWindow();
    await useCorpus(window);
    await setSetting('suggest.lists', undefined);
    await setSetting('background.enabled', undefined);
    // The server that opens all lists is gone, and then the new one is there.
    await waitFor(async () => {
      await write('大家|', '都');
      await staysClosed();
      return true;
    }, 30_000);
    await waitFor(async () => {
      await write('我们要以|', '时不我待的');
      return waitFor(labels, 1500);
    }, 30_000);
  });
  afterEach(async () => {
    await window.press('Escape');
    await closeEditors();
  });

  it('open where a row is likely right', async () => {
    await openEditor('我们要以|');
    await window.compose('时不我待的');
    assert.match((await waitFor(labels))[0]!, /^紧迫感/);
  });

  it('stay closed where none is, and open on the key', async () => {
    await write('大家|', '都');
    await staysClosed();
    await window.press('Alt+/');
    await waitFor(labels);
  });

  it('ask again when the writer types on within a row', async () => {
    const editor = await openEditor('我们要以|');
    await window.compose('时不我待的');
    await waitFor(labels);
    await window.compose('紧迫');
    // The rows of before are gone; these show the begun word whole.
    const [first] = await waitFor(async () => {
      const rows = await labels();
      return rows.includes('紧迫感') ? [] : rows.filter(row => row.startsWith('紧迫感'));
    });
    assert.match(first!, /^紧迫感./);
    await window.press('Tab');
    await waitFor(() => shown(editor) === `我们要以时不我待的${first!.split(' ⇥ ')[0]}|`);
  });

  it('open on Tab in an empty draft, with what speeches begin with', async () => {
    const editor = await openEditor('');
    await window.press('Tab');
    await waitFor(async () => (await labels()).some(label => /会上的讲话$/.test(label)));
    assert.equal(shown(editor), '|');
  });

  it('begin an empty draft with the titles of speeches, whatever else is read', async () => {
    const other = inWorkspace('语料', '山村新貌记者行.txt');
    await writeFile(other, '山村新貌记者行：一条路，一座桥，一村人\n（2025年3月1日）\n路通了，桥也通了。');
    try {
      await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT + 1} articles`));
      await openEditor('');
      await window.press('Tab');
      const rows = await waitFor(labels);
      assert.match(rows[0]!, /会上的讲话$/);
      assert.ok(!rows.join().includes('山村新貌'), rows.join());
    } finally {
      await deleteFile(other);
      await untilStatus(window, new RegExp(`: ${ARTICLE_COUNT} articles`));
    }
  });
});
