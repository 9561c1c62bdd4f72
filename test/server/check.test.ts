import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeAction, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { engineLimits } from '../../src/engine/limits';
import type { CheckNews, CheckOutcome } from '../../src/server/protocol/check';
import type { Source } from '../../src/server/protocol/passages';
import { startServer } from './inProcess';
import { speeches, type TemporaryCorpus, temporaryCorpus } from './temporaryCorpus';

type Options = Parameters<typeof startServer>[0];

/** A server that is watched: what is published of a document, the last of all. */
async function watched(options: Options) {
  const client = await startServer(options);
  const published = new Map<string, Diagnostic[]>();
  const outcomes: CheckNews['fanben/checked']['params'][] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params.diagnostics);
    wake();
  });
  client.connection.onNotification('fanben/checked', (params: CheckNews['fanben/checked']['params']) => {
    outcomes.push(params);
  });
  let drafts = 0;
  const open = async (text: string, languageId = 'speech-draft', uri = `untitled:check-${++drafts}.gao`) => {
    await client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  };
  const codes = (uri: string) => (published.get(uri) ?? []).map(({ code }) => String(code));
  /** Resolves when the codes of what is shown are these. */
  const shows = (uri: string, wanted: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (JSON.stringify(codes(uri)) !== JSON.stringify(wanted)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => reject(new Error(`shown: ${codes(uri)}; wanted: ${wanted}`)), 20_000);
      waiting.add(look);
      look();
    });
  const check = (uri: string) => client.request<CheckOutcome | null>('fanben/check', { textDocument: { uri } });
  const actions = async (uri: string, code: string) => {
    const diagnostic = published.get(uri)!.find(diagnostic => diagnostic.code === code)!;
    const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
    return client.request<CodeAction[]>('textDocument/codeAction', params);
  };
  return { client, published, outcomes, open, codes, shows, check, actions };
}

