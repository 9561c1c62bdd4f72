import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits as formatLimits } from '../../src/corpus/formats/limits';
import { corpusLimits } from '../../src/corpus/limits';
import { engineLimits } from '../../src/engine/limits';
import { libraryLimits } from '../../src/library/limits';
import { messageLimits } from '../../src/server/protocol/limits';

/** A number as a row writes it, in each of the two languages. */
interface Written {
  readonly zh: string;
  readonly en: string;
}
type Unit = (value: number) => Written;
const both = (text: string): Written => ({ zh: text, en: text });
const thousands = (value: number) => value.toLocaleString('en-US');

const count: Unit = value => both(thousands(value));
/** 5,000 字, 2 万字; 5,000 characters, 20 million characters. */
const inTenThousands = (zh: string, en: string): Unit => {
  return value => ({
    zh: value >= 10_000 ? `${thousands(value / 10_000)} 万${zh}` : `${thousands(value)} ${zh}`,
    en: `${value >= 1e6 ? `${thousands(Math.floor(value / 1e6))} million` : thousands(value)} ${en}`,
  });
};
const characters = inTenThousands('字', 'characters');
const bytes: Unit = value => {
  const megabytes = value / (1 << 20);
  return both(megabytes >= 1024 ? `${megabytes / 1024} GB` : `${megabytes} MB`);
};
const seconds: Unit = value => ({ zh: `${value / 1000} 秒`, en: `${value / 1000} s` });

/** Where a limit stands: how the row begins in each language, and its unit. */
type Row = readonly [zh: string, en: string, unit: Unit];
/** A writer never meets it: why. */
type Inside = string;
type Told<Limits> = Readonly<Record<keyof Limits, Row | Inside>>;

const ENGINE: Told<typeof engineLimits> = {
  articleUtf16: ['一篇文章', 'one article', characters],
  segmenterPiece: 'words are cut the same, whatever the piece',
  query: ['查找表述', 'look-up', value => ({ zh: `${value} 字`, en: `${value} characters` })],
  outlineDepth: ['一篇文字的序号', 'numbers of a text', value => ({ zh: `${value} 层`, en: `${value} levels` })],
  outlineMarkers: ['一篇文字的序号', 'numbers of a text', count],
  checkedLines: ['单份文稿', 'one draft', inTenThousands('行', 'lines')],
  numberedDraft: ['单份文稿', 'one draft', characters],
  checkedDraft: ['单份文稿', 'one draft', characters],
  checkedLine: ['单份文稿', 'one draft', characters],
  problems: ['序号与检查问题', 'problems of numbering and of each check', count],
};

const CORPUS: Told<typeof corpusLimits> = {
  growthBytes: ['读取时变大的文件', 'a file that grows while it is read', bytes],
  stalledReadMs: ['读文件', 'reading a file', seconds],
  slowestBytesPerSecond: [
    '读文件',
    'reading a file',
    value => ({ zh: `每秒 ${value / 1024} KB`, en: `${value / 1024} KB/s` }),
  ],
  articleMs: ['单篇文章', 'reading one article', seconds],
  converterMs: ['转换程序', 'a converter', seconds],
  minedArticleMs: ['单篇文章', 'reading one article', seconds],
  minedParagraphs: ['单篇文章', 'reading one article', inTenThousands('行', 'lines')],
  minedAtOnceUtf16: 'longer articles are mined elsewhere, with the same result',
  givenUpArticles: 'the rest of a block; each article given up is named',
  exportedParagraphs: ['导出和复制到 Word', 'export and copy to Word', inTenThousands('段', 'paragraphs')],
  laidOutParagraphs: [
    '导出和复制到 Word',
    'export and copy to Word',
    value => ({ zh: `${value / 10_000} 万段`, en: thousands(value) }),
  ],
  termListBytes: ['提法清单', 'a list of wordings', bytes],
  termListRows: ['提法清单', 'a list of wordings', inTenThousands('行', 'rows')],
  parentLookMs: 'how often a process looks after its parent',
};

const FORMATS: Told<typeof formatLimits> = {
  documentBytes: ['单个文档', 'one document', bytes],
  collectionBytes: ['jsonl |', 'jsonl |', bytes],
  expandedCollectionBytes: ['jsonl |', 'jsonl |', bytes],
  collectionLineUtf16: ['jsonl 里的一行', 'a line of a jsonl', value => characters(Math.floor(value / 1e6) * 1e6)],
  partBytes: ['单个文档', 'one document', bytes],
  expandedDocumentBytes: ['单个文档', 'one document', bytes],
  listNumber: ['Word 列表编号', 'a list number in Word', count],
  parts: ['单个文档', 'one document', count],
  archiveBytes: ['zip |', 'zip |', bytes],
  archiveMembers: ['zip |', 'zip |', count],
  expandedArchiveBytes: ['zip |', 'zip |', bytes],
  archiveRatio: ['zip 里的一个文件', 'a file of a zip', value => ({ zh: `${value} 倍`, en: `${value} times` })],
  archiveDepth: ['zip 里的 zip', 'a zip within a zip', value => ({ zh: `${value} 层`, en: `${value} levels` })],
  pdfPages: ['PDF |', 'PDF |', count],
  pdfPageItems: ['PDF |', 'PDF |', count],
  pdfStreamBytes: ['PDF 里的一段数据', 'one stream of a PDF', bytes],
  pageDepth: ['网页嵌套', 'nested elements of a page', count],
  articleLines: ['一篇文章的行数', 'lines of an article', count],
  rtfDepth: ['RTF 嵌套', 'groups in an RTF', count],
};

