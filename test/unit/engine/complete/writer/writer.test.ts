import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionOptions } from '../../../../../src/engine/complete/request';
import { createSuggestions } from '../../../../../src/engine/complete/suggestions';
import { contextOf, createChoices } from '../../../../../src/engine/complete/writer/choices';
import { placeOf } from '../../../../../src/engine/complete/writer/refusals';
import { segmentOf } from '../../segmentOf';

const sentences = [
  '我们|要|坚定|不移|推动|高质量|发展|，|不断|增强|群众|的|获得感|。',
  '会议|强调|，|要|坚定|不移|推动|高质量|发展|，|守住|安全|底线|。',
  '今后|五年|，|要|坚定|不移|推动|高质量|发展|，|不断|改善|民生|。',
  '各地|要|坚定|不移|推动|改革|开放|，|激发|市场|活力|。',
  '全县|上下|要|坚定|不移|推动|乡村|振兴|，|守好|粮食|安全|。',
  '沉下身子|察|实情|，|扑下身子|抓|落实|。',
  '守初心|担使命|，|转作风|抓落实|。',
  '守初心|担使命|，|推动|高质量|发展|。',
  '市场|主体|活力|足|，|山川|相依|一家亲|。',
];
const corpus = [segmentOf(sentences.map(sentence => ({ paragraphs: [sentence] })))];
const suggestions = createSuggestions(corpus);
const ask = (before: string, more: Partial<CompletionOptions> = {}) =>
  suggestions.complete({ before }, { limit: 5, ...more }).phrases;
const texts = (before: string, more?: Partial<CompletionOptions>) => ask(before, more).map(({ text }) => text);

const BEFORE = '下一步，我们要坚定不移推动';

describe('complete, with the writer’s own choices', () => {
  it('answers exactly as without where nothing is remembered or refused', () => {
    // What was learned of the drafts is kept: both see the same ones.
    const [one, other] = [createSuggestions(corpus), createSuggestions(corpus)];
    const parts = fc.array(fc.constantFrom(...sentences.join('').split('|'), '\n', 'scx', '要'), { maxLength: 8 });
    fc.assert(
      fc.property(parts, words => {
        const draft = { before: words.join('') };
        const options = { limit: 5, pinyin: true };
        const nothing = { choices: createChoices(), refused: [], fuzzyPinyin: [] };
        assert.deepEqual(other.complete(draft, { ...options, ...nothing }), one.complete(draft, options));
      }),
    );
  });

  it('puts first what was taken here, though the corpus says something else more often', () => {
    assert.match(texts(BEFORE)[0]!, /^高质量/);
    const choices = createChoices();
    choices.learn({ kind: 'took', context: contextOf('各地要坚定不移推动'), text: '改革开放' });
    assert.equal(texts(BEFORE, { choices })[0], '改革开放');
    assert.equal(texts(`${BEFORE}改革`, { choices })[0], '开放');
    assert.ok(texts(BEFORE, { choices }).some(text => text.startsWith('高质量')));
  });

  it('puts first what was taken for letters', () => {
    const [first, second] = texts('，sc', { pinyin: true });
    assert.ok(first && second && first !== second);
    const choices = createChoices();
    choices.learn({ kind: 'took', context: contextOf('同志们，'), text: second });
    assert.equal(texts('，sc', { pinyin: true, choices })[0], second);
  });
});

describe('complete, after a refusal', () => {
  const refused = [{ place: placeOf(BEFORE), texts: texts(BEFORE) }];

  it('does not offer the same here, nor the rest of it, nor more or a piece of it', () => {
    for (const since of ['', '高', '高质量']) {
      const again = texts(BEFORE + since, { refused }).map(text => since + text);
      for (const text of refused[0]!.texts)
        assert.ok(!again.some(other => other.startsWith(text) || text.startsWith(other)), `${since}: ${again}`);
    }
  });
  it('offers it elsewhere', () => {
    const elsewhere = '各级干部要坚定不移推动';
    assert.deepEqual(texts(elsewhere, { refused }), texts(elsewhere));
    assert.notEqual(texts(elsewhere).length, 0);
  });
  it('holds for letters', () => {
    const before = '，sc';
    const [first] = texts(before, { pinyin: true });
    const some = [{ place: placeOf('，'), texts: [first!] }];
    assert.ok(!texts(before, { pinyin: true, refused: some }).includes(first!));
  });
});

describe('complete, with fuzzy pinyin', () => {
  it('finds what only sounds alike when asked to', () => {
    assert.ok(!texts('，sichang', { pinyin: true }).some(text => text.startsWith('市场')));
    assert.ok(texts('，sichang', { pinyin: true, fuzzyPinyin: ['s-sh'] }).some(text => text.startsWith('市场')));
  });
  it('puts what is spelled so before what only sounds alike', () => {
    const spoken = [
      segmentOf(
        Array.from({ length: 3 }, () => ({ paragraphs: ['蓝天|白云|，|南方|来客|，|蓝天|白云|，|南方|来客|。'] })),
      ),
    ];
    const first = (letters: string, fuzzyPinyin: CompletionOptions['fuzzyPinyin']) =>
      createSuggestions(spoken).complete({ before: letters }, { limit: 5, pinyin: true, fuzzyPinyin }).phrases[0]
        ?.text[0];
    assert.equal(first('lan', ['n-l']), '蓝');
    assert.equal(first('nan', ['n-l']), '南');
    assert.equal(first('lanfang', []), undefined);
    assert.equal(first('lanfang', ['n-l']), '南');
  });
  it('puts what follows the text before the letters first', () => {
    for (const fuzzyPinyin of [[], ['s-sh', 'n-l'] as const])
      assert.match(texts('要坚定不移推动ggkf', { pinyin: true, fuzzyPinyin })[0]!, /^改革开放/);
  });
});

describe('complete, after function words alone', () => {
  for (const word of ['的', '了', '和', '是', '在', '与', '要']) {
    it(`says nothing after ${word}, though the corpus goes on after it`, () => {
      const spoken = [segmentOf([{ paragraphs: [`青山|${word}|绿水|常在|。`, `大地|${word}|江河|奔流|。`] }])];
      const at = (before: string) => createSuggestions(spoken).complete({ before }, { limit: 5 }).phrases;
      assert.deepEqual(at(word), []);
      assert.deepEqual(at(`柳编匠人${word}`), []);
      assert.notDeepEqual(at(`看青山${word}`), []);
    });
  }
});
