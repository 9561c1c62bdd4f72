import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { collection } from '../../fixtures/testFolder';
import { ServerProcess } from '../childProcess';
import { type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

const FILES = 3;
const ARTICLES = 450;
const SAID = '独一无二的渡口号子';

describe('a server that is started again while it indexes', () => {
  let corpus: TemporaryCorpus;
  before(async () => {
    corpus = await temporaryCorpus();
    for (let i = 0; i < FILES; i++) await corpus.write(`${i}.jsonl`, collection(ARTICLES, 1_000, i * ARTICLES));
    await corpus.write('末.txt', `在渡口的讲话\n船工们唱起${SAID}，把船撑过河去。\n`);
  });
  after(() => corpus.remove());

  it('goes on where it was, be it stopped or killed, and has each article once', async () => {
    const options = { corpus: [corpus.folder], storage: corpus.storage };
    const isUnderWay = (client: ServerProcess) =>
      client.status(({ state, filesDone = 0 }) => state === 'indexing' && filesDone > 0);
    let client = await ServerProcess.start(options);
    await isUnderWay(client);
    assert.equal(await client.stop(), 0);
    client = await ServerProcess.start(options);
    await isUnderWay(client);
    client.process.kill('SIGKILL');
    await client.exited;
    client = await ServerProcess.start(options); // the builder of the other may still hold the lock
    const { articles, skipped } = await client.ready();
    assert.deepEqual([articles, skipped], [FILES * ARTICLES + 1, 0]);
    const items = await client.complete('船工们唱起独一无二的|');
    assert.ok(items.some(({ label }) => label.includes('渡口号子')));
    assert.equal(await client.stop(), 0);
    assert.deepEqual(
      readdirSync(corpus.storage).filter(name => /tmp$|^unsorted/.test(name)),
      [],
    );
  });
});
