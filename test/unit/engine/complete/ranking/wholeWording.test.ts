import assert from 'node:assert/strict';
import { restOfWording } from '../../../../../src/engine/complete/ranking/wholeWording';
import { createSuggestions } from '../../../../../src/engine/complete/suggestions';
import { segmentOf } from '../../segmentOf';

const ARTICLES = ['甲', '乙', '丙', '丁', '戊', '己'];
/** What every one of some articles says, each in its own way. */
const said = (...paragraphs: string[]) => [
  segmentOf(ARTICLES.map(name => ({ title: name, paragraphs: paragraphs.map(text => `${name}村|的|${text}`) }))),
];

describe('the rest of a wording', () => {
  it('is what nearly all articles go on with, to the end of a word and over no mark', () => {
    const view = said('干部|要|守住|安全|生产|红线|意识|，|不|放松|。');
    assert.deepEqual(restOfWording(view, '要守住安全生产'), { text: '红线意识', share: 1 });
    assert.equal(restOfWording(view, '要守住安全生产红线意识'), null);
  });

  it('is nothing where they go on in several ways, or too few say so', () => {
    const ways = [
      segmentOf(
        ARTICLES.map((name, at) => ({ paragraphs: [`${name}村|要|守住|安全|生产|${at < 4 ? '红线' : '底线'}|。`] })),
      ),
    ];
    assert.equal(restOfWording(ways, '要守住安全生产'), null);
    const few = [segmentOf([{ paragraphs: ['要|守住|安全|生产|红线|。'] }])];
    assert.equal(restOfWording(few, '要守住安全生产'), null);
  });

  it('counts near-duplicates once', () => {
    const copies = [
      segmentOf(ARTICLES.map(name => ({ title: name, cluster: 1, paragraphs: ['要|守住|安全|生产|红线|。'] }))),
    ];
    assert.equal(restOfWording(copies, '要守住安全生产'), null);
  });

  it('ends no row of a list half-way: the row goes on, and where that is the title of the draft there is none', () => {
    const texts = (view: ReturnType<typeof said>, before: string, title = '') =>
      createSuggestions(view)
        .complete({ before, title }, { limit: 8 })
        .phrases.map(({ text }) => text);
    const rows = texts(said('干部|要|守住|安全|生产|红线|意识|，|不|放松|。'), '各级干部要守住');
    assert.ok(rows.some(text => text.includes('安全生产红线意识')));
    assert.ok(
      rows.every(text => !/安全(?:生产)?(?:红线)?$/.test(text)),
      rows.join(),
    );
    const meeting = said('同志|在|全县|安全|生产|工作|会议|上|的|讲话');
    const title = '在全县安全生产工作会议上的讲话';
    const titled = texts(meeting, '同志们，今天在全县安全生产', title);
    assert.ok(
      titled.every(text => !/会议(?:上)?$/.test(text)),
      titled.join(),
    );
  });
});
