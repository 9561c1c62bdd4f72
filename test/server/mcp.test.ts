import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { runFanben } from '../fixtures/commandLine';
import { speeches, type TemporaryCorpus, temporaryCorpus } from './temporaryCorpus';

/** By the client of the protocol's own library, as an assistant would. */
describe('an assistant asks the corpus', () => {
  let corpus: TemporaryCorpus;
  let client: Client;
  let said = '';

  before(async () => {
    corpus = await temporaryCorpus(speeches);
    const cli = resolve('dist/cli.js');
    assert.equal((await runFanben(['index', corpus.folder, '--storage', corpus.storage])).status, 0);
    const args = [cli, 'mcp', '--storage', corpus.storage];
    const transport = new StdioClientTransport({ command: process.execPath, args, stderr: 'pipe' });
    transport.stderr?.on('data', data => {
      said += String(data);
    });
    client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
  });
  after(async () => {
    await client.close();
    await corpus.remove();
  });

  const ask = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [{ text }] = content as [{ text: string }];
    assert.ok(!isError, text);
    return JSON.parse(text);
  };

  it('is told which tools there are, each of which only reads', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['fanben_search', 'fanben_passages', 'fanben_variants', 'fanben_check'],
    );
    assert.ok(tools.every(({ annotations, description }) => annotations?.readOnlyHint && description));
  });

  it('is answered with sentences and where they stand', async () => {
    const { sentences } = await ask('fanben_search', { query: '钉钉子 老百姓' });
    assert.equal(sentences[0].title, '在主题党课上的讲话');
    assert.equal(sentences[0].speaker, '周明远');
    assert.match(sentences[0].sentence, /钉钉子.*老百姓/);
    assert.ok(corpus.path('') && sentences[0].path.startsWith(corpus.folder));
    const { articles, passages } = await ask('fanben_passages', { wording: '扑下身子抓落实', limit: 2 });
    assert.deepEqual([articles, passages.length], [3, 2]);
  });

  it('is answered with what else stands there, and with the problems of a draft', async () => {
    const { variants } = await ask('fanben_variants', { before: '必须', wording: '沉下心来', after: '抓落实' });
    assert.equal(variants[0].wording, '扑下身子');
    const { problems } = await ask('fanben_check', { text: '在大会上的讲话\n今天讲三件事。一是抓项目。二是抓作风。' });
    assert.ok(problems.some(({ code, line }: { code: string; line: number }) => code === 'figures' && line === 2));
  });

  it('gets an error where it asks for what is not there, and nothing where it sends nonsense', async () => {
    const { isError } = await client.callTool({ name: 'fanben_delete', arguments: {} });
    assert.equal(isError, true);
    assert.deepEqual(await ask('fanben_search', { query: { $ne: 1 }, limit: -5 }), { sentences: [] });
    assert.deepEqual(await ask('fanben_variants', {}), { variants: [] });
  });

  it('is told when a message is longer than any can be, and the program fails', () => {
    const args = [resolve('dist/cli.js'), 'mcp', '--storage', corpus.storage];
    const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
    const { status, stderr } = spawnSync(process.execPath, args, { input: 'x'.repeat(11e6), encoding: 'utf8', env });
    assert.equal(status, 1);
    assert.match(stderr, /more than 10 MB/);
  });

  it('is answered from libraries, too, and told what is whose', async () => {
    const others = await temporaryCorpus({
      '一.txt': '在全县大会上的讲话\n（2023年2月6日）\n扑下身子抓落实，功夫在平时。',
    });
    const [target, cache] = [join(others.folder, '..', '县委库'), join(others.folder, '..', 'cache')];
    const cli = resolve('dist/cli.js');
    const published = ['publish', others.folder, '--to', target, '--storage', others.storage];
    assert.equal((await runFanben(published)).status, 0);
    const second = new Client({ name: 'test', version: '1' });
    const args = [cli, 'mcp', '--storage', corpus.storage, '--library', target];
    const env = { ...process.env, XDG_CACHE_HOME: cache } as Record<string, string>;
    await second.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }));
    try {
      const input = { name: 'fanben_passages', arguments: { wording: '扑下身子抓落实' } };
      const { content } = await second.callTool(input);
      const { articles, apart, passages } = JSON.parse((content as [{ text: string }])[0].text);
      assert.equal(articles, 4);
      assert.deepEqual(
        apart.map((one: { library: string | null; articles: number }) => [one.library, one.articles]),
        [
          [null, 3],
          ['县委库', 1],
        ],
      );
      const shared = passages.find(({ library }: { library?: string }) => library === '县委库');
      assert.match(shared.path, /^[^/]+\/一\.txt$/);
    } finally {
      await second.close();
      await others.remove();
    }
  });

  it('is said to the writer what it gets', () => {
    assert.match(said, /助手|assistant/);
  });
});
