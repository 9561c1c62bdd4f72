import assert from 'node:assert/strict';
import fc from 'fast-check';
import { edgeForm } from '../../../../src/engine/recurring/edgeForm';
import { EdgeSketch } from '../../../../src/engine/recurring/edgeSketch';
import { type EdgeArticle, RecurringEdges } from '../../../../src/engine/recurring/recurringEdges';
import { isSpoken } from '../../../../src/engine/recurring/spoken';

function counted(articles: readonly EdgeArticle[]): RecurringEdges {
  const sketch = new EdgeSketch(articles.length * 10);
  for (const { edges } of articles) for (const text of new Set(edges)) sketch.add(edgeForm(text));
  const recurring = new RecurringEdges(sketch);
  for (const article of articles) recurring.add(article);
  return recurring;
}

/** Articles of a source, each with an opening and a closing of its own and these edges besides. */
function source(name: string, count: number, edges: (i: number) => string[], inner: string[] = []): EdgeArticle[] {
  return Array.from({ length: count }, (_, i) => ({
    source: name,
    cluster: [...name].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7) + i,
    edges: [`今天我们在${name}开第${String.fromCharCode(0x4e00 + i)}场现场会。`, ...edges(i)],
    inner,
  }));
}

describe('edgeForm', () => {
  it('takes lines that differ in numbers or behind a label for one', () => {
    assert.equal(edgeForm('（青山日报 3月5日电）'), edgeForm('（青山日报12月30日电）'));
    assert.equal(edgeForm('版面设计：张三'), edgeForm('版面设计：欧阳小四'));
    assert.equal(edgeForm('浏览一千二百次'), edgeForm('浏览3，次'.replace('，', '')));
    assert.notEqual(edgeForm('守初心，担使命'), edgeForm('守初心，办实事'));
  });
});

describe('what recurs at the edges of one source', () => {
  it('is furniture: a name of a site, a note with another number each time', () => {
    const recurring = counted([
      ...source('a', 12, i => ['青山文库', `本文与${i + 3}篇文件同属一个专题，尚待核对`]),
      ...source('b', 12, () => []),
    ]);
    assert.ok(recurring.isFurniture('青山文库', 'a'));
    assert.ok(recurring.isFurniture('本文与77篇文件同属一个专题，尚待核对', 'a'));
    assert.ok(!recurring.isFurniture('青山文库', 'b'));
  });

  it('is no furniture where it is part of a speech', () => {
    const formulas = [
      '同志们：',
      '各位代表，同志们：',
      '谢谢大家！',
      '特此报告',
      '特此报告。',
      '此致',
      '现在，我代表青山县人民政府，向大会作工作报告，请予审议，并请各位委员提出意见。',
      '一、2025年工作回顾',
      '（一）突出抓好项目建设',
      '青山县人民政府办公室',
      '2025年3月5日',
      '让我们携起手来，为建设美好青山而努力奋斗。',
      '以上报告，请予审议。',
      '我的发言完了，请批评指正。',
      '——在全县三级干部大会上的讲话',
      '青山的明天一定会更加美好！',
    ];
    for (const formula of formulas) assert.ok(isSpoken(formula), formula);
    const recurring = counted(source('a', 40, () => formulas));
    for (const formula of formulas) assert.ok(!recurring.isFurniture(formula, 'a'), formula);
  });

  it('is no furniture where other sources have it as well, or the middle of articles', () => {
    const closing = '会议还研究了其他事项。';
    const recurring = counted([
      ...source('a', 30, i => (i % 3 === 0 ? [closing] : ['点评']), ['点评']),
      ...source('b', 30, i => (i % 5 === 0 ? [closing] : [])),
    ]);
    assert.ok(!recurring.isFurniture(closing, 'a'));
    assert.ok(!recurring.isFurniture('点评', 'a'));
  });

  it('counts copies of one article once, and needs more than two of a kind', () => {
    const copies = source('a', 20, () => ['青山文库']).map(article => ({ ...article, cluster: 5 }));
    assert.ok(!counted(copies).isFurniture('青山文库', 'a'));
    assert.ok(!counted(source('a', 2, () => ['青山文库'])).isFurniture('青山文库', 'a'));
  });

  it('is the same in whatever order the articles come', () => {
    const texts = ['青山文库', '核心看点', '会议还有其他议程。', '谢谢大家！', '来源：青山网', '第3期', '第十期'];
    const article = fc.record({
      source: fc.constantFrom('a', 'b'),
      cluster: fc.nat(30),
      edges: fc.subarray(texts),
      inner: fc.subarray(texts),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 5, maxLength: 60 }), fc.infiniteStream(fc.nat()), (articles, keys) => {
        const shuffled = articles
          .map(one => ({ one, key: keys.next().value! }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [first, second] = [counted(articles), counted(shuffled)];
        for (const text of texts) {
          for (const name of ['a', 'b']) assert.equal(first.isFurniture(text, name), second.isFurniture(text, name));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never counts below the truth', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), texts => {
        const sketch = new EdgeSketch(1);
        for (const text of texts) sketch.add(text);
        for (const text of texts) {
          const count = texts.filter(other => other === text).length;
          assert.ok(sketch.atMost(text) >= Math.min(255, count));
        }
      }),
    );
  });
});
