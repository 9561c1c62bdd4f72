import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPassages } from '../../../../src/engine/passages/findPassages';
import { segmentOf, type TestArticle } from '../segmentOf';

const speech: TestArticle = {
  title: '在全镇大会上的讲话',
  date: '2023-02-06',
  speaker: '程向南',
  paragraphs: ['同志们：', '今天天气很好。要扑下身子抓落实，一件接着一件办。散会！'],
};
const older: TestArticle = { title: '旧稿', date: '2019', paragraphs: ['我们要扑下身子抓落实。'] };

describe('findPassages', () => {
  it('gives the sentence around the match, its paragraph and offset', () => {
    const found = findPassages([segmentOf([speech])], '抓落实', 3);
    assert.equal(found.articles, 1);
    assert.equal(found.occurrences, 1);
    const [passage] = found.passages;
    assert.equal(passage?.before, '要扑下身子');
    assert.equal(passage?.match, '抓落实');
    assert.equal(passage?.after, '，一件接着一件办。');
    assert.equal(passage?.paragraph, 1);
    assert.equal(passage?.offset, 12);
    assert.equal(passage?.article.speaker, '程向南');
  });

  it('puts the newest article first, whatever segment it is in, and the undated last', () => {
    const undated: TestArticle = { title: '无日期', paragraphs: ['扑下身子。'] };
    const view = [segmentOf([undated, older]), segmentOf([speech])];
    const titles = findPassages(view, '扑下身子', 5).passages.map(({ article }) => article.title);
    assert.deepEqual(titles, ['在全镇大会上的讲话', '旧稿', '无日期']);
  });

  it('counts near-duplicates once and shows the newer of them', () => {
    const view = [segmentOf([{ ...older, cluster: 7 }]), segmentOf([{ ...speech, cluster: 7 }])];
    const found = findPassages(view, '扑下身子', 5);
    assert.equal(found.articles, 1);
    assert.equal(found.occurrences, 1);
    assert.deepEqual(
      found.passages.map(({ article }) => article.title),
      ['在全镇大会上的讲话'],
    );
  });

  it('passes over dead articles and the cluster left out', () => {
    const view = [segmentOf([{ ...older, dead: true }, speech, { ...older, title: '自己', cluster: 9 }])];
    const found = findPassages(view, '扑下身子', 5, { exceptCluster: 9 });
    assert.equal(found.articles, 1);
    assert.equal(found.occurrences, 1);
    assert.equal(found.passages[0]?.article.title, '在全镇大会上的讲话');
  });

  it('takes a phrase as it is typed or pasted: half-width marks, blanks, traditional script', () => {
    const view = [segmentOf([{ paragraphs: ['守初心，担使命。'] }])];
    for (const phrase of ['守初心,担使命', ' 守初心， 担使命 ', '守初心，擔使命']) {
      assert.equal(findPassages(view, phrase, 1).occurrences, 1, phrase);
    }
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(findPassages([segmentOf([speech])], '  ', 3).passages, []);
    assert.deepEqual(findPassages([], '抓落实', 3).passages, []);
  });

  it('never leaves the paragraph or the article', () => {
    const view = [segmentOf([{ paragraphs: ['第一段没有句号', '抓落实', '第三段'] }, { paragraphs: ['别的文章'] }])];
    const [passage] = findPassages(view, '抓落实', 1).passages;
    assert.deepEqual([passage?.before, passage?.after, passage?.paragraph, passage?.offset], ['', '', 1, 0]);
  });

  it('keeps a closing quote with its sentence', () => {
    const view = [segmentOf([{ paragraphs: ['他说：“要抓落实。”大家鼓掌。'] }])];
    assert.equal(findPassages(view, '要抓落实', 1).passages[0]?.after, '。”');
  });

  it('says so when the counts are estimates, and estimates well', () => {
    const articles = Array.from({ length: 300 }, (_, i) => ({ paragraphs: [`发展${'甲乙丙丁'[i % 4]}`.repeat(4)] }));
    const found = findPassages([segmentOf(articles)], '发展', 2, { most: 200 });
    assert.equal(found.estimated, true);
    assert.equal(found.occurrences, 1200);
    assert.ok(found.articles >= 150 && found.articles <= 600, `${found.articles} articles`);
    assert.equal(found.passages.length, 2);
  });

  it('agrees with a plain scan', () => {
    const paragraph = fc.array(fc.constantFrom('发', '展', '，', '。', '好'), { minLength: 1, maxLength: 14 });
    const article = fc.record({
      paragraphs: fc.array(
        paragraph.map(parts => parts.join('')),
        { minLength: 1, maxLength: 3 },
      ),
      dead: fc.boolean(),
      cluster: fc.integer({ min: 1, max: 3 }),
    });
    const phrase = fc.array(fc.constantFrom('发', '展', '好'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.array(article, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
        phrase,
        (corpus, parts) => {
          const wanted = parts.join('');
          const found = findPassages(corpus.map(segmentOf), wanted, 99);
          const alive = corpus.flat().filter(({ dead }) => !dead);
          const hits = alive.filter(({ paragraphs }) => paragraphs.some(text => text.includes(wanted)));
          // Of one date all: the first of its cluster is shown, and counted.
          const shown = new Map([...hits].reverse().map(article => [article.cluster, article]));
          const occurrences = [...shown.values()].flatMap(({ paragraphs }) =>
            paragraphs.flatMap(text => places(text, wanted)),
          );
          assert.equal(found.occurrences, occurrences.length);
          assert.equal(found.articles, new Set(hits.map(({ cluster }) => cluster)).size);
          assert.equal(found.passages.length, found.articles);
          for (const { before, match, after, paragraph: number, offset, article: meta } of found.passages) {
            const source = alive.find(
              ({ cluster, paragraphs }) =>
                cluster === meta.cluster && paragraphs[number]?.slice(offset).startsWith(match + after),
            );
            assert.ok(source?.paragraphs[number]?.slice(0, offset).endsWith(before));
            assert.equal(match, wanted);
          }
        },
      ),
    );
  });
});

function places(text: string, phrase: string): number[] {
  return [...text].map((_, i) => i).filter(i => text.startsWith(phrase, i));
}
