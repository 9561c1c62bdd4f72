import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { useCorpus } from '../harness/corpus';
import { type Driver, mainWindow } from '../harness/driver';
import { closeEditors, openEditor, shown } from '../harness/openEditor';
import { waitFor } from '../harness/waitFor';

/** Process ids of the language servers of this window. */
function servers(): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(match => Number(match?.[2]) === process.pid && /dist[\\/]server\.js/.test(match?.[3] ?? ''))
    .map(match => Number(match?.[1]));
}

describe('a language server that is killed', () => {
  let window: Driver;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    window = await mainWindow();
    await useCorpus(window);
  });

  afterEach(closeEditors);

  it('comes back within seconds, while the writer goes on typing', async () => {
    const editor = await openEditor('我们要|');
    await window.compose('扑下');
    const [server] = await waitFor(servers);
    assert.ok(server);
    process.kill(server, 'SIGKILL');
    for (const text of ['身子', '，', '坚持']) await window.compose(text);
    await waitFor(() => shown(editor) === '我们要扑下身子，坚持|');

    const [next] = await waitFor(() => servers().filter(pid => pid !== server));
    assert.ok(next);
    await window.press('Escape');
    await waitFor(async () => {
      await window.compose('一张蓝图');
      return (await waitFor(window.suggestions, 1000)).some(({ label }) => label.startsWith('绘到底'));
    }, 10_000);
    assert.match(editor.document.getText(), /^我们要扑下身子，坚持(一张蓝图)+$/);
    assert.equal(editor.document.isClosed, false);
  });

  it('is asked for the whole draft anew: what was typed meanwhile counts', async () => {
    const editor = await openEditor('');
    await window.compose('青禾湾的渡口');
    const [server] = await waitFor(servers);
    assert.ok(server);
    process.kill(server, 'SIGKILL');
    await window.compose('人来人往，');
    await waitFor(() => servers().some(pid => pid !== server));
    await waitFor(async () => {
      await window.compose('青禾湾的');
      return (await waitFor(window.suggestions, 1000)).some(({ label }) => label.startsWith('渡口'));
    }, 10_000);
    assert.match(editor.document.getText(), /^青禾湾的渡口人来人往，/);
  });
});
