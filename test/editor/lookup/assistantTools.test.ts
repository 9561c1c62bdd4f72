import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { setSetting, useCorpus } from '../harness/corpus';
import { mainWindow } from '../harness/driver';
import { waitFor } from '../harness/waitFor';

describe('the assistants of the editor', () => {
  const ours = () => vscode.lm.tools.filter(({ name }) => name.startsWith('fanben_')).map(({ name }) => name);
  const ask = (name: string, input: object) =>
    vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }, new vscode.CancellationTokenSource().token);

  before(async () => useCorpus(await mainWindow()));
  after(() => setSetting('assistant.enabled', undefined));

  it('may not ask the corpus unless the writer lets them', async () => {
    await assert.rejects(Promise.resolve(ask('fanben_passages', { wording: '抓落实' })));
  });

  it('get sentences with their sources where they may', async () => {
    await setSetting('assistant.enabled', true);
    await waitFor(() => ours().length === 4);
    const { content } = await waitFor(() => Promise.resolve(ask('fanben_passages', { wording: '扑下身子抓落实' })));
    const answer = JSON.parse((content[0] as vscode.LanguageModelTextPart).value);
    assert.equal(answer.articles, 2);
    assert.match(answer.passages[0].sentence, /扑下身子抓落实/);
    await setSetting('assistant.enabled', false);
  });
});