const MESSAGES: Told<typeof messageLimits> = {
  path: 'no system has longer paths',
  words: ['查找表述', 'look-up', characters],
  frameText: ['另存为句式的文字', 'text of a frame', characters],
  name: ['名称', 'a name', characters],
  passage: ['悬停、出处里的一处表述', 'one wording of a hover', characters],
  line: ['悬停、出处里的一处表述', 'one wording of a hover', characters],
  paragraph: ['查找时光标所在的一行', 'the line around the cursor', characters],
  wordsParagraph: ['按词移动光标', 'moving by words', characters],
  paragraphs: ['按词移动光标', 'moving by words', value => ({ zh: `${value} 段`, en: `${value} at once` })],
  places: 'cursors of one editor, which has no more itself',
  listed: ['语料文件夹', 'folders, frame files', value => ({ zh: `${value / 10_000} 万个`, en: thousands(value) })],
  diagnostics: 'problems of one line, sent by an editor with a request for fixes',
  document: ['单份文稿', 'one draft', characters],
};

const SENT = 'what a publisher sends: a reader of it takes no more, and is told by name';
const LIBRARY: Told<typeof libraryLimits> = {
  manifestBytes: ['资料库 |', 'libraries |', bytes],
  mostCollections: ['资料库 |', 'libraries |', count],
  mostLibraries: ['资料库 |', 'libraries |', count],
  spareDiskBytes: ['资料库 |', 'libraries |', bytes],
  stalledMs: ['资料库没有响应', 'a library that does not answer', seconds],
  chunkBytes: 'how much is sent at once',
  mostSegments: SENT,
  segmentCharacters: SENT,
  mostLayouts: SENT,
  packedTableBytes: SENT,
  fileTableBytes: SENT,
  mostFiles: SENT,
  fileRowBytes: SENT,
  fileTableBytesPerArticle: SENT,
  framesBytes: SENT,
  unpackedFramesBytes: SENT,
  blockIndexBytes: SENT,
  blockIndexBytesPerCharacter: SENT,
  unpackedLayoutFramesBytes: SENT,
  pieceBytes: SENT,
  layoutCharacters: 'how a publisher cuts what it sends',
  laidOutFrom: 'how a publisher cuts what it sends',
  layoutFrames: 'how a publisher cuts what it sends',
  articlesOfFrame: 'how a publisher cuts what it sends',
  instancesOfFrames: 'how a publisher cuts what it sends',
  residentCharacters: 'where a reader keeps what is small beside the library',
  replicatedCharacters: 'which way a library is read where its reader says nothing',
  seedsOfDraft: 'how much of a library a draft is compared with',
  borrowedCharacters: 'how much of a library a draft is compared with',
  lockMs: 'publishers among themselves',
  mergeTries: 'publishers among themselves',
  retiredMs: 'publishers among themselves',
  mostRetired: 'publishers among themselves',
};

/** Rows that no limit of these stands behind, as they begin in each language. */
const OTHERS = {
  zh: ['助手（`fanben mcp`）', '建索引的内存'],
  en: ['a message of an assistant', 'memory of an index being built'],
};

const ALL = [
  ['engine/limits', ENGINE, engineLimits],
  ['corpus/limits', CORPUS, corpusLimits],
  ['formats/limits', FORMATS, formatLimits],
  ['protocol/limits', MESSAGES, messageLimits],
  ['library/limits', LIBRARY, libraryLimits],
] as const;

/** Rows of the table of limits below its head, without the bar they begin with. */
function rowsOf(file: string, heading: string): string[] {
  const text = readFileSync(join(process.env.FANBEN_ROOT!, file), 'utf8');
  const [section] = text.slice(text.indexOf(`## ${heading}\n`) + 1).split('\n## ');
  return section!
    .split('\n')
    .flatMap(line => (line.startsWith('| ') ? [line.slice(2)] : []))
    .slice(2);
}

describe('the tables of limits', () => {
  const tables = { zh: rowsOf('README.md', '上限'), en: rowsOf('README.en.md', 'Limits') };

  it('have as many rows in both languages', () => assert.equal(tables.zh.length, tables.en.length));

  it('have no row that is none of the code', () => {
    const rows = ALL.flatMap(([, told]) => Object.values<Row | Inside>(told)).filter(row => typeof row !== 'string');
    const starts = { zh: [...rows.map(([zh]) => zh), ...OTHERS.zh], en: [...rows.map(([, en]) => en), ...OTHERS.en] };
    for (const language of ['zh', 'en'] as const)
      assert.deepEqual(
        tables[language].filter(line => !starts[language].some(start => line.startsWith(start))),
        [],
      );
  });

  for (const [file, told, values] of ALL) {
    for (const [name, row] of Object.entries<Row | Inside>(told)) {
      if (typeof row === 'string') continue;
      const [zh, en, unit] = row;
      it(`have ${name} of ${file} as it is`, () => {
        const written = unit((values as Readonly<Record<string, number>>)[name]!);
        for (const [language, start] of [
          ['zh', zh],
          ['en', en],
        ] as const) {
          const line = tables[language].find(one => one.startsWith(start));
          assert.ok(line, `no row begins with ${start}`);
          const cell = line.split('|')[1]!;
          const isIn = new RegExp(`(?<![\\d,.])${written[language]}(?![\\d,.]\\d|\\d)`).test(cell);
          assert.ok(isIn, `${written[language]} is not in: ${line}`);
        }
      });
    }
  }
});
