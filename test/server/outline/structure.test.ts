import assert from 'node:assert/strict';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer } from '../inProcess';
import { cursor, type LspClient } from '../lspClient';

describe('the structure of a draft', () => {
  let client: LspClient;
  before(async () => {
    client = await startServer({});
  });
  after(() => client.stop());

  async function afterEnter(marked: string): Promise<string> {
    const edits = await client.ask('textDocument/onTypeFormatting', marked, { ch: '\n', options: {} });
    return TextDocument.applyEdits(TextDocument.create('', '', 0, cursor(marked).text), edits);
  }

  it('ends a list at an Enter behind an empty number', async () => {
    assert.equal(await afterEnter('一是抓产业。\n二是\n|'), '一是抓产业。\n');
    assert.equal(await afterEnter('一、抓产业\n二、\n|\n结尾'), '一、抓产业\n\n结尾');
    assert.equal(await afterEnter('　　（二）\n　　|'), '');
  });

  it('leaves alone what the editor has continued, and what is no list', async () => {
    for (const marked of ['一是抓产业。\n二是|', '抓产业。\n|', '|', '一是快，\n二是|稳。']) {
      assert.equal(await afterEnter(marked), cursor(marked).text);
    }
  });

  it('continues a list where the editor has not', async () => {
    assert.equal(await afterEnter('一是抓产业。\n|'), '一是抓产业。\n二是');
  });

  it('begins the next point and counts on those behind it, and leaves a heading its text', async () => {
    assert.equal(await afterEnter('一是快。\n|\n二是稳。'), '一是快。\n二是\n三是稳。');
    assert.equal(await afterEnter('一、抓产业\n|'), '一、抓产业\n');
    assert.equal(await afterEnter('一、抓产业\n二、抓作风\n|'), '一、抓产业\n二、抓作风\n三、');
  });

  const draft = '在大会上的讲话\n一、抓产业\n（一）兴茶园\n把茶园管好。\n（二）建工厂\n二、抓作风\n一是实；二是严。|';

  it('is the outline of the editor', async () => {
    const symbols = await client.ask('textDocument/documentSymbol', draft);
    const names = (list: DocumentSymbol[]): unknown[] =>
      list.map(({ name, children }) => (children?.length ? [name, ...names(children)] : name));
    assert.deepEqual(names(symbols), [
      ['一、抓产业', '（一）兴茶园', '（二）建工厂'],
      ['二、抓作风', '一是实', '二是严'],
    ]);
    const inside = ({ range, selectionRange, children }: DocumentSymbol): boolean => {
      const notAfter = (a: { line: number; character: number }, b: typeof a) =>
        a.line < b.line || (a.line === b.line && a.character <= b.character);
      return (
        notAfter(range.start, selectionRange.start) &&
        notAfter(selectionRange.end, range.end) &&
        (children ?? []).every(child => notAfter(range.start, child.range.start) && inside(child))
      );
    };
    assert.ok(symbols.every(inside), JSON.stringify(symbols));
  });

  it('tells the length of each part', async () => {
    const [first] = await client.ask('textDocument/documentSymbol', draft);
    assert.equal(first!.detail, '23 字');
  });

  it('keeps long names short', async () => {
    const [first] = await client.ask(
      'textDocument/documentSymbol',
      '一是通过自动外呼开展满意度回访，解决电话回访工作量大、重复性高等问题。|',
    );
    assert.equal(first!.name, '一是通过自动外呼开展满意度回访…');
  });

  it('widens a selection from the clause to the text', async () => {
    const { text, position } = cursor('一、甲\n要快，要|稳。要准。\n二、乙');
    const textDocument = { uri: await client.open(text) };
    const [range] = await client.request('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    const document = TextDocument.create('', '', 0, text);
    const texts: string[] = [];
    for (let wider: SelectionRange | undefined = range; wider; wider = wider.parent) {
      texts.push(document.getText(wider.range));
    }
    assert.deepEqual(texts, ['要稳', '要快，要稳。', '要快，要稳。要准。', '一、甲\n要快，要稳。要准。', text]);
  });

  it('folds', async () => {
    const ranges = await client.ask('textDocument/foldingRange', draft);
    assert.deepEqual(
      ranges.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 4],
        [2, 3],
        [5, 6],
      ],
    );
  });
});
