import assert from 'node:assert/strict';
import { startServer } from '../inProcess';
import { cursor, type LspClient } from '../lspClient';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../temporaryCorpus';

/** Known behind it: `推动高质量发展`, and nothing else; behind the other anything may follow. */
const LIKELY = '要坚定不移推动高|';
const UNLIKELY = '天气预报说，|';

describe('lists that open by themselves', () => {
  let corpus: TemporaryCorpus;
  let client: LspClient;
  const start = async (lists?: 'all' | 'few') => {
    client = await startServer({ corpus: [corpus.folder], storage: corpus.storage, lists });
    await client.ready();
  };
  before(async () => {
    corpus = await temporaryCorpus(speeches);
  });
  afterEach(() => client.stop());
  after(() => corpus.remove());

  const ask = async (uri: string, marked: string, triggerKind = 1) =>
    (
      await client.request('textDocument/completion', {
        textDocument: { uri },
        position: cursor(marked).position,
        context: { triggerKind },
      })
    ).items;
  const open = (marked: string) => client.open(cursor(marked).text);

  it('open where a row is likely right, and are silent elsewhere', async () => {
    await start();
    assert.ok((await ask(await open(LIKELY), LIKELY)).length > 0);
    assert.deepEqual(await ask(await open(UNLIKELY), UNLIKELY), []);
  });
  it('open everywhere where all are wanted', async () => {
    await start('all');
    const places = ['我们要|', '同志们，|', '推动|'];
    const all = await Promise.all(places.map(async marked => (await ask(await open(marked), marked)).length));
    await client.stop();
    await start('few');
    const few = await Promise.all(places.map(async marked => (await ask(await open(marked), marked)).length));
    assert.ok(few.filter(length => length > 0).length < all.filter(length => length > 0).length, `${few} of ${all}`);
  });
  it('open wherever the writer asks, once', async () => {
    await start('few');
    const uri = await open('我们要|');
    assert.deepEqual(await ask(uri, '我们要|'), []);
    await client.notify('fanben/listAsked', { uri });
    assert.ok((await ask(uri, '我们要|')).length > 0);
    assert.deepEqual(await ask(uri, '我们要|'), []);
  });
  it('open for letters, and for the name of a frame', async () => {
    await start('few');
    for (const marked of ['shouchuxin|', '同志们。一是|'])
      assert.ok((await ask(await open(marked), marked)).length > 0, marked);
  });
  it('stay open while what is typed agrees with a row', async () => {
    await start('few');
    const uri = await open('我们要|');
    await client.notify('fanben/listAsked', { uri });
    const [first] = await ask(uri, '我们要|');
    const typed = `我们要${first!.label.slice(0, 1)}`;
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: typed }],
    });
    assert.ok((await ask(uri, `${typed}|`, 3)).length > 0);
  });
  it('open behind a salutation with first lines, and in an empty draft only where the writer asks', async () => {
    await start();
    for (const [marked, wanted] of [
      ['在全县动员会上的讲话\n同志们：|', '\n今天召开这次大会，'],
      ['在全县动员会上的讲话\n同志们：\n|', '今天召开这次大会，'],
    ] as const) {
      const rows = await ask(await open(marked), marked);
      assert.ok(
        rows.some(({ textEdit }) => textEdit?.newText.startsWith(wanted)),
        `${marked} ${JSON.stringify(rows.map(row => row.textEdit))}`,
      );
      assert.ok(rows.every(({ label }) => !label.includes('\n')));
    }
    const uri = await open('|');
    assert.deepEqual(await ask(uri, '|'), []);
    await client.notify('fanben/listAsked', { uri });
    const labels = (await ask(uri, '|')).map(({ label }) => label);
    assert.ok(labels.includes('同志们：') && labels.includes('在主题党课上的讲话'), labels.join());
  });
  it('complete a title that the first line begins', async () => {
    await start('all');
    const [first] = await ask(await open('在主题|'), '在主题|');
    assert.equal(first?.label, '在主题党课上的讲话');
    assert.equal(first?.textEdit?.newText, '在主题党课上的讲话');
  });
});

describe('wordings that the last years no longer have', () => {
  const speech = (year: number, place: string, wording: string): [string, string] => [
    `${year}-05-01 在${place}动员会上的讲话.txt`,
    `在${place}动员会上的讲话\n（${year}年5月1日）\n${chat(place)}。今年全镇上下要${wording}。`,
  ];
  const things =
    '山路|水渠|学堂|果园|桥头|粮仓|灯火|炊烟|布鞋|竹筐|渡口|茶碗|春雨|秋霜|稻穗|麦芒|石碾|木犁|渔网|雁阵'.split('|');
  /** Otherwise each would be a copy of the others. */
  const chat = (place: string) =>
    things.map((_, i) => things[(i * place.charCodeAt(0) + place.charCodeAt(1)) % things.length]).join('，');
  const places = '溪口|柳林|石桥|杏坊|茶岭|苇塘|枫坪|麦浪|云岗|雁滩|竹坞|梅湾'.split('|');
  const files = Object.fromEntries([
    ...places.map((place, i) => speech(2003 + (i % 3), place, '大干快上，争当先进')),
    ...places.slice(0, 9).map((place, i) => speech(2022 + (i % 3), place, '久久为功，善作善成')),
  ]);

  it('stand below the others, unless all years are to count', async () => {
    const corpus = await temporaryCorpus(files);
    const labels = async (years?: number) => {
      const client = await startServer({ corpus: [corpus.folder], storage: corpus.storage, lists: 'all', years });
      await client.ready();
      const { text, position } = cursor('今年全镇上下要|');
      const textDocument = { uri: await client.open(text) };
      const { items } = await client.request('textDocument/completion', { textDocument, position });
      await client.stop();
      return items.map(({ label }) => label);
    };
    assert.match((await labels(0))[0]!, /^大干快上/);
    assert.match((await labels())[0]!, /^久久为功/);
    await corpus.remove();
  });
});
