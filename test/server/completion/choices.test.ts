import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem } from 'vscode-languageserver/node';
import type { ListNotifications } from '../../../src/server/protocol/lists';
import { waitFor } from '../../editor/harness/waitFor';
import { startServer } from '../inProcess';
import { accepted, cursor, type LspClient, type StartOptions } from '../lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

/** More ways to go on after 钉钉子精神, and homophones for letters. */
const more = {
  '2022年在园区的讲话.txt':
    '在园区的讲话\n要以钉钉子精神推动项目落地，以钉钉子精神抓好招商引资，以钉钉子精神守牢安全底线。',
};

/** A draft in an editor that only knows the protocol. */
class Draft {
  private version = 1;
  private constructor(
    private readonly client: LspClient,
    readonly uri: string,
    private text: string,
  ) {}
  static async open(client: LspClient, text: string): Promise<Draft> {
    return new Draft(client, await client.open(text), text);
  }
  async list(): Promise<CompletionItem[]> {
    const { items } = await this.client.request('textDocument/completion', {
      textDocument: { uri: this.uri },
      position: cursor(`${this.text}|`).position,
    });
    return items;
  }
  async labels(): Promise<string[]> {
    return (await this.list()).map(({ label }) => label);
  }
  async write(text: string): Promise<void> {
    await this.become(this.text + text);
  }
  async delete(characters: number): Promise<void> {
    await this.become(this.text.slice(0, -characters));
  }
  async take(item: CompletionItem): Promise<void> {
    await this.become(accepted(cursor(`${this.text}|`), item));
  }
  tell(method: keyof ListNotifications): Promise<void> {
    return this.client.notify(method, { uri: this.uri });
  }
  private async become(text: string): Promise<void> {
    this.text = text;
    const textDocument = { uri: this.uri, version: ++this.version };
    await this.client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }
}

