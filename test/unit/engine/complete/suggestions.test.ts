import assert from 'node:assert/strict';
import { FEATURE_NAMES, FEATURES } from '../../../../src/engine/complete/ranking/features';
import { createRanker } from '../../../../src/engine/complete/ranking/ranker';
import weights from '../../../../src/engine/complete/ranking/rankerWeights.json';
import weightsWithoutBackground from '../../../../src/engine/complete/ranking/rankerWeightsWithoutBackground.json';
import type { Draft } from '../../../../src/engine/complete/request';
import { createScratch } from '../../../../src/engine/complete/scratch';
import { createSuggestions, type Suggestions } from '../../../../src/engine/complete/suggestions';
import { ghostText } from '../../../../src/engine/ghost/ghostText';
import { segmentOf } from '../segmentOf';

const say = (words: string) => ({ paragraphs: [`下一步|，|要|把|工作|重心|${words}|。`] });
const view = [segmentOf([say('放在|基层'), say('放在|基层'), say('沉到|田间|地头')])];
const DRAFT = '今年，要把工作重心';
const farming = '春耕时节，要把种子化肥送到田间地头，';
const takeIn = (suggestions: Suggestions, draft: Draft) => {
  for (let step = 0; suggestions.prepare(draft); step++) assert.ok(step < 1000);
};
const texts = (suggestions: Suggestions, draft: Draft) =>
  suggestions.complete(draft, { limit: 5 }).phrases.map(({ text }) => text);

/** The likeliest of the longest candidates. */
const firstOf = ({ pool, probability }: ReturnType<Suggestions['rank']>) =>
  pool.map(({ text, length }, i) => ({ text, worth: length * probability[i]! })).sort((a, b) => b.worth - a.worth)[0]!
    .text;

describe('createSuggestions', () => {
  const pinned: Draft = { before: DRAFT, exemplars: [{ segment: 0, article: 2 }] };

  it('leans ghost text to pinned articles whether or not a list was asked for before', () => {
    const [listed, alone] = [createSuggestions(view), createSuggestions(view)];
    takeIn(listed, pinned);
    texts(listed, pinned);
    takeIn(alone, pinned);
    const ghost = (suggestions: Suggestions, draft: Draft) => ghostText(suggestions, draft, true)?.text;
    assert.equal(ghost(alone, pinned), ghost(listed, pinned));
    assert.match(firstOf(alone.rank(pinned)), /^沉到/);
    assert.match(firstOf(alone.rank({ before: DRAFT })), /^放在/);
  });

  it('forgets the pinned articles with the request that names them', () => {
    const suggestions = createSuggestions(view);
    takeIn(suggestions, { before: DRAFT });
    const plain = texts(suggestions, { before: DRAFT });
    takeIn(suggestions, pinned);
    assert.match(texts(suggestions, pinned)[0]!, /^沉到/);
    takeIn(suggestions, { before: DRAFT });
    assert.deepEqual(texts(suggestions, { before: DRAFT }), plain);
  });

  it('keeps what each of several drafts is about: one does not unsettle the other', () => {
    const suggestions = createSuggestions(view);
    const drafts: Draft[] = [
      { id: 'one', before: farming.repeat(30) + DRAFT },
      { id: 'another', before: '企业要排查安全隐患，检修消防设施，'.repeat(30) + DRAFT },
    ];
    for (const draft of drafts) takeIn(suggestions, draft);
    for (let turn = 0; turn < 3; turn++)
      for (const draft of drafts) assert.equal(suggestions.prepare(draft), false, `${draft.id} is taken in again`);
    const alone = createSuggestions(view);
    takeIn(alone, drafts[0]!);
    assert.deepEqual(texts(suggestions, drafts[0]!), texts(alone, drafts[0]!));
  });

  it('answers the same from tables that another view was answered in', () => {
    const scratch = createScratch();
    const other = createSuggestions([segmentOf([{ paragraphs: ['今年|，|要|把|工作|重心|移到|别处|。'] }])], {
      scratch,
    });
    const shared = createSuggestions(view, { scratch });
    const own = createSuggestions(view);
    for (const before of [DRAFT, '下一步，', '下一步，要', farming]) {
      texts(other, { before });
      assert.deepEqual(shared.complete({ before }, { limit: 5 }), own.complete({ before }, { limit: 5 }));
    }
  });

  it('gives every phrase a probability, a longer one none above what it begins with', () => {
    const { phrases } = createSuggestions(view).complete({ before: DRAFT }, { limit: 8 });
    assert.ok(phrases.length > 0);
    for (const { text, probability } of phrases) {
      assert.ok(probability > 0 && probability <= 1);
      for (const other of phrases)
        if (other.text.startsWith(text)) assert.ok(other.probability <= probability, `${text} ${other.text}`);
    }
  });
});

describe('the features of the ranker', () => {
  it('have all that the shipped weights name', () => {
    assert.ok(weights.features.every(name => FEATURE_NAMES.includes(name)));
    assert.equal(weights.thresholds.length, weights.features.length);
    assert.equal(new Set(FEATURE_NAMES).size, FEATURES.length);
  });

  it('are among them for answers without a background', () => {
    assert.ok(weightsWithoutBackground.features.every(name => FEATURE_NAMES.includes(name)));
    assert.ok(weightsWithoutBackground.features.every(name => !/background/i.test(name)));
  });

  it('are found by name: in another order they give the same', () => {
    const row = Float32Array.from(FEATURE_NAMES, (_, i) => i / 3);
    const reversed = Float32Array.from([...row].reverse());
    const probability = createRanker(weights, FEATURE_NAMES)(row, 1)[0];
    assert.equal(createRanker(weights, [...FEATURE_NAMES].reverse())(reversed, 1)[0], probability);
  });

  it('must be computed: weights for others are refused, and the message says which and what to do', () => {
    assert.throws(
      () => createRanker(weights, FEATURE_NAMES.slice(1)),
      new RegExp(
        `${weights.features.length} features, the engine computes ${FEATURES.length - 1}: number 1 is “length” there.*npm run train`,
        's',
      ),
    );
    assert.throws(() => createRanker({ ...weights, features: undefined as never }, FEATURE_NAMES), /unnamed features/);
  });
});
