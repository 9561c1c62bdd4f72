import assert from 'node:assert/strict';
import { buildFocus } from '../../../../../src/engine/complete/sources/topic/focus';
import { createTopic, type Topic } from '../../../../../src/engine/complete/sources/topic/topic';
import { segmentOf } from '../../segmentOf';

const farming = '今年要抓好春耕备耕，管好麦田墒情，把种子化肥送到田间地头，确保粮食播种面积稳中有增。';
const safety = '企业要排查安全隐患，检修消防设施，把应急预案演练到车间班组，坚决守住生产底线。';
const filler = ['会议听取了有关情况汇报。', '同志们，新的一年已经开始。', '下面，我讲几点意见。', '大家辛苦了。'];
const view = [
  segmentOf([
    { paragraphs: [farming] },
    { paragraphs: [safety] },
    ...filler.map(text => ({ paragraphs: [text] })),
    ...filler.map(text => ({ paragraphs: [`${text}请各位代表审议。`] })),
  ]),
];

function takeIn(topic: Topic, draft: string): void {
  while (topic.prepare(draft, ''));
}

describe('createTopic', () => {
  it('finds the articles that speak of what the draft speaks of', () => {
    const topic = createTopic(view);
    takeIn(topic, '春耕时节，要把种子化肥送下乡，麦田墒情要盯紧。');
    assert.ok(topic.likeness(0, 0) > topic.likeness(0, 1));
    assert.ok(topic.likeness(0, 0) > 1);
  });
  it('comes to the same whether it sees the draft at once or growing', () => {
    const draft = '消防设施要检修，应急预案要演练，安全隐患要排查到班组。';
    const whole = createTopic(view);
    takeIn(whole, draft);
    const growing = createTopic(view);
    for (let length = 1; length <= draft.length; length++) growing.update(draft.slice(0, length), '');
    takeIn(growing, draft);
    for (const article of [0, 1, 2]) {
      assert.equal(Math.sign(whole.likeness(0, article)), Math.sign(growing.likeness(0, article)));
    }
  });
  it('takes in a long draft in steps, then has nothing more to do', () => {
    const topic = createTopic(view);
    const draft = farming.repeat(20);
    let steps = 1;
    while (topic.prepare(draft, '')) steps++;
    assert.ok(steps > 10);
    assert.equal(topic.prepare(draft, ''), false);
    assert.ok(topic.focus().text.includes(farming));
  });
  it('forgets one draft when it is shown another', () => {
    const topic = createTopic(view);
    takeIn(topic, '春耕时节，要把种子化肥送下乡，麦田墒情要盯紧，播种面积不能少。');
    takeIn(topic, '企业车间要排查安全隐患，检修消防设施，演练应急预案，守住底线。');
    assert.ok(topic.likeness(0, 1) > topic.likeness(0, 0));
  });
});

describe('pinned articles', () => {
  const draft = '春耕时节，要把种子化肥送下乡，麦田墒情要盯紧。';
  const focusOf = (topic: ReturnType<typeof createTopic>, text: string) => {
    takeIn(topic, text);
    return topic.focus();
  };

  it('are in the text of the like articles, twice, whatever the draft is about', () => {
    const topic = createTopic(view);
    topic.pin([{ segment: 0, article: 1 }]);
    const focus = focusOf(topic, draft);
    assert.equal(focus.text.split(safety).length - 1, 2);
    assert.equal(focus.text.split(farming).length - 1, 1);
  });

  it('are there once more where they are like the draft', () => {
    const topic = createTopic(view);
    topic.pin([{ segment: 0, article: 0 }]);
    assert.equal(focusOf(topic, draft).text.split(farming).length - 1, 2);
  });

  it('count as like the draft', () => {
    const topic = createTopic(view);
    topic.update(draft, '');
    const before = topic.likeness(0, 1);
    topic.pin([{ segment: 0, article: 1 }]);
    assert.ok(topic.likeness(0, 1) > Math.max(1, before));
    topic.pin([]);
    assert.equal(topic.likeness(0, 1), before);
    assert.ok(!focusOf(topic, draft).text.includes(safety));
  });
});

describe('buildFocus', () => {
  it('is complete after a few steps, and holds and counts the text of all articles', () => {
    const texts = Array.from({ length: 12 }, (_, i) => `第${i}篇：春耕备耕。`);
    const builder = buildFocus(
      texts.map((_, i) => i),
      article => ({ text: texts[article]!, isWordStart: offset => offset % 2 === 0 }),
    );
    let focus = builder.step();
    let steps = 1;
    for (; !focus; steps++) focus = builder.step();
    assert.ok(steps > 1);
    assert.equal(focus.text, texts.join('\n'));
    assert.equal(focus.count('春耕备耕'), 12);
    assert.equal(focus.count('防汛'), 0);
    const second = texts[0]!.length + 1;
    assert.deepEqual([second, second + 1, second + 2].map(focus.isWordStart), [true, false, true]);
  });
});
