import assert from 'node:assert/strict';
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver/node';
import { withServer } from '../inProcess';
import { accepted, cursor } from '../lspClient';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

describe('completion', () => {
  const served = serveCorpus(speeches, { sourceScheme: 'fanben-source' });

  const phrases = (items: CompletionItem[]) => items.filter(item => item.insertTextFormat !== InsertTextFormat.Snippet);

  for (const [where, marked, wanted] of [
    ['at the end of a line', '各级干部要扑下身子|', '抓落实'],
    ['in the middle of a sentence', '要以钉钉子精神|，让群众满意。', '推动高质量发展'],
    ['after a mark', '同志们，守初心、|', '担使命'],
    ['in the second line', '讲话稿\n我们要以钉钉子精神推动|', '高质量发展'],
  ] as const) {
    it(`goes on ${where}`, async () => {
      const items = phrases(await served.client.complete(marked));
      const item = items.find(({ label }) => label.includes(wanted));
      assert.ok(item, `${wanted} among ${items.map(({ label }) => label).join(' / ')}`);
      const { text, position } = cursor(marked);
      const [before, after] = marked.split('|') as [string, string];
      const result = accepted({ text, position }, item);
      assert.ok(result.startsWith(before) && result.endsWith(after), result);
      assert.ok(result.slice(before.length).startsWith(wanted), result);
    });
  }

  it('gives every item a range on its line, a filter text that begins with it, and its rank', async () => {
    for (const marked of ['各级干部要扑下身子|', '同志们。一是|', '推动|']) {
      const { text, position } = cursor(marked);
      const items = await served.client.complete(marked);
      assert.ok(items.length > 0, marked);
      for (const item of items) {
        assert.ok(item.textEdit && 'range' in item.textEdit);
        const { start, end } = item.textEdit.range;
        assert.deepEqual(end, position);
        assert.equal(start.line, position.line);
        const typed = text.split('\n')[position.line]!.slice(start.character, end.character);
        assert.ok(item.filterText?.startsWith(typed), `${item.filterText} for ${typed}`);
        assert.ok(!item.preselect && !item.commitCharacters);
      }
      const ranks = items.map(({ sortText }) => sortText!);
      assert.deepEqual(ranks, [...ranks].sort());
      assert.equal(new Set(ranks).size, ranks.length);
      assert.equal(new Set(items.map(({ textEdit }) => JSON.stringify((textEdit as { range: object }).range))).size, 1);
    }
  });

  it('says of every phrase in how many articles, and which is the newest', async () => {
    const marked = '年轻人扑下身子|';
    const items = phrases(await served.client.complete(marked));
    assert.ok(items.length > 0);
    for (const item of items) {
      const phrase = accepted(cursor(marked), item).slice('年轻人'.length);
      const sources = Object.entries(speeches).filter(([, text]) => text.includes(phrase));
      assert.equal(item.labelDetails?.detail, ` ${sources.length} 篇`, phrase);
      const newest = sources
        .map(([name]) => /\d{4}/.exec(name)![0])
        .sort()
        .at(-1)!;
      assert.ok(item.labelDetails?.description?.startsWith(newest), phrase);
    }
  });

  it('is incomplete, so that the editor asks again', async () => {
    const list = await served.client.ask('textDocument/completion', '扑下|');
    assert.equal(list.isIncomplete, true);
  });

  it('resolves a phrase to its newest passage, with what it adds in bold, in inert Markdown', async () => {
    const marked = '我们要以钉钉子精神|';
    const item = (await served.client.complete(marked)).find(({ label }) => label.includes('推动高质量发展'))!;
    const { documentation } = await served.client.request<CompletionItem>('completionItem/resolve', item);
    assert.ok(documentation && typeof documentation !== 'string');
    assert.equal(documentation.kind, 'markdown');
    assert.match(documentation.value, /^\[在主题党课上的讲话\]\(command:fanben\.openPassage\?[^)]+\)/);
    assert.match(documentation.value, /2024\\-07\\-01 · 周明远/);
    assert.match(documentation.value, /我们要以钉钉子精神\*\*推动高质量发展/);
  });

  it('offers frames by typing, as snippets, and previews them', async () => {
    const marked = '工作要做到位。一是|';
    const items = await served.client.complete(marked);
    const frame = items.find(item => item.insertTextFormat === InsertTextFormat.Snippet);
    assert.ok(frame, items.map(({ label }) => label).join(' / '));
    assert.ok(accepted(cursor(marked), frame).startsWith('工作要做到位。'));
    const { documentation } = await served.client.request<CompletionItem>('completionItem/resolve', frame);
    assert.ok(documentation && typeof documentation !== 'string');
    assert.ok(!documentation.value.includes('${'));
  });

  it('offers no frames to a client without snippets', async () => {
    await withServer({ corpus: [], storage: `${served.corpus.storage}-plain`, snippets: false }, async plain => {
      const items = await plain.complete('工作要做到位。一是|');
      assert.ok(items.every(item => item.insertTextFormat !== InsertTextFormat.Snippet));
    });
  });

  it('follows incremental changes of the draft', async () => {
    const uri = await served.client.open('各级干部要\n第二行');
    const at = (character: number) => ({ line: 0, character });
    await served.client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: at(5), end: at(5) }, text: '扑下' },
        { range: { start: at(7), end: at(7) }, text: '身子' },
        { range: { start: at(0), end: at(2) }, text: '' },
      ],
    });
    const { items } = await served.client.request('textDocument/completion', {
      textDocument: { uri },
      position: at(7),
    });
    assert.ok(items.some(({ label }) => label.includes('抓落实')));
  });

  it('speaks English where asked to', async () => {
    await withServer(
      { corpus: [served.corpus.folder], storage: served.corpus.storage, locale: 'en' },
      async english => {
        await english.ready();
        const items = await english.complete('大家都要扑下身子|');
        assert.match(items[0]?.labelDetails?.detail ?? '', /^ \d articles?$/);
      },
    );
  });
});
