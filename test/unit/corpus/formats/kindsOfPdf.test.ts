import assert from 'node:assert/strict';
import { isGarbled } from '../../../../src/corpus/formats/pdf/garbledText';
import { uprightPage } from '../../../../src/corpus/formats/pdf/orientation';
import { pageFragments } from '../../../../src/corpus/formats/pdf/pageFragments';
import { pdf } from '../../../../src/corpus/formats/pdf/pdf';
import { titleBySize } from '../../../../src/corpus/formats/pdf/titleBySize';
import { withoutWatermarks } from '../../../../src/corpus/formats/pdf/watermarks';
import { memorySource } from '../../../../src/corpus/formats/source';
import { type ReadEntry, readArticles } from '../../../../src/corpus/reading/readArticles';
import { centred, makePdf, type PdfText, pdfPage, plainSetting, setPages } from '../../../fixtures/pdf';
import { speechDate, speechParagraphs, speechSpeaker, speechTitle } from '../../../fixtures/speech';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const files = temporaryFiles();
after(() => files.remove());

type Pages = readonly (readonly PdfText[])[];

function speech(paragraphs: readonly string[] = speechParagraphs, size = 12): PdfText[][] {
  const pages = setPages(paragraphs, { ...plainSetting, size, pitch: size * 1.5, firstTop: 150 });
  pages[0]!.unshift(
    centred(speechTitle, 70, 18),
    centred('（2018年2月26日）', 95, 12),
    centred('中共云溪县委书记　陆明远', 115, 12),
  );
  return pages;
}

async function isSpeech(pages: Pages, options: Parameters<typeof makePdf>[1] = {}, right = speechParagraphs) {
  const entries: ReadEntry[] = [];
  for await (const entry of readArticles(files.write('a.pdf', makePdf(pages, options)))) entries.push(entry);
  const [first] = entries;
  assert.ok(first && 'article' in first);
  const { title, date, speaker, paragraphs } = first.article;
  assert.deepEqual([title, date, speaker], [speechTitle, speechDate, speechSpeaker]);
  assert.deepEqual(
    paragraphs.map(({ text }) => text),
    right,
  );
}

const byCharacter = (pages: Pages, times = 1) =>
  pages.map(page =>
    page.flatMap(line =>
      [...line.text].flatMap((text, i) =>
        Array.from({ length: times }, (_, k) => ({ ...line, text, x: line.x + i * line.size + k * 0.3 })),
      ),
    ),
  );
const wide = (text: string) => text.replace(/[0-9]/g, digit => '〇一二三四五六七八九'[Number(digit)]!);

describe('a PDF whose text', () => {
  it('is turned to any side reads upright', async () => {
    // A page of the library is higher than wide: only what is turned over fits; the others are turned as such.
    const over = speech().map(page =>
      page.map(line => ({ ...line, x: pdfPage.width - line.x, y: pdfPage.height - line.y, turns: 2 })),
    );
    await isSpeech(over);
  });

  it('runs down, set in a font for vertical writing, is read from the right', async () => {
    const lines = speech().flat();
    let x = 560;
    const pages: PdfText[][] = [[]];
    for (const { text, x: left, size } of lines) {
      x -= size * 1.6;
      if (x < 40) {
        x = 540;
        pages.push([]);
      }
      pages.at(-1)!.push({ text: wide(text), x, y: left, size });
    }
    const entry = { source: memorySource('v.pdf', makePdf(pages, { encoding: 'UniGB-UCS2-V' })) };
    for await (const read of pdf.read(entry)) {
      assert.ok('raw' in read);
      assert.equal(read.raw.title, speechTitle);
      const body = read.raw.text.split('\n').slice(3);
      assert.deepEqual(body, speechParagraphs.map(wide));
      return;
    }
  });

  it('is drawn character by character, once or several times a hair apart, says it once', async () => {
    // Characters as wide as their type; narrow ones would stand apart.
    const even = (text: string) => text.replace(/[0-9.,%]/g, '〇');
    const pages = speech().map(page => page.map(line => ({ ...line, text: even(line.text) })));
    for (const times of [1, 2, 3]) {
      for await (const read of pdf.read({ source: memorySource('b.pdf', makePdf(byCharacter(pages, times))) })) {
        assert.ok('raw' in read);
        assert.deepEqual(read.raw.text.split('\n').slice(3), speechParagraphs.map(even));
      }
    }
  });

  it('was recognised in a picture, line by line in other sizes, keeps its paragraphs', async () => {
    const noise = [1.06, 0.95, 1.02, 0.98, 1.04, 0.93, 1];
    const pages = speech().map(page =>
      page.map((line, i) => (i < 3 ? line : { ...line, size: line.size * noise[i % noise.length]! })),
    );
    await isSpeech(pages);
  });

  it('has few lines a paragraph keeps its margin where most lines begin with an indent', async () => {
    await isSpeech(speech(speechParagraphs, 7));
  });

  it('lies below a watermark loses it on every page', async () => {
    const pages = speech([...speechParagraphs, ...speechParagraphs]);
    const marked = [...pages, []].map(page => [...page, { text: '内部资料', x: 150, y: 420, size: 60 }]);
    await isSpeech(marked, {}, [...speechParagraphs, ...speechParagraphs]);
  });

  it('has readings above its characters loses them alone', async () => {
    const pages = speech();
    const line = pages[0]!.at(-1)!;
    pages[0]!.push({ text: 'gǔ', x: line.x + 2, y: line.y - line.size * 0.95, size: 5 });
    await isSpeech(pages);
  });

  it('has a label down the margin of its pages loses it', async () => {
    const label = [...'云溪县林业工作'].map((text, i) => ({ text, x: 20, y: 200 + i * 11, size: 9 }));
    await isSpeech(speech().map(page => [...page, ...label]));
  });

  it('is printed by a browser loses date, title and address at the edges', async () => {
    const edges = [
      { text: '2024/1/2 10:03', x: 30, y: 20, size: 7 },
      { text: speechTitle, x: 260, y: 20, size: 7 },
      { text: 'file:///C:/a.html', x: 30, y: 830, size: 7 },
    ];
    await isSpeech(speech().map(page => [...page, ...edges]));
  });

  it('has lines of a server before its header is read all the same', async () => {
    const bytes = makePdf(speech());
    const path = files.write(
      'junk.pdf',
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nA: b\r\nC: d\r\n\r\n'), bytes]),
    );
    for await (const entry of readArticles(path)) assert.ok('article' in entry);
  });
});

