import { openFormat } from '../../../src/corpus/formats/formats';
import { memorySource } from '../../../src/corpus/formats/source';
import { cleanArticle } from '../../../src/engine/article/cleanArticle';
import { isHan } from '../../../src/engine/text/han';
import { table } from '../table';
import { type ImportCase, importCases } from './cases';

/** How well one kind of file is read; shares are of 1. */
export interface KindReport {
  readonly kind: string;
  readonly cases: number;
  readonly precision: number;
  readonly recall: number;
  readonly paragraphs: number;
  readonly title: number;
  readonly date: number;
  readonly speaker: number;
  /** Of processor time. */
  readonly filesPerSecond: number;
  /** Of a PDF, of processor time; null for other kinds. */
  readonly pagesPerSecond: number | null;
}

/** A row of a table is one line; it is no part of what the speech says. */
const ROW = /｜/;

/** Reads every case twice, and counts the second time: a folder has many files of a kind, what is loaded and compiled for the first is nothing beside them. */
export async function importReport(articles: number, seed: number, browser: string | undefined): Promise<KindReport[]> {
  const byKind = new Map<string, ImportCase[]>();
  for (const item of await importCases(articles, seed, browser))
    byKind.set(item.kind, [...(byKind.get(item.kind) ?? []), item]);
  const reports: KindReport[] = [];
  for (const [kind, cases] of byKind) reports.push(await kindReport(kind, cases));
  return reports;
}

async function kindReport(kind: string, cases: readonly ImportCase[]): Promise<KindReport> {
  const sums = { right: 0, read: 0, wanted: 0, paragraphs: 0, title: 0, date: 0, speaker: 0, seconds: 0, pages: 0 };
  for (const item of cases) await readCase(item);
  for (const item of cases) {
    const before = process.cpuUsage();
    const raw = await readCase(item);
    const { user, system } = process.cpuUsage(before);
    sums.seconds += (user + system) / 1e6;
    sums.pages += pagesOf(item.bytes);
    const article = cleanArticle(raw.raw, raw.fileName === undefined ? {} : { fileName: raw.fileName });
    const lines = article.paragraphs.map(({ text }) => text).filter(text => !ROW.test(text));
    const [read, wanted] = [han(lines), han(item.paragraphs)];
    sums.right += common(read, wanted);
    sums.read += read.length;
    sums.wanted += wanted.length;
    sums.paragraphs += lines.join('\n') === item.paragraphs.join('\n') ? 1 : 0;
    for (const field of ['title', 'date', 'speaker'] as const) sums[field] += article[field] === item[field] ? 1 : 0;
  }
  const share = (count: number) => count / cases.length;
  return {
    kind,
    cases: cases.length,
    precision: sums.right / Math.max(sums.read, 1),
    recall: sums.right / sums.wanted,
    paragraphs: share(sums.paragraphs),
    title: share(sums.title),
    date: share(sums.date),
    speaker: share(sums.speaker),
    filesPerSecond: cases.length / sums.seconds,
    pagesPerSecond: sums.pages > 0 ? sums.pages / sums.seconds : null,
  };
}

/** 0 for what is no PDF. */
function pagesOf(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1');
  return text.startsWith('%PDF') ? (text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0) : 0;
}

async function readCase({ kind, bytes }: ImportCase) {
  const source = memorySource(kind, bytes);
  const format = await openFormat(source);
  for await (const item of format.read({ source })) {
    if (!('raw' in item)) continue;
    return { raw: item.raw, fileName: item.fileName ?? (format.isCollection ? undefined : kind) };
  }
  throw new Error(`${kind} gave no article`);
}

function han(lines: readonly string[]): string {
  return [...lines.join('')].filter(character => isHan(character.charCodeAt(0))).join('');
}

/** Length of the longest common subsequence. */
function common(a: string, b: string): number {
  if (a === b) return a.length;
  let row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j++) next[j + 1] = a[i] === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return row[b.length]!;
}

/** The table that `npm run eval -- --import` prints. */
export function printedImport(reports: readonly KindReport[]): string {
  const head = [
    'import',
    'cases',
    'precision',
    'recall',
    'paragraphs',
    'title',
    'date',
    'speaker',
    'files/s',
    'pages/s',
  ];
  const rows = reports.map(({ kind, cases, filesPerSecond, pagesPerSecond, ...shares }) => [
    kind,
    cases,
    ...Object.values(shares).map(share => share.toFixed(4)),
    filesPerSecond.toFixed(0),
    pagesPerSecond?.toFixed(0) ?? '',
  ]);
  return table(head, rows);
}
