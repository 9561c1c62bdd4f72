import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordingAt } from '../../../../src/engine/passages/wordingAt';
import { segmentOf } from '../segmentOf';

/** The wording at the bar of `line`. */
function at(view: ReturnType<typeof segmentOf>[], line: string, options = {}): string | null {
  const bar = line.indexOf('|');
  const text = line.slice(0, bar) + line.slice(bar + 1);
  const wording = wordingAt(view, text, bar, options);
  if (wording) assert.equal(text.slice(wording.start, wording.end).length, wording.text.length);
  return wording?.text ?? null;
}

const corpus = segmentOf([
  { paragraphs: ['我们|要|扑下|身子|、|沉下|心|来|，|一|件|接着|一|件|抓|落实|。|新|的|征程|开始|了|。'], cluster: 1 },
  { paragraphs: ['大家|扑下|身子|、|沉下|心|来|谋|发展|。'], cluster: 2 },
]);

describe('wordingAt', () => {
  it('grows to both sides as far as the corpus goes', () => {
    assert.equal(at([corpus], '全镇上下要扑下身|子、沉下心来，一件事也不放过。'), '要扑下身子');
    assert.equal(at([corpus], '我们要扑下身|子、沉下心来，一件事也不放过。'), '我们要扑下身子、沉下心来');
    assert.equal(at([corpus], '干部扑下身|子抓产业。'), '扑下身子');
  });

  it('finds the same however long the line is before and behind', () => {
    const filler = '别处没有的字句。'.repeat(20_000);
    const line = '干部扑下身子抓产业。';
    const short = wordingAt([corpus], line, 4)!;
    const long = wordingAt([corpus], filler + line + filler, filler.length + 4)!;
    assert.deepEqual({ ...long, start: long.start - filler.length, end: long.end - filler.length }, short);
  });

  it('takes the longest of all segments', () => {
    const other = segmentOf([{ paragraphs: ['干部|要|扑下|身子|抓|产业|。'] }]);
    assert.equal(at([corpus, other], '干部要扑下|身子抓产业。'), '干部要扑下身子抓产业');
  });

  it('keeps to whole words', () => {
    assert.equal(at([corpus], '沉下心来谋发|达。'), null);
    assert.equal(at([corpus], '子、沉|下心来谋发达。'), '沉下心来谋');
  });

  it('needs two words, one of them with matter', () => {
    assert.equal(at([corpus], '落|实不好'), null);
    const functions = segmentOf([{ paragraphs: ['这|是|在|为|我们|自己|办事|。'] }]);
    assert.equal(at([functions], '这是在|为我们好'), null);
    assert.equal(at([functions], '我们自己|办事好'), '我们自己办事');
  });

  it('wants matter: a number or one short word beside a function word is not enough', () => {
    const news = segmentOf([{ paragraphs: ['共|有|106|个|，|对|普通|家庭|的|24|项|补助|。'] }]);
    assert.equal(at([news], '来了106|个'), null);
    assert.equal(at([news], '它对普|通人好'), null);
    assert.equal(at([news], '它对普|通家庭好'), '对普通家庭');
  });

  it('drops at its ends what hangs loose', () => {
    const loose = segmentOf([{ paragraphs: ['也|，|打|基础|和|管|长远|，|在|一线|。'] }]);
    assert.equal(at([loose], '也，打基|础和好'), '打基础');
    assert.equal(at([loose], '管长|远，在远方'), '管长远');
    assert.equal(at([loose], '管长远，|在远方'), null);
  });

  it('neither starts nor ends with a particle or a mark', () => {
    assert.equal(at([corpus], '美好的征程开|始，再出发'), '征程开始');
    assert.equal(at([corpus], '听大家的，扑下|身子、好'), '扑下身子');
  });

  it('keeps a pair of quotes and drops half of one', () => {
    const quotes = segmentOf([{ paragraphs: ['坚持|“|两手|抓|”|的|方针|。'] }]);
    assert.equal(at([quotes], '要坚持“两|手抓”'), '坚持“两手抓”');
    assert.equal(at([quotes], '“两手|抓'), '两手抓');
  });

  it('does not cross the end of a sentence', () => {
    assert.equal(at([corpus], '抓落实。新的征|程开始了。'), '新的征程开始');
  });

  it('takes the character before a mark or the end of the line', () => {
    assert.equal(at([corpus], '干部扑下身子|'), '扑下身子');
    assert.equal(at([corpus], '干部扑下身子|。'), '扑下身子');
    assert.equal(at([corpus], '|'), null);
    assert.equal(at([corpus], '……|……'), null);
  });

  it('reads half-width marks and traditional script in place', () => {
    assert.equal(at([corpus], '扑下身子,沉下心來,一|件接著一件抓落實'), '沉下心来，一件接着一件抓落实');
  });

  it('shows what others have when the cluster of the article itself is left out', () => {
    const line = '我们要扑下身|子、沉下心来，一件接着一件抓落实。';
    assert.equal(at([corpus], line), '我们要扑下身子、沉下心来，一件接着一件抓落实');
    assert.equal(at([corpus], line, { exceptCluster: 1 }), '扑下身子');
    assert.equal(at([corpus], '一件接着一|件抓落实', { exceptCluster: 1 }), null);
  });

  it('knows nothing of dead articles', () => {
    const dead = segmentOf([{ paragraphs: ['扑下|身子|抓|落实|。'], dead: true }, { paragraphs: ['扑下|身子|。'] }]);
    assert.equal(at([dead], '扑下身|子抓落实'), '扑下身子');
  });

  const words = fc.array(fc.constantFrom('扑下', '身子', '抓', '落实', '，', '、', '的', '在', '。'), {
    minLength: 1,
    maxLength: 16,
  });

  it('gives a wording around the position that occurs in the corpus in whole words', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), words, fc.nat(40), (paragraphs, draft, anywhere) => {
        const view = [segmentOf([{ paragraphs: paragraphs.map(parts => parts.join('|')) }])];
        const line = draft.join('');
        const position = Math.min(anywhere, line.length);
        const wording = wordingAt(view, line, position);
        if (!wording) return;
        assert.ok(wording.start <= position && position <= wording.end);
        assert.equal(line.slice(wording.start, wording.end), wording.text);
        assert.ok(!wording.text.includes('。'));
        const isWhole = paragraphs.some(parts =>
          parts.some(
            (_, from) =>
              parts.some((__, to) => to > from + 1 && parts.slice(from, to).join('') === wording.text) ||
              parts.slice(from).join('') === wording.text,
          ),
        );
        assert.ok(isWhole, wording.text);
      }),
    );
  });

  it('over a mark goes a clause as a whole or not at all, though only its beginning is known', () => {
    const said = segmentOf([{ paragraphs: ['落实|、|扑下|身子|。'] }]);
    assert.equal(at([said], '落|实、扑下身子。'), '落实、扑下身子');
    assert.equal(at([said], '抓落实、扑|下的都好。'), null);
    assert.equal(at([said], '抓落实、扑下身|子的都好。'), '扑下身子');
  });

  it('is never beaten by a longer piece of whole words, or of whole clauses, that starts and ends with content', () => {
    const content = new Set(['扑下', '身子', '抓', '落实']);
    const isMark = (word: string | undefined) => word === undefined || '，、。'.includes(word);
    fc.assert(
      fc.property(words, words, fc.nat(15), (paragraph, draft, pick) => {
        const view = [segmentOf([{ paragraphs: [paragraph.join('|')] }])];
        const index = pick % draft.length;
        if (!content.has(draft[index]!)) return;
        const line = draft.join('');
        const position = draft.slice(0, index).join('').length;
        const wording = wordingAt(view, line, position);
        for (let from = 0; from <= index; from++) {
          for (let to = index + 1; to <= draft.length; to++) {
            const piece = draft.slice(from, to);
            if (!content.has(piece[0]!) || !content.has(piece.at(-1)!) || piece.includes('。')) continue;
            if (piece.filter(word => !isMark(word)).length < 2 || !includesRun(paragraph, piece)) continue;
            const isOfWholeClauses = isMark(draft[from - 1]) && isMark(draft[to]);
            if (piece.some(isMark) && !isOfWholeClauses) continue;
            assert.ok(wording && wording.text.length >= piece.join('').length, `${piece.join('')} in ${line}`);
          }
        }
      }),
    );
  });
});

function includesRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, from) => run.every((word, i) => words[from + i] === word));
}
