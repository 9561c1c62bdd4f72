import assert from 'node:assert/strict';
import { articleAddress } from '../../../src/server/passages/articleAddress';
import type { Source } from '../../../src/server/protocol/passages';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

const OUTLINED = [
  '在青禾县作风建设会上的讲话',
  '（2023年3月1日）',
  '一、要大兴贴近群众之风',
  '要大兴贴近群众之风、要大兴调查落实之风、要大兴检视问题之风，扑下身子抓落实。',
  '二、要大兴求真务实之风',
  '大家得扑下身子抓落实，不能坐在屋里等。',
].join('\n');

describe('an article that is read in a document of the client', () => {
  const served = serveCorpus({ ...speeches, '2023-03-01 在青禾县作风建设会上的讲话.txt': OUTLINED });

  /** Opens the article as a client shows it, and gives its address. */
  async function read(name: string): Promise<{ uri: string; lines: string[] }> {
    const ref = { path: served.corpus.path(name), entry: 0, paragraph: 0, offset: 0, length: 0 };
    const shown = await served.client.request<Source | null>('fanben/source', ref);
    assert.ok(shown?.kind === 'article');
    const uri = articleAddress('fanben-source', shown);
    await served.client.open(shown.text, uri);
    return { uri, lines: shown.text.split('\n') };
  }
  const outlined = () => read('2023-03-01 在青禾县作风建设会上的讲话.txt');

  it('does not say twice what the name of its file says', async () => {
    const origin = async (name: string) => (await read(name)).lines[1];
    assert.equal(
      await origin('2023-03-01 在青禾县作风建设会上的讲话.txt'),
      '2023-03-01 在青禾县作风建设会上的讲话.txt',
    );
    const named = '2023-02-06_在全镇抓落实大会上的讲话_程向南.txt';
    assert.equal(await origin(named), named);
    assert.equal(await origin('2024-07-01_在主题党课上的讲话.txt'), '周明远 · 2024-07-01_在主题党课上的讲话.txt');
    assert.equal(await origin('旧稿/2019年在青石村调研时的讲话.md'), '2019-05 · 2019年在青石村调研时的讲话.md');
  });

  it('has its outline', async () => {
    const { uri } = await outlined();
    const symbols = await served.client.request('textDocument/documentSymbol', { textDocument: { uri } });
    const names = symbols.map(({ name }) => name);
    assert.ok(
      names.some(name => name.includes('贴近群众')) && names.some(name => name.includes('求真务实')),
      `${names}`,
    );
  });

  it('has its frames, with the places of their members', async () => {
    const { uri, lines } = await outlined();
    const frames = await served.client.request('fanben/articleFrames', { textDocument: { uri } });
    const frame = frames.find(({ template }) => template === '要大兴〔四字〕之风');
    assert.ok(frame, JSON.stringify(frames));
    for (const { start, end } of frame.places)
      assert.match(lines[start.line]!.slice(start.character, end.character), /要大兴.{4}之风$/);
    assert.ok(frame.places.length >= 3);
  });

  it('is hovered over as a draft is, and is itself no source', async () => {
    const { uri, lines } = await outlined();
    const line = lines.findIndex(text => text.startsWith('大家得'));
    const position = { line, character: lines[line]!.indexOf('身子') };
    const about = { textDocument: { uri }, position };
    const hover = await served.client.request('textDocument/hover', about);
    assert.match(JSON.stringify(hover), /扑下身子抓落实/);
    assert.doesNotMatch(JSON.stringify(hover), /作风建设会/);
    const found = await served.client.request('textDocument/references', about);
    assert.equal(found.length, 3);
  });

  it('is not checked, and nothing is offered in place of its words', async () => {
    const { uri } = await outlined();
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 3 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    assert.deepEqual(await served.client.request('textDocument/codeAction', params), []);
    assert.equal(await served.client.request('fanben/check', { textDocument: { uri } }), null);
  });
});
