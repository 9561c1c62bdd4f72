import { startServer } from './inProcess';
import type { LspClient, StartOptions } from './lspClient';
import { type TemporaryCorpus, temporaryCorpus } from './temporaryCorpus';

/** What the tests of a `describe` ask. */
export interface ServedCorpus {
  readonly client: LspClient;
  readonly corpus: TemporaryCorpus;
}

/**
 * A corpus of these files and a server over it, for the tests of one `describe`: indexed before the first of them, gone
 * after the last. Called where the tests stand, not within one.
 *
 *     const served = serveCorpus(speeches);
 *     it('answers', async () => assert.ok(await served.client.request('fanben/report', null)));
 */
export function serveCorpus(
  files: Parameters<typeof temporaryCorpus>[0],
  options: Omit<StartOptions, 'corpus' | 'storage'> = {},
): ServedCorpus {
  let client: LspClient;
  let corpus: TemporaryCorpus;
  before(async () => {
    corpus = await temporaryCorpus(files);
    client = await startServer({ corpus: [corpus.folder], storage: corpus.storage, ...options });
    await client.ready();
  });
  after(async () => {
    await client.stop();
    await corpus.remove();
  });
  return {
    get client() {
      return client;
    },
    get corpus() {
      return corpus;
    },
  };
}
