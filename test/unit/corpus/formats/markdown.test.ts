import assert from 'node:assert/strict';
import { isMarkdown, readMarkdown } from '../../../../src/corpus/formats/plain/markdown';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { sourceRange } from '../../../../src/engine/article/mapping/sourceMap';

const SOURCE = [
  '---',
  'title: "让青山更青"',
  'date: 2018-02-26',
  '作者: 陆明远',
  'tags: [a]',
  '---',
  '# 让青山更青',
  '',
  '## 一、认清形势',
  '',
  '要**大兴**调查研究之风，多到*田间地头*看一看，见[云溪调查](https://example.cn/a_b)。',
  '',
  '> 听到不如看到，看到不如走到。',
  '',
  '- 抓`苗木`，_不误农时_',
  '1. 抓质量，3*4=12 不算多',
  '',
  '```',
  '原样的一行',
  '```',
  '| 乡镇 | 面积 |',
  '|---|---|',
  '| 南坡 | 1,200 |',
  '***',
].join('\n');

describe('readMarkdown', () => {
  const raw = readMarkdown(SOURCE);
  const article = cleanArticle(raw);

  it('strips markup and keeps numbers of lists', () => {
    assert.deepEqual(
      article.paragraphs.map(({ text }) => text),
      [
        '一、认清形势',
        '要大兴调查研究之风，多到田间地头看一看，见云溪调查。',
        '听到不如看到，看到不如走到。',
        '抓苗木，不误农时',
        '1. 抓质量，3*4=12不算多',
        '原样的一行',
        '乡镇｜面积',
        '南坡｜1,200',
      ],
    );
  });

  it('reads front matter as metadata', () => {
    assert.deepEqual([article.title, article.date, article.speaker], ['让青山更青', '2018-02-26', '陆明远']);
  });

  it('keeps every offset of the file', () => {
    assert.equal(raw.text.length, SOURCE.length);
    const paragraph = article.paragraphs[1]!;
    const at = paragraph.text.indexOf('田间地头');
    const { start, end } = sourceRange(paragraph, at, at + 4);
    assert.equal(SOURCE.slice(start, end), '田间地头');
  });
});

it('leaves out code and queries, not a text that stands between fences', () => {
  const fence = '```';
  const source = [
    `${fence}dataview`,
    'list from #水利',
    fence,
    '~~~js',
    'const a = 1;',
    '~~~',
    fence,
    '渠要通。',
    fence,
    `${fence}text`,
    '水要到。',
    fence,
  ];
  const { paragraphs, removed } = cleanArticle(readMarkdown(source.join('\n')));
  assert.deepEqual(
    paragraphs.map(({ text }) => text),
    ['渠要通。', '水要到。'],
  );
  assert.ok(removed.some(({ text }) => text.includes('list from')));
});

describe('isMarkdown', () => {
  it('tells markup by two signs of it', () => {
    assert.ok(isMarkdown(SOURCE));
    assert.ok(isMarkdown('# 让青山更青\n\n## 一、认清形势\n守山护水。'));
    assert.ok(isMarkdown('让青山更青\n要**大兴**调查研究，要**走到**田间地头。'));
  });

  it('takes a slip, a number sign and a rule for what they are', () => {
    for (const text of [
      '# 1 号地块\n守山护水。',
      '#让青山更青#\n#守山护水#',
      '让青山更青\n------\n守山护水。',
      '3**4 与 5**6',
    ]) {
      assert.ok(!isMarkdown(text), text);
    }
  });
});
