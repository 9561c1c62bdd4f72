import type { Imported, ImportedArticle } from '../../server/protocol/corpus';

/** The words of the document, in the writer's language. */
export interface ImportedWords {
  readonly reasons: Readonly<Record<ImportedArticle['removed'][number]['reason'], string>>;
  /** Headings. */
  readonly removed: string;
  readonly problems: string;
  /** A 1-based line. */
  line(number: number): string;
  readonly nothing: string;
  cut(count: number): string;
}

/**
 * What was taken out of a file and what is to be looked at, as a text to read: what wants a person first, each with its
 * line, of several articles each under its title.
 *
 *     需要查看（1）
 *     第 12 行　编码错乱，无法恢复，原样保留：…
 *
 *     清除（2）
 *     第 1 行　网页杂项：打印本页
 *     第 30 行　网页杂项：责任编辑：方晓禾
 */
export function importedText(path: string, { articles, isCut }: Imported, words: ImportedWords): string {
  const isCollection = articles.length > 1;
  const blocks = articles.flatMap(article => [
    ...(isCollection ? [`${article.entry + 1}　${article.title}`.trimEnd()] : []),
    ...list(words.problems, article.problems, words, ({ message }) => message),
    ...list(words.removed, article.removed, words, ({ reason }) => words.reasons[reason]),
  ]);
  const count = articles.reduce((sum, { removed, problems }) => sum + removed.length + problems.length, 0);
  const note = count === 0 ? [words.nothing] : isCut ? [words.cut(count)] : [];
  return `${[path, ...note, ...blocks].join('\n\n')}\n`;
}

interface Finding {
  readonly line: number;
  readonly text: string;
}

function list<Kind extends Finding>(
  heading: string,
  findings: readonly Kind[],
  words: ImportedWords,
  nameOf: (finding: Kind) => string,
): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(finding => {
    const text = finding.text.replace(/\s+/g, ' ').trim();
    return `${words.line(finding.line + 1)}　${nameOf(finding)}${text && `：${text}`}`;
  });
  return [[`${heading}（${findings.length}）`, ...rows].join('\n')];
}