describe('parts of pages', () => {
  const text = (more: object) => ({
    text: '山',
    x: 100,
    y: 100,
    dx: 1,
    dy: 0,
    length: 12,
    size: 12,
    isVertical: false,
    ...more,
  });

  it('turn with most of the text; the rest is a watermark', () => {
    const turned = Array.from({ length: 9 }, (_, i) => text({ x: 300, y: 500 - 12 * i, dx: 0, dy: -1 }));
    const page = uprightPage(595, 842, [text({ text: '页' }), ...turned]);
    assert.deepEqual([page.width, page.height, page.drawn.length], [842, 595, 9]);
    assert.deepEqual([page.drawn[0]!.left, page.drawn[0]!.y], [342, 300]);
    assert.ok(page.drawn[1]!.left > page.drawn[0]!.left);
  });

  it('a title above the text is no watermark', () => {
    const title = { text: '在会上的讲话', left: 100, width: 240, y: 100, size: 24 };
    const lines = [130, 148, 166].map(y => ({ text: '各村要抓紧春耕', left: 100, width: 300, y, size: 12 }));
    assert.deepEqual(withoutWatermarks([title, ...lines], new Set()), [title, ...lines]);
  });

  it('an initial of several lines begins the first of them, and is no watermark', () => {
    const line = (text: string, left: number, y: number, size = 12) => ({
      text,
      left,
      width: text.length * size,
      y,
      size,
    });
    const drawn = [
      line('今', 80, 124, 30),
      line('天请大家来，', 110, 110),
      line('只谈种树。', 110, 126),
      line('就这些。', 80, 142),
    ];
    assert.deepEqual(withoutWatermarks(drawn, new Set()), drawn);
    assert.deepEqual(
      pageFragments(drawn).map(({ text, left }) => [text, left]),
      [
        ['今天请大家来，', 80],
        ['只谈种树。', 80],
        ['就这些。', 80],
      ],
    );
  });

  it('signs of symbol fonts before the items of a list are left out, unless there is nothing else', () => {
    const line = (text: string, left: number) => ({ text, left, width: text.length * 12, y: 100, size: 12 });
    const texts = (...drawn: ReturnType<typeof line>[]) => pageFragments(drawn).map(({ text }) => text);
    assert.deepEqual(texts(line('\uf06c', 80), line('盯住质量。', 120)), ['盯住质量。']);
    assert.deepEqual(texts(line('\uf06c\uf06d', 80)), ['\uf06c\uf06d']);
  });

  it('the name of a body above a title that begins with it is its letterhead', () => {
    const line = (text: string, size: number) => ({ text, size, page: 0, isRow: false });
    const letter = [
      line('云 溪 县 林 业 局', 36),
      line('云溪县林业局关于', 22),
      line('做好补植的通知', 22),
      line('各乡镇：', 12),
    ];
    assert.equal(titleBySize(letter, 12).title, '云溪县林业局关于做好补植的通知');
  });

  it('numbers of characters in a font, taken for ASCII, are garbled', () => {
    assert.ok(isGarbled('!"#$%&\'()*+,-./012."34567896:/;7<=>?1@AB;CDEF.GHI/JKLIMNOPQRSTUVWXYZ[\\.]^_ `abVcde'));
    assert.ok(
      !isGarbled(
        'Comrades, today (March 2, 2015) we talk only about "trees": 12.6% more of them; see https://a.example.cn/?b=c_d!',
      ),
    );
    assert.ok(!isGarbled('1.2% | 3.4% | (5) | [6] | 7/8 | 9:10 | “林业局”等'));
  });

  it('garbled text is told from text of another script', () => {
    assert.ok(isGarbled('ИϘ9ȡᎶᏙ܇ÖĲృࢄຘ૽ڶቆজǞȋܸŞŐŞŗာťሸŗƈ'));
    assert.ok(!isGarbled('ئۇيغۇر تىلى بىر مىسال جۈملە، بۇ قۇرۇلما ھەققىدە'));
    assert.ok(!isGarbled('要用好 5G、AI 等新技术，Мир и труд，α、β'));
  });
});
