import assert from 'node:assert/strict';
import type { SkeletonParams } from '../../../src/server/protocol/exemplars';
import { serveCorpus } from '../serveCorpus';
import { speeches } from '../temporaryCorpus';

const MEETING = '2023-02-06_在全镇抓落实大会上的讲话_程向南.txt';
const LESSON = '2024-07-01_在主题党课上的讲话.txt';

describe('exemplars', () => {
  const served = serveCorpus({
    ...speeches,
    '两篇.jsonl': [
      JSON.stringify({ title: '甲文', text: '把工作重心沉到田间地头。', date: '2020-01-01' }),
      JSON.stringify({ title: '乙文', text: '把心思用在发展上。' }),
    ].join('\n'),
  });

  const articles = (path?: string) => served.client.request('fanben/articles', { path });
  const exemplar = (name: string, entry = 0) =>
    served.client.request('fanben/exemplar', { path: served.corpus.path(name), entry });
  const skeleton = (name: string, range?: SkeletonParams['range']) =>
    served.client.request('fanben/skeleton', { path: served.corpus.path(name), entry: 0, range });

  it('lists the articles, newest first, those without a date last', async () => {
    const { articles: all, isCut } = await articles();
    assert.deepEqual(
      all.map(({ title, date }) => `${date?.slice(0, 4)} ${title}`),
      [
        '2024 在主题党课上的讲话',
        '2023 在全镇抓落实大会上的讲话',
        '2020 甲文',
        '2019 在青石村调研时的讲话',
        'undefined 乙文',
      ],
    );
    assert.equal(isCut, false);
  });

  it('lists the articles of one file in its order', async () => {
    const { articles: two } = await articles(served.corpus.path('两篇.jsonl'));
    assert.deepEqual(
      two.map(({ title, entry }) => [title, entry]),
      [
        ['甲文', 0],
        ['乙文', 1],
      ],
    );
    assert.deepEqual((await articles(served.corpus.path('没有.txt'))).articles, []);
  });

  it('gives an article with its outline', async () => {
    const meeting = await exemplar(MEETING);
    assert.equal(meeting?.speaker, '程向南');
    assert.deepEqual(
      meeting.nodes.map(({ kind, label }) => `${kind} ${label.slice(0, 10)}`),
      [
        'paragraph 同志们：',
        'paragraph 今天召开这次大会，就',
        'point 一是扑下身子察实情',
        'point 二是沉下心来谋发展',
        'paragraph 同志们，蓝图已经绘就',
      ],
    );
    assert.equal(await exemplar('没有.txt'), null);
    assert.equal(await exemplar(MEETING, 7), null);
  });

  it('makes the skeleton of a draft, with guidance, and of a part, without', async () => {
    const draft = await skeleton(MEETING);
    assert.match(draft!, /^在.*上的讲话\n.*〔讲话人〕.*\n（.*〔日期〕.*）\n\n【提示·称呼】.*\n同志们：\n【提示·开场】/);
    assert.match(draft!, /\n一是扑下[\s\S]*\n二是/);
    const node = (await exemplar(MEETING))!.nodes[2]!;
    const { paragraph, start, endParagraph, end } = node;
    const part = await skeleton(MEETING, { paragraph, start, endParagraph, end });
    assert.match(part!, /^一是[^\n]*$/);
    assert.doesNotMatch(part!, /提示/);
    assert.equal(await skeleton('没有.txt'), null);
  });

  it('answers a request for a part that is not there', async () => {
    assert.equal(await skeleton(LESSON, { paragraph: 90, start: 0, endParagraph: 99, end: 5 }), '');
  });

  it('leans completions towards what is pinned, until it is taken down', async () => {
    const marked = '要把工作的重心|';
    const labels = async () => (await served.client.complete(marked)).map(({ label }) => label);
    const before = await labels();
    const pinned = [
      { path: served.corpus.path('没有.txt'), entry: 0 },
      { path: served.corpus.path(MEETING), entry: 0 },
    ];
    await served.client.notify('fanben/setExemplars', { articles: pinned });
    assert.ok((await labels()).some(label => label.startsWith('放到一线')));
    await served.client.notify('fanben/setExemplars', { articles: [] });
    for (let request = 0; request < 5; request++) await labels();
    assert.deepEqual(await labels(), before);
  });
});
