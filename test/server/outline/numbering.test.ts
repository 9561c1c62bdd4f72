import assert from 'node:assert/strict';
import type { Diagnostic, PublishDiagnosticsParams, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer } from '../inProcess';
import { cursor } from '../lspClient';

/** Longer than the server waits for the hand to rest. */
const QUIET_MS = 1500;

/** A server and what it has published, document by document. */
async function watched(options: Parameters<typeof startServer>[0] = {}) {
  const client = await startServer(options);
  const published: PublishDiagnosticsParams[] = [];
  let wake = () => {};
  client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    wake();
  });
  const open = async (text: string, languageId = 'speech-draft') => {
    const uri = `untitled:numbering-${languageId}-${published.length}-${text.length}`;
    await client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  };
  /** The next diagnostics of the document. */
  const next = (uri: string): Promise<Diagnostic[]> =>
    new Promise((resolve, reject) => {
      const from = published.length;
      const timer = setTimeout(() => reject(new Error('nothing published')), 20_000);
      wake = () => {
        const found = published.slice(from).find(params => params.uri === uri);
        if (!found) return;
        clearTimeout(timer);
        resolve(found.diagnostics);
      };
    });
  return { client, published, open, next };
}

const applied = (text: string, edits: TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);

describe('the numbering of a draft', () => {
  let server: Awaited<ReturnType<typeof watched>>;
  before(async () => {
    server = await watched();
  });
  after(() => server.client.stop());

  it('is checked: what is wrong is told at its number, and taken back when it is right', async () => {
    const uri = await server.open('一、甲\n三、乙');
    const [problem] = await server.next(uri);
    assert.deepEqual(problem, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
      severity: 2,
      code: 'numbering',
      source: '范本',
      message: '序号不连续：“三、”前应有“二、”。',
      data: { code: 'missing', openUntilLine: 1 },
    });
    const contentChanges = [{ range: { ...problem!.range, end: { line: 1, character: 1 } }, text: '二' }];
    await server.client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    assert.deepEqual(await server.next(uri), []);
  });

  it('is not checked in Markdown and text files', async () => {
    const uris = [await server.open('一、甲\n三、乙', 'markdown'), await server.open('一、甲\n三、乙', 'plaintext')];
    await new Promise(resolve => setTimeout(resolve, QUIET_MS));
    assert.deepEqual(
      server.published.filter(({ uri }) => uris.includes(uri)),
      [],
    );
    for (const uri of uris) {
      const start = { line: 1, character: 0 };
      const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
      assert.deepEqual(await server.client.request('textDocument/codeAction', params), []);
    }
  });

  it('is mended by itself, by section, and as a whole', async () => {
    const text = '一、甲\n（一）子\n（三）丑\n（四）寅\n三、乙';
    const uri = await server.open(text);
    const diagnostics = await server.next(uri);
    const start = { line: 2, character: 1 };
    const actions = await server.client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics },
    });
    assert.deepEqual(
      actions.map(({ title, edit }) => [title, edit && applied(text, edit.changes![uri]!)]),
      [
        ['改为“（二）”', '一、甲\n（一）子\n（二）丑\n（四）寅\n三、乙'],
        ['本节重新编号', '一、甲\n（一）子\n（二）丑\n（三）寅\n三、乙'],
        ['全文重新编号', '一、甲\n（一）子\n（二）丑\n（三）寅\n二、乙'],
        ['“（三）”在本稿中不再提示', undefined],
        ['本稿不再检查“序号”', undefined],
      ],
    );
    assert.deepEqual(actions[0]!.diagnostics, [diagnostics[0]]);
  });

  it('is mended by a few dozen actions at most, however much of it is wrong', async () => {
    const lines = Array.from({ length: 1_400 }, () => '（三）丑');
    const uri = await server.open(lines.join('\n'));
    await server.next(uri);
    const actions = await server.client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: 0 } },
      context: { diagnostics: [] },
    });
    assert.ok(actions.length > 2 && actions.length <= 36, `${actions.length} actions`);
  });

  it('offers no mending where nothing is wrong', async () => {
    const uri = await server.open('一、甲\n三、乙');
    const start = { line: 0, character: 0 };
    const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
    assert.deepEqual(await server.client.request('textDocument/codeAction', params), []);
  });

  it('is made right in a selection or everywhere', async () => {
    const text = '一、甲\n三、乙\n五、丙';
    const textDocument = { uri: await server.open(text) };
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    const some = await server.client.request('fanben/renumber', { textDocument, range });
    assert.equal(applied(text, some), '一、甲\n二、乙\n五、丙');
    const all = await server.client.request('fanben/renumber', { textDocument });
    assert.equal(applied(text, all), '一、甲\n二、乙\n三、丙');
  });

  async function move(marked: string, direction: 'up' | 'down'): Promise<string> {
    const { text, position } = cursor(marked);
    const textDocument = { uri: await server.client.open(text) };
    const answer = await server.client.request('fanben/moveSection', { textDocument, position, direction });
    if (answer.kind !== 'moved') return answer.kind;
    const result = applied(text, [answer.edit]);
    const offset = TextDocument.create('', '', 0, result).offsetAt(answer.position);
    return `${result.slice(0, offset)}|${result.slice(offset)}`;
  }

  it('stays right when a section moves, and the cursor stays in it', async () => {
    assert.equal(await move('一、甲\n二、乙\n乙的|话。', 'up'), '一、乙\n乙的|话。\n二、甲');
    assert.equal(await move('一、甲|甲\n甲的话。\n二、乙', 'down'), '一、乙\n二、甲|甲\n甲的话。');
    const ten = [...'一二三四五六七八九'].map(number => `${number}、节`).join('\n');
    assert.ok((await move(`${ten}\n十、尾|巴\n十一、末`, 'down')).endsWith('十、末\n十一、尾|巴'));
    assert.equal(await move('要求：一|是快，不拖；二是稳。', 'down'), '要求：一是稳；二|是快，不拖。');
  });

  it('says why a section does not move', async () => {
    assert.equal(await move('一、|甲\n二、乙', 'up'), 'atEnd');
    assert.equal(await move('开|场。\n一、甲\n二、乙', 'down'), 'noSection');
    assert.equal(await move('要抓两件事。一是路。\n二|是水。', 'up'), 'tied');
  });

  it('tells the length of a draft and of ranges in it', async () => {
    const textDocument = { uri: await server.open('一、建成5G基站。\n要快。') };
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } };
    const length = await server.client.request('fanben/length', { textDocument, ranges: [range] });
    assert.deepEqual(length, { characters: 11, selected: 2 });
  });
});

describe('the numbering, by the settings', () => {
  it('is checked everywhere, with a hint at uneven titles, in English', async () => {
    const { client, open, next } = await watched({ locale: 'en', numbering: { check: 'all', uneven: true } });
    const diagnostics = await next(await open('一、抓产业，强县域\n二、转作风，树形象\n四、惠民生', 'markdown'));
    assert.deepEqual(
      diagnostics.map(({ data, severity, message }) => [data.code, severity, message]),
      [
        ['missing', 2, 'A number is missing: “三、” should come before “四、”.'],
        ['uneven', 4, 'Uneven: the titles beside it have 2 clauses, this one 1. Make them alike.'],
      ],
    );
    await client.stop();
  });

  it('is checked nowhere', async () => {
    const { client, published, open } = await watched({ numbering: { check: 'off', uneven: true } });
    await open('一、甲\n三、乙');
    await new Promise(resolve => setTimeout(resolve, QUIET_MS));
    assert.deepEqual(published, []);
    await client.stop();
  });
});
