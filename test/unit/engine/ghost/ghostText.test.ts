import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSuggestions } from '../../../../src/engine/complete/suggestions';
import { type GhostText, ghostText } from '../../../../src/engine/ghost/ghostText';
import type { CorpusView } from '../../../../src/engine/index/segment';
import { runs } from '../../../fixtures/runs';
import { segmentOf, type TestArticle } from '../segmentOf';

const article = (...paragraphs: string[]): TestArticle => ({ paragraphs });
const LONG = '大力|弘扬|“|钉钉子|”|精神|，|一件|接着|一件|办|，|一年|接着|一年|干|。';
const corpus = [
  segmentOf([article(`我们|要|${LONG}`), article(`各级|干部|要|${LONG}`, '办好|庙会|，|请|大家|来|听|戏|。')]),
  segmentOf([article(`年轻人|也|要|${LONG}`), article(`只有|这样|，|才|能|${LONG}`)]),
];
const suggestions = createSuggestions(corpus);
const ask = (before: string, after = '', isAskedFor = false, view: CorpusView = corpus): GhostText | null =>
  ghostText(view === corpus ? suggestions : createSuggestions(view), { before, after }, isAskedFor);
const pieces = ({ text }: GhostText, ends: readonly number[]): string[] =>
  ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));

describe('ghost text', () => {
  it('goes on over several clauses while the articles agree, to the end of the sentence', () => {
    const ghost = ask('下一步，我们要大力弘扬“钉钉子');
    assert.equal(ghost?.text, '”精神，一件接着一件办，一年接着一年干。');
    assert.deepEqual(pieces(ghost, ghost.clauseEnds), ['”精神，', '一件接着一件办，', '一年接着一年干。']);
    assert.deepEqual(pieces(ghost, ghost.wordEnds).slice(0, 6), ['”', '精神', '，', '一件', '接着', '一件']);
  });

  it('closes the quotation it opens', () => {
    const ghost = ask('下一步，我们要大力弘扬');
    assert.match(ghost?.text ?? '', /^“钉钉子”精神/);
  });

  it('leaves the closing quote to the one the editor has put there', () => {
    assert.equal(ask('下一步，我们要大力弘扬“钉钉', '”')?.text ?? null, null);
    const ghost = ask('我们要大力弘扬“', '”', true);
    assert.equal(ghost?.text, '钉钉子');
  });

  it('does not follow what one article alone says', () => {
    const alone = [segmentOf([article('我们|要|扑下|身子|抓|落实|，|把|每|一|件|小事|办|成|暖心|的|大事|。')])];
    const ghost = ask('大家都要扑下身子', '', true, alone);
    assert.ok(!ghost || ghost.text.length <= 16, ghost?.text);
  });

  it('is silent in the middle of a sentence, unless asked for', () => {
    assert.equal(ask('我们要大力弘扬', '，不断前进。')?.text.startsWith('“'), undefined);
    assert.ok(ask('我们要大力弘扬', '好作风。', true));
    assert.ok(ask('我们要大力弘扬', '。'));
  });

  it('is silent behind letters of an input method, in an empty draft, and where nothing is known', () => {
    for (const before of ['', '我们要大力hongy', '☃', '一']) assert.equal(ask(before, '', false), null, before);
    assert.equal(ask('我们要', '', true, []), null);
  });

  it('never offers what stands behind the cursor', () => {
    const ghost = ask('大力弘扬“钉钉子”精神，', '一件接着一件办，一年接着一年干。', true);
    assert.ok(!ghost?.text.includes('一件接着一件办，一年'), ghost?.text);
  });

  describe('of any corpus', () => {
    const word = fc.constantFrom(
      '推动',
      '高质量',
      '发展',
      '要',
      '的',
      '守',
      '初心',
      '“',
      '”',
      '（',
      '）',
      '，',
      '。',
      '、',
      '《',
      '》',
    );
    const paragraph = fc.array(word, { minLength: 4, maxLength: 14 });
    const copies = fc.tuple(paragraph, fc.integer({ min: 1, max: 4 }));

    it('ends with a word of the index and a whole pair, and its pieces make it', () => {
      let shown = 0;
      fc.assert(
        fc.property(
          fc.array(copies, { minLength: 1, maxLength: 4 }),
          fc.nat(),
          fc.boolean(),
          (articles, at, isAskedFor) => {
            const texts = articles.flatMap(([words, count]) => new Array<string[]>(count).fill(words));
            const view = [segmentOf(texts.map(words => article(words.join('|'))))];
            const words = texts[at % texts.length]!;
            const before = words.join('').slice(0, 1 + (at % (words.join('').length - 1)));
            const ghost = ask(before, '', isAskedFor, view);
            if (!ghost) return;
            shown++;
            const { text, wordEnds, clauseEnds } = ghost;
            for (const ends of [wordEnds, clauseEnds]) {
              assert.equal(pieces(ghost, ends).join(''), text);
              assert.deepEqual(
                ends,
                [...new Set(ends)].sort((a, b) => a - b),
              );
            }
            assert.ok(text.length <= 48 && !/。[^。”）》]/.test(text), text);
            assert.equal(balance(before + text).opened.slice(balance(before).opened.length), '', `${before}|${text}`);
            assert.ok(
              texts.some(words => wordEndsWith(words, text)),
              `${before}|${text}`,
            );
          },
        ),
        runs(60),
      );
      assert.ok(shown > runs(60).numRuns / 20, `${shown} ghosts`);
    });
  });
});

/** The opening marks that nothing closes. */
function balance(text: string): { opened: string } {
  let opened = '';
  for (const mark of text) {
    if ('“（《'.includes(mark)) opened += mark;
    const at = '”）》'.indexOf(mark);
    if (at >= 0 && opened.endsWith('“（《'[at]!)) opened = opened.slice(0, -1);
  }
  return { opened };
}

/** Does a word end, or a mark stand, where `text` ends in the words? */
function wordEndsWith(words: readonly string[], text: string): boolean {
  const whole = words.join('');
  const ends = words.map((_, i) => words.slice(0, i + 1).join('').length);
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1))
    if (ends.includes(at + text.length)) return true;
  return false;
}
