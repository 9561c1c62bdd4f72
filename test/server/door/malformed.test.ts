import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { runs } from '../../fixtures/runs';
import {
  DRAFT,
  exampleNotifications,
  exampleRequests,
  exampleSynchronisation,
  place,
  textDocument,
} from '../exampleMessages';
import { startServer, withServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

/** Paths to all values within a value, itself included. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner).map(path => [key, ...path]))];
}

/** With another value at a path; `undefined` takes it out. */
function changed(value: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as Record<string, unknown>) };
  copy[key] = changed(copy[key], rest, junk);
  return copy;
}

const junk = fc.oneof(
  fc.constantFrom(undefined, null, true, -1, 0.5, 1e308, '', '机密', [], {}, [[]], { 机密: '机密' }, ['机密', 7]),
  fc.jsonValue({ maxDepth: 2 }),
);
const spoilt = (messages: object) =>
  fc
    .constantFrom(...Object.entries(messages))
    .chain(([method, params]) =>
      fc
        .tuple(fc.constantFrom(...pathsOf(params)), junk)
        .map(([path, value]) => [method, changed(params, path, value)] as const),
    );

describe('a message that is not as it should be', () => {
  let corpus: TemporaryCorpus;
  let client: LspClient;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
    await client.ready();
    await client.open(DRAFT, textDocument.uri);
  });
  after(async () => {
    await client.stop();
    await corpus.remove();
  });

  /** The server is there, and knows what it knew. */
  const isSound = async () => {
    const { items } = await client.request('textDocument/completion', { textDocument, position: place });
    return items.some(({ label }) => label.includes('抓落实'));
  };

  for (const [method, params, fault] of [
    ['fanben/setFrameFiles', {}, 'paths'],
    ['fanben/setExemplars', {}, 'articles'],
    ['fanben/setExemplars', { articles: [{ path: 7, entry: 0 }] }, 'articles.0.path'],
    ['fanben/setCorpus', { corpus: '/' }, 'corpus'],
    ['textDocument/didChange', { textDocument, contentChanges: [{ text: null }] }, 'textDocument.version'],
  ] as const) {
    it(`is left out where nobody waits for an answer, and named in the log: ${method} ${fault}`, async () => {
      const from = client.log.length;
      await client.connection.sendNotification(method, params);
      assert.ok(await isSound());
      const log = client.log.slice(from).join('\n');
      assert.ok(log.includes(method) && log.includes(fault), log);
    });
  }

  it('is refused where an answer is waited for, and what is wrong is named without quoting it', async () => {
    const params = { text: '以茶兴县', slots: [{ start: -1, end: '机密', name: '产业' }], name: '兴县' };
    await assert.rejects(client.connection.sendRequest('fanben/composeFrame', params), (error: unknown) => {
      assert.ok(error instanceof ResponseError && error.code === ErrorCodes.InvalidParams);
      assert.ok(error.message.includes('fanben/composeFrame'), error.message);
      assert.ok(error.message.includes('slots.0.start') && error.message.includes('slots.0.end'), error.message);
      assert.ok(!error.message.includes('机密'), error.message);
      return true;
    });
  });

  it('whatever it is, has an answer, and changes nothing', async () => {
    const path = corpus.path(Object.keys(speeches)[0]!);
    const anyRequest = fc.tuple(fc.constant('request'), spoilt(exampleRequests(path)));
    const anyNotification = fc.tuple(
      fc.constant('notification'),
      spoilt({ ...exampleNotifications(corpus.folder), ...exampleSynchronisation }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyRequest, anyNotification), async ([kind, [method, params]]) => {
        if (kind === 'notification') return client.connection.sendNotification(method, params);
        await client.connection.sendRequest(method, params).catch((error: unknown) => {
          assert.ok(error instanceof ResponseError && error.code === ErrorCodes.InvalidParams, `${method}: ${error}`);
        });
      }),
      runs(150),
    );
    await client.notify('fanben/setCorpus', { corpus: [corpus.folder] });
    await client.notify('fanben/reindex', { fromScratch: false });
    for (let patience = 200; patience > 0 && !(await isSound()); patience--) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    assert.ok(await isSound());
    assert.ok(!client.log.join('\n').includes('机密'), client.log.join('\n'));
  });
});

describe('options that are not as they should be', () => {
  it('are left out and named to the writer; the others hold', async () => {
    const options = { locale: 'en', fuzzyPinyin: 'z-zh', numbering: { check: 'sometimes' }, storage: 7, choices: null };
    await withServer(options as object, async client => {
      const status = await client.status(({ state }) => state === 'failed');
      assert.match(status.message ?? '', /storage/);
      assert.equal(client.shown.length, 1);
      for (const name of ['storage', 'fuzzyPinyin', 'numbering.check'])
        assert.ok(client.shown[0]!.includes(name), name);
      assert.match(client.shown[0]!, /wrong options/);
      assert.ok((await client.complete('一是|')).length > 0);
    });
  });

  for (const options of ['机密', 7, [], null, { corpus: 7 }, { corpus: [7] }]) {
    it(`let a server start: ${JSON.stringify(options)}`, async () => {
      await withServer({ initializationOptions: options }, async client => {
        assert.ok((await client.complete('一是|')).length > 0);
      });
    });
  }
});
