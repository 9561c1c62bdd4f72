import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSuggestions } from '../../../../src/engine/complete/suggestions';
import { listProbability } from '../../../../src/engine/offers/listProbability';
import type { Offer } from '../../../../src/engine/offers/offer';
import { offeredText } from '../../../../src/engine/offers/offeredText';
import { type OfferOptions, offers } from '../../../../src/engine/offers/offers';
import type { FrameTemplate } from '../../../../src/engine/templates/template';
import { segmentOf } from '../segmentOf';
import { phraseOffer } from './phraseOffer';

const sentences = [
  '我们|要|坚定|不移|推动|高质量|发展|，|不断|增强|群众|的|获得感|。',
  '会议|强调|，|要|坚定|不移|推动|高质量|发展|，|守住|安全|底线|。',
  '今后|五年|，|要|坚定|不移|推动|高质量|发展|，|不断|改善|民生|。',
  '各地|要|坚定|不移|推动|改革|开放|，|激发|市场|活力|。',
  '一是|抓早|，|解决|慢|的|问题|；|二是|抓小|，|解决|散|的|问题|。',
];
const trades = '产业|人才|文化|生态|组织|科技|法治|教育|医疗|粮食|交通|水利|林业|商贸|旅游|金融'.split('|');
const roots = '根本|支撑|纽带|底色|保障|先导|基石|抓手|重点|前提|关键|命脉|特色|引擎|名片|活水'.split('|');
const suggestions = createSuggestions([
  segmentOf([
    ...sentences.map(sentence => ({ paragraphs: [sentence] })),
    ...trades.flatMap((trade, i) => [
      { paragraphs: [`坚持|以|${trade}|为|${roots[i]}|。`] },
      { paragraphs: [`始终|坚持|以|${trades[(i + 1) % 16]}|为|${roots[i]}|。`] },
    ]),
  ]),
]);
const template = (name: string, ...prefixes: string[]): FrameTemplate => ({
  name,
  prefixes,
  body: `${name}$1`,
  description: name,
  descriptionEn: name,
  kind: 'numbered',
  keywords: [name],
});
const templates = [template('一是……二是……', '一是', 'yishi'), template('既要……又要……', '既要')];
const list = (before: string, more: OfferOptions & { after?: string } = {}) => {
  const { after, ...options } = more;
  return offers(suggestions, { before, after }, { slots: true, templates, ...options });
};
const kinds = (rows: readonly Offer[]): Offer['kind'][] => rows.map(({ kind }) => kind);

