import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import type { Format, RawEntry } from '../format';
import { limits } from '../limits';
import { type Reason, UnreadableFileError } from '../unreadableFile';
import { pageColumns } from './columns';
import { joinCopyList } from './copyList';
import { isGarbled } from './garbledText';
import { bodySize, type Page } from './layout';
import { loadPdfjs } from './loadPdfjs';
import { type PlacedText, uprightPage } from './orientation';
import { pageFragments } from './pageFragments';
import { withoutFurniture } from './pageFurniture';
import { joinParagraphs } from './readingOrder';
import { steadySizes } from './steadySizes';
import { titleBySize } from './titleBySize';
import { withoutWatermarks } from './watermarks';

const ENCRYPTED: Reason = {
  kind: 'encrypted',
  zh: 'PDF 加了打开密码，请用阅读器打开后打印或另存为没有密码的 PDF',
  en: 'the PDF has a password: open it and print or save it as a PDF without one',
};
const DAMAGED: Reason = {
  kind: 'damaged',
  zh: 'PDF 已损坏，请重新下载，或用阅读器打开后另存',
  en: 'the PDF is damaged: download it again, or open it in a reader and save it',
};
const SCAN: Reason = {
  kind: 'scan',
  zh: 'PDF 是扫描件或图片，没有文字层；请先用 OCR 识别成可复制文字的 PDF 或 Word',
  en: 'the PDF is a scan, without a text layer: turn it into text first (OCR)',
};
const GARBLED: Reason = {
  kind: 'scan',
  zh: 'PDF 的文字层是乱码（字体没有编码表）；请用 OCR 重新识别，或换用原稿',
  en: 'the text of the PDF is garbled (its fonts do not say which characters they draw): use OCR, or the original',
};
/** A page with fewer characters has no text to speak of: a picture with a number. */
const FEWEST_ON_PAGE = 8;
const ASKEW = 0.05;

/** PDF: the text in the order it is read, lines joined to paragraphs, without heads, feet, page numbers and notes. */
export const pdf: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    const document = await openPdf(source.path, bytes);
    try {
      const pages = await readPages(source.path, document);
      checkText(source.path, pages);
      const { text, title } = layOut(pages);
      yield { entry: 0, raw: { text, ...(title !== null && { title }) } };
      yield* problems(document.numPages, pages);
    } finally {
      await document.destroy();
    }
  },
};

/** The lines of the pages as paragraphs, and the title that the size of its type tells. */
function layOut(pages: readonly Page[]): { text: string; title: string | null } {
  const clean = withoutFurniture(steadySizes(pages));
  const size = bodySize(clean.flatMap(({ fragments }) => fragments));
  const { lines, title } = titleBySize(joinCopyList(joinParagraphs(pageColumns(clean))), size);
  return { text: lines.map(({ text }) => text).join('\n'), title };
}

async function openPdf(path: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { pdfjs, cMaps, fonts } = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: cMaps,
    cMapPacked: true,
    standardFontDataUrl: fonts,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  return task.promise.catch((cause: unknown) => {
    const reason = (cause as Error).name === 'PasswordException' ? ENCRYPTED : DAMAGED;
    throw new UnreadableFileError(path, reason, { cause });
  });
}

async function readPages(path: string, document: PDFDocumentProxy): Promise<Page[]> {
  const { Util } = (await loadPdfjs()).pdfjs;
  const pages: Page[] = [];
  const watermarks = new Set<string>();
  let failed = 0;
  for (let number = 1; number <= Math.min(document.numPages, limits.pdfPages); number++) {
    // The time limit and a cancellation get their turn.
    await nextTurn();
    try {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
      const texts: PlacedText[] = [];
      for (const item of items.slice(0, limits.pdfPageItems)) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const transform = Util.transform(viewport.transform, item.transform) as number[];
        const isVertical = Boolean((styles[item.fontName] as { vertical?: boolean }).vertical);
        const placed = placedText(item, transform, isVertical);
        if (placed) texts.push(placed);
      }
      const upright = uprightPage(viewport.width, viewport.height, texts);
      const fragments = pageFragments(withoutWatermarks(upright.drawn, watermarks));
      pages.push({ number: number - 1, width: upright.width, height: upright.height, fragments });
      page.cleanup();
    } catch {
      failed++;
    }
  }
  if (pages.length === 0 || failed > pages.length) throw new UnreadableFileError(path, DAMAGED);
  return pages;
}

/** Where a piece of text stands and which way it runs; null for one that runs askew, as a watermark does. */
function placedText(item: TextItem, transform: readonly number[], isVertical: boolean): PlacedText | null {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  const size = Math.hypot(c, d) || item.height;
  const isLevel = Math.abs(b) <= Math.abs(a) * ASKEW;
  if (!isLevel && Math.abs(a) > Math.abs(b) * ASKEW) return null;
  const [dx, dy] = isLevel ? [Math.sign(a), 0] : [0, Math.sign(b)];
  return { text: item.str, x, y, dx, dy, length: isVertical ? item.height : item.width, size, isVertical };
}

function checkText(path: string, pages: readonly Page[]): void {
  const text = pages.flatMap(({ fragments }) => fragments.map(fragment => fragment.text)).join('');
  if (text.length < FEWEST_ON_PAGE * Math.min(pages.length, 3)) throw new UnreadableFileError(path, SCAN);
  if (isGarbled(text)) throw new UnreadableFileError(path, GARBLED);
}

function* problems(count: number, pages: readonly Page[]): Generator<RawEntry> {
  const bare = pages.filter(
    ({ fragments }) => fragments.reduce((sum, { text }) => sum + text.length, 0) < FEWEST_ON_PAGE,
  );
  const numbers = bare.map(({ number }) => number + 1);
  if (numbers.length > 0 && numbers.length < pages.length) {
    const some = numbers.slice(0, 20).join('、') + (numbers.length > 20 ? '…' : '');
    const zh = `第 ${some} 页没有文字，可能是图片`;
    const en = `pages without text, perhaps pictures: ${some.replaceAll('、', ', ')}`;
    yield { entry: 1, problem: { zh, en } };
  }
  if (count > limits.pdfPages) {
    const most = limits.pdfPages;
    const en = `only the first ${most} pages were read: split the PDF`;
    yield { entry: 2, problem: { zh: `只读了前 ${most} 页，请拆分 PDF`, en } };
  }
}
