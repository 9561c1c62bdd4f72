import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formKey, joinEdges, packEdges, TRAIT } from '../../../../src/engine/recurring/edgeColumns';
import { edgeForm } from '../../../../src/engine/recurring/edgeForm';
import { EdgeSketch } from '../../../../src/engine/recurring/edgeSketch';
import { RecurringEdges } from '../../../../src/engine/recurring/recurringEdges';
import { isSpoken } from '../../../../src/engine/recurring/spoken';
import { runs } from '../../../fixtures/runs';

interface EdgeArticle {
  readonly source: string;
  readonly cluster: number;
  readonly edges: readonly string[];
  readonly inner: readonly string[];
}

function counted(articles: readonly EdgeArticle[]): RecurringEdges {
  const sketch = new EdgeSketch(articles.length * 10);
  const columns = packEdges(
    articles.map(({ cluster, edges, inner }) => ({ cluster, standing: edges, taken: [], inner })),
  );
  columns.forms.forEach((form, i) => {
    if (!(columns.traits[i]! & TRAIT.inner)) sketch.add(form);
  });
  const recurring = new RecurringEdges(sketch);
  for (const [article, { source }] of articles.entries()) recurring.add(source, columns, article);
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
      runs(40),
    );
  });

  it('never counts below the truth', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), texts => {
        const sketch = new EdgeSketch(1);
        for (const text of texts) sketch.add(formKey(text));
        for (const text of texts) {
          const count = texts.filter(other => other === text).length;
          assert.ok(sketch.atMost(formKey(text)) >= Math.min(255, count));
        }
      }),
    );
  });
});

describe('edges of articles in columns', () => {
  it('has each form of the edges once, with what it is, and each paragraph within', () => {
    const { starts, forms, traits } = packEdges([
      { cluster: 1, standing: ['第3期', '第4期', '谢谢大家！'], taken: ['青山文库'], inner: ['点评', '点评'] },
      { cluster: 2, standing: [], taken: [], inner: [] },
    ]);
    assert.deepEqual([...starts], [0, 5, 5]);
    assert.deepEqual([...forms], ['青山文库', '第#期', '谢谢大家！', '点评', '点评'].map(formKey));
    const { taken, stands, prose, inner } = TRAIT;
    assert.deepEqual([...traits], [taken, stands, stands | prose, inner, inner]);
  });

  it('says that a form stays where all its lines do', () => {
    const stays = (text: string) => text.startsWith('第3');
    const standing = ['第3期', '第4期', '第3版'];
    const { traits } = packEdges([{ cluster: 1, standing, taken: [], inner: [], stays }]);
    assert.deepEqual([...traits], [TRAIT.stands, TRAIT.stands | TRAIT.stays]);
  });

  it('is the same packed together or joined', () => {
    const article = fc.record({
      cluster: fc.nat(9),
      standing: fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 }),
      taken: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
      inner: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(article), articles => {
        assert.deepEqual(joinEdges(articles.map(one => packEdges([one]))), packEdges(articles));
      }),
    );
  });
});
