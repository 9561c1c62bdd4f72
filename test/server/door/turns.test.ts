import assert from 'node:assert/strict';
import { nastyText } from '../../attack/nasty';
import { startServer } from '../inProcess';
import type { LspClient } from '../lspClient';

/** What looks at all of a draft, and a draft in which each has work for many turns. */
const LONG = ['fanben/renumber', 'fanben/check'] as const;

describe('a request about a whole draft', () => {
  let client: LspClient;
  before(async () => {
    client = await startServer();
  });
  after(() => client.stop());

  for (const method of LONG)
    it(`lets others be served in between: ${method}`, async () => {
      const long = await client.open(nastyText('二是甲乙丙丁，要抓落实。\n', 60_000));
      const short = await client.open('一是快');
      const answered: string[] = [];
      const ask = (name: string, of: typeof method | 'fanben/memberDue', uri: string) =>
        client.connection
          .sendRequest(of, { textDocument: { uri }, position: { line: 0, character: 3 } })
          .then(() => answered.push(name));
      await Promise.all([ask('long', method, long), ask('short', 'fanben/memberDue', short)]);
      assert.deepEqual(answered, ['short', 'long']);
    });
});
