import type { Imported, ImportedArticle } from '../../server/protocol/corpus';

/** The words of the document, in the writer's language. */
export interface ImportedWords {
  readonly reasons: Readonly<Record<ImportedArticle['removed'][number]['reason'], string>>;
  /** Headings. */
  readonly removed: string;
  readonly problems: string;
  readonly kept: string;
  /** A 1-based line. */
  line(number: number): string;
  readonly nothing: string;
  cut(count: number): string;
  /** How a line is kept, and let go. */
  readonly hint: string;
}

/** A row of the document about a line that may be kept, or is. */
export interface KeepableRow {
  /** 0-based line of the document. */
  readonly row: number;
  /** Number of the article in its file. */
  readonly entry: number;
  /** What was removed, just so. */
  readonly line: string;
  readonly isKept: boolean;
}

/** The page that tells what became of one file of the corpus. */
export interface ImportedPage {
  readonly text: string;
  /** From top to bottom. */
  readonly rows: readonly KeepableRow[];
}

/**
 * What was taken out of a file and what is to be looked at, as a text to read: what wants a person first, each with its
 * line, of several articles each under its title; which of its rows are about lines that can be kept.
 *
 *     需要查看（1）
 *     第 12 行　编码错乱，无法恢复，原样保留：…
 *
 *     清除（2）
 *     第 1 行　网页杂项：打印本页
 *     第 30 行　网页杂项：责任编辑：方晓禾
 */
export function importedPage(path: string, { articles, isCut }: Imported, words: ImportedWords): ImportedPage {
  const isCollection = articles.length > 1;
  const count = articles.reduce(
    (sum, { removed, problems, kept }) => sum + removed.length + problems.length + kept.length,
    0,
  );
  const canKeep = articles.some(({ removed, kept }) => kept.length > 0 || removed.some(isKeepable));
  const note = count === 0 ? [words.nothing] : isCut ? [words.cut(count)] : [];
  const blocks: readonly Block[] = [
    [{ text: path }],
    ...note.map(text => [{ text }]),
    ...(canKeep ? [[{ text: words.hint }]] : []),
    ...articles.flatMap(article => [
      ...(isCollection ? [[{ text: `${article.entry + 1}　${article.title}`.trimEnd() }]] : []),
      ...blocksOf(article, words),
    ]),
  ];
  // Blocks are apart by an empty row.
  const all = blocks.flatMap((block, i) => (i === 0 ? block : [{ text: '' }, ...block]));
  return {
    text: `${all.map(({ text }) => text).join('\n')}\n`,
    rows: all.flatMap(({ keeps }, row) => (keeps ? [{ row, ...keeps }] : [])),
  };
}

interface Row {
  readonly text: string;
  readonly keeps?: Omit<KeepableRow, 'row'>;
}
type Block = readonly Row[];

const isKeepable = ({ isFinal, text }: ImportedArticle['removed'][number]): boolean => !isFinal && text !== '';

function blocksOf({ entry, problems, removed, kept }: ImportedArticle, words: ImportedWords): Block[] {
  const place = (line: number) => words.line(line + 1);
  return [
    block(
      words.problems,
      problems.map(({ message, line, text }) => ({ text: said([place(line), message], text) })),
    ),
    block(
      words.kept,
      kept.map(line => ({ text: onOneLine(line), keeps: { entry, line, isKept: true } })),
    ),
    block(
      words.removed,
      removed.map(removal => ({
        text: said([place(removal.line), words.reasons[removal.reason]], removal.text),
        ...(isKeepable(removal) && { keeps: { entry, line: removal.text, isKept: false } }),
      })),
    ),
  ].filter(({ length }) => length > 0);
}

function block(heading: string, rows: readonly Row[]): Block {
  return rows.length === 0 ? [] : [{ text: `${heading}（${rows.length}）` }, ...rows];
}

function said(parts: readonly string[], text: string): string {
  const line = onOneLine(text);
  return `${parts.join('　')}${line && `：${line}`}`;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
