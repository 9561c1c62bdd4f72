import { ARTICLE_END, type CorpusView } from '../segment';
import { alphabetOf, codeWriter } from './alphabet';
import { type BlockIndex, META_PAGE, type PieceColumns } from './blockIndex';
import { type JoinedText, joinOrders, joinTexts, rowsAt } from './joinedText';
import { encodeMetaPage, type PageMeta } from './metaPage';
import { BLOCK_ROWS, encodeRows, ROW_CODES, SAMPLE_ROWS } from './rows';
import { packStrings } from './shortStrings';
import { encodeTextPage, pagesOf } from './textPage';
import { sampledRank, wideContexts } from './wideContexts';

/** A layout but for what is known of its pieces only when they are packed. */
export type LaidOut = Omit<BlockIndex, keyof PieceColumns>;

/**
 * Lays out some segments so that a few small pieces answer what goes on from a wording: their suffixes in one order, in blocks; of each
 * wording that is in many blocks a systematic sample, which is what completion looks at; their text and metadata in pages. Yields the bytes of the
 * pieces in the order of their numbers, and returns the rest.
 *
 * @param pathOf what the file of an article is called in the library
 */
export function* layOut(
  segments: CorpusView,
  pathOf: (segment: number, article: number) => string,
): Generator<Uint8Array, LaidOut> {
  const text = joinTexts(segments);
  const order = joinOrders(segments, text);
  const wide = wideContexts(text, order);
  const alphabet = alphabetOf(text.codes);
  const write = codeWriter(alphabet);
  const separators: string[] = [];
  for (let start = 0; start < order.length; start += BLOCK_ROWS) {
    separators.push(start === 0 ? '' : separator(text, order[start - 1]!, order[start]!));
    yield encodeRows(rowsAt(text, order.subarray(start, Math.min(order.length, start + BLOCK_ROWS))), write);
  }
  for (const context of wide) {
    const positions = Uint32Array.from({ length: SAMPLE_ROWS }, (_, row) => order[sampledRank(context, row)]!);
    yield encodeRows(rowsAt(text, positions), write);
  }
  for (let page = 0; page < pagesOf(text.length); page++) yield encodeTextPage(text, page);
  const metas = segments.flatMap((segment, number) =>
    Array.from({ length: segment.articleCount }, (_, article): PageMeta => {
      const { entry, title, speaker, occasion } = segment.meta(article);
      return { path: pathOf(number, article), entry, title, speaker, occasion };
    }),
  );
  for (let at = 0; at < metas.length; at += META_PAGE) yield encodeMetaPage(metas.slice(at, at + META_PAGE));
  const articles = segments.flatMap((segment, number) =>
    Array.from({ length: segment.articleCount }, (_, article) => ({
      start: text.bases[number]! + segment.articleStart(article),
      cluster: segment.cluster(article),
      date: segment.packedDate(article),
    })),
  );
  return {
    length: text.length,
    alphabet,
    separators: packStrings(separators),
    wide: packStrings(wide.map(({ text }) => text)),
    wideLo: Uint32Array.from(wide, ({ lo }) => lo),
    wideWidth: Uint32Array.from(wide, ({ width }) => width),
    articleStarts: Uint32Array.from(articles, ({ start }) => start),
    clusters: Int32Array.from(articles, ({ cluster }) => cluster),
    dates: Int32Array.from(articles, ({ date }) => date),
  };
}

/** The shortest beginning of the one suffix that the one before it is below; where both rows are alike, the whole of it. Articles end it, as they end a row. */
function separator({ codes }: JoinedText, before: number, position: number): string {
  let length = 1;
  while (length < ROW_CODES && codes[before + length - 1] === codes[position + length - 1]) {
    if (codes[position + length - 1] === ARTICLE_END) break;
    length++;
  }
  return String.fromCharCode(...codes.subarray(position, position + length));
}
