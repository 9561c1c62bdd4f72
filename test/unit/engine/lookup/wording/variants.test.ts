import assert from 'node:assert/strict';
import { variants } from '../../../../../src/engine/lookup/wording/variants';
import { segmentOf } from '../../segmentOf';

const view = [
  segmentOf([
    { date: '2021', paragraphs: ['坚持|以|党建|引领|为|抓手|。'] },
    { date: '2023', paragraphs: ['坚持|以|党建|引领|为|抓手|，|抓好|工作|。'] },
    { paragraphs: ['始终|坚持|以|深化|改革|为|抓手|。'] },
    { paragraphs: ['坚持|以|项目|建设|为|抓手|。'] },
    { paragraphs: ['坚持|以|。|人民|为|抓手|。'] },
  ]),
];

const of = (line: string, wording: string, limit = 10) => {
  const start = line.indexOf(wording);
  return variants(view, line, { start, end: start + wording.length }, limit);
};

describe('variants', () => {
  it('gives what else stands between the same neighbours, that of most articles first', () => {
    assert.deepEqual(
      of('我们坚持以项目建设为抓手，', '项目建设').map(({ text, articles }) => [text, articles]),
      [
        ['党建引领', 2],
        ['深化改革', 1],
      ],
    );
  });

  it('puts what many articles say before what stands between wider equal neighbours in one, and never the wording with more around it', () => {
    const habits = [
      segmentOf([
        { paragraphs: ['奋力|推动|高质量|发展|取得|新|成效|。'] },
        { paragraphs: ['奋力|推动|对标|赶超|取得|新|成效|。', '奋力|推动|全域|高质量|发展|取得|新|成效|。'] },
        ...['甲', '乙', '丙'].map(name => ({ paragraphs: [`${name}|地|推动|转型|升级|取得|突破|。`] })),
      ]),
    ];
    const line = '奋力推动高质量发展取得新成效';
    assert.deepEqual(
      variants(habits, line, { start: 4, end: 9 }, 10).map(({ text, articles }) => [text, articles]),
      [
        ['转型升级', 3],
        ['对标赶超', 1],
      ],
    );
  });

  it('shows the newest source', () => {
    assert.equal(of('坚持以项目建设为抓手', '项目建设')[0]?.source.article.date, '2023');
  });

  it('never cuts a word, nor crosses a mark', () => {
    const cut = [segmentOf([{ paragraphs: ['强化|责任感|意识|。', '强化|责任|，|意识|。'] }])];
    assert.deepEqual(
      variants(cut, '强化使命意识', { start: 2, end: 4 }, 5).map(({ text }) => text),
      ['责任感'],
    );
  });

  it('is silent where the neighbours say too little', () => {
    assert.deepEqual(of('以项目建设', '项目建设'), []);
    assert.deepEqual(of('项目建设', '项目建设'), []);
  });
});
