import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memorySource } from '../../../../src/corpus/formats/source';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { doc } from '../../../../src/corpus/formats/word/doc';
import { container, type DocOptions, makeDoc } from '../../../fixtures/doc';
import { runs } from '../../../fixtures/runs';

async function lines(bytes: Uint8Array): Promise<string[]> {
  for await (const entry of doc.read({ source: memorySource('a.doc', bytes) }))
    if ('raw' in entry) return entry.raw.text.split('\n');
  return [];
}

const textOf = (text: string, options: DocOptions = {}) => lines(makeDoc(text, options));

describe('a Word 97 file', () => {
  const LISTED = ['认清形势\r', '明确任务\r', '抓产业\r', '抓人才\r', '狠抓落实\r', '完。\r'].join('');
  const levels = [
    [39, '\u0000、'],
    [37, '（\u0001）'],
  ] as const;
  const listed = new Map([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 0],
  ]);

  it('has the numbers that Word counts', async () => {
    const right = ['一、认清形势', '二、明确任务', '（一）抓产业', '（二）抓人才', '三、狠抓落实', '完。'];
    assert.deepEqual(await textOf(LISTED, { listed, levels }), right);
  });

  it('shows the numbers of other levels, and none for bullets', async () => {
    const mixed = [
      [0, '第\u0000章'],
      [0, '\u0000.\u0001'],
    ] as const;
    const read = await textOf(LISTED, { listed, levels: mixed });
    assert.deepEqual(read.slice(1, 4), ['第2章明确任务', '2.1抓产业', '2.2抓人才']);
    const bullets = [[23, '\uf06c']] as const;
    assert.equal((await textOf(LISTED, { listed: new Map([[0, 0]]), levels: bullets }))[0], '认清形势');
  });

  it('that was saved fast is read in the order of the text', async () => {
    const text = '同志们：\r今天开会，主要是部署春耕。\r完。\r';
    for (const pieceLength of [1, 3, 7]) assert.deepEqual(await textOf(text, { pieceLength }), await textOf(text));
  });

  it('keeps the character below a phonetic guide, and numbers in circles', async () => {
    const guide =
      '要\u0013 EQ \\* jc0 \\* hps10 \\o\\ad(\\s\\up 9(chuō),踔)\u0015厉奋发\u0013 eq \\o\\ac(○,2)\u0015。\r';
    assert.deepEqual(await textOf(guide), ['要踔厉奋发②。']);
  });

  it('leaves out marks of notes, what is hidden and what is deleted', async () => {
    const text = '再创新高[1]，稳中有进旧词。\r';
    const raised = [...[0x48, 0x2a], 1];
    const hidden = [...[0x3c, 0x08], 1];
    const deleted = [...[0x00, 0x08], 1];
    const characters = [
      [0, 4, []],
      [4, 7, raised],
      [7, 8, []],
      [8, 10, hidden],
      [10, 12, []],
      [12, 14, deleted],
    ] as const;
    assert.deepEqual(await textOf(text, { characters }), ['再创新高，有进。']);
  });

  it('puts the text of a box behind the paragraph it hangs on, in whatever order the boxes were made', async () => {
    const body = '\r同志们：\r要抓紧春耕。\r';
    const boxes = [
      [6, '午后入场\r'],
      [0, '在会上的讲话\r'],
    ] as const;
    assert.deepEqual(await textOf(body, { boxes }), ['', '在会上的讲话', '同志们：', '要抓紧春耕。', '午后入场']);
    assert.deepEqual(await textOf(body, { boxes: [[99, '何处\r']] }), ['', '同志们：', '要抓紧春耕。', '何处']);
  });

  it('is told from other programs by the names at the top of its container alone', async () => {
    // A slide show that was put into a document lies below its top; its name in the text means nothing.
    const name = Buffer.from('PowerPoint Document', 'utf16le').toString('utf16le');
    assert.equal((await textOf(`请看${name}。\r`))[0], `请看${name}。`);
    const small = container([['PowerPoint Document', Buffer.alloc(5000)]]);
    await assert.rejects(lines(small), (error: UnreadableFileError) => error.reason.en.includes('slide show'));
  });

  it('that is damaged anywhere is read or refused, never more', async () => {
    const whole = makeDoc(LISTED, { listed, levels, characters: [[0, 4, [0x48, 0x2a, 1]]] });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, cut) => {
        const bytes = Buffer.from(whole).subarray(0, cut < 2000 ? whole.length : cut);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        await lines(bytes).catch(error => assert.ok(error instanceof UnreadableFileError, String(error)));
      }),
      runs(40),
    );
  });
});
