import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { UnreadableFileError } from '../../../../src/corpus/formats/unreadableFile';
import { type ReadEntry, readArticles } from '../../../../src/corpus/reading/readArticles';
import { container, makeDoc } from '../../../fixtures/doc';
import { formatWriters, makeEpub, makeGbkZip, rtfOfGbk } from '../../../fixtures/formats';
import { speechDate, speechParagraphs, speechSource, speechSpeaker, speechTitle } from '../../../fixtures/speech';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const files = temporaryFiles();
after(() => files.remove());

const speech = {
  title: speechTitle,
  dateLine: '（2018年2月26日）',
  speakerLine: '中共云溪县委书记　陆明远',
  paragraphs: speechParagraphs,
};

async function readAll(path: string): Promise<ReadEntry[]> {
  const entries: ReadEntry[] = [];
  for await (const entry of readArticles(path)) entries.push(entry);
  return entries;
}

async function articlesOf(name: string, bytes: Uint8Array) {
  const entries = await readAll(files.write(name, bytes));
  return entries.flatMap(entry => ('article' in entry ? [entry.article] : []));
}

async function textOf(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const [article] = await articlesOf(name, Buffer.from(bytes as string));
  return article!.paragraphs.map(({ text }) => text);
}

async function refusal(name: string, bytes: Uint8Array | string): Promise<UnreadableFileError['reason']> {
  try {
    await readAll(files.write(name, bytes));
  } catch (error) {
    assert.ok(error instanceof UnreadableFileError, String(error));
    return error.reason;
  }
  throw new Error(`${name} was read`);
}

describe('the same speech in every format', () => {
  for (const [name, write] of Object.entries(formatWriters)) {
    it(`gives the same article: ${name}`, async () => {
      const [article, ...others] = await articlesOf(name, write(speech));
      assert.deepEqual(others, []);
      const { title, date, speaker, paragraphs } = article!;
      assert.deepEqual([title, date, speaker], [speechTitle, speechDate, speechSpeaker]);
      assert.deepEqual(
        paragraphs.map(({ text }) => text),
        speechParagraphs,
      );
    });
  }
});

