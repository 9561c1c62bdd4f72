import assert from 'node:assert/strict';
import fc from 'fast-check';
import configuration from '../../../../language-configuration.json';
import { applyEdits } from '../../../../src/engine/outline/edit';
import { afterEnter, continueList } from '../../../../src/engine/outline/enter';
import { enterRules } from '../../../../src/engine/outline/enterRules';
import { draftGrammar } from '../../../../src/engine/outline/grammar';
import { parseMarker } from '../../../../src/engine/outline/marker';
import { SERIES, seriesOf } from '../../../../src/engine/outline/series';
import grammar from '../../../../syntaxes/speech-draft.tmLanguage.json';

const compiled = configuration.onEnterRules.map(({ beforeText, afterText, action }) => ({
  before: new RegExp(beforeText),
  after: new RegExp(afterText),
  action,
}));

/** What the editor puts on the new line: the copied indentation and the text of the first rule that fits. */
function editorEnter(before: string, after: string): string | null {
  const rule = compiled.find(candidate => candidate.before.test(before) && candidate.after.test(after));
  return rule ? /^[ \t]*/.exec(before)![0] + rule.action.appendText : null;
}

/** The rules leave rarer forms (三是：) and numbers beyond 4 to the server. */
function hasRule(line: string): boolean {
  const marker = parseMarker(line);
  if (!marker || marker.number > 4) return false;
  return seriesOf(marker.series).forms.some(
    ({ before, after, instant }) => instant && before === marker.before && after === marker.after,
  );
}

/** Where nothing is counted, the editor's rule keeps full-width blanks; `null`: there is no rule. */
const keptIndent = (line: string) => (line.startsWith('　　') ? '　　' : null);

/** The new line when the server has done its part too. */
function enter(line: string): string {
  const written = [line, editorEnter(line, '') ?? /^[ \t]*/.exec(line)![0]];
  return applyEdits(written, afterEnter(written, 1).edits)[1]!;
}

describe('language-configuration.json', () => {
  it('holds the rules of the table (else run scripts/enterRules.mjs)', () => {
    assert.deepEqual(configuration.onEnterRules, enterRules());
  });

  it('makes one word of each Han character', () => {
    const { pattern, flags } = configuration.wordPattern;
    assert.deepEqual('推动GDP_2高'.match(new RegExp(pattern, `g${flags}`)), ['推', '动', 'GDP_2', '高']);
  });

  it('is small', () => {
    assert.ok(configuration.onEnterRules.length <= 60);
  });

  it('continues every series to the 31st member, by rule or by server', () => {
    for (const { numerals, forms, id } of SERIES) {
      for (const { before, after, guard } of forms) {
        for (let number = 1; number <= 30; number++) {
          const numeral = numerals.format(number);
          const next = numerals.format(number + 1);
          if (numeral === null || next === null) continue;
          const line = `${before}${numeral}${after}${guard ? '要' : ''}抓好`;
          assert.equal(enter(line), before + next + after, `${id}: ${line}`);
          assert.equal(enter(`　　${line}`), `　　${before}${next}${after}`, `${id}: 　　${line}`);
        }
      }
    }
  });

  it('does what continueList does, on any line that begins with a form', () => {
    const marker = fc.constantFrom(
      ...SERIES.flatMap(({ numerals, forms }) =>
        forms.flatMap(({ before, after }) =>
          [1, 2, 3, 4, 5, 9, 19, 30].flatMap(number => {
            const numeral = numerals.format(number);
            return numeral === null ? [] : [before + numeral + after];
          }),
        ),
      ),
    );
    const piece = fc.constantFrom(
      ...[
        '快',
        '要',
        '是',
        '，',
        '。',
        '；',
        '：',
        ' ',
        '一',
        '二',
        '三',
        '、',
        '5亿',
        '2024年',
        '二是',
        '素',
        '务实',
        '第二，',
        '其次，',
        '点',
      ],
    );
    const indent = fc.constantFrom('', '　　', '  ', '\t');
    fc.assert(
      fc.property(indent, marker, fc.array(piece, { maxLength: 6 }), (blanks, head, rest) => {
        const line = blanks + head + rest.join('');
        const next = continueList(line);
        assert.equal(editorEnter(line, ''), hasRule(line) && next !== null ? next : keptIndent(line), line);
        if (next !== null) assert.equal(enter(line), next, line);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves lines without a series, split lines and empty members alone', () => {
    for (const line of [
      '平常的话',
      '1.5亿元',
      '2023.',
      '一是一，二是二',
      '一要素',
      '二是',
      '　　二是',
      '一、',
      '再次感谢大家',
    ]) {
      assert.equal(editorEnter(line, ''), keptIndent(line), line);
    }
    assert.equal(editorEnter('一是快，', '还要稳'), null);
  });

  it('keeps the full-width indent of a paragraph, split ones and those that move down too', () => {
    assert.equal(editorEnter('　　平常的话', ''), '　　');
    assert.equal(editorEnter('　　一是快，', '还要稳'), '　　');
    assert.equal(editorEnter('　　', '平常的话'), '　　');
    assert.equal(editorEnter('', '　　平常的话'), null);
  });
});

describe('speech-draft.tmLanguage.json', () => {
  const scopesOf = (line: string) =>
    grammar.patterns.flatMap(({ match, name, captures }) =>
      [...line.matchAll(new RegExp(match, 'g'))].map(found => [name ?? captures?.[1].name, found[1] ?? found[0]]),
    );

  it('holds the grammar of the table (else run scripts/enterRules.mjs)', () => {
    assert.deepEqual(grammar, draftGrammar());
  });

  it('colours a heading to the end of its first sentence', () => {
    assert.deepEqual(scopesOf('一、认清形势'), [['markup.heading.speech-draft', '一、认清形势']]);
    assert.deepEqual(scopesOf('（十一）抓产业。要快'), [['markup.heading.speech-draft', '（十一）抓产业']]);
  });

  it('colours the markers of points, at the start of a line and inside it', () => {
    const point = 'keyword.other.series.speech-draft';
    assert.deepEqual(scopesOf('　　一是快；二是稳'), [
      [point, '一是'],
      [point, '二是'],
    ]);
    assert.deepEqual(scopesOf('1.修路'), [[point, '1.']]);
  });

  it('colours quotations and titles, but not as strings, where the editor would hold suggestions back', () => {
    assert.deepEqual(
      scopesOf('学“三实”读《县志》').map(([, text]) => text),
      ['“三实”', '《县志》'],
    );
    // Guidance is no place to write: it may well be a comment.
    const others = grammar.patterns.filter(
      ({ name }: { name?: string }) => name !== 'comment.line.guidance.speech-draft',
    );
    assert.doesNotMatch(JSON.stringify(others), /"name":"[^"]*\b(?:string|comment|regex)\b/);
  });

  it('colours what is still to be written: guidance and slots', () => {
    assert.deepEqual(scopesOf('【提示·开场】两三句点明背景。'), [
      ['comment.line.guidance.speech-draft', '【提示·开场】两三句点明背景。'],
    ]);
    const slot = 'variable.other.slot.speech-draft';
    assert.deepEqual(scopesOf('在〔地名〕说“〔引语〕”'), [
      [slot, '〔地名〕'],
      [slot, '〔引语〕'],
    ]);
  });

  it('colours no lookalike', () => {
    for (const line of ['1.5亿元', '一是一', '一、二、三产业', '第一书记', '平常的话'])
      assert.deepEqual(scopesOf(line), [], line);
  });
});
