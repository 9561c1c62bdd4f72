import assert from 'node:assert/strict';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { startServer } from '../inProcess';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

const DRAFT = 'untitled:refactorings.gao';
const LINE = '必须沉下心来抓落实';

describe('other wordings in the menu of the editor', () => {
  const served = serveCorpus(speeches);
  const range = (start: number, end: number) => ({
    start: { line: 0, character: start },
    end: { line: 0, character: end },
  });
  const ask = async (start: number, end: number, context = {}, { client } = served) => {
    await client.open(LINE, DRAFT);
    return client.request('textDocument/codeAction', {
      textDocument: { uri: DRAFT },
      range: range(start, end),
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...context },
    });
  };

  it('each replaces what is marked', async () => {
    const [first, ...others] = await ask(2, 6);
    assert.match(first!.title, /扑下身子/);
    assert.equal(first!.kind, CodeActionKind.RefactorRewrite);
    assert.deepEqual(first!.edit, { changes: { [DRAFT]: [{ range: range(2, 6), newText: '扑下身子' }] } });
    // To an editor that has no list of ours nothing else is offered.
    assert.ok(others.every(({ command }) => command === undefined));
  });

  it('only where the writer asks, and for this kind', async () => {
    assert.deepEqual(await ask(2, 6, { triggerKind: CodeActionTriggerKind.Automatic }), []);
    assert.deepEqual(await ask(2, 6, { only: ['quickfix'] }), []);
    assert.ok((await ask(2, 6, { only: ['refactor'] })).length > 0);
  });

  it('of the word at the cursor, with the whole list where the client has it', async () => {
    const client = await startServer({
      corpus: [served.corpus.folder],
      storage: served.corpus.storage,
      sourceScheme: 'fanben-source',
    });
    await client.ready();
    const actions = await ask(8, 8, {}, { ...served, client });
    assert.equal(actions.at(-1)!.command?.command, 'fanben.otherWays');
    for (const { edit } of actions.slice(0, -1))
      assert.deepEqual(
        edit!.changes![DRAFT]!.map(({ range: { end } }) => end.character),
        [9],
      );
    await client.stop();
  });

  it('none between marks, over lines, or of a page', async () => {
    await served.client.open(`，，\n${'落'.repeat(40)}`, DRAFT);
    const asked = (from: [number, number], to: [number, number]) =>
      served.client.request('textDocument/codeAction', {
        textDocument: { uri: DRAFT },
        range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
        context: { diagnostics: [] },
      });
    assert.deepEqual(await asked([0, 1], [0, 1]), []);
    assert.deepEqual(await asked([0, 0], [1, 3]), []);
    assert.deepEqual(await asked([1, 0], [1, 40]), []);
  });
});
