import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Segment } from '../../../../../src/engine/index/segment';
import { likeSentences } from '../../../../../src/engine/lookup/like/likeSentences';
import { placedWords } from '../../../../../src/engine/lookup/like/likest';
import { nextParagraphs } from '../../../../../src/engine/lookup/like/nextParagraphs';
import { wordDifference } from '../../../../../src/engine/lookup/like/wordDifference';
import { segmentOf } from '../../segmentOf';

const view = [
  segmentOf([
    { date: '2021', title: '甲', paragraphs: ['要层层压实主体责任，确保任务落到实处。', '下一步要强化督查。'] },
    { date: '2022', title: '乙', paragraphs: ['一、压实工作责任，推动任务落实。', '要营造良好氛围。'] },
    { date: '2023', title: '丙', paragraphs: ['今年的粮食生产再获丰收。'] },
  ]),
];

describe('likeSentences', () => {
  it('finds the most alike first, with what differs', () => {
    const [first, ...others] = likeSentences(view, '要层层压实工作责任，确保任务落到实处。', { limit: 5 });
    assert.equal(first?.article.title, '甲');
    assert.deepEqual(
      first?.differs.map(({ start, end }) => first.sentence.slice(start, end)),
      ['主体'],
    );
    assert.ok(first!.similarity > 0.7 && first!.similarity < 1);
    assert.ok(others.every(({ similarity }) => similarity <= first!.similarity));
  });

  it('knows the same sentence as the same', () => {
    const [same] = likeSentences(view, '今年的粮食生产再获丰收。', { limit: 1 });
    assert.equal(same?.similarity, 1);
    assert.deepEqual(same?.differs, []);
  });

  it('leaves out what is less alike than asked, and the article that is read', () => {
    assert.deepEqual(likeSentences(view, '今年的粮食生产任务很重。', { limit: 5, least: 0.9 }), []);
    const cluster = view[0]!.meta(2).cluster;
    assert.deepEqual(likeSentences(view, '今年的粮食生产再获丰收。', { limit: 5, exceptCluster: cluster }), []);
  });

  it('finds those that are most alike, however few are asked for', () => {
    const words = ['压实', '责任', '推动', '任务', '落实', '强化', '督查', '确保', '干部', '作风'];
    const sentences = fc.array(fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 8 }), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(sentences, fc.integer({ min: 1, max: 4 }), ([asked = [], ...others], limit) => {
        const corpus = [segmentOf(others.map(own => ({ paragraphs: [`${own.join('|')}|。`] })))];
        const all = likeSentences(corpus, `${asked.join('')}。`, { limit: 100, least: 0.3 });
        const few = likeSentences(corpus, `${asked.join('')}。`, { limit, least: 0.3 });
        assert.deepEqual(
          few.map(({ sentence, similarity }) => [sentence, similarity]),
          all.slice(0, limit).map(({ sentence, similarity }) => [sentence, similarity]),
        );
      }),
    );
  });

  it('reads no sentence near which too few of the words stand', () => {
    const segment = segmentOf([{ paragraphs: ['粮食喜获丰收。'] }, { paragraphs: ['粮食收购有序开展。'] }]);
    let read = '';
    const slice = (start: number, end: number) => {
      const text = segment.slice(start, end);
      read += text;
      return text;
    };
    const watched = Object.create(segment, { slice: { value: slice } }) as Segment;
    assert.deepEqual(likeSentences([watched], '粮食价格保持稳定。', { limit: 5, least: 0.9 }), []);
    assert.equal(read, '');
    assert.equal(likeSentences([watched], '粮食喜获丰收。', { limit: 5, least: 0.9 }).length, 1);
    assert.match(read, /粮食喜获丰收/);
  });

  it('is silent about a sentence of one word', () => {
    assert.deepEqual(likeSentences(view, '责任。', { limit: 5 }), []);
  });

  it('gives what followed paragraphs like this one', () => {
    const next = nextParagraphs(view, '要层层压实工作责任，确保任务落到实处。', 3);
    assert.equal(next[0]?.text, '下一步要强化督查。');
  });
});

describe('wordDifference', () => {
  const text = fc.array(fc.constantFrom('责任', '压实', '主体', '，', '的'), { maxLength: 12 });
  const placed = (words: readonly string[]) => {
    let start = 0;
    return words.map(word => {
      const end = start + word.length;
      const one = { text: word, start, end };
      start = end;
      return one;
    });
  };
  const weight = (word: string) => word.length;

  it('is the same from both sides, and 1 for the same', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [
          wordDifference(placed(a), placed(b), weight),
          wordDifference(placed(b), placed(a), weight),
        ];
        assert.ok(Math.abs(one.similarity - other.similarity) < 1e-9);
        if (a.length > 0) assert.ok(Math.abs(wordDifference(placed(a), placed(a), weight).similarity - 1) < 1e-9);
      }),
    );
  });

  it('leaves the same text where what differs is taken out of both', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { replaced } = wordDifference(placed(a), placed(b), weight);
        const without = (words: readonly string[], side: 'mine' | 'theirs') => {
          let left = words.join('');
          for (const gap of [...replaced].reverse()) left = left.slice(0, gap[side].start) + left.slice(gap[side].end);
          return left;
        };
        assert.equal(without(a, 'mine'), without(b, 'theirs'));
      }),
    );
  });

  it('has places for all words', () => {
    assert.deepEqual(
      placedWords('抓落实。')
        .map(({ text: word }) => word)
        .join(''),
      '抓落实。',
    );
  });
});