describe('the writer’s choices', () => {
  let corpus: TemporaryCorpus;
  let client: LspClient;
  const file = () => join(corpus.storage, '..', 'choices.jsonl');
  const start = async (options: StartOptions = {}) => {
    client = await startServer({ corpus: [corpus.folder], storage: corpus.storage, choices: file(), ...options });
    await client.ready();
  };
  const restart = async (options?: StartOptions) => {
    await client.stop();
    await start(options);
  };
  const PLACE = '我们要以钉钉子精神';
  const taken = () => (existsSync(file()) ? readFileSync(file(), 'utf8').split('\n').filter(Boolean) : []);
  /** Takes the item with the label where it is offered. */
  const take = async (label: string) => {
    const draft = await Draft.open(client, PLACE);
    const item = (await draft.list()).find(each => each.label === label);
    assert.ok(item, label);
    const before = taken().length;
    await draft.take(item);
    await waitFor(() => taken().length > before);
  };

  before(async () => {
    corpus = await temporaryCorpus({ ...speeches, ...more });
    await start();
  });
  afterEach(async () => {
    await client.request('fanben/forgetChoices', null);
  });
  after(async () => {
    await client.stop();
    await corpus.remove();
  });
  const other = async () => {
    const labels = await (await Draft.open(client, PLACE)).labels();
    assert.ok(labels.length > 1, labels.join(' '));
    return labels.at(-1)!;
  };

  it('puts first what was taken, also after a restart, until it is forgotten', async () => {
    const label = await other();
    await take(label);
    await restart();
    await waitFor(async () => (await (await Draft.open(client, PLACE)).labels())[0] === label);
    await client.request('fanben/forgetChoices', null);
    assert.notEqual((await (await Draft.open(client, PLACE)).labels())[0], label);
    assert.deepEqual(taken(), []);
  });

  it('sealed under a key of the editor puts first what was taken; without the key it says so and begins anew', async () => {
    const [key, another] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    await restart({ seal: { keys: [key], isOn: true } });
    const label = await other();
    await take(label);
    assert.ok(taken().length > 0 && taken().every(line => line.startsWith('{"key":"')), taken().join(' '));
    await restart({ seal: { keys: [key], isOn: true } });
    await waitFor(async () => (await (await Draft.open(client, PLACE)).labels())[0] === label);
    await restart({ seal: { keys: [another], isOn: true }, locale: 'en' });
    await waitFor(() => client.shown.some(message => message.includes('secret storage')));
    assert.notEqual((await (await Draft.open(client, PLACE)).labels())[0], label);
    // The key is back, and with it what was learnt; off, it is written plainly.
    await restart({ seal: { keys: [key], isOn: false } });
    await waitFor(async () => (await (await Draft.open(client, PLACE)).labels())[0] === label);
    await waitFor(() => taken().length > 0 && taken().every(line => line.startsWith('{"took":"')));
    await restart();
  });

  it('remembers nothing where that is switched off, and still forgets what was', async () => {
    const label = await other();
    await take(label);
    await restart({ remember: false });
    const draft = await Draft.open(client, PLACE);
    assert.notEqual((await draft.labels())[0], label);
    await draft.take((await draft.list())[0]!);
    await draft.labels();
    assert.equal(taken().length, 1);
    await client.request('fanben/forgetChoices', null);
    assert.deepEqual(taken(), []);
    await restart();
  });

  it('takes a whole item for taken, not what is written of it by hand', async () => {
    const draft = await Draft.open(client, PLACE);
    const [first] = await draft.labels();
    for (const character of first!) {
      await draft.labels();
      await draft.write(character);
    }
    await draft.labels();
    assert.deepEqual(taken(), []);
  });

  it('says which file is damaged, and goes on with what is good', async () => {
    const label = await other();
    await take(label);
    await client.stop();
    writeFileSync(file(), `broken\n${readFileSync(file(), 'utf8')}also broken\n`);
    const shown: string[] = [];
    client = await startServer({ corpus: [corpus.folder], storage: corpus.storage, choices: file() });
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => shown.push(message));
    await client.ready();
    await waitFor(() => shown.length > 0);
    assert.ok(shown[0]!.includes(file()), shown[0]);
    await waitFor(async () => (await (await Draft.open(client, PLACE)).labels())[0] === label);
  });

  it('writes no text to its log', () => {
    assert.ok(!client.log.join('').includes('钉钉子'));
  });

  describe('after Escape', () => {
    const close = async (draft: Draft, times: number) => {
      for (let i = 0; i < times; i++) {
        await draft.labels();
        await draft.tell('fanben/listDismissed');
        await draft.write('，');
        await draft.delete(1);
      }
    };
    it('closes the list, which may come again', async () => {
      const draft = await Draft.open(client, PLACE);
      const labels = await draft.labels();
      await close(draft, 2);
      assert.deepEqual(await draft.labels(), labels);
    });
    it('does not offer again what was first several times, nor its rest as the writer goes on', async () => {
      const draft = await Draft.open(client, PLACE);
      const [first] = await draft.labels();
      await close(draft, 3);
      const again = await draft.labels();
      assert.ok(!again.includes(first!), again.join(' '));
    });
    it('offers a row no more that is banished, in any draft and after a new start, until it is restored', async () => {
      const draft = await Draft.open(client, PLACE);
      const labels = await draft.labels();
      const uri = draft.uri;
      assert.deepEqual((await client.request('fanben/banishable', { uri })).shown, labels);
      const [first] = labels;
      await client.request('fanben/banish', { text: first!, isBanished: true });
      await waitFor(async () => !(await (await Draft.open(client, PLACE)).labels()).includes(first!));
      assert.deepEqual((await client.request('fanben/banishable', { uri })).banished, [first]);
      await client.stop();
      await start();
      await waitFor(async () => (await client.request('fanben/banishable', { uri })).banished.length === 1);
      assert.ok(!(await (await Draft.open(client, PLACE)).labels()).includes(first!));
      await client.request('fanben/banish', { text: first!, isBanished: false });
      await waitFor(async () => (await (await Draft.open(client, PLACE)).labels()).includes(first!));
    });
    it('shows it again when the list is asked for', async () => {
      const draft = await Draft.open(client, PLACE);
      const labels = await draft.labels();
      await close(draft, 3);
      await draft.tell('fanben/listAsked');
      assert.deepEqual(await draft.labels(), labels);
    });
    it('offers them in another draft', async () => {
      const draft = await Draft.open(client, PLACE);
      const labels = await draft.labels();
      await draft.tell('fanben/listDismissed');
      assert.deepEqual(await (await Draft.open(client, PLACE)).labels(), labels);
    });
  });

  it('does not offer again at the same place what the writer went on without', async () => {
    const draft = await Draft.open(client, PLACE);
    const labels = await draft.labels();
    await draft.write('办');
    await draft.labels();
    await draft.delete(1);
    const again = await draft.labels();
    assert.deepEqual(
      again.filter(label => labels.includes(label)),
      [],
    );
  });

  it('finds by fuzzy pinyin as the options say', async () => {
    const find = (letters: string) => Draft.open(client, `以钉钉子精神${letters}`).then(draft => draft.labels());
    assert.ok(!(await find('zuahao')).some(label => label.startsWith('抓好')));
    await restart({ fuzzyPinyin: ['z-zh', 'nonsense'] });
    assert.ok((await find('zuahao')).some(label => label.startsWith('抓好')));
    await restart();
  });
});
