import assert from 'node:assert/strict';
import { speakerProfile } from '../../../../src/engine/lookup/profile';
import { finish } from '../../../../src/engine/steps';
import { segmentOf, type TestArticle } from '../segmentOf';

const article = (speaker: string | null, text: string): TestArticle => ({
  speaker,
  date: '2023',
  paragraphs: Array.from({ length: 6 }, () => text),
});
const view = [
  segmentOf([
    article('周明远', '同志们|，|要|扑下|身子|抓|落实|。|坚持|钉钉子|精神|。'),
    article('周明远', '坚持|钉钉子|精神|，|抓|工作|。'),
    article('程向南', '推动|工作|，|发展|产业|，|改善|民生|，|大家|一起|努力|，|再|上|台阶|。'),
    article(null, '推动|发展|，|建设|家园|，|改善|环境|，|抓|工作|。'),
  ]),
];
const profile = (speaker: string) => finish(speakerProfile(view, speaker));

describe('a speaker’s profile', () => {
  it('has what they say more than others, in more than one article', () => {
    const { articles, words } = profile('周明远')!;
    assert.equal(articles, 2);
    assert.deepEqual(
      words
        .map(({ text }) => text)
        .slice(0, 3)
        .sort(),
      ['坚持', '精神', '钉钉子'].sort(),
    );
    assert.ok(words.every(({ rate, otherRate }) => rate > otherRate));
    assert.ok(!words.some(({ text }) => text === '工作' || text === '落实'));
  });

  it('has how they begin sentences, and how long these are', () => {
    const { openings, sentenceLength, otherSentenceLength } = profile('周明远')!;
    assert.deepEqual(
      openings.map(({ text }) => text),
      ['坚持钉钉子'],
    );
    assert.ok(sentenceLength < otherSentenceLength);
  });

  it('is none of somebody without articles, and finds nothing particular in a corpus of one', () => {
    assert.equal(profile('无此人'), null);
    const alone = [segmentOf([article('周明远', '坚持|钉钉子|精神|。')])];
    assert.deepEqual(finish(speakerProfile(alone, '周明远'))!.words, []);
  });
});
