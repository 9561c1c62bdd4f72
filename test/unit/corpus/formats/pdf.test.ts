import assert from 'node:assert/strict';
import { pdf } from '../../../../src/corpus/formats/pdf/pdf';
import { memorySource } from '../../../../src/corpus/formats/source';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { readArticles } from '../../../../src/corpus/reading/readArticles';
import { centred, makePdf, type PdfText, plainSetting, setPages, type Typesetting } from '../../../fixtures/pdf';
import { speechDate, speechParagraphs, speechSpeaker, speechTitle } from '../../../fixtures/speech';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const files = temporaryFiles();
after(() => files.remove());

const head: readonly PdfText[] = [
  centred(speechTitle, 70, 18),
  centred('（2018年2月26日）', 95, 12),
  centred('中共云溪县委书记　陆明远', 115, 12),
];
/** Four times the speech: it runs over pages. */
const long = [1, 2, 3, 4].flatMap(() => speechParagraphs);

function set(paragraphs: readonly string[], setting: Partial<Typesetting> = {}): PdfText[][] {
  const pages = setPages(paragraphs, { ...plainSetting, firstTop: 150, ...setting });
  pages[0]!.unshift(...head);
  return pages;
}

async function read(pages: readonly (readonly PdfText[])[]) {
  const path = files.write('speech.pdf', makePdf(pages));
  for await (const item of readArticles(path)) if ('article' in item) return item.article;
  throw new Error('no article');
}

async function paragraphsOf(pages: readonly (readonly PdfText[])[]): Promise<string[]> {
  return (await read(pages)).paragraphs.map(({ text }) => text);
}

describe('a PDF', () => {
  it('gives title, date, speaker and the paragraphs, in a font that is not in the file', async () => {
    const { title, date, speaker, paragraphs } = await read(set(speechParagraphs));
    assert.deepEqual([title, date, speaker], [speechTitle, speechDate, speechSpeaker]);
    assert.deepEqual(
      paragraphs.map(({ text }) => text),
      speechParagraphs,
    );
  });

  for (const columns of [1, 2, 3]) {
    it(`is read in order over pages in ${columns} column(s)`, async () => {
      const size = columns === 1 ? 12 : 10;
      assert.deepEqual(await paragraphsOf(set(long, { columns, size, pitch: size * 1.5, left: 60, right: 535 })), long);
    });
  }

  it('needs no indent where the distance tells paragraphs apart', async () => {
    assert.deepEqual(await paragraphsOf(set(long, { indent: 0, space: 14 })), long);
  });

  it('loses running heads, feet and page numbers, but no text near the edges', async () => {
    const pages = set(long, { top: 80, bottom: 775 }).map((page, i) => [
      { text: '云溪县林业工作简报', x: 90, y: 50, size: 9 },
      ...page,
      centred(i % 2 ? `第${i + 1}页 共3页` : `— ${i + 1} —`, 805, 10.5),
    ]);
    assert.deepEqual(await paragraphsOf(pages), long);
  });

  it('loses footnotes and their raised marks', async () => {
    const [page] = set(speechParagraphs.slice(0, 2));
    const last = page!.at(-1)!;
    const marked = [
      ...page!,
      { text: '[1]', x: last.x + last.text.length * 12, y: last.y - 5, size: 7 },
      { text: '[1]云溪县林业局：《造林统计手册》，内部资料，第12页。', x: 90, y: 740, size: 9 },
      { text: '转引自县志办的说明。', x: 90, y: 754, size: 9 },
    ];
    assert.deepEqual(await paragraphsOf([marked]), speechParagraphs.slice(0, 2));
  });

  it('goes on behind a table that stands in the middle of a paragraph', async () => {
    const lines = set(speechParagraphs.slice(0, 2))[0]!;
    const cut = lines.length - 2;
    const y = lines[cut]!.y;
    const row = (texts: readonly string[], i: number) =>
      texts.map((text, k) => ({ text, x: 120 + k * 120, y: y + i * 20, size: 12 }));
    const table = [
      ['乡镇', '面积', '责任人'],
      ['南坡镇', '3200亩', '何晓梅'],
      ['北山乡', '1800亩', '周长林'],
    ].flatMap(row);
    const pages = [[...lines.slice(0, cut), ...table, ...lines.slice(cut).map(line => ({ ...line, y: line.y + 80 }))]];
    const paragraphs = await paragraphsOf(pages);
    assert.deepEqual(paragraphs.slice(0, 2), speechParagraphs.slice(0, 2));
    assert.equal(paragraphs.length, 5);
    assert.match(paragraphs[3]!, /^南坡镇.3200亩.何晓梅$/);
  });

  it('takes the title from the largest type, over two lines, below a red head', async () => {
    const pages = setPages(speechParagraphs, { ...plainSetting, firstTop: 220 });
    pages[0]!.unshift(
      centred('云溪县人民政府文件', 70, 36),
      centred('云政发〔2018〕3号', 110, 12),
      centred('关于印发全县春季造林', 150, 22),
      centred('工作方案的通知', 180, 22),
    );
    const { title, paragraphs } = await read(pages);
    assert.equal(title, '关于印发全县春季造林工作方案的通知');
    assert.equal(paragraphs.at(-1)!.text, speechParagraphs.at(-1));
  });

  it('loses who gets a copy, over two lines', async () => {
    const pages = set(speechParagraphs);
    const y = pages.at(-1)!.at(-1)!.y;
    const foot = [
      '抄送：县委各部门，县人大常委会办公室，',
      '县法院，县检察院。',
      '云溪县人民政府办公室　2018年2月27日印发',
    ];
    pages.at(-1)!.push(...foot.map((text, i) => ({ text, x: 90, y: y + 60 + 24 * i, size: 11 })));
    assert.deepEqual(await paragraphsOf(pages), speechParagraphs);
  });

  it('reads radicals as the characters they stand for', async () => {
    const [first, ...rest] = speechParagraphs;
    const pages = set([first!, '⼀是⽣产⻓足发展，⺠心所向。', ...rest]);
    assert.deepEqual(await paragraphsOf(pages), [first, '一是生产长足发展，民心所向。', ...rest]);
  });

  it('names a scan, a password, damage, and tells of pages without text', async () => {
    const kind = async (bytes: Uint8Array) => {
      try {
        for await (const item of pdf.read({ source: memorySource('a.pdf', bytes) }))
          if ('problem' in item) return `${item.problem.zh} ${item.problem.en}`;
        return null;
      } catch (error) {
        assert.ok(error instanceof UnreadableFileError, String(error));
        return error.reason.kind;
      }
    };
    assert.equal(await kind(makePdf([[], []])), 'scan');
    assert.equal(await kind(makePdf(set(speechParagraphs), { encrypted: true })), 'encrypted');
    assert.equal(await kind(Buffer.from('%PDF-1.4\n坏了')), 'damaged');
    assert.match((await kind(makePdf([...set(speechParagraphs), []])))!, /第 2 页没有文字.*pages without text/);
  });
});
