import assert from 'node:assert/strict';
import { facets } from '../../../../src/server/corpus/facets';
import { segmentOf } from '../../engine/segmentOf';

describe('who speaks in the articles, and when', () => {
  it('counts the versions and copies of an article once', () => {
    const view = [
      segmentOf([
        { speaker: '周明远', date: '2024-01-05', cluster: 1, paragraphs: ['抓春耕。'] },
        { speaker: '周明远', date: '2024-01-03', cluster: 1, paragraphs: ['抓春耕。'] },
        { speaker: '周明远', date: '2023-06-01', cluster: 2, paragraphs: ['抓防汛。'] },
        { speaker: '李树青', date: '2024', cluster: 3, paragraphs: ['办学校。'] },
      ]),
    ];
    assert.deepEqual(facets(view), {
      speakers: [
        { name: '周明远', articles: 2 },
        { name: '李树青', articles: 1 },
      ],
      years: [
        { year: 2024, articles: 2 },
        { year: 2023, articles: 1 },
      ],
    });
  });
});
