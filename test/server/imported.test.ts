import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { withServer } from './inProcess';
import { type TemporaryCorpus, temporaryCorpus } from './temporaryCorpus';

/** A name that looks like a sentence in two languages. */
const MEMBER = '材料 / notes.jsonl';

describe('what is wrong with a file', () => {
  let corpus: TemporaryCorpus;
  before(async () => {
    corpus = await temporaryCorpus();
    const lines = ['{"title": "甲", "text": "春耕生产要抓早抓好。"}', '这不是 JSON'].join('\n');
    await corpus.write('合集.zip', zipSync({ [MEMBER]: strToU8(lines) }));
  });
  after(() => corpus.remove());

  for (const [locale, wanted, other] of [
    ['zh-cn', /第 2 行/, /line 2/],
    ['en', /line 2/, /第 2 行/],
  ] as const) {
    it(`is told in the language of the writer, and names the part: ${locale}`, async () => {
      await withServer({ corpus: [corpus.folder], storage: corpus.storage, locale }, async client => {
        await client.ready();
        const imported = await client.request('fanben/imported', { path: corpus.path('合集.zip') });
        const report = await client.request('fanben/report', null);
        const told = [
          ...imported!.articles.flatMap(({ problems }) => problems.map(({ message }) => message)),
          ...report!.files.flatMap(({ problems }) => problems),
        ];
        assert.equal(told.length, 2);
        for (const message of told) {
          assert.ok(message.includes(MEMBER), message);
          assert.match(message, wanted);
          assert.doesNotMatch(message, other);
        }
      });
    });
  }
});
