import assert from 'node:assert/strict';
import { type ReportWords, reportPage } from '../../../../src/client/corpus/reportText';
import type { Report } from '../../../../src/server/protocol/corpus';

const words: ReportWords = {
  title: '语料报告',
  hint: '按回车',
  skipped: '跳过',
  problems: '需要查看',
  indexed: '已索引',
  notText: '不是文本',
  about: ({ removed }) => `清除 ${removed} 处`,
  cut: count => `只列出前 ${count}`,
  name: path => path.replace('/语料/', ''),
};

const file = (name: string, removed: number, problems: string[] = []) => ({
  path: `/语料/${name}`,
  articles: 1,
  characters: 100,
  removed,
  problems,
});
const report = (more: Partial<Report>): Report => ({
  articles: 1,
  characters: 100,
  indexBytes: 1,
  files: [],
  skipped: [],
  ignored: [],
  ...more,
});

describe('the report as a page', () => {
  it('names what was skipped first, and of what was indexed that of which most was removed', () => {
    const { text, rows } = reportPage(
      report({
        files: [file('甲.txt', 0), file('乙.txt', 7, ['第 3 行：\n编码错乱'])],
        skipped: [{ path: '/语料/坏.docx', reason: '不是 Word 文件' }],
        ignored: [{ folder: '/语料/', reason: '图片 3 个' }],
      }),
      words,
    );
    assert.equal(
      text,
      `语料报告

按回车

跳过（1）
坏.docx　不是 Word 文件

需要查看（1）
乙.txt　第 3 行： 编码错乱

已索引（2）
乙.txt　清除 7 处
甲.txt　清除 0 处

不是文本（1）
　图片 3 个
`,
    );
    const lines = text.split('\n');
    assert.deepEqual(
      rows.map(({ row, isSkipped, hasFindings }) => [lines[row]!.slice(0, 5), isSkipped, hasFindings]),
      [
        ['坏.doc', true, false],
        ['乙.txt', false, true],
        ['乙.txt', false, true],
        ['甲.txt', false, false],
      ],
    );
  });

  it('ends where nobody reads on, and says so', () => {
    const files = Array.from({ length: 6000 }, (_, i) => file(`${i}.txt`, 1));
    const { text, rows } = reportPage(report({ files }), words);
    assert.equal(rows.length, 5000);
    assert.match(text, /已索引（6000）/);
    assert.match(text, /只列出前 5000\n$/);
  });
});