describe('the checks of a draft', () => {
  let corpus: TemporaryCorpus;
  let server: Awaited<ReturnType<typeof watched>>;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    const terms = [await corpus.write('../本单位.csv', '不用,改用\n大会上\n红火,兴旺\n')];
    server = await watched({
      corpus: [corpus.folder],
      storage: corpus.storage,
      ignored: join(corpus.folder, '../ignored.json'),
      check: { terms, when: { long: 'off' } },
    });
    await server.client.ready();
  });
  after(async () => {
    await server.client.stop();
    await corpus.remove();
  });

  const copied = '让老百姓的日子越过越红火';
  const sentence = `我们要以钉钉子精神推动高质量发展，${copied}`;

  it('says little while the writer writes, and all when asked', async () => {
    const uri = await server.open(`说说。\n${sentence},好。`);
    await server.shows(uri, ['terms', 'width']);
    const outcome = await server.check(uri);
    await server.shows(uri, ['overlap', 'terms', 'width']);
    assert.equal(outcome!.problems, 3);
    assert.equal(outcome!.overlap!.taken >= sentence.length, true);
    assert.deepEqual(outcome!.overlap!.runs[0]!.range.start, { line: 1, character: 0 });
    assert.match(outcome!.overlap!.runs[0]!.source.title, /主题党课/);
    const [overlap] = server.published.get(uri)!;
    assert.deepEqual([overlap!.severity, overlap!.code, overlap!.source], [3, 'overlap', '范本']);
  });

  it('goes on checking what was asked for, until it is cleared', async () => {
    const uri = await server.open(`说说。\n${sentence}。`);
    await server.check(uri);
    await server.shows(uri, ['overlap', 'terms']);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: sentence.length } };
    await server.client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: '别的话' }],
    });
    await server.shows(uri, []);
    assert.equal(server.outcomes.at(-1)!.outcome!.overlap!.taken, 0);
    await server.client.request('fanben/clearCheck', { textDocument: { uri } });
    assert.deepEqual(server.outcomes.at(-1), { uri, outcome: null });
  });

  it('does not check other documents by itself, nor numbers twice', async () => {
    const plain = await server.open(`${sentence},好。`, 'markdown');
    const uri = await server.open('一、甲\n三、乙,丙');
    await server.shows(uri, ['numbering', 'width']);
    assert.deepEqual(server.codes(plain), []);
    await server.check(plain);
    await server.shows(plain, ['overlap', 'terms', 'width']);
    await server.check(uri);
    await server.shows(uri, ['numbering', 'width']);
  });

  it('leaves a text of more lines than a draft has', async () => {
    const { checkedLines } = engineLimits;
    const most = await server.open(`修路,引水${'\n'.repeat(checkedLines - 1)}`);
    const more = await server.open(`一、修路,引水\n三、办学${'\n'.repeat(checkedLines - 1)}`);
    assert.ok((await server.check(most))!.problems > 0);
    assert.equal(await server.check(more), null);
    await server.shows(most, ['width']);
    assert.deepEqual(server.codes(more), []);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const params = { textDocument: { uri: more }, range, context: { diagnostics: [] } };
    assert.deepEqual(await server.client.request('textDocument/codeAction', params), []);
  });

  it('offers what mends a problem, one and all, and its source', async () => {
    const text = '修路,引水,办学。\n日子红火,好。';
    const uri = await server.open(text);
    await server.shows(uri, ['width', 'width', 'terms', 'width']);
    const titles = (await server.actions(uri, 'width')).map(({ title }) => title);
    assert.deepEqual(titles, [
      '改为“，”',
      '全文“半角标点”一并改正（3 处）',
      '“,”在本稿中不再提示',
      '本稿不再检查“半角标点”',
    ]);
    const all = (await server.actions(uri, 'width'))[1]!;
    const mended = TextDocument.applyEdits(TextDocument.create('', '', 0, text), all.edit!.changes![uri]!);
    assert.equal(mended, '修路，引水，办学。\n日子红火，好。');
    const taken = await server.open(`${sentence}。`);
    await server.check(taken);
    const source = (await server.actions(taken, 'overlap')).find(
      ({ command }) => command?.command === 'fanben.openPassage',
    );
    const shown = await server.client.request<Source>('fanben/source', source!.command!.arguments![0]);
    assert.equal(shown.kind, 'article');
    assert.equal(shown.kind === 'article' && shown.text.split('\n')[shown.start.line]!.includes(sentence), true);
    assert.equal(shown.kind === 'article' && shown.end.character - shown.start.character, sentence.length);
  });

  it('remembers what is not to be shown again, draft by draft, over a restart', async () => {
    const uri = 'file:///drafts/note.gao';
    await server.open('修路,引水;办学', 'speech-draft', uri);
    await server.shows(uri, ['width', 'width']);
    const action = (await server.actions(uri, 'width')).find(({ title }) => title.endsWith('在本稿中不再提示'))!;
    await server.client.request('workspace/executeCommand', action.command);
    await server.shows(uri, ['width']);
    const kept = JSON.parse(await readFile(join(corpus.folder, '../ignored.json'), 'utf8'));
    assert.deepEqual(kept.drafts, { [uri]: [{ code: 'width', text: ',' }] });
    const again = await watched({ ignored: join(corpus.folder, '../ignored.json') });
    await again.open('修路,引水;办学', 'speech-draft', uri);
    await again.shows(uri, ['width']);
    const kind = (await again.actions(uri, 'width')).find(({ title }) => title.startsWith('本稿不再检查'))!;
    await again.client.request('workspace/executeCommand', kind.command);
    await again.shows(uri, []);
    await again.client.stop();
  });

  it('remembers it of a draft that is renamed, or whose folder is, over a restart', async () => {
    const ignored = join(corpus.folder, '../renamed.json');
    const one = await watched({ ignored });
    const at = (name: string) => `file:///drafts/${name}.gao`;
    await one.open('修路,引水;办学', 'speech-draft', at('二月/初稿'));
    await one.shows(at('二月/初稿'), ['width', 'width']);
    const action = (await one.actions(at('二月/初稿'), 'width')).find(({ title }) =>
      title.endsWith('在本稿中不再提示'),
    )!;
    await one.client.request('workspace/executeCommand', action.command);
    await one.shows(at('二月/初稿'), ['width']);
    // An editor opens the file anew before it tells of the new name.
    await one.open('修路,引水;办学', 'speech-draft', at('二月/定稿'));
    await one.shows(at('二月/定稿'), ['width', 'width']);
    await one.client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: at('二月/初稿'), newUri: at('二月/定稿') }],
    });
    await one.shows(at('二月/定稿'), ['width']);
    await one.client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: 'file:///drafts/二月', newUri: 'file:///drafts/存档' }],
    });
    await one.open('修路,引水;办学', 'speech-draft', at('存档/定稿'));
    await one.shows(at('存档/定稿'), ['width']);
    await one.client.stop();
    const { drafts } = JSON.parse(await readFile(ignored, 'utf8'));
    assert.deepEqual(drafts, { [at('存档/定稿')]: [{ code: 'width', text: ',' }] });
  });

  it('remembers it, and that a check was asked for, of an untitled draft that becomes a file', async () => {
    const ignored = join(corpus.folder, '../first.json');
    const one = await watched({ ignored });
    const [untitled, file] = ['untitled:Untitled-1', 'file:///drafts/初存.gao'];
    const text = `修路,引水。\n${'要把老百姓的事一件一件办好，'.repeat(12)}不能等。`;
    await one.open(text, 'speech-draft', untitled);
    await one.shows(untitled, ['width']);
    await one.client.request('fanben/check', { textDocument: { uri: untitled } });
    const [action] = (await one.actions(untitled, 'width')).filter(({ title }) => title.endsWith('在本稿中不再提示'));
    await one.client.request('workspace/executeCommand', action!.command);
    await one.shows(untitled, ['long']);
    await one.open(text, 'speech-draft', file);
    await one.client.notify('workspace/didRenameFiles', { files: [{ oldUri: untitled, newUri: file }] });
    await one.shows(file, ['long']);
    await one.client.stop();
    const { drafts } = JSON.parse(await readFile(ignored, 'utf8'));
    assert.deepEqual(drafts, { [file]: [{ code: 'width', text: ',' }] });
  });

  it('does not show again a number that is meant to be so', async () => {
    const uri = await server.open('一、甲\n三、乙\n五、丙');
    await server.shows(uri, ['numbering', 'numbering']);
    const ignore = async (wanted: RegExp) => {
      const { command } = (await server.actions(uri, 'numbering')).find(({ title }) => wanted.test(title))!;
      await server.client.request('workspace/executeCommand', command);
    };
    await ignore(/^“三、”在本稿中不再提示$/);
    await server.shows(uri, ['numbering']);
    await ignore(/^本稿不再检查“序号”$/);
    await server.shows(uri, []);
  });

  it('tells once of a list of wordings that cannot be used, and goes on without it', async () => {
    const broken = await watched({ check: { terms: [corpus.path('没有.csv')] } });
    const uri = await broken.open('截止目前，好。');
    await broken.shows(uri, ['terms']);
    assert.equal(broken.client.shown.filter(text => /没有\.csv.*提法清单/.test(text)).length, 1);
    await broken.client.stop();
  });
});
