import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { crc32 } from '../../../src/corpus/storage/checksum';
import { packTree } from '../../../src/engine/background/packTree';
import { encodePhraseTree } from '../../../src/engine/background/phraseTreeCodec';
import { treeOfTexts } from '../../unit/engine/background/treeOfTexts';
import { withServer } from '../inProcess';
import type { LspClient } from '../lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

describe('the background of set phrases', () => {
  let corpus: TemporaryCorpus;
  let background: string;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    background = `${corpus.storage}.bin`;
    const common = ['统筹推进各项工作', '统筹推进各项工作，', '扑下身子抓落实', '抓落实'];
    const texts = common.flatMap(text => Array<string>(400).fill(text));
    const suffixes = texts.flatMap(text => [...text].map((_, at) => text.slice(at)));
    await writeFile(background, encodePhraseTree(packTree(treeOfTexts(suffixes)), crc32));
  });
  after(() => corpus.remove());

  const options = () => ({ corpus: [corpus.folder], storage: corpus.storage });
  /** Rows of a list, once the background is read. */
  const rows = async (client: LspClient, marked: string) => {
    await client.ready();
    for (let tries = 0; ; tries++) {
      const items = await client.complete(marked);
      if (items.length > 0 || tries === 50) return items;
      await new Promise(later => setTimeout(later, 20));
    }
  };

  it('offers what the corpus does not have, as common, without a source', () =>
    withServer({ ...options(), background }, async client => {
      const items = await rows(client, '我们要统筹推进|');
      const item = items.find(({ label }) => label.includes('各项工作'));
      assert.ok(item, items.map(({ label }) => label).join(' / '));
      assert.equal(item.labelDetails?.detail, ' 常用');
      assert.equal(item.labelDetails?.description, undefined);
      assert.equal(item.data, undefined);
    }));

  it('leaves a row to the writer’s own articles where they have it, too', () =>
    withServer({ ...options(), background }, async client => {
      const items = await rows(client, '干部要扑下身子|');
      const item = items.find(({ label }) => label.startsWith('抓落实'));
      assert.match(item?.labelDetails?.detail ?? '', /\d 篇/);
    }));

  it('is not there where it is turned off', () =>
    withServer({ ...options(), background: false }, async client => {
      await client.ready();
      assert.deepEqual(await client.complete('我们要统筹推进|'), []);
    }));

  it('is left out with a warning where the file of one’s own is damaged or missing; the corpus serves', async () => {
    for (const path of [corpus.path('旧稿/2019年在青石村调研时的讲话.md'), corpus.path('没有.bin')]) {
      await withServer({ ...options(), background: path }, async client => {
        const items = await rows(client, '干部要扑下身子|');
        assert.ok(items.some(({ label }) => label.startsWith('抓落实')));
        assert.ok(
          client.shown.some(message => message.includes(path)),
          client.shown.join(),
        );
      });
    }
  });
});
