import assert from 'node:assert/strict';
import { startServer } from '../inProcess';
import { accepted, cursor, type LspClient } from '../lspClient';
import { type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

describe('own frames', () => {
  let files: TemporaryCorpus;
  let client: LspClient;
  before(async () => {
    files = await temporaryCorpus();
    client = await startServer({});
  });
  after(async () => {
    await client.stop();
    await files.remove();
  });

  const use = async (...names: string[]) => {
    await client.notify('fanben/setFrameFiles', { paths: names.map(files.path) });
    return client.request('fanben/ownFrames', null);
  };

  it('makes an entry of a text with slots, which can be asked for by name and by initials', async () => {
    const text = '以茶兴县，以茶富民';
    const candidates = await client.request('fanben/slotCandidates', { text });
    assert.ok(candidates.length > 0);
    const slots = [
      { start: 1, end: 2, name: '产业' },
      { start: 6, end: 7, name: '产业' },
    ];
    const entry = await client.request('fanben/composeFrame', { text, slots, name: '兴县 富民' });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
    assert.deepEqual(entry, { prefix: ['兴县富民', 'xxfm'], body: ['以${1:产业}兴县，以${1}富民'] });
    await files.write('我的.code-snippets', JSON.stringify({ 兴县富民: entry }));

    const { frames, problems } = await use('我的.code-snippets', '没有.code-snippets');
    assert.deepEqual(problems, []);
    assert.equal(frames[0]?.preview, '以〔产业〕兴县，以〔产业〕富民');
    const marked = '我们要做到：xxfm|';
    const item = (await client.complete(marked))[0]!;
    assert.equal(item.label, '兴县富民');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how snippets write slots.
    assert.equal(accepted(cursor(marked), item), '我们要做到：以${1:〔产业〕}兴县，以${1}富民');
  });

  it('names the file that is broken, and serves the others', async () => {
    await files.write('坏.code-snippets', '这不是 JSON');
    const { frames, problems } = await use('坏.code-snippets', '我的.code-snippets');
    assert.equal(frames.length, 1);
    assert.deepEqual(
      problems.map(({ path }) => path),
      [files.path('坏.code-snippets')],
    );
  });

  it('says what ails a file that is too large or no file, and does not call it bad JSON', async () => {
    await files.write('巨.code-snippets', ' '.repeat(2_000_001));
    await files.write('夹/里.txt', '');
    const { problems } = await use('巨.code-snippets', '夹');
    assert.equal(problems.length, 2);
    assert.match(problems[0]!.message, /> 2 MB/);
    assert.match(problems[1]!.message, /EISDIR/);
  });

  it('forgets the frames of a file that is not named any more', async () => {
    assert.deepEqual(await use(), { frames: [], problems: [] });
  });
});
