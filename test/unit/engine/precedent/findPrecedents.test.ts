import assert from 'node:assert/strict';
import { draftHead } from '../../../../src/engine/precedent/draftHead';
import { findPrecedents } from '../../../../src/engine/precedent/findPrecedents';
import { finish } from '../../../../src/engine/steps';
import { segmentOf, type TestArticle } from '../segmentOf';

const article = (title: string, date: string | null, more: Partial<TestArticle> = {}): TestArticle => ({
  title,
  date,
  path: `/语料/${date}_${title}.txt`,
  paragraphs: ['同志们：今天开会。'],
  ...more,
});

/** Titles found for a draft, newest first. */
function found(draft: string, articles: readonly TestArticle[], path: string | null = null): string[] {
  const head = draftHead(draft);
  assert.ok(head, 'the draft has no title');
  const half = Math.ceil(articles.length / 2);
  const view = [articles.slice(0, half), articles.slice(half)].filter(part => part.length > 0).map(segmentOf);
  return finish(findPrecedents(view, head, path)).map(({ meta }) => `${meta.date} ${meta.title}`);
}

describe('the head of a draft', () => {
  it('is read while the title is all there is', () => {
    const head = draftHead('在2026年全县经济工作会议上的讲话');
    assert.deepEqual(head?.occasion, { name: '全县经济工作会议', genre: 'speech' });
    assert.equal(head?.year, 2026);
  });

  it('says who speaks, when and where, as an article does', () => {
    const head = draftHead(
      '政府工作报告\n——2026年1月5日在青山县第十六届人民代表大会第六次会议上\n青山县县长 李秋实\n各位代表：\n现在',
    );
    assert.equal(head?.speaker, '李秋实');
    assert.equal(head?.year, 2026);
    assert.equal(head?.occasion.name, '政府工作');
  });

  it('is none where a draft begins with text', () => {
    assert.equal(draftHead('同志们：\n今天我们召开会议，主要任务是总结工作。'), null);
    assert.equal(draftHead(''), null);
  });
});

describe('earlier speeches on an occasion', () => {
  const meetings = [2021, 2022, 2023, 2024, 2025].map(year =>
    article(`在${year}年全县经济工作会议上的讲话`, `${year}-01-0${year - 2020}`),
  );

  it('are found by the title, newest first, before the draft and not after it', () => {
    assert.deepEqual(found('在2024年全县经济工作会议上的讲话\n', meetings.slice(0, 3)), [
      '2023-01-03 在2023年全县经济工作会议上的讲话',
      '2022-01-02 在2022年全县经济工作会议上的讲话',
      '2021-01-01 在2021年全县经济工作会议上的讲话',
    ]);
    assert.equal(
      found('在2023年全县经济工作会议上的讲话\n', meetings)[0],
      '2023-01-03 在2023年全县经济工作会议上的讲话',
    );
  });

  it('are five at most, copies once, deleted ones never', () => {
    const copy = article('在全县经济工作会议上的讲话', '2025-01-05', { path: '/别处/副本.txt', cluster: 7 });
    const more = [
      ...meetings.map((one, i) => ({ ...one, ...(i === 4 && { cluster: 7 }), ...(i === 3 && { dead: true }) })),
      copy,
      article('在2019年全县经济工作会议上的讲话', '2019-01-09'),
      article('在2018年全县经济工作会议上的讲话', '2018-01-09'),
    ];
    const years = found('在2026年全县经济工作会议上的讲话\n', more).map(line => line.slice(0, 4));
    assert.deepEqual(years, ['2025', '2023', '2022', '2021', '2019']);
  });

  it('put those of the same speaker first', () => {
    const two = [
      article('在全县教育大会上的讲话', '2024-09-09', { speaker: '程向南' }),
      article('在全县教育大会上的讲话', '2025-09-09', { speaker: '周明远', path: '/语料/另一篇.txt' }),
    ];
    const draft = '在全县教育大会上的讲话\n（2026年9月9日）\n县委书记 程向南\n同志们：\n';
    assert.deepEqual(found(draft, two), ['2024-09-09 在全县教育大会上的讲话', '2025-09-09 在全县教育大会上的讲话']);
  });

  it('are not those of another place, nor of many places where nobody can tell which is meant', () => {
    const reports = ['青山县', '云溪县'].map(place => article(`2025年${place}政府工作报告`, '2025-01-10'));
    assert.deepEqual(found('2026年白石县政府工作报告\n', reports), []);
    assert.deepEqual(found('政府工作报告\n', reports), []);
    assert.deepEqual(found('政府工作报告\n', reports.slice(0, 1)), ['2025-01-10 2025年青山县政府工作报告']);
    const near = [{ ...reports[0]!, path: '/我的/2025/报告.txt' }, reports[1]!];
    assert.deepEqual(found('政府工作报告\n', near, '/我的/2025/新稿.gao'), ['2025-01-10 2025年青山县政府工作报告']);
  });

  it('need more than a name that fits many occasions', () => {
    const talks = [article('在座谈会上的发言', '2025-01-10', { speaker: '程向南' })];
    assert.deepEqual(found('在座谈会上的发言\n', talks), []);
    assert.deepEqual(found('在座谈会上的发言\n（2026年1月5日）\n程向南\n', talks), ['2025-01-10 在座谈会上的发言']);
  });

  it('are not the draft itself, which may lie in the corpus, nor a copy of it', () => {
    const own = article('在全县经济工作会议上的讲话', '2026-01-06', { path: '/语料/新稿.gao', cluster: 9 });
    const copy = article('在全县经济工作会议上的讲话', '2026-01-06', { path: '/语料/新稿（送审）.docx', cluster: 9 });
    assert.deepEqual(found('在2026年全县经济工作会议上的讲话\n', [copy, own], '/语料/新稿.gao'), []);
  });
});
