import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withServerProcess } from '../childProcess';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

describe('what is kept of a corpus and its writer', () => {
  let corpus: TemporaryCorpus;
  before(async function () {
    if (process.platform === 'win32') this.skip();
    corpus = await temporaryCorpus(speeches);
  });
  after(() => corpus?.remove());

  it('can be read by its owner alone, all of it', async () => {
    const kept = join(dirname(corpus.storage), 'kept');
    const at = (name: string) => join(kept, name);
    const options = {
      corpus: [corpus.folder],
      storage: at('index/0123456789abcdef'),
      indexes: at('index'),
      use: at('uses/0123456789abcdef'),
      choices: at('writer/choices.jsonl'),
      ignored: at('writer/ignored.json'),
      notes: at('writer/notes.json'),
    };
    await withServerProcess(options, async client => {
      await client.ready();
      const { rows } = await client.request('fanben/corpusTree', {
        parent: { kind: 'folder', path: corpus.folder },
        from: 0,
      });
      const article = rows.find(row => row.kind === 'article');
      assert.ok(article);
      await client.request('fanben/noteArticle', { path: article.path, entry: 0, change: { title: '题目' } });
      await client.request('fanben/banish', { text: '抓落实', isBanished: true });
      const uri = 'file:///draft.gao';
      await client.open('要抓落实,要见成效。', uri);
      await client.request('workspace/executeCommand', {
        command: 'fanben.ignoreProblem',
        arguments: [{ uri, code: 'width', text: ',' }],
      });
    });
    const all = readdirSync(kept, { recursive: true, encoding: 'utf8' });
    for (const name of ['choices.jsonl', 'ignored.json', 'notes.json', 'manifest.json'])
      assert.ok(
        all.some(path => path.endsWith(name)),
        `${name} is there: ${all.join(' ')}`,
      );
    const open = all.filter(path => (statSync(join(kept, path)).mode & 0o077) !== 0);
    assert.deepEqual(open, []);
  });
});
