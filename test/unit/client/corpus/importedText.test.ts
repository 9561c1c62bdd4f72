import assert from 'node:assert/strict';
import { type ImportedWords, importedPage } from '../../../../src/client/corpus/importedText';
import type { ImportedArticle } from '../../../../src/server/protocol/corpus';

const words: ImportedWords = {
  reasons: {
    furniture: '网页杂项',
    recurring: '各篇都有',
    'repeated-title': '重复的标题',
    noise: '干扰字符',
    reading: '注音',
    markup: '排版标记',
    metadata: '篇首信息',
  },
  removed: '清除',
  problems: '需要查看',
  kept: '已保留',
  hint: '按回车保留',
  line: number => `第 ${number} 行`,
  nothing: '没有',
  cut: count => `只列出前 ${count} 处`,
};

const article = (entry: number, title: string): ImportedArticle => ({
  entry,
  title,
  removed: [{ reason: 'furniture', line: 3, text: '责任编辑：方晓禾', isFinal: true }],
  kept: [],
  problems: [{ message: '编码错乱', line: 1, text: '锟斤\n拷' }],
});

const importedText = (...given: Parameters<typeof importedPage>) => importedPage(...given).text;

describe('importedPage', () => {
  it('names what wants a person first, then what was removed, each on one line with its place', () => {
    assert.equal(
      importedText('/语料/讲话.txt', { articles: [article(0, '在河湾乡的讲话')], isCut: false }, words),
      `/语料/讲话.txt

需要查看（1）
第 2 行　编码错乱：锟斤 拷

清除（1）
第 4 行　网页杂项：责任编辑：方晓禾
`,
    );
  });

  it('puts the articles of a collection under their titles', () => {
    const text = importedText('/合集.jsonl', { articles: [article(0, '甲'), article(6, '')], isCut: false }, words);
    assert.deepEqual(
      text.split('\n\n').map(block => block.split('\n')[0]),
      ['/合集.jsonl', '1　甲', '需要查看（1）', '清除（1）', '7', '需要查看（1）', '清除（1）'],
    );
  });

  it('says so where there is nothing, and where there is more', () => {
    assert.equal(importedText('/甲.txt', { articles: [], isCut: false }, words), '/甲.txt\n\n没有\n');
    assert.match(
      importedText('/甲.txt', { articles: [article(0, '甲')], isCut: true }, words),
      /\n\n只列出前 2 处\n\n/,
    );
  });

  it('leaves no colon behind a problem without text', () => {
    const unread = {
      entry: 4,
      title: '',
      removed: [],
      kept: [],
      problems: [{ message: '第 5 行不是 JSON', line: 4, text: '' }],
    };
    assert.match(
      importedText('/合集.jsonl', { articles: [unread], isCut: false }, words),
      /第 5 行　第 5 行不是 JSON\n$/,
    );
  });

  it('knows which of its rows are about lines that can be kept, or are', () => {
    const removed = [
      { reason: 'furniture', line: 0, text: '打印本页', isFinal: true },
      { reason: 'furniture', line: 8, text: '责任编辑：\n方晓禾' },
    ] as const;
    const one: ImportedArticle = { entry: 2, title: '甲', removed: [...removed], kept: ['扫一扫'], problems: [] };
    const { text, rows } = importedPage('/甲.txt', { articles: [one], isCut: false }, words);
    const lines = text.split('\n');
    assert.deepEqual(
      rows.map(({ row, ...keeps }) => [lines[row], keeps]),
      [
        ['扫一扫', { entry: 2, line: '扫一扫', isKept: true }],
        ['第 9 行　网页杂项：责任编辑： 方晓禾', { entry: 2, line: '责任编辑：\n方晓禾', isKept: false }],
      ],
    );
    assert.ok(lines.includes('按回车保留'));
  });
});
