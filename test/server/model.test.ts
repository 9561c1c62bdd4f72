import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { openModel } from '../../src/corpus/model/openModel';
import { crc32 } from '../../src/corpus/storage/checksum';
import { packTree } from '../../src/engine/background/packTree';
import { encodePhraseTree } from '../../src/engine/background/phraseTreeCodec';
import type { LanguageModel } from '../../src/engine/model/languageModel';
import { treeOfTexts } from '../unit/engine/background/treeOfTexts';
import { tinyModelBytes } from '../unit/engine/model/tinyModel';
import { withServer } from './inProcess';
import type { LspClient } from './lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from './temporaryCorpus';

const TRIES = 50;

describe('the language model', () => {
  let corpus: TemporaryCorpus;
  let background: string;
  let model: string;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    background = `${corpus.storage}.background`;
    model = `${corpus.storage}.model`;
    await writeFile(background, encodePhraseTree(packTree(treeOfTexts(['抓落实'])), crc32));
    await writeFile(model, tinyModelBytes(1));
  });
  after(() => corpus.remove());

  const options = () => ({ corpus: [corpus.folder], storage: corpus.storage, background });
  const later = () => new Promise(resolve => setTimeout(resolve, 20));
  const serves = async (client: LspClient) => {
    await client.ready();
    const items = await client.complete('干部要扑下身子|');
    assert.ok(items.some(({ label }) => label.startsWith('抓落实')));
  };
  /** Opens a model that tells how often it was asked. */
  const counting = () => {
    const asked: string[] = [];
    const open = async (path: string): Promise<LanguageModel> => {
      const opened = (await openModel(path))!;
      return {
        ...opened,
        advise(draft, texts) {
          asked.push(draft.before);
          return opened.advise(draft, texts);
        },
      };
    };
    return { asked, open };
  };

  it('is asked about what the background and the corpus have', async () => {
    const { asked, open } = counting();
    const use = async (client: LspClient) => {
      for (let tries = 0; asked.length === 0 && tries < TRIES; tries++) {
        await serves(client);
        await later();
      }
      assert.ok(asked.includes('干部要扑下身子'));
      assert.deepEqual(client.shown, []);
    };
    await withServer({ ...options(), model: true }, use, { model, openModel: open });
  });

  it('is not even read where it is turned off', async () => {
    const openNone = () => assert.fail('it was read');
    await withServer({ ...options(), model: false }, serves, { model, openModel: openNone });
    await withServer({ ...options(), model: true, background: false }, serves, { model, openModel: openNone });
  });

  it('is left out with a message that names its file where that is damaged or missing; completion goes on', async () => {
    const damaged = tinyModelBytes(1);
    damaged[500]! ^= 1;
    await writeFile(`${model}.damaged`, damaged);
    for (const path of [`${model}.damaged`, `${model}.missing`]) {
      const use = async (client: LspClient) => {
        await serves(client);
        for (let tries = 0; client.shown.length === 0 && tries < TRIES; tries++) await later();
        assert.ok(
          client.shown.some(message => message.includes(path)),
          client.shown.join(),
        );
        await serves(client);
      };
      await withServer({ ...options(), model: true }, use, { model: path });
    }
  });
});
