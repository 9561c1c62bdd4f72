import type { Report } from '../../server/protocol/corpus';

/** The words of the page, in the writer's language. */
export interface ReportWords {
  readonly title: string;
  readonly hint: string;
  /** Headings. */
  readonly skipped: string;
  readonly problems: string;
  readonly indexed: string;
  readonly notText: string;
  /** `3 articles · 2.1k chars · 12 removed` */
  about(file: Report['files'][number]): string;
  cut(count: number): string;
  /** The path as the writer knows it. */
  name(path: string): string;
}

/** A row of the page about a file. */
export interface FileRow {
  /** 0-based line of the page. */
  readonly row: number;
  readonly path: string;
  readonly isSkipped: boolean;
  /** Something was removed, or is to be looked at. */
  readonly hasFindings: boolean;
}

/** The page that lists all files of the corpus. */
export interface ReportPage {
  readonly text: string;
  /** From top to bottom. */
  readonly rows: readonly FileRow[];
}

/** Rows under one heading; an editor takes more, a reader does not. */
const MOST_ROWS = 5_000;

/**
 * What became of the files, as a page: skipped ones with the reason first, then what is to be looked at, then what was indexed, those of
 * which most was removed first; and which of its rows are about which file.
 */
export function reportPage({ files, skipped, ignored }: Report, words: ReportWords): ReportPage {
  const lines = [words.title, '', words.hint];
  const rows: FileRow[] = [];
  const section = <Item>(
    heading: string,
    items: readonly Item[],
    textOf: (item: Item) => string,
    fileOf: (item: Item) => Omit<FileRow, 'row'> | null,
  ) => {
    if (items.length === 0) return;
    lines.push('', `${heading}（${items.length}）`);
    for (const item of items.slice(0, MOST_ROWS)) {
      const file = fileOf(item);
      if (file) rows.push({ row: lines.length, ...file });
      lines.push(textOf(item).replace(/[\r\n\t]+/g, ' '));
    }
    if (items.length > MOST_ROWS) lines.push(words.cut(MOST_ROWS));
  };
  const told = (path: string, what: string) => `${words.name(path)}　${what}`;
  section(
    words.skipped,
    skipped,
    ({ path, reason }) => told(path, reason),
    ({ path }) => ({ path, isSkipped: true, hasFindings: false }),
  );
  section(
    words.problems,
    files.flatMap(({ path, problems }) => problems.map(problem => ({ path, problem }))),
    ({ path, problem }) => told(path, problem),
    ({ path }) => ({ path, isSkipped: false, hasFindings: true }),
  );
  section(
    words.indexed,
    [...files].sort((a, b) => b.removed - a.removed),
    file => told(file.path, words.about(file)),
    ({ path, removed, problems }) => ({ path, isSkipped: false, hasFindings: removed + problems.length > 0 }),
  );
  section(
    words.notText,
    ignored,
    ({ folder, reason }) => told(folder, reason),
    () => null,
  );
  return { text: `${lines.join('\n')}\n`, rows };
}
