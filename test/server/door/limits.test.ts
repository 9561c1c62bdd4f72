import assert from 'node:assert/strict';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { messageLimits } from '../../../src/server/protocol/limits';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

/** What Select All gives of an endless line. */
const ENDLESS = '扑下身子抓落实推动高质量发展'.repeat(5_000);

describe('a request with more than one may hold', () => {
  const served = serveCorpus(speeches, { locale: 'en' });

  it('is answered from its beginning where words are looked up', async () => {
    const [hit] = await served.client.request('fanben/lookUp', { words: ENDLESS, limit: 5 });
    assert.match(hit?.sentence ?? '', /高质量发展|扑下身子/);
  });

  for (const [method, params, field] of [
    ['fanben/slotCandidates', { text: ENDLESS }, 'text'],
    ['fanben/composeFrame', { text: ENDLESS, slots: [], name: '句式' }, 'text'],
    ['fanben/composeFrame', { text: '以茶兴县', slots: [], name: ENDLESS }, 'name'],
    ['fanben/wordStarts', { texts: [ENDLESS + ENDLESS] }, 'texts.0'],
    ['fanben/locate', { path: ENDLESS, entry: 0, paragraph: 0, offset: 0, length: 1 }, 'path'],
    [
      'fanben/length',
      { textDocument: { uri: 'untitled:1' }, ranges: Array(messageLimits.places + 1).fill(null) },
      'ranges',
    ],
  ] as const) {
    it(`is refused, and the field named: ${method} ${field}`, async () => {
      await assert.rejects(served.client.connection.sendRequest(method, params), (error: unknown) => {
        assert.ok(error instanceof ResponseError && error.code === ErrorCodes.InvalidParams, String(error));
        assert.ok(error.message.includes(`${field}: <=`) || error.message.includes(`${field}.0`), error.message);
        assert.ok(error.message.length < 500 && !error.message.includes('扑下'), error.message);
        return true;
      });
    });
  }

  it('as long as it may be, has its answer', async () => {
    const text = ENDLESS.slice(0, messageLimits.frameText);
    const candidates = await served.client.request('fanben/slotCandidates', { text });
    assert.ok(candidates.length > 100);
    const [starts] = await served.client.request('fanben/wordStarts', {
      texts: [ENDLESS.slice(0, messageLimits.wordsParagraph)],
    });
    assert.ok(starts!.length > 1_000);
  });
});
