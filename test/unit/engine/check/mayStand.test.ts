import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../../src/engine/check/draft/draft';
import { mayStand } from '../../../../src/engine/check/overlap/mayStand';
import { overlapsOf } from '../../../../src/engine/check/overlap/overlaps';
import { encodeGrams, gramsAmong } from '../../../../src/engine/index/grams/grams';
import type { Segment } from '../../../../src/engine/index/segment';
import { finish } from '../../../../src/engine/steps';
import { runs } from '../../../fixtures/runs';
import { speech } from '../../../fixtures/sampleText';
import { codeUnits, jumble } from '../index/samples';
import { segmentOf } from '../segmentOf';

/** The same segment, which also knows its grams. */
function withGrams(segment: Segment): Segment {
  const grams = encodeGrams(codeUnits(segment.slice(0, segment.length)));
  return { ...segment, mayHave: hashes => gramsAmong(grams, hashes) };
}

/** The same segment, and how often its suffixes were looked at. */
function counted(segment: Segment) {
  const looks = { count: 0 };
  const suffixAt = (rank: number) => {
    looks.count++;
    return segment.suffixAt(rank);
  };
  return { segment: { ...segment, suffixAt }, looks };
}

describe('mayStand', () => {
  const corpus = [speech(1, 3000), speech(2, 3000)].map(text => segmentOf([{ paragraphs: text.split('\n') }]));

  it('holds of all that stands in a segment, line by line, and not of most that does not', () => {
    const lines = [speech(1, 200), '', speech(3, 200), speech(2, 200)].map(text => text.replaceAll('\n', ''));
    const known = finish(mayStand(corpus.map(withGrams), lines));
    const refused = corpus.map(() => 0);
    for (const line of lines) {
      for (let start = 0; start < line.length; start++) {
        for (const length of [1, 5, 6, 13, 20].filter(length => start + length <= line.length)) {
          const part = line.slice(start, start + length);
          corpus.forEach((segment, number) => {
            const may = known.get(line)!(number, start, start + length);
            if (segment.slice(0, segment.length).includes(part) || length < 6) assert.ok(may, part);
            if (!may && length === 13) refused[number]!++;
          });
        }
      }
    }
    for (const count of refused) assert.ok(count > 100);
  });

  it('knows nothing where no segment knows its grams, and of those alone that do', () => {
    const line = speech(3, 200).replaceAll('\n', '');
    assert.equal(finish(mayStand(corpus, [line])).size, 0);
    const may = finish(mayStand([corpus[0]!, withGrams(corpus[1]!)], [line])).get(line)!;
    const starts = Array.from({ length: line.length - 13 }, (_, start) => start);
    assert.ok(starts.every(start => may(0, start, start + 13)));
    assert.ok(!starts.every(start => may(1, start, start + 13)));
  });

  it('takes most looks at the suffixes from a draft that stands nowhere', () => {
    const draft = readDraft(Array.from({ length: 5 }, (_, i) => jumble(i, 300)));
    const segment = segmentOf([{ paragraphs: [jumble(9, 3000)] }]);
    const [plain, filtered] = [counted(segment), counted(segment)];
    const options = { least: 13, many: 5 };
    const found = finish(overlapsOf([plain.segment], draft, options));
    assert.deepEqual(finish(overlapsOf([withGrams(filtered.segment)], draft, options)), found);
    assert.ok(filtered.looks.count < plain.looks.count / 2, `${filtered.looks.count} of ${plain.looks.count}`);
  });

  const letter = fc.constantFrom('甲', '乙', '丙', '丁');
  const sentence = fc
    .tuple(fc.string({ unit: letter, minLength: 1, maxLength: 30 }), fc.constantFrom('，', '。', '、', ''))
    .map(parts => parts.join(''));
  const article = fc.array(sentence, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''));
  /** Pieces of articles, some letters changed, between words of its own. */
  const drafted = fc.array(
    fc.record({ from: fc.nat(), start: fc.nat(200), length: fc.nat(40), change: fc.nat(60), own: sentence }),
    { minLength: 1, maxLength: 6 },
  );

  it('[property] changes nothing that is found, with some segments that know their grams and some that do not', () => {
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 6 }),
        drafted,
        fc.integer({ min: 4, max: 14 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (articles, pieces, least, many, isMixed) => {
          const half = articles.length >> 1;
          const view = [articles.slice(0, half), articles.slice(half)]
            .filter(some => some.length > 0)
            .map(some => segmentOf(some.map(text => ({ paragraphs: [text] }))));
          const text = pieces.map(({ from, start, length, change, own }) => {
            const piece = articles[from % articles.length]!.slice(start, start + length);
            return `${piece.slice(0, change)}甲${piece.slice(change + 1)}${own}`;
          });
          const draft = readDraft([text.join(''), ...text]);
          const knowing = view.map((segment, number) => (isMixed && number === 0 ? segment : withGrams(segment)));
          const found = finish(overlapsOf(view, draft, { least, many }));
          assert.deepEqual(finish(overlapsOf(knowing, draft, { least, many })), found);
        },
      ),
      runs(150),
    );
  });
});
