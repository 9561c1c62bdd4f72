import assert from 'node:assert/strict';
import { type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver/node';
import { parseSnippet } from '../../../src/engine/templates/snippetText';
import { startServer, withServer } from '../inProcess';
import { accepted, cursor, type LspClient } from '../lspClient';

/** The draft after taking an item, its slots as `〔名称〕`. */
function shownAfter(marked: string, item: CompletionItem): string {
  const textEdit = item.textEdit as TextEdit;
  const newText = parseSnippet(textEdit.newText)
    .map(part => (typeof part === 'string' ? part : part.name))
    .join('');
  return accepted(cursor(marked), { ...item, textEdit: { ...textEdit, newText } });
}

describe('a series that the draft has begun', () => {
  let client: LspClient;
  before(async () => {
    client = await startServer({});
  });
  after(() => client.stop());

  const paragraphs =
    '讲话\n守初心担使命、转作风抓落实，必须始终保持“走在前”的清醒。县里要扛责。\n守初心担使命、转作风抓落实，必须始终保持“干到底”的韧劲。乡里要沉底。\n';
  const member = '守初心担使命、转作风抓落实，必须始终保持“〔引语〕”的〔两字〕。';

  it('is gone on with in an empty paragraph, before all else', async () => {
    const [item] = await client.complete(`${paragraphs}|`);
    assert.ok(item);
    assert.equal(item.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal(shownAfter(`${paragraphs}|`, item), paragraphs + member);
    const { documentation } = item;
    assert.ok(documentation && typeof documentation !== 'string');
    assert.match(documentation.value, /走在前[\s\S]*干到底/);
  });

  it('is gone on with where its first words are typed, and keeps the blanks before them', async () => {
    const marked = `${paragraphs}　　守初心|`;
    const items = await client.complete(marked);
    const item = items.find(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet);
    assert.ok(item);
    assert.equal(shownAfter(marked, item), `${paragraphs}　　${member}`);
    assert.equal(new Set(items.map(({ textEdit }) => JSON.stringify((textEdit as { range: object }).range))).size, 1);
  });

  it('offers the next number, then what stands behind it', async () => {
    const points = '要抓好三件事：一是抓学习，解决本领不强的问题；二是抓纪律，解决作风不实的问题；';
    const items = await client.complete(`${points}|`);
    const number = items.find(({ label }) => label === '三是');
    assert.ok(number, items.map(({ label }) => label).join(' / '));
    assert.equal(accepted(cursor(`${points}|`), number), `${points}三是`);
    assert.equal(number.labelDetails?.detail, ' 接上文');
    const [behind] = await client.complete(`${points}三是|`);
    assert.ok(behind);
    assert.equal(shownAfter(`${points}三是|`, behind), `${points}三是抓〔两字甲〕，解决〔两字乙〕不〔一字〕的问题`);
  });

  it('offers the word that a correlative has promised', async () => {
    const items = await client.complete('我们既要抓早，|');
    assert.deepEqual(items.map(({ label }) => label).slice(0, 2), ['又要', '也要']);
  });

  it('offers nothing in the midst of a line that goes on', async () => {
    for (const marked of ['我们既要抓早，|又要抓小。', '要大兴求真之风。要大兴务实之风。|要大兴实干之风。']) {
      const items = await client.complete(marked);
      assert.deepEqual(
        items.filter(({ labelDetails }) => labelDetails?.detail === ' 接上文'),
        [],
      );
    }
  });

  it('takes what the draft says for text, not for a snippet', async () => {
    const hostile = paragraphs.replaceAll('担使命', '担$1}使命');
    const [item] = await client.complete(`${hostile}|`);
    assert.ok(item);
    assert.equal(shownAfter(`${hostile}|`, item), hostile + member.replace('担使命', '担$1}使命'));
  });

  it('has no slots for a client without snippets', async () => {
    await withServer({ snippets: false }, async plain => {
      const items = await plain.complete(`${paragraphs}|`);
      assert.ok(items.every(({ insertTextFormat }) => insertTextFormat !== InsertTextFormat.Snippet));
      assert.ok((await plain.complete('我们既要抓早，|')).some(({ label }) => label === '又要'));
    });
  });
});
