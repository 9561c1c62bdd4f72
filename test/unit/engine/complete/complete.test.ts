import assert from 'node:assert/strict';
import { createSuggestions } from '../../../../src/engine/complete/suggestions';
import type { CorpusView } from '../../../../src/engine/index/segment';
import { segmentOf } from '../segmentOf';

const corpus = [
  segmentOf([
    { paragraphs: ['我们|要|坚定|不移|推动|高质量|发展|，|不断|增强|群众|的|获得感|。'], date: '2021-03-01' },
    { paragraphs: ['会议|强调|，|要|坚定|不移|推动|高质量|发展|，|守住|安全|底线|。'], date: '2023-05-01' },
  ]),
  segmentOf([{ paragraphs: ['今后|五年|，|要|坚定|不移|推动|高质量|发展|，|不断|改善|民生|。'], date: '2022-01-01' }]),
];
const suggestions = createSuggestions(corpus);
const ask = (before: string, after = '') => {
  while (suggestions.prepare({ before }));
  return suggestions.complete({ before, after }, { limit: 5 }).phrases;
};
const askOnce = (view: CorpusView, before: string) =>
  createSuggestions(view).complete({ before }, { limit: 5 }).phrases;

describe('complete', () => {
  it('goes on with what the corpus says most, counted over all segments, newest source named', () => {
    const items = ask('下一步，我们要坚定不移');
    assert.ok(items.every(({ text, replace }) => text.startsWith('推动') && replace === 0));
    const item = items.find(({ text }) => text === '推动高质量发展，');
    assert.equal(item?.articles, 3);
    assert.equal(item?.occurrences, 3);
    const segment = corpus[item!.source!.segment]!;
    const { position } = item!.source!;
    assert.equal(segment.slice(position, position + 7), '推动高质量发展');
    assert.equal(segment.meta(segment.articleAt(position)).date, '2023-05-01');
  });
  it('takes in the word the cursor stands in, so that accepting leaves exactly the right text', () => {
    const before = '要坚定不移推动高质';
    for (const { text, replace } of ask(before)) {
      const result = before.slice(0, before.length - replace) + text;
      assert.ok(result.startsWith(before) && result.length > before.length, result);
    }
    assert.equal(ask(before)[0]?.replace, 2);
  });
  it('shows no more of the draft than articles are counted with', () => {
    const said = ['深入|学习|贯彻|党|的|十九届|四中全会|精神|，|学习|党|的|十九届|四中全会|公报|。'];
    const view = [segmentOf([{ paragraphs: said }, { paragraphs: ['贯彻|党|的|十九届|四中全会|决定|。'] }])];
    const items = askOnce(view, '认真学习党的二十届四中').filter(({ articles }) => articles > 0);
    assert.ok(
      items.some(({ text }) => text.startsWith('四中全会')),
      items.map(({ text }) => text).join(' '),
    );
    assert.ok(!items.some(({ text }) => text.includes('二十届')));
    const known = askOnce(view, '认真学习党的十九届四中').filter(({ articles }) => articles > 0);
    assert.ok(known.length > 0 && known.every(({ replace }) => replace >= 2));
  });
  it('never offers what already stands after the cursor', () => {
    const all = ask('要坚定不移', '推动高质量发展，不断开创新局面。').map(item => item.text);
    assert.ok(!all.includes('推动高质量发展') && !all.includes('推动高质量发展，'), all.join(' '));
  });
  it('goes on with what the draft itself has said, where the corpus is silent', () => {
    const before = '青禾县柳编合作社已经带动六百户。来年，青禾县柳编';
    const item = ask(before).find(({ text }) => text.includes('合作社'));
    assert.ok(item);
    assert.equal(item.articles, 0);
    assert.equal(item.source, null);
  });
  it('goes on with the draft also where the corpus knows but one character of the context', () => {
    const items = ask('青禾湾的渡口人来人往，青禾湾的').map(({ text }) => text);
    assert.ok(
      items.some(text => text.startsWith('渡口')),
      items.join(' '),
    );
  });
  it('says nothing for an empty draft, an empty corpus, or text nobody wrote', () => {
    assert.deepEqual(ask(''), []);
    assert.deepEqual(askOnce([], '推动'), []);
    assert.deepEqual(ask('☃'), []);
  });
  it('leans towards pinned articles, and is as before without them', () => {
    const say = (words: string) => ({ paragraphs: [`下一步|，|要|把|工作|重心|${words}|。`] });
    const view = [segmentOf([say('放在|基层'), say('放在|基层'), say('沉到|田间|地头')])];
    const asked = createSuggestions(view);
    const first = (exemplars?: { segment: number; article: number }[]) => {
      const draft = { before: '今年，要把工作重心', exemplars };
      let items = asked.complete(draft, { limit: 5 }).phrases;
      for (let request = 0; request < 5; request++) {
        items = asked.complete(draft, { limit: 5 }).phrases;
        while (asked.prepare(draft));
      }
      return items;
    };
    const plain = first();
    assert.match(plain[0]!.text, /^放在/);
    assert.match(first([{ segment: 0, article: 2 }])[0]!.text, /^沉到/);
    assert.deepEqual(first([]), plain);
  });
  it('does not go on with half a word that ends as the draft does', () => {
    const view = [segmentOf([{ paragraphs: ['县委|作出|部署|，|各级|干部|要|带头|。', '乡里|部署|，|干部|到位|。'] }])];
    const items = askOnce(view, '选准用好各级干部');
    assert.ok(
      items.length > 0 && items.every(({ text }) => !text.startsWith('署')),
      items.map(({ text }) => text).join(' '),
    );
  });
  it('skips deleted articles', () => {
    const dead = [segmentOf([{ paragraphs: ['擦亮|柳编|之乡|的|招牌|。'], dead: true }])];
    assert.deepEqual(askOnce(dead, '擦亮'), []);
  });
});
