import assert from 'node:assert/strict';
import { collection } from '../../fixtures/testFolder';
import { withServerProcess } from '../childProcess';
import { type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

const EARLY = 1200;
const LATER = 6000;
/** More than the first piece that is published, and much more behind it. UTF-16 code units. */
const LENGTH = 1000;
/** A loaded machine may take long for what takes seconds. */
const PATIENCE_MS = 110_000;

describe('an index that is being built for the first time', () => {
  let corpus: TemporaryCorpus;
  before(async () => {
    corpus = await temporaryCorpus({
      '一.jsonl': collection(EARLY, LENGTH),
      '二.jsonl': collection(LATER, LENGTH, EARLY),
    });
  });
  after(() => corpus.remove());

  it('answers from its first million characters while the rest is read', async function () {
    this.timeout(PATIENCE_MS + 10_000);
    await withServerProcess({ corpus: [corpus.folder], storage: corpus.storage, locale: 'zh-cn' }, async client => {
      await client.status(({ articles }) => articles > 0, 0, PATIENCE_MS);
      const items = await client.complete('各乡镇扎实推进|');
      const { state, articles } = client.statuses.at(-1)!;
      assert.equal(state, 'indexing', 'the builder was done before the list was there: make LATER larger');
      assert.ok(articles >= EARLY / 2 && articles < EARLY + LATER, `${articles} articles`);
      assert.ok(items.length > 0);
    });
  });
});