describe('offers', () => {
  it('gives the phrases of the completion, each with its probability, the list with that of one being right', () => {
    const { rows, probability, isAsked } = list('下一步，我们要坚定不移推动');
    const { phrases } = suggestions.complete({ before: '下一步，我们要坚定不移推动' }, { limit: 8 });
    assert.deepEqual(
      rows,
      phrases.map(phrase => ({ kind: 'phrase', ...phrase })),
    );
    assert.ok(rows.every(row => row.kind === 'phrase' && row.probability > 0 && row.probability <= 1));
    assert.ok(probability > 0.3 && probability <= 1, `${probability}`);
    assert.equal(isAsked, false);
  });

  it('has what the draft goes on with second, or first where an empty paragraph asks for it', () => {
    const behind = list('一是抓早，解决慢的问题；二是抓小，解决散的问题；');
    const at = behind.rows.findIndex(({ kind }) => kind === 'member');
    assert.equal(at, 1, kinds(behind.rows).join());
    assert.match(offeredText(behind.rows[at]!), /^三是抓□/);
    const below = list('一、抓早，解决慢的问题。\n二、抓小，解决散的问题。\n三、');
    assert.equal(below.rows[0]?.kind, 'member');
    assert.equal(below.isAsked, true);
  });

  it('has the word that the draft has promised first where it is likely, and knows how likely', () => {
    const { rows, probability } = list('既要抓早，', { slots: false });
    const marker = rows.find(({ kind }) => kind === 'marker');
    assert.ok(marker?.kind === 'marker' && marker.text === '又要', kinds(rows).join());
    assert.ok(probability >= marker.probability);
  });

  it('has the frame that recurs behind three phrases', () => {
    const { rows } = list('我们要坚持以');
    const at = rows.findIndex(({ kind }) => kind === 'recurring');
    assert.ok(at >= 0 && at <= 3, kinds(rows).join());
    assert.equal(rows.length > 3 ? at : 3, 3);
    assert.match(offeredText(rows[at]!), /^以□+为□+$/);
  });

  it('has frames that are typed: second behind Han characters, first behind the letters of a name', () => {
    const typed = list('工作要到位。一是');
    assert.equal(
      typed.rows.findIndex(({ kind }) => kind === 'frame'),
      Math.min(1, typed.rows.length - 1),
    );
    assert.equal(typed.isAsked, false);
    const named = list('yishi', { pinyin: true });
    assert.equal(named.rows[0]?.kind, 'frame');
    assert.equal(named.isAsked, true);
  });

  it('has the phrase that letters spell before a frame of several paragraphs, and a short one before both', () => {
    const long = { ...template('推动三段', 'gzl'), body: '推动$1\n推动$2', kind: 'call' as const };
    const spelled = (more: FrameTemplate, before = '推动gzl') => list(before, { pinyin: true, templates: [more] });
    const { rows, isAsked } = spelled(long);
    assert.deepEqual(kinds(rows).slice(0, 2), ['phrase', 'frame']);
    assert.match(offeredText(rows[0]!), /^高质量/);
    assert.equal(isAsked, true);
    assert.equal(spelled({ ...long, body: '推动$1' }).rows[0]?.kind, 'frame');
    assert.equal(spelled({ ...long, prefixes: ['qqqq'] }, '推动qqqq').rows[0]?.kind, 'frame');
  });

  it('has nothing with slots for a client that cannot insert them, and no structure before text that goes on', () => {
    for (const before of ['一是抓早，解决慢的问题；二是抓小，解决散的问题；', '我们要坚持以', '工作要到位。一是'])
      assert.ok(kinds(list(before, { slots: false }).rows).every(kind => kind === 'phrase' || kind === 'marker'));
    const inside = list('一是抓早，解决慢的问题；二是抓小，解决散的问题；', { after: '还要抓实。' });
    assert.ok(!kinds(inside.rows).includes('member'));
  });

  it('takes a number for no part of a word', () => {
    const say = (sentence: string) => ({ paragraphs: [sentence] });
    const own = createSuggestions([
      segmentOf([
        say('发展|是|第|一要务|，|改革|是|动力|。'),
        say('发展|是|第|一要务|，|人才|是|资源|。'),
        say('这|是|第|一要务|，|稳住|。'),
      ]),
    ]);
    const texts = (before: string) => offers(own, { before }).rows.map(offeredText);
    assert.equal(texts('发展是第一要')[0], '第一要务，');
    assert.deepEqual(texts('突出重点。\n一要'), []);
  });
  it('goes on from the word before a frame, and does not say it twice', () => {
    const frames = [{ ...template('要扑下身子', 'pxsz'), kind: 'call' as const, body: '要扑下身子，多到$1去' }];
    const [frame] = list('我们要pxsz', { templates: frames }).rows.filter(({ kind }) => kind === 'frame');
    assert.ok(frame?.kind === 'frame' && frame.template.body === '扑下身子，多到$1去');
  });
  it('is asked for by letters', () => {
    assert.equal(list('推动gzl', { pinyin: true }).isAsked, true);
    assert.equal(list('推动gzl').isAsked, false);
  });

  it('answers any draft with rows a client can show', () => {
    const parts = fc.array(
      fc.constantFrom(...sentences.join('').split('|'), '\n', '\r\n', '。', 'yishi', '既要', '；'),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(parts, fc.constantFrom('', '。', '，还有', '下文'), (words, after) => {
        const before = words.join('');
        const { rows, probability } = list(before, { after, pinyin: true });
        assert.ok(probability >= 0 && probability <= 1);
        assert.ok(rows.filter(({ kind }) => kind === 'phrase' || kind === 'marker').length <= 8);
        for (const row of rows) {
          assert.ok(row.replace >= 0 && row.replace <= before.length);
          assert.notEqual(offeredText(row), '');
        }
      }),
    );
  });
});

describe('listProbability', () => {
  it('is the share of all ways to go on that begin with one of the rows', () => {
    const word = fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 3 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.array(word, { minLength: 1 }), (texts, drafts) => {
        const share = (holds: (draft: string) => boolean) => drafts.filter(holds).length / drafts.length;
        const rows = texts.map(text =>
          phraseOffer(
            text,
            share(draft => draft.startsWith(text)),
          ),
        );
        const right = share(draft => texts.some(text => draft.startsWith(text)));
        assert.ok(Math.abs(listProbability(rows) - right) < 1e-9);
      }),
    );
  });
});
