import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Candidate } from '../../../../../src/engine/skeleton/tagger/candidates/candidates';
import { joined } from '../../../../../src/engine/skeleton/tagger/chosen/joined';
import { listMates } from '../../../../../src/engine/skeleton/tagger/chosen/listMates';
import { wholeName } from '../../../../../src/engine/skeleton/tagger/chosen/wholeName';
import { wholeWords } from '../../../../../src/engine/skeleton/tagger/chosen/wholeWords';
import { remembered } from '../../../../../src/engine/skeleton/tagger/lexicon';
import { type TaggedParagraph, tagWords } from '../../../../../src/engine/skeleton/tagger/paragraphWords';

const TAGS: Readonly<Record<string, string>> = {
  操场: 'n',
  举行: 'v',
  安置: 'v',
  房: 'n',
  抽水: 'v',
  蓄能: 'n',
  电站: 'n',
};
const lexicon = remembered({
  publicCount: wording => (wording === '工作' ? 9_000 : 0),
  tagOf: word => TAGS[word] ?? '',
  givenOdds: () => 0,
  isPlace: () => false,
});

/** A paragraph whose words are parted by blanks. */
function paragraphOf(words: string): TaggedParagraph {
  const starts = new Set<number>();
  let at = 0;
  for (const word of words.split(' ')) {
    starts.add(at);
    at += word.length;
  }
  return tagWords(words.replaceAll(' ', ''), offset => starts.has(offset), lexicon);
}
const named = ({ text }: TaggedParagraph, name: string, kind: Candidate['kind'] = 'name'): Candidate => {
  const start = text.indexOf(name);
  return { kind, start, end: start + name.length, text: name, worth: 0 };
};
const texts = (candidates: readonly Candidate[]) => candidates.map(({ text }) => text);

describe('what was chosen becomes whole names', () => {
  it('takes in the head that a compound of nouns goes on to, and no deed', () => {
    const yard = paragraphOf('南湖 操场 举行 比赛');
    assert.equal(wholeName(named(yard, '南湖'), yard, yard.text.length).text, '南湖操场');
    assert.equal(wholeName(named(yard, '南湖'), yard, 2).text, '南湖');
    const deed = paragraphOf('南湖 举行 比赛');
    assert.equal(wholeName(named(deed, '南湖'), deed, deed.text.length).text, '南湖');
    const flats = paragraphOf('书香苑 安置 房 已经');
    assert.equal(wholeName(named(flats, '书香苑'), flats, flats.text.length).text, '书香苑安置房');
  });

  it('leaves the rank of a place outside, and takes in what a number in a name counts', () => {
    const county = paragraphOf('青禾 县 操场');
    assert.equal(wholeName(named(county, '青禾'), county, county.text.length).text, '青禾');
    const stage = paragraphOf('管网 二 期 完工');
    assert.equal(wholeName(named(stage, '管网二'), stage, stage.text.length).text, '管网二期');
  });

  it('joins two places of one road, a body with whose it is, a date with its year', () => {
    const road = paragraphOf('羊湖 至 江孜高速');
    assert.deepEqual(texts(joined([named(road, '羊湖'), named(road, '江孜高速')], road.text)), ['羊湖至江孜高速']);
    const plant = paragraphOf('云盘山 抽水 蓄能电站 开工');
    assert.deepEqual(texts(joined([named(plant, '云盘山'), named(plant, '蓄能电站')], plant.text)), [
      '云盘山抽水蓄能电站',
    ]);
    const body = paragraphOf('中国 茶叶协会 的');
    assert.deepEqual(texts(joined([named(body, '茶叶协会')], body.text)), ['中国茶叶协会']);
    const date = paragraphOf('去年 腊月 开工');
    assert.deepEqual(texts(joined([named(date, '腊月', 'date')], date.text)), ['去年腊月']);
    const apart = paragraphOf('羊湖 和 江孜高速');
    assert.equal(joined([named(apart, '羊湖'), named(apart, '江孜高速')], apart.text).length, 2);
  });
});

describe('what was chosen becomes whole words', () => {
  it('moves an edge within a word outwards, and joins what then touches', () => {
    const name = paragraphOf('听 盘小凤 讲');
    assert.deepEqual(texts(wholeWords([named(name, '小凤')], name)), ['盘小凤']);
    assert.deepEqual(texts(wholeWords([named(name, '盘小'), named(name, '凤')], name)), ['盘小凤']);
  });

  it('keeps a rank outside, and leaves out a single number within a word', () => {
    const place = paragraphOf('到 青禾县 去');
    assert.deepEqual(texts(wholeWords([named(place, '青禾')], place)), ['青禾']);
    const three = paragraphOf('抓 新三样 出口');
    assert.deepEqual(wholeWords([named(three, '三', 'number')], three), []);
  });

  it('cuts no word, leaves nothing empty and nothing over another, whatever was chosen', () => {
    const word = fc.stringMatching(/^[甲乙丙丁戊]{1,4}$/);
    const spans = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 5 })), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), spans, (words, wanted) => {
        const paragraph = paragraphOf(words.join(' '));
        const { text } = paragraph;
        const chosen: Candidate[] = [];
        for (const [start, length] of [...wanted].sort((a, b) => a[0] - b[0])) {
          const end = start + length;
          if (end > text.length || start < (chosen.at(-1)?.end ?? 0)) continue;
          chosen.push({ kind: 'name', start, end, text: text.slice(start, end), worth: 0 });
        }
        const edges = new Set([text.length, ...paragraph.words.map(({ start }) => start)]);
        let last = 0;
        for (const { start, end, text: own } of wholeWords(chosen, paragraph)) {
          assert.ok(edges.has(start) && edges.has(end) && start < end && start >= last);
          assert.equal(own, text.slice(start, end));
          last = end;
        }
      }),
    );
  });
});

describe('items of a list', () => {
  it('are likelier names beside one, and words that everybody says are not', () => {
    const list = paragraphOf('首山 、 紫云 、 令武山 披上 新绿');
    const scored = ['首山', '紫云', '令武山'].map(name => ({ ...named(list, name), score: 0 }));
    const raised = listMates(scored, [named(list, '紫云')], list).map(({ score }) => score > 0);
    assert.deepEqual(raised, [true, false, true]);
    assert.equal(listMates(scored, [], list), scored);
    const common = paragraphOf('首山 、 工作 、');
    const work = [{ ...named(common, '工作'), score: 0 }];
    assert.equal(listMates(work, [named(common, '首山')], common), work);
  });
});