describe('a file that is not what its name says', () => {
  it('is read by its content: text without an extension, or with a dot in its name', async () => {
    for (const name of ['讲话稿', '1.在全县大会上的讲话', '旧稿.wps']) {
      assert.deepEqual(await textOf(name, Buffer.from(speechSource)), speechParagraphs);
    }
  });

  it('is named with what it is and what to do', async () => {
    const bad: readonly (readonly [name: string, bytes: Uint8Array | string, kind: string, says: RegExp])[] = [
      ['a.doc', makeDoc('讲话', { encrypted: true }), 'encrypted', /去掉密码/],
      ['b.doc', makeDoc('讲话', { old: true }), 'unsupported', /Word 6\/95.*另存为 \.docx/],
      ['c.docx', container([['EncryptedPackage', Buffer.alloc(5000)]]), 'encrypted', /密码/],
      ['d.doc', container([['Workbook', Buffer.alloc(5000)]]), 'unsupported', /Excel/],
      ['e.doc', makeDoc('讲话').subarray(0, 700), 'damaged', /损坏/],
      ['f.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'unsupported', /CSV/],
      ['g.ofd', zipSync({ 'OFD.xml': strToU8('<OFD/>') }), 'unsupported', /OFD/],
      ['h.rar', 'Rar!\u001a\u0007\u0001\u0000', 'archive', /zip/],
      ['i.docx', '不是文档', 'damaged', /扩展名/],
      ['j.txt', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'picture', /OCR|识别/],
      ['k.csv', '姓名,年龄\n甲,1\n', 'unsupported', /正文/],
      ['l.zip', zipSync({ 'a.txt': strToU8('甲') }).subarray(0, 60), 'damaged', /压缩包/],
      ['m.caj', 'CAJ\u0000\u0000\u0000', 'unsupported', /CAJ/],
      ['n.xyz', '一二三四', 'unsupported', /\.txt/],
      ['o.rtf', `{\\rtf1${'{'.repeat(5000)}`, 'damaged', /RTF/],
    ];
    for (const [name, bytes, kind, says] of bad) {
      const reason = await refusal(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
      assert.equal(reason.kind, kind, name);
      assert.match(reason.zh, says);
      assert.ok(reason.en.length > 10);
    }
  });
});

describe('RTF', () => {
  it('leaves out what is not text, and keeps rows of tables, signs and lists', async () => {
    const body = [
      '{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}{\\info{\\title x}}',
      "{\\*\\unknown hidden}{\\v hidden}\\f1 {\\listtext\\f0 \\'d2\\'bb\\'a1\\'a2}\\u35748?\\u28165?\\'d0\\'ce\\'ca\\'c6\\par",
      "GDP\\~8.5%\\super [1]\\nosupersub\\'a3\\'ac\\ldblquote\\'c9\\'bd\\rdblquote\\par",
      "\\trowd\\'cf\\'e7\\'d5\\'f2\\cell\\'c3\\'e6\\'bb\\'fd\\cell\\row",
      "{\\pict\\bin5 }}}}{x}{\\footnote\\'d7\\'a2}\\'cd\\'ea\\'a1\\'a3\\par}",
    ].join('\n');
    assert.deepEqual(await textOf('a.rtf', body), ['一、认清形势', 'GDP 8.5%，“山”', '乡镇｜面积', '完。']);
    const revised = `${body.slice(0, -1)}{\\deleted \\'c9\\'be}}`;
    assert.deepEqual(await textOf('revised.rtf', revised), await textOf('a.rtf', body));
  });

  it('survives being cut off anywhere', async () => {
    const bytes = Buffer.from(rtfOfGbk(speechParagraphs));
    for (let end = bytes.length - 1; end > 400; end -= 97) {
      const [first] = await textOf('cut.rtf', bytes.subarray(0, end));
      assert.ok(first!.length > 0);
    }
  });
});

describe('Word 97', () => {
  it('shows results of fields, rows of tables and breaks', async () => {
    const text =
      '一\u0013 HYPERLINK "http://a" \u0014二\u0015三。\r乡镇\u0007面积\u0007\u0007南坡\u00073亩\u0007\u0007完\u000b了。\r';
    const paragraphs = await textOf('a.doc', makeDoc(text));
    assert.equal(paragraphs[0], '一二三。');
    assert.equal(paragraphs.at(-1), '了。');
  });
});

describe('an e-book', () => {
  it('gives an article a chapter', async () => {
    const chapters = [
      ['在春季会议上的讲话', '要抓紧春耕，不误农时。'],
      ['在秋季会议上的讲话', '要颗粒归仓，不留死角。'],
    ];
    const articles = await articlesOf('b.epub', makeEpub('文集', chapters));
    assert.deepEqual(
      articles.map(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
      chapters,
    );
  });
});

describe('a zip archive', () => {
  it('is read as a folder: names in GBK, formats by content, one archive within, the rest named', async () => {
    const inner = zipSync({ '里层.txt': strToU8(speechSource), 'deep.zip': zipSync({ 'x.txt': strToU8('甲') }) });
    const zip = makeGbkZip({
      '稿件/讲话一.txt': encode(speechSource, 'gbk'),
      '稿件/第二份.doc': makeDoc(`${speechSource.replaceAll('\n', '\r')}\r`),
      '稿件/图片.png': Uint8Array.of(1, 2, 3),
      '稿件/表格.xlsx': zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
      '里层压缩.zip': inner,
    });
    const entries = await readAll(files.write('a.zip', zip));
    assert.equal(entries.filter(entry => 'article' in entry).length, 3);
    const problems = entries.flatMap(entry => ('problem' in entry ? [entry.problem.zh] : [])).join('\n');
    assert.match(problems, /稿件\/表格\.xlsx.*CSV/);
    assert.match(problems, /deep\.zip.*解压/);
    assert.doesNotMatch(problems, /图片/);
    assert.deepEqual(
      entries.map(({ entry }) => entry),
      entries.map((_, i) => i),
    );
  });

  it('refuses what expands without end, and goes on', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(8 << 20), 'b.txt': strToU8(speechSource) }, { level: 9 });
    const entries = await readAll(files.write('bomb.zip', bomb));
    assert.ok(entries.some(entry => 'problem' in entry && /压缩炸弹/.test(entry.problem.zh)));
    assert.ok(entries.some(entry => 'article' in entry));
  });
});

describe('a table', () => {
  it('gives an article a row, by the names of its columns, below a line of title', async () => {
    const text =
      '讲话汇编\t\t\t\n标题\t作者\t发布时间\t内容\n让山更青\t陆明远\t2018-02-26\t同志们：要植树造林。\n\t\t\t\n无文\t\t\t\n';
    const path = files.write('汇编.tsv', text);
    const entries = await readAll(path);
    assert.deepEqual(
      entries.map(entry =>
        'article' in entry ? [entry.article.title, entry.article.speaker, entry.article.date] : entry.entry,
      ),
      [['让山更青', '陆明远', '2018-02-26'], 2],
    );
    assert.equal(basename(join(path)), '汇编.tsv');
  });
});
