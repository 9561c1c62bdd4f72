import assert from 'node:assert/strict';
import { createBeginnings } from '../../../../../src/engine/complete/beginnings/beginnings';
import { segmentOf } from '../../segmentOf';

const speech = (title: string, date: string, ...paragraphs: string[]) => ({ title, date, paragraphs });
const view = [
  segmentOf([
    speech('在全镇护林工作会上的讲话', '2021-03-01', '同志们：', '今天，我们召开护林工作会议，主要任务是守住青山。'),
    speech('在全镇秋收工作会上的讲话', '2024-09-01', '同志们：', '今天，我们召开秋收工作会议，主要任务是颗粒归仓。'),
    speech('在青年座谈会上的发言', '2023-05-04', '各位青年朋友：', '很高兴和大家见面，说说心里话。'),
    { ...speech('作废的讲话', '2025-01-01', '同志们：', '作废了，不要再看。'), dead: true },
  ]),
  segmentOf([speech('调研札记', '2022-01-01', '这里没有称呼，只有正文。')]),
];
const beginnings = createBeginnings(view).find;
const all = () => true;
const texts = (before: string, after = '', admits: (text: string) => boolean = all) =>
  beginnings({ before, after }, admits).map(({ text }) => text);

describe('beginnings', () => {
  it('are titles, salutations and first lines in an empty draft, which opens no list by itself', () => {
    const found = beginnings({ before: '' }, all);
    const at = (text: string) => found.findIndex(row => row.text === text);
    assert.ok(at('在全镇秋收工作会上的讲话') >= 0 && at('在全镇秋收工作会上的讲话') < at('同志们：'), texts('').join());
    assert.ok(at('同志们：') < at(texts('同志们：\n')[0]!));
    assert.equal(found.find(({ text }) => text === '同志们：')?.articles, 2);
    assert.ok(found.every(({ probability }) => probability === 0) && found.length <= 8);
    assert.ok(!texts('').join().includes('作废'));
  });

  it('are titles of speeches in an empty draft where there are any, whatever else is read', () => {
    assert.ok(!texts('').includes('调研札记'));
    const read = [segmentOf([speech('调研札记', '2022-01-01', '正文。'), speech('山村新貌', '2023-01-01', '正文。')])];
    const found = createBeginnings(read).find({ before: '' }, all);
    assert.ok(found.some(({ text }) => text === '山村新貌'));
    assert.deepEqual(texts('调研'), ['调研札记']);
  });

  it('are first lines behind a salutation, in its own line after a line break as the line above is indented', () => {
    const [first] = beginnings({ before: '标题\n　　同志们：' }, all);
    assert.equal(first?.lead, '\n　　');
    const below = beginnings({ before: '标题\r\n同志们：\r\n　　' }, all);
    assert.ok(
      below.some(({ text, replace, lead }) => /^今天，我们召开/.test(text) && replace === 0 && lead === undefined),
    );
    for (const { text, source } of below) {
      assert.equal(view[source!.segment]!.slice(source!.position, source!.position + text.length), text);
    }
    const sum = below
      .filter(({ text }) => text.startsWith('今天'))
      .reduce((most, { probability }) => Math.max(most, probability), 0);
    assert.ok(sum > 0 && sum < 1, `${sum}`);
    assert.deepEqual(texts('标题\n同志们，'), []);
  });

  it('are first those of the exemplars behind a salutation, counted among all', () => {
    const exemplars = [
      { segment: 7, article: 0 }, // of what is not all here
      { segment: 0, article: 2 },
      { segment: 0, article: 0 },
    ];
    for (const before of ['标题\n同志们：', '标题\n同志们：\n']) {
      const found = beginnings({ before, exemplars }, all);
      const others = beginnings({ before }, all);
      assert.match(found[0]!.text, /^今天，我们召开护林工作会议，/);
      assert.doesNotMatch(others[0]!.text, /护林/);
      assert.ok(
        found.findIndex(({ text }) => text.startsWith('很高兴')) < found.findIndex(({ text }) => text.includes('秋收')),
      );
      assert.equal(new Set(found.map(({ text }) => text)).size, found.length);
      assert.ok(found[0]!.probability > others[0]!.probability);
    }
  });

  it('are titles that the first line begins, and no title further down', () => {
    assert.deepEqual(texts('在全镇').toSorted(), ['在全镇护林工作会上的讲话', '在全镇秋收工作会上的讲话'].toSorted());
    assert.equal(beginnings({ before: '在全镇' }, all)[0]?.replace, 3);
    assert.deepEqual(texts('标题\n在全镇'), []);
    assert.deepEqual(texts('在'), []);
  });

  it('are none where text follows or what is not to be said', () => {
    assert.deepEqual(texts('同志们：', '还有'), []);
    assert.deepEqual(
      texts('在全镇', '', text => !text.includes('护林')),
      ['在全镇秋收工作会上的讲话'],
    );
    assert.deepEqual(createBeginnings([]).find({ before: '' }, all), []);
  });

  it('are the same whether or not titles were read ahead, as far as that went', () => {
    const some = Array.from({ length: 300 }, (_, i) => speech(`第${i}次会议纪要`, '2020-01-01', '正文。'));
    const large = [segmentOf([...some, speech('第三百次', '2020-01-01', '正文。')]), ...view];
    const asked = createBeginnings(large).find({ before: '第三' }, all);
    assert.equal(asked[0]?.text, '第三百次');
    for (const steps of [1, 2, 3]) {
      const ahead = createBeginnings(large);
      const more = Array.from({ length: steps }, () => ahead.prepare({ before: '' }));
      assert.deepEqual(more, [true, false, false].slice(0, steps));
      assert.deepEqual(ahead.find({ before: '第三' }, all), asked);
    }
    assert.equal(createBeginnings(large).prepare({ before: '标题\n' }), false);
  });
});
