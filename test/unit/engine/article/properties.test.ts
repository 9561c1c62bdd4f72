import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../../../src/engine/article/article';
import { cleanArticle } from '../../../../src/engine/article/cleanArticle';
import { sourceOffset } from '../../../../src/engine/article/mapping/sourceMap';
import { noisePieces } from '../../../fixtures/noise';
import { runs } from '../../../fixtures/runs';

const han = fc.string({
  unit: fc.constantFrom(...'山水云溪县干部群众造林抓落实见行动民生发展要把在是一'),
  minLength: 4,
  maxLength: 16,
});
const clause = fc.tuple(han, fc.constantFrom('，', '；', '、')).map(parts => parts.join(''));
/** A paragraph of clean prose: clauses, then a full stop. */
const prose = fc
  .tuple(fc.array(clause, { minLength: 2, maxLength: 6 }), han)
  .map(([clauses, end]) => `${clauses.join('')}${end}。`);
const article = fc.array(prose, { minLength: 1, maxLength: 6 });

const scrap = fc.oneof(
  fc.constantFrom(...noisePieces),
  fc.constantFrom(
    '服務(wù)',
    '領(lǐng)導(dǎo)',
    '&nbsp;',
    '?/p>',
    '<br>',
    '?shù)挠職夂蜎Q心',
    '\u3000\u3000',
    ' ',
    '\r',
    '\n\n',
    '...',
    '--',
    ',',
    '"',
    '(',
    ')',
  ),
  fc.constantFrom('首页', '点击率:3', '责编:李四', '相关新闻', '2018年3月', '\u200b', '𬭚', 'GDP', '5.5%', '\ufffd'),
  han,
);
/** Anything: scraps of all kinds and prose, thrown together. */
const mess = fc.array(fc.oneof(scrap, prose, fc.constant('\n')), { maxLength: 30 }).map(parts => parts.join(''));

const lines = (cleaned: Article) => cleaned.paragraphs.map(({ text }) => text).join('\n');

describe('cleanArticle holds for every text:', () => {
  it('clean prose comes out as it went in', () => {
    fc.assert(
      fc.property(article, paragraphs => {
        const cleaned = cleanArticle({ text: paragraphs.join('\n'), title: '随想录' });
        assert.deepEqual(
          cleaned.paragraphs.map(({ text }) => text),
          paragraphs,
        );
        assert.deepEqual(cleaned.removed, []);
      }),
      runs(50),
    );
  });

  it('no character of prose is lost between noise', () => {
    fc.assert(
      fc.property(article, fc.array(fc.constantFrom(...noisePieces), { minLength: 8 }), (paragraphs, noise) => {
        const text = paragraphs
          .map((line, i) => `${noise[i % noise.length]}\n${line} ${noise[(i + 1) % noise.length]}`)
          .join('\n');
        assert.equal(lines(cleanArticle({ text, title: '随想录' })), paragraphs.join('\n'));
      }),
      runs(50),
    );
  });

  it('every map ascends, stays within the source and covers the text', () => {
    fc.assert(
      fc.property(mess, text => {
        for (const paragraph of cleanArticle({ text }).paragraphs) {
          assert.notEqual(paragraph.text, '');
          assert.equal(paragraph.map[0], 0);
          let last = -1;
          for (let offset = 0; offset <= paragraph.text.length; offset++) {
            const source = sourceOffset(paragraph, offset);
            assert.ok(source >= last && source <= text.length, `${offset} → ${source} after ${last}`);
            last = source;
          }
          for (const [start, end] of paragraph.garbled ?? []) assert.ok(start < end && end <= paragraph.text.length);
        }
      }),
      runs(150),
    );
  });

  it('a character of the text stands at its place in the source', () => {
    fc.assert(
      fc.property(mess, text => {
        for (const paragraph of cleanArticle({ text }).paragraphs) {
          for (const [offset, character] of [...paragraph.text].entries()) {
            if (!'山水云溪县'.includes(character) || paragraph.text.includes('𬭚')) continue;
            assert.ok('山水云溪县縣'.includes(text[sourceOffset(paragraph, offset)]!));
          }
        }
      }),
      runs(150),
    );
  });

  /** The text of an article, and of the article cleaned once more. */
  const cleanedTwice = (text: string): [once: string, twice: string] => {
    const { title, date, speaker, occasion, ...once } = cleanArticle({ text, title: '随想录' });
    const metadata = { title, ...(date && { date }), ...(speaker && { speaker }), ...(occasion && { occasion }) };
    const again = cleanArticle({ text: lines({ title, date, speaker, occasion, ...once }), ...metadata });
    return [lines({ title, date, speaker, occasion, ...once }), lines(again)];
  };

  it('cleaning what is clean changes nothing', () => {
    fc.assert(
      fc.property(article, paragraphs => {
        const [once, twice] = cleanedTwice(paragraphs.join('\n'));
        assert.equal(twice, once);
      }),
      runs(50),
    );
  });

  it('cleaning what was a mess again changes no character', () => {
    // Without its mess a text may look broken at a fixed width, and its lines be joined: only the line ends may differ.
    const characters = (text: string) => text.replaceAll('\n', '');
    fc.assert(
      fc.property(mess, text => {
        const [once, twice] = cleanedTwice(text);
        assert.equal(characters(twice), characters(once));
      }),
      runs(150),
    );
  });
});
