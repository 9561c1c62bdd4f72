import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMiner } from '../../../../../src/corpus/builder/mining/miner';
import { framesName, readFrames } from '../../../../../src/corpus/index/framesFile';

describe('openMiner', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fanben-miner-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A thread that never ends with these articles, and tells in a file what it was to pass over. */
  function thread(endless: readonly number[]): string {
    const path = join(folder, 'thread.js');
    writeFileSync(
      path,
      `const { parentPort, workerData } = require('node:worker_threads');
       const at = new Int32Array(workerData);
       const { appendFileSync } = require('node:fs');
       parentPort.on('message', ({ givenUp }) => {
         appendFileSync(${JSON.stringify(join(folder, 'asked'))}, JSON.stringify(givenUp) + '\\n');
         for (const article of [0, 1, 2, 3]) {
           if (givenUp.includes(article)) continue;
           Atomics.store(at, 0, article + 1);
           if (${JSON.stringify(endless)}.includes(article)) for (;;);
         }
         Atomics.store(at, 0, 0);
         parentPort.postMessage('done');
       });`,
    );
    return path;
  }
  const segments = [{ id: 's', characters: 400_000, articles: 4, bytes: 0 }];
  const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');

  it('gives up an article that takes too long, and mines the rest of its block', async () => {
    const miner = openMiner(folder, new Set(), { worker: thread([2]), articleMs: 300 });
    await miner.mine(segments, new AbortController().signal);
    await miner.close();
    assert.deepEqual(asked(), ['[]', '[2]']);
  });

  it('remembers a block with nothing else, so that it is not mined at each start', async () => {
    const miner = openMiner(folder, new Set(), { worker: thread([0, 1, 2, 3]), articleMs: 100 });
    await miner.mine(segments, new AbortController().signal);
    await miner.close();
    assert.deepEqual(asked(), ['[]', '[0]', '[0,1]']);
    const block = { segment: 's', block: 0 };
    assert.ok(readdirSync(folder).includes(framesName(block)));
    assert.deepEqual(await readFrames(folder, block), []);
    const again = openMiner(folder, new Set(readdirSync(folder)), { worker: thread([0]), articleMs: 100 });
    await again.mine(segments, new AbortController().signal);
    await again.close();
    assert.equal(asked().length, 3, 'the next start asks nobody');
  });

  it('mines what it has begun with once', async () => {
    const miner = openMiner(folder, new Set(), { worker: thread([]), articleMs: 10_000 });
    const columns = { text: new Uint16Array(), wordBits: new Uint8Array(), articleStarts: new Int32Array() };
    miner.begin({ id: 't', characters: 1_400_000 }, columns);
    miner.begin({ id: 'small', characters: 4 });
    await miner.mine(
      [{ id: 't', characters: 1_400_000, articles: 4, bytes: 0 }, ...segments],
      new AbortController().signal,
    );
    await miner.close();
    assert.deepEqual(asked(), ['[]', '[]', '[]']);
  });

  it('stops within an article when it is cancelled', async () => {
    const cancelling = new AbortController();
    const miner = openMiner(folder, new Set(), { worker: thread([0]), articleMs: 60_000 });
    const mined = miner.mine(segments, cancelling.signal);
    const begun = setInterval(() => existsSync(join(folder, 'asked')) && cancelling.abort(), 20);
    await mined;
    clearInterval(begun);
    await miner.close();
    assert.deepEqual(asked(), ['[]']);
  });
});
