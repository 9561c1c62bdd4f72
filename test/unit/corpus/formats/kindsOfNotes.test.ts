import assert from 'node:assert/strict';
import { readMarkdown } from '../../../../src/corpus/formats/plain/markdown';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';

const text = (...lines: readonly string[]) => {
  const source = ['# 让青山更青', '', ...lines].join('\n');
  const raw = readMarkdown(source);
  assert.equal(raw.text.length, source.length, 'offsets stay those of the file');
  return cleanArticle(raw, { fileName: 'a.md' }).paragraphs.map(paragraph => paragraph.text);
};

describe('kinds of Markdown', () => {
  const cases: Record<string, readonly [lines: readonly string[], paragraphs: readonly string[]]> = {
    'links between notes': [
      ['[[护林]]是头等大事，[[陆明远|陆书记]]说过，要把[[计划#目标|年度目标]]和[[台账#^a1|台账]]对上。'],
      ['护林是头等大事，陆书记说过，要把年度目标和台账对上。'],
    ],
    'a link to a heading': [['见[[护林方案#分工]]。'], ['见护林方案。']],
    'embedded notes and pictures': [['![[会场.png]]', '![[护林方案#分工]]', '要抓紧。'], ['要抓紧。']],
    'tags, and a heading that is none': [
      ['要抓紧。 #林业 #春季/造林', '', '#防火 #林业', '', '## 一、看住人'],
      ['要抓紧。', '一、看住人'],
    ],
    'names of blocks': [['要抓紧。 ^ab12cd'], ['要抓紧。']],
    'a comment in a line': [['要抓紧%%这里再核%%，不误农时。'], ['要抓紧，不误农时。']],
    'a comment over several lines': [
      ['要抓紧。', '', '%%', '内部批注', '不要外传', '%%', '', '不误农时。'],
      ['要抓紧。', '不误农时。'],
    ],
    'a comment of HTML': [
      ['要抓紧。<!-- 再核', '一遍 -->', '不误农时。'],
      ['要抓紧。', '不误农时。'],
    ],
    callouts: [
      ['> [!note] 背景', '> 这是春季会议上的讲话。', '', '> [!warning]-', '> 不要外传。'],
      ['背景', '这是春季会议上的讲话。', '不要外传。'],
    ],
    'a table with alignment': [
      ['| 任务 | 单位 |', '|:---|---:|', '| 造林 | 林业局 |', '| 防火 |  |'],
      ['任务｜单位', '造林｜林业局', '防火'],
    ],
    footnotes: [['去年再创新高[^1]，不容易。', '', '[^1]: 见统计公报。'], ['去年再创新高，不容易。']],
    'marks of attention': [['要==抓紧==，**不误**农时，~~不等~~不靠。'], ['要抓紧，不误农时，不等不靠。']],
    'a list of tasks': [
      ['- [ ] 造林', '- [x] 防火'],
      ['造林', '防火'],
    ],
  };
  for (const [name, [lines, paragraphs]] of Object.entries(cases))
    it(name, () => assert.deepEqual(text(...lines), paragraphs));
});

it('says which comments it took out of a note', () => {
  const raw = readMarkdown('# 让青山更青\n\n要抓紧。\n%%不要外传%%\n');
  const removal = { reason: 'markup', text: '%%不要外传%%', line: 3, isFinal: true };
  assert.deepEqual(cleanArticle(raw).removed.at(-1), removal);
});

describe('kinds of front matter', () => {
  const cases: Record<string, readonly [lines: readonly string[], wanted: Record<string, unknown>]> = {
    plain: [['title: 让青山更青', 'date: 2015-03-02', 'speaker: 陆明远', 'tags: [林业, 防火]'], {}],
    'Chinese keys': [['标题：让青山更青', '日期：2015年3月2日', '讲话人：陆明远', '标签：林业，防火'], {}],
    quoted: [
      ['title: "让青山更青"', "date: '2015-03-02'", 'author: "陆明远"', 'tags: "林业" "防火"'],
      { tags: undefined },
    ],
    lists: [
      ['title: 让青山更青', 'date: 2015-03-02T09:00:00', 'speaker:', '  - 陆明远', 'tags:', '  - 林业', '  - "#防火"'],
      {},
    ],
    'a linked name': [['title: 让青山更青', 'date: 2015-03-02', 'speaker: "[[陆明远]]"', 'tags: #林业 #防火'], {}],
    TOML: [['title = "让青山更青"', 'date = 2015-03-02', 'author = "陆明远"', 'tags = ["林业", "防火"]'], {}],
  };
  for (const [name, [lines, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const fence = name === 'TOML' ? '+++' : '---';
      const raw = readMarkdown([fence, ...lines, fence, '要抓紧，不误农时。'].join('\n'));
      const { title, date, speaker, tags, paragraphs } = cleanArticle(raw, { fileName: 'a.md' });
      const expected = {
        title: '让青山更青',
        date: '2015-03-02',
        speaker: '陆明远',
        tags: ['林业', '防火'],
        ...wanted,
      };
      assert.deepEqual({ title, date, speaker, tags: 'tags' in wanted ? undefined : tags }, expected);
      assert.deepEqual(
        paragraphs.map(paragraph => paragraph.text),
        ['要抓紧，不误农时。'],
      );
    });
  }
});
