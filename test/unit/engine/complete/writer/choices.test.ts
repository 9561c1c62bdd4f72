import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Choices, contextOf, createChoices, isMemorable } from '../../../../../src/engine/complete/writer/choices';

const take = (choices: Choices, before: string, text: string) =>
  choices.learn({ kind: 'took', context: contextOf(before), text });
const refuse = (choices: Choices, before: string, text: string) =>
  choices.learn({ kind: 'refused', context: contextOf(before), text });

/** Probabilities of `texts` at a place, all of them 0.1 before. */
function leaned(choices: Choices, before: string, ...texts: string[]): number[] {
  const pool = texts.map(text => ({ text, prefix: texts.findLastIndex(t => t !== text && text.startsWith(t)) }));
  const probability = new Float64Array(texts.length).fill(0.1);
  choices.recall(before)?.lean(pool, probability);
  return [...probability];
}

describe('contextOf', () => {
  const cases: [before: string, context: string][] = [
    ['我们要坚定不移推动', '坚定不移推动'],
    ['推动', '\n\n推动'],
    ['同志们：\n推动', '\n\n推动'],
    ['同志们：\r\n今年要推动', '\n今年要推动'],
    ['', '\n\n'],
  ];
  for (const [before, context] of cases) {
    it(`${JSON.stringify(before)}| → ${JSON.stringify(context)}`, () => assert.equal(contextOf(before), context));
  }
  it('is the context of itself', () => {
    const text = fc.string({ unit: fc.constantFrom(...'稳进好\n，'), maxLength: 12 });
    fc.assert(fc.property(text, before => assert.equal(contextOf(contextOf(before)), contextOf(before))));
  });
});

describe('choices', () => {
  it('remembers nothing at first', () => assert.equal(createChoices().recall('推动'), undefined));

  it('makes what was taken here likely, and the rest less so', () => {
    const choices = createChoices();
    take(choices, '我们要坚定不移推动', '改革开放');
    const [taken, other] = leaned(choices, '今年，要坚定不移推动', '改革开放', '乡村振兴');
    assert.ok(taken! > 0.7 && other! < 0.1, `${taken} ${other}`);
  });
  it('counts the more, the more of the context is the same', () => {
    const choices = createChoices();
    take(choices, '我们要坚定不移推动', '改革开放');
    const places = ['要坚定不移推动', '要长期不移推动', '要合力推动', '要开放'];
    const likely = places.map(place => leaned(choices, place, '改革开放')[0]!);
    for (let i = 1; i < likely.length; i++) assert.ok(likely[i - 1]! > likely[i]!, String(likely));
    assert.ok(likely.at(-1)! > 0.1 && likely.at(-1)! < 0.2, String(likely));
  });
  it('goes on with what was taken when part of it is written already', () => {
    const choices = createChoices();
    take(choices, '要坚定不移推动', '改革开放');
    assert.ok(leaned(choices, '要坚定不移推动改革', '开放')[0]! > 0.7);
    assert.ok(choices.recall('要坚定不移推动改革')!.takenHere('开放') > 0);
  });
  it('never makes a longer item likelier than what it begins with', () => {
    const choices = createChoices();
    take(choices, '要坚定不移推动', '改革开放');
    const [short, taken, long] = leaned(choices, '要坚定不移推动', '改革', '改革开放', '改革开放再出发');
    assert.ok(short! >= taken! && taken! > long! && long! > 0, `${short} ${taken} ${long}`);
  });
  it('tells of one place what was taken there, of all places what was taken anywhere', () => {
    const choices = createChoices();
    take(choices, '要坚定不移推动', '改革开放');
    assert.equal(choices.recall('要坚定不移推动')!.takenHere('改革开放'), 1);
    assert.equal(choices.recall('要坚定不移推动')!.takenHere('改革'), 0);
    assert.equal(choices.recall('持续深化')!.takenHere('改革开放'), 0);
    assert.equal(choices.recall('持续深化')!.taken('改革开放'), 1);
  });

  it('gives a choice up that is refused again and again where it was made, and only there', () => {
    const choices = createChoices();
    take(choices, '要坚定不移推动', '改革开放');
    take(choices, '要持续深化', '改革开放');
    const before = leaned(choices, '要坚定不移推动', '改革开放')[0]!;
    assert.equal(refuse(choices, '要坚定不移推动', '改革开放'), true);
    const after = leaned(choices, '要坚定不移推动', '改革开放')[0]!;
    assert.ok(after < before);
    for (let i = 0; i < 5; i++) refuse(choices, '要坚定不移推动', '改革开放');
    assert.equal(choices.recall('要坚定不移推动')!.takenHere('改革开放'), 0);
    assert.equal(choices.recall('要持续深化')!.takenHere('改革开放'), 1);
  });
  it('learns nothing from the refusal of what was never taken', () => {
    const choices = createChoices();
    assert.equal(refuse(choices, '要坚定不移推动', '改革开放'), false);
    assert.equal(choices.recall('要坚定不移推动'), undefined);
  });
  it('lets old choices fade behind new ones', () => {
    const choices = createChoices();
    take(choices, '要坚定不移推动', '改革开放');
    const weight = () => choices.recall('要坚定不移推动')!.takenHere('改革开放');
    let last = weight();
    for (let i = 0; i < 2000; i++) {
      take(choices, `第${i}件事要办`, '得扎扎实实');
      if (i % 500 === 499) assert.ok(weight() < last);
      last = weight();
    }
    assert.ok(last < 0.25 && last > 0);
  });
  it('is bounded: the oldest choices go', () => {
    const choices = createChoices();
    take(choices, '要坚定不移推动', '改革开放');
    for (let i = 0; i < 4000; i++) take(choices, `第${String(i).padStart(4, '0')}件`, '办得扎实');
    assert.equal(choices.recall('要坚定不移推动')!.taken('改革开放'), 0);
    assert.ok(choices.recall('第3999件')!.takenHere('办得扎实') > 0);
  });

  it('comes to the same when all is learned again in order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'稳进好'), minLength: 2, maxLength: 4 });
    const choice = fc.record({
      kind: fc.constantFrom('took' as const, 'refused' as const),
      context: word.map(contextOf),
      text: word,
    });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 30 }), word, word, (made, before, text) => {
        const [once, again] = [createChoices(), createChoices()];
        // What taught nothing need not be kept.
        for (const each of made) if (once.learn(each)) again.learn(each);
        assert.equal(again.recall(before)?.takenHere(text), once.recall(before)?.takenHere(text));
        assert.deepEqual(leaned(again, before, text), leaned(once, before, text));
      }),
    );
  });
  it('keeps probabilities probabilities, and the order of a prefix and what extends it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'稳进'), minLength: 2, maxLength: 4 });
    const made = fc.array(fc.record({ before: word, text: word }), { maxLength: 20 });
    fc.assert(
      fc.property(made, word, fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), (taken, before, texts) => {
        const choices = createChoices();
        for (const { before: place, text } of taken) take(choices, place, text);
        const sorted = [...texts].sort((a, b) => a.length - b.length);
        for (const p of leaned(choices, before, ...sorted)) assert.ok(p >= 0 && p <= 1, String(p));
      }),
    );
  });
});

describe('isMemorable', () => {
  it('refuses what no list would hold', () => {
    const context = contextOf('要推动');
    assert.equal(isMemorable({ context, text: '发展' }), true);
    for (const text of ['', '发', '发展\n', '发'.repeat(41)]) assert.equal(isMemorable({ context, text }), false);
    assert.equal(isMemorable({ context: '要坚定不移推动', text: '发展' }), false);
  });
});
