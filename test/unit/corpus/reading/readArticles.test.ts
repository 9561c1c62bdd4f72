import assert from 'node:assert/strict';
import { encode } from 'iconv-lite';
import {
  type ReadEntry,
  readArticles,
  sourceText,
  supportedExtensions,
  UnreadableFileError,
} from '../../../../src/corpus/reading/readArticles';
import { sourceRange } from '../../../../src/engine/article/mapping/sourceMap';
import { engineLimits } from '../../../../src/engine/limits';
import { inBoth } from '../../../../src/engine/text/bilingual';
import { makeDocx, wordParagraph } from '../../../fixtures/docx';
import { page } from '../../../fixtures/page';
import { speechParagraphs, speechSource, speechTitle } from '../../../fixtures/speech';
import { temporaryFiles } from '../../../fixtures/temporaryFiles';

const files = temporaryFiles();
after(() => files.remove());

async function readAll(path: string, maxFileBytes?: number): Promise<ReadEntry[]> {
  const entries: ReadEntry[] = [];
  for await (const entry of readArticles(path, { maxFileBytes })) entries.push(entry);
  return entries;
}

describe('readArticles', () => {
  const sources: Record<string, string | Uint8Array> = {
    'utf8.txt': speechSource,
    'UPPER.TXT': speechSource,
    'crlf.txt': encode(speechSource.replaceAll('\n', '\r\n'), 'utf8', { addBOM: true }),
    'gbk.txt': encode(speechSource, 'gbk'),
    'utf16le.txt': encode(speechSource, 'utf-16le', { addBOM: true }),
    'utf16be.txt': encode(speechSource, 'utf-16be', { addBOM: true }),
    'draft.gao': speechSource,
    'speech.md': speechSource,
    'page.html': encode(page, 'gbk'),
    'page.htm': page,
    'speech.docx': makeDocx({
      body: speechSource
        .split('\n')
        .map(line => wordParagraph(line))
        .join(''),
    }),
    'one.jsonl': JSON.stringify({ title: speechTitle, date: '2018-02-26', speaker: '陆明远', text: speechSource }),
  };
  for (const [name, content] of Object.entries(sources)) {
    it(`reads the same speech from ${name}`, async () => {
      const entries = await readAll(files.write(name, content));
      assert.equal(entries.length, 1);
      const { entry, article } = entries[0] as Extract<ReadEntry, { article: unknown }>;
      assert.equal(entry, 0);
      assert.deepEqual(
        article.paragraphs.map(({ text }) => text),
        speechParagraphs,
      );
      assert.deepEqual([article.title, article.date, article.speaker], [speechTitle, '2018-02-26', '陆明远']);
    });
  }

  it('refuses with a reason what it cannot read', async () => {
    const bad: readonly (readonly [path: string, message: RegExp, maxFileBytes?: number])[] = [
      [`${files.folder}/missing.txt`, /不存在.*does not exist/],
      [files.write('picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2)), /图片.*picture/],
      [files.write('speech.pdf', 'x'), /内容与扩展名不符.*not what the name says/],
      [files.write('speech.xyz', '同志们'), /不支持.*not supported/],
      [files.write('nothing.doc', ''), /文件是空的.*empty/],
      [files.write('empty.txt', ' \n\r\n'), /没有文字，请.*no text: add/],
      [files.write('large.txt', speechSource), /太大.*too large/, 100],
      [files.write('broken.docx', 'PK 坏了'), /损坏.*damaged/],
    ];
    for (const [path, message, maxFileBytes] of bad) {
      await assert.rejects(readAll(path, maxFileBytes), (error: unknown) => {
        assert.ok(error instanceof UnreadableFileError, String(error));
        assert.equal(error.path, path);
        assert.match(`${error.reason.zh} ${error.reason.en}`, message);
        return true;
      });
    }
  });

  it('passes over the entries before the first one wanted', async () => {
    const lines = ['甲', '乙', '丙'].map(title => JSON.stringify({ title, text: speechSource }));
    const path = files.write('three.jsonl', lines.join('\n'));
    const titles: string[] = [];
    for await (const read of readArticles(path, { firstEntry: 1 })) {
      titles.push('article' in read ? `${read.entry}${read.article.title}` : inBoth(read.problem));
    }
    assert.deepEqual(titles, ['1乙', '2丙']);
  });

  it('reports a line of a collection that is all furniture', async () => {
    const lines = [{ text: '点击率：0' }, { text: '守山护水，人人有责。' }].map(line => JSON.stringify(line));
    const [first, second] = await readAll(files.write('furniture.jsonl', lines.join('\n')));
    assert.ok(first && 'problem' in first && second && 'article' in second && second.entry === 1);
  });

  it('knows the formats of this release', () => {
    assert.deepEqual(
      ['.txt', '.md', '.html', '.docx', '.jsonl', '.jsonl.gz'].filter(
        extension => !supportedExtensions.includes(extension),
      ),
      [],
    );
  });

  it('takes a text without end as several articles, with their places in the file', async () => {
    const sentence = '茶山连成片，路通到家门口。';
    const text = `说说茶山\n\n${`${sentence.repeat(60)}\n`.repeat(Math.ceil(engineLimits.articleUtf16 / 780) + 20)}`;
    const entries = await readAll(files.write('long.txt', text));
    const articles = entries.map(entry => ('article' in entry ? entry.article : assert.fail(entry.problem.zh)));
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['说说茶山（1/2）', '说说茶山（2/2）'],
    );
    assert.deepEqual(
      entries.map(({ entry }) => entry),
      [0, 1],
    );
    const [paragraph] = articles[1]!.paragraphs;
    const { start, end } = sourceRange(paragraph!, 0, paragraph!.text.length);
    assert.equal(text.slice(start, end), paragraph!.text);
  });

  it('takes a long row of a collection as several, and counts on behind it, also where it goes on', async () => {
    const row = (title: string, body: string) => JSON.stringify({ title, text: body });
    const long = `${'茶山连成片，路通到家门口。'.repeat(100)}\n`.repeat(Math.ceil(engineLimits.articleUtf16 / 1_300));
    const path = files.write('long.jsonl', [row('甲', long), row('乙', '水来了，路通了。')].join('\n'));
    const titles = async (firstEntry: number) => {
      const found: string[] = [];
      for await (const read of readArticles(path, { firstEntry }))
        found.push(`${read.entry} ${'article' in read ? read.article.title : read.problem.zh}`);
      return found;
    };
    assert.deepEqual(await titles(0), ['0 甲（1/2）', '1 甲（2/2）', '2 乙']);
    assert.deepEqual(await titles(1), ['1 甲（2/2）', '2 乙']);
    assert.deepEqual(await titles(2), ['2 乙']);
  });
});

describe('sourceText', () => {
  it('gives a text file as the editor shows it, where maps point', async () => {
    const path = files.write('map.txt', encode(speechSource.replaceAll('\n', '\r\n'), 'gbk'));
    const { text, encoding, isText } = await sourceText(path);
    assert.deepEqual([encoding, isText], ['gb18030', true]);
    const [read] = await readAll(path);
    const paragraph = (read as Extract<ReadEntry, { article: unknown }>).article.paragraphs[2]!;
    const { start, end } = sourceRange(paragraph, 0, paragraph.text.length);
    assert.equal(text.slice(start, end), paragraph.text);
  });

  it('gives the extracted paragraphs of other formats, of the entry asked for', async () => {
    const path = files.write(
      'two.jsonl',
      [{ text: '甲在。\n乙在。' }, { text: '丙在。\n丁在。' }].map(line => JSON.stringify(line)).join('\n'),
    );
    assert.deepEqual(await sourceText(path, 1), { text: '丙在。\n丁在。', encoding: 'utf8', isText: false });
    await assert.rejects(sourceText(path, 5), UnreadableFileError);
  });
});
